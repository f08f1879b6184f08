//! Duties to report that the law sets clocks for.

use serde::{Deserialize, Serialize};

use super::catalogue::closed_list;
use super::time::{DAY, HOUR};

closed_list!(
    /// A report that the law asks for after an incident, within a time that begins when the administration is aware.
    NoticeDuty {
        /// A breach of personal data, to the supervisory authority: GDPR art. 33(1).
        DataProtection = "data_protection",
        /// A significant incident, early warning: NIS 2 (Directive (EU) 2022/2555) art. 23(4)(a).
        EarlyWarning = "nis2_early_warning",
        /// The incident notification: art. 23(4)(b).
        Notification = "nis2_notification",
        /// The final report, or that of progress while the incident goes on: art. 23(4)(d) and (e).
        FinalReport = "nis2_final_report",
    }
);

impl NoticeDuty {
    /// Returns within how many minutes it is due: from awareness, the final report from the notification.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        match self {
            Self::DataProtection | Self::Notification => 72 * HOUR,
            Self::EarlyWarning => DAY,
            // "One month", here the shortest that is meant by it in practice.
            Self::FinalReport => 30 * DAY,
        }
    }

    /// Returns how many minutes before the deadline the administration reminds itself (an assumption of exercises).
    #[must_use]
    pub const fn reminder_minutes(self) -> u32 {
        match self {
            Self::DataProtection | Self::Notification => DAY,
            Self::EarlyWarning => 4 * HOUR,
            Self::FinalReport => 3 * DAY,
        }
    }
}
