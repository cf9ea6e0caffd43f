//! How stances read: their signs and what those mean.

mod shown;

use super::words::Words;
use crate::letter::{Answered, StanceLabel};

/// The sign of a label: a yes, a yes in part, what is done already, a no, no answer that is known. Each stands
/// for one of these and nothing else on the screen; it never stands for the words, it stands beside them.
#[must_use]
pub const fn sign(label: StanceLabel) -> &'static str {
    match label {
        StanceLabel::Endorsed => "●",
        StanceLabel::Partly => "◐",
        StanceLabel::ExistingPolicy => "≡",
        StanceLabel::NotAdopted => "✕",
        StanceLabel::Noted | StanceLabel::NoPosition | StanceLabel::Unknown => "◌",
    }
}

/// The sign of a verdict on one ask: that of a response as a whole which says the same.
#[must_use]
pub const fn verdict_sign(verdict: Answered) -> &'static str {
    sign(match verdict {
        Answered::Yes => StanceLabel::Endorsed,
        Answered::Already => StanceLabel::ExistingPolicy,
        Answered::Partly => StanceLabel::Partly,
        Answered::Refused => StanceLabel::NotAdopted,
        Answered::Unmentioned => StanceLabel::Unknown,
    })
}

/// What the signs of these labels mean, each sign once: `● ja`.
pub fn legend(words: &Words, labels: impl Iterator<Item = StanceLabel>) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for label in labels {
        let words = format!("{} {}", sign(label), words.legend(label));
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told
}
