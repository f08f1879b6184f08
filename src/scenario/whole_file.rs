//! Files that are there as a whole or not at all.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file, or replaces it, so that it is there as a whole or not at all, and outlasts a power cut.
///
/// # Errors
/// If the folder cannot be written to or has no room; what was there before stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole_by(path, |file| file.write_all(bytes))
}

/// The same for a file that is too long to be held as a whole: `write` writes it.
///
/// # Errors
/// That of `write`, or if the folder cannot be written to or has no room; what was there before stays.
pub fn write_whole_by(
    path: &Path,
    write: impl FnOnce(&mut io::BufWriter<&mut std::fs::File>) -> io::Result<()>,
) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Temporary files are private by default; this one is to stay, as the umask says.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    let mut buffered = io::BufWriter::new(file.as_file_mut());
    write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
