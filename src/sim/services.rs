//! Services: levels.

/// Columns of services.
#[derive(Debug, Clone, Default)]
pub(crate) struct ServiceColumns {
    pub(crate) changed: Vec<u32>,
    pub(crate) is_changed: Vec<bool>,
}

impl ServiceColumns {
    pub(crate) fn mark_changed(&mut self, service: u32) {
        let flag = &mut self.is_changed[service as usize];
        if !*flag {
            *flag = true;
            self.changed.push(service);
        }
    }
}
