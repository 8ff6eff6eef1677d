//! `format: date-time`: read with any offset, written in UTC with exactly milliseconds.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, SecondsFormat, TimeDelta, Timelike, Utc};
use serde::{Serialize, Serializer};

use crate::Fault;

/// The years that have four digits.
const YEARS: RangeInclusive<i32> = 0..=9999;
/// Nanoseconds of a second; from there on, chrono counts a leap second.
const SECOND_NS: u32 = 1_000_000_000;

/// A moment on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// Parses RFC 3339. A leap second is the second after it, which it is for every clock of this program.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        // The library also takes a space for the `T`, and the minus sign of Unicode.
        let is_plain = text.is_ascii() && !text.contains(' ');
        let moment = DateTime::parse_from_rfc3339(text).ok().filter(|_| is_plain);
        let moment = moment.and_then(|moment| without_leap_second(moment.to_utc()));
        // An offset can lead out of the years that can be written.
        let moment = moment.filter(|moment| YEARS.contains(&moment.year()));
        moment.map(Self).ok_or_else(|| Fault::new("format", "must be a date and time as in 2025-01-31T09:30:00Z"))
    }
}

/// The same moment counted without leap seconds, which stand at the end of a day only.
fn without_leap_second(moment: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let Some(beyond_ns) = moment.nanosecond().checked_sub(SECOND_NS) else { return Some(moment) };
    let is_end_of_day = (moment.hour(), moment.minute()) == (23, 59);
    is_end_of_day.then_some(moment)?.with_nanosecond(beyond_ns)?.checked_add_signed(TimeDelta::seconds(1))
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(moment: DateTime<Utc>) -> Self {
        Self(moment)
    }
}

impl From<Timestamp> for DateTime<Utc> {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn what_is_read_is_written_in_utc_with_four_digits_of_a_year_and_no_leap_second() {
        let cases = [
            ("2026-01-05T09:30:00.1239+02:00", Some("2026-01-05T07:30:00.123Z")),
            ("0000-01-01T00:00:00Z", Some("0000-01-01T00:00:00.000Z")),
            ("9999-12-31T23:59:59.999Z", Some("9999-12-31T23:59:59.999Z")),
            ("2016-12-31T23:59:60.5Z", Some("2017-01-01T00:00:00.500Z")),
            ("2017-01-01T00:59:60+01:00", Some("2017-01-01T00:00:00.000Z")),
            ("2026-01-05T09:30:60Z", None),
            ("9999-12-31T23:59:60Z", None),
            ("9999-12-31T23:59:59-00:01", None),
            ("0000-01-01T00:00:00+00:01", None),
            ("2026-01-05 09:30:00Z", None),
            ("2026-01-05T09:30:00\u{2212}02:00", None),
            ("2026-01-05", None),
        ];
        for (text, expected) in cases {
            let written = Timestamp::parse(text).ok().map(|moment| moment.to_string());
            assert_eq!(written.as_deref(), expected, "{text}");
        }
    }
}
