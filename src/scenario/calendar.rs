//! tmp
pub struct Calendar;
