//! The key by which a host is known: made once, readable for its owner only.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use russh::keys::ssh_key::LineEnding;
use russh::keys::{Algorithm, HashAlg, PrivateKey};

/// Why there is no key.
#[derive(Debug)]
pub enum HostKeyError {
    /// Others may read it.
    Open,
    /// It is no key that can be read; with what the library says.
    Unreadable(String),
    /// It cannot be read or written.
    File(io::Error),
}

impl From<io::Error> for HostKeyError {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

/// The host's key.
pub struct HostKey(pub(super) PrivateKey);

impl HostKey {
    /// Reads the key, or makes one if there is none yet.
    ///
    /// # Errors
    /// If it cannot be read or written, or others may read it.
    pub fn at(path: &Path) -> Result<Self, HostKeyError> {
        match fs::read_to_string(path) {
            Ok(_) if others_may_read(path)? => Err(HostKeyError::Open),
            Ok(text) => {
                let key = PrivateKey::from_openssh(&text);
                key.map(Self)
                    .map_err(|error| HostKeyError::Unreadable(error.to_string()))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::make(path)?),
            Err(error) => Err(error.into()),
        }
    }

    fn make(path: &Path) -> io::Result<Self> {
        let key = PrivateKey::random(&mut UnwrapErr(SysRng), Algorithm::Ed25519)
            .map_err(io::Error::other)?;
        let text = key.to_openssh(LineEnding::LF).map_err(io::Error::other)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        // Never over one that somebody made in the meantime.
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(Self(key))
    }

    /// Returns the fingerprint as clients show it: `SHA256:...`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.public_key().fingerprint(HashAlg::Sha256).to_string()
    }
}

#[cfg(unix)]
fn others_may_read(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_may_read(_: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_for_its_owner_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("data").join("host_key");
        let made = HostKey::at(&path).expect("a key").fingerprint();
        assert!(made.starts_with("SHA256:"));
        assert_eq!(HostKey::at(&path).expect("the same").fingerprint(), made);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&path).expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("ours");
            let open = HostKey::at(&path).err();
            assert!(matches!(open, Some(HostKeyError::Open)), "{open:?}");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("ours");
            fs::write(&path, "no key").expect("ours");
            let broken = HostKey::at(&path).err();
            assert!(
                matches!(broken, Some(HostKeyError::Unreadable(_))),
                "{broken:?}"
            );
        }
    }
}
