//! The clock of the wall: how late it is where the user is.

use std::{
    sync::OnceLock,
    time::{SystemTime, UNIX_EPOCH},
};
use tz::TimeZone;

/// How many seconds have gone by since midnight, by the time zone of the system; the first call reads which that is.
/// None where the clock stands before 1970 or the zone is not known.
#[must_use]
pub fn seconds_since_midnight() -> Option<u32> {
    const DAY: i64 = 24 * 60 * 60;
    static OFFSET: OnceLock<Option<i64>> = OnceLock::new();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let now = i64::try_from(now.as_secs()).ok()?;
    let offset = OFFSET.get_or_init(|| {
        let zone = TimeZone::local().ok()?;
        let own = zone.find_local_time_type(now).ok()?;
        Some(i64::from(own.ut_offset()))
    });
    u32::try_from((now + (*offset)?).rem_euclid(DAY)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_so_many_seconds() {
        // A system without a time zone has none; else it is within the day.
        assert!(seconds_since_midnight().is_none_or(|seconds| seconds < 24 * 60 * 60));
    }
}
