//! Reports that the law asks for, with their deadlines.

use super::words::Look;
use crate::command::Command;
use crate::sim::{Known, OwedNotice, notice};
use crate::view::{LineAct, NoticeRow};
use crate::vocab::Text;

/// Returns the reports of a seat: open ones first, the most urgent of them first.
pub fn notices(known: Known) -> Vec<NoticeRow> {
    let mut owed: Vec<&OwedNotice> = known.notices().iter().collect();
    owed.sort_by_key(|owed| (owed.filed.is_some(), owed.due));
    owed.into_iter().map(|owed| row(known, owed)).collect()
}

fn row(known: Known, owed: &OwedNotice) -> NoticeRow {
    let name = notice(owed.duty);
    let act = known.may_file(owed).then(|| LineAct {
        question: Text::new("ui-notice-question").text("notice", name.clone()),
        command: Command::FileNotice(owed.duty),
    });
    NoticeRow {
        name,
        due: known.stamp(owed.due),
        filed: owed.filed.map(|at| known.stamp(at)),
        late: owed.filed.unwrap_or(known.now()) > owed.due,
        act,
    }
}
