//! Dates as letters write them, and the parliamentary year they fall in.

use std::fmt;

/// A day of the calendar.
#[derive(
    serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord,
)]
pub struct Date {
    /// The year.
    pub year: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

const MONTHS: [[&str; 2]; 12] = [
    ["januari", "January"],
    ["februari", "February"],
    ["maart", "March"],
    ["april", "April"],
    ["mei", "May"],
    ["juni", "June"],
    ["juli", "July"],
    ["augustus", "August"],
    ["september", "September"],
    ["oktober", "October"],
    ["november", "November"],
    ["december", "December"],
];

impl Date {
    /// Reads `31 oktober 2025` at the start of a text, in Dutch or English. A day that no calendar has
    /// is none, nor is one before the year 1000.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let day = number(words.next()?)?;
        let month = Self::month(words.next()?)?;
        let year = number(words.next()?.trim_end_matches(['.', ',']))?;
        let known = (1000..10_000).contains(&year) && (1..=days(year, month)).contains(&day);
        known.then_some(Self { year, month, day })
    }

    /// Reads `2024-09-23` or `16-11-2021` at the start of a text.
    #[must_use]
    pub fn in_figures(text: &str) -> Option<Self> {
        let word = text.split_whitespace().next()?;
        let parts: Vec<u32> = word.split('-').map(number).collect::<Option<_>>()?;
        let (year, month, day) = match parts[..] {
            [year, month, day] if year > 999 => (year, month, day),
            [day, month, year] => (year, month, day),
            _ => return None,
        };
        let known = (1000..10_000).contains(&year) && (1..=12).contains(&month);
        let known = known && (1..=days(year, month)).contains(&day);
        known.then_some(Self { year, month, day })
    }

    /// The day that is so many days behind 1 January 1970, in the calendar of now.
    #[must_use]
    pub fn of_days(days_since: u64) -> Self {
        let mut rest = days_since;
        let mut year = 1970;
        let mut month = 1;
        while rest >= u64::from(days(year, month)) {
            rest -= u64::from(days(year, month));
            (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
        }
        let day = u32::try_from(rest).unwrap_or_default() + 1;
        Self { year, month, day }
    }

    /// The number of the month of this name, in Dutch or English.
    #[must_use]
    pub fn month(name: &str) -> Option<u32> {
        let named = |names: &[&str; 2]| names.iter().any(|month| month.eq_ignore_ascii_case(name));
        let month = MONTHS.iter().position(named)?;
        u32::try_from(month + 1).ok()
    }

    /// The date in words, as a Dutch or English reader writes it.
    #[must_use]
    pub fn words(self, language: super::Language) -> String {
        let month =
            MONTHS[self.month as usize - 1][usize::from(language == super::Language::English)];
        format!("{} {month} {}", self.day, self.year)
    }

    /// The parliamentary year, `2025/26`: it starts on the third Tuesday of September.
    #[must_use]
    pub fn session(self) -> String {
        let opening = Self {
            year: self.year,
            month: 9,
            day: third_tuesday_of_september(self.year),
        };
        let first = if self >= opening {
            self.year
        } else {
            self.year - 1
        };
        match (first + 1) % 100 {
            0 => format!("{first}/{}", first + 1),
            year => format!("{first}/{year:02}"),
        }
    }
}

/// A number of digits and nothing else.
fn number(word: &str) -> Option<u32> {
    let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// How many days a month has.
const fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of the month; the first of September's weekday comes from Sakamoto's rule.
fn third_tuesday_of_september(year: u32) -> u32 {
    let weekday = (year + year / 4 - year / 100 + year / 400 + 5) % 7; // 1 September, Sunday = 0
    1 + (2 + 7 - weekday) % 7 + 14
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        for (days, iso) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (19_782, "2024-02-29"),
            (20_785, "2026-11-28"),
        ] {
            assert_eq!(Date::of_days(days).to_string(), iso);
        }
    }

    #[test]
    fn reads_dates_and_knows_their_session() {
        for (text, iso, session) in [
            ("31 oktober 2025", "2025-10-31", "2025/26"),
            ("15 september 2025", "2025-09-15", "2024/25"),
            ("16 september 2025", "2025-09-16", "2025/26"),
            ("17 september 2024", "2024-09-17", "2024/25"),
            ("16 september 2024", "2024-09-16", "2023/24"),
            ("1 januari 2000", "2000-01-01", "1999/2000"),
            ("20 September 2022.", "2022-09-20", "2022/23"),
        ] {
            let date = Date::read(text).unwrap();
            assert_eq!(
                (date.to_string().as_str(), date.session().as_str()),
                (iso, session)
            );
        }
        for text in [
            "oktober 2025",
            "32 mei 2020",
            "0 mei 2020",
            "+3 mei 2020",
            "3 mei +202",
            "3 mei 0000",
            "3 mei 0999",
            "3 mei 20200",
            "31 april 2020",
            "29 februari 2021",
            "29 februari 1900",
            "3 mei",
            "3 mei 20",
            "",
        ] {
            assert_eq!(Date::read(text), None, "{text}");
        }
        assert!(
            Date::read("29 februari 2024").is_some() && Date::read("29 februari 2000").is_some()
        );
    }
}
