//! The jumplist: places left behind, to go back and forward.

use super::flow::Top;

/// How many places are kept.
const BOUND: usize = 100;

/// Where a reader stands: what shows in the first row, and which paragraph is current, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// What shows in the first row.
    pub top: Top,
    /// The current paragraph, by index in the letter.
    pub current: usize,
}

/// What showed a place when it was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The text.
    Text,
    /// The overview, which lay over it: which table, and what the chosen row was of, both by number.
    Overview(usize, usize),
}

/// Places left behind and places gone back from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jumplist {
    behind: Vec<(Stand, Face)>,
    ahead: Vec<Stand>,
}

impl Jumplist {
    /// Remembers the place that a jump from the text leaves. What lay ahead is forgotten.
    pub fn leave(&mut self, stand: Stand) {
        self.leave_from(stand, Face::Text);
    }

    /// Remembers the place that a jump leaves, and what showed it.
    pub fn leave_from(&mut self, stand: Stand, face: Face) {
        self.ahead.clear();
        if self.behind.last() != Some(&(stand, face)) {
            self.behind.push((stand, face));
        }
        if self.behind.len() > BOUND {
            self.behind.remove(0);
        }
    }

    /// The place to go back to from `here`, and what showed it.
    pub fn back(&mut self, here: Stand) -> Option<(Stand, Face)> {
        let left = self.behind.pop()?;
        self.ahead.push(here);
        Some(left)
    }

    /// The place to go forward to from `here`.
    pub fn forward(&mut self, here: Stand) -> Option<Stand> {
        let stand = self.ahead.pop()?;
        self.behind.push((here, Face::Text));
        Some(stand)
    }

    /// How many places lie behind.
    #[must_use]
    pub const fn behind(&self) -> usize {
        self.behind.len()
    }

    /// How many places it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.behind.len() + self.ahead.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(current: usize) -> Stand {
        Stand {
            current,
            ..Stand::default()
        }
    }

    #[test]
    fn goes_back_and_forward_and_forgets_what_a_new_jump_overtakes() {
        let mut jumps = Jumplist::default();
        assert_eq!(jumps.back(at(0)), None);
        jumps.leave(at(1));
        jumps.leave(at(2));
        jumps.leave(at(2));
        assert_eq!(jumps.len(), 2);
        assert_eq!(jumps.back(at(3)), Some((at(2), Face::Text)));
        assert_eq!(jumps.back(at(2)), Some((at(1), Face::Text)));
        assert_eq!(jumps.back(at(1)), None);
        assert_eq!(jumps.forward(at(1)), Some(at(2)));
        assert_eq!(jumps.forward(at(2)), Some(at(3)));
        assert_eq!(jumps.forward(at(3)), None);
        jumps.back(at(3));
        jumps.leave(at(9));
        assert_eq!(jumps.forward(at(9)), None);
        assert_eq!(jumps.back(at(8)), Some((at(9), Face::Text)));
    }

    #[test]
    fn knows_what_showed_a_place() {
        let mut jumps = Jumplist::default();
        jumps.leave(at(1));
        jumps.leave_from(at(1), Face::Overview(2, 7));
        assert_eq!(jumps.back(at(2)), Some((at(1), Face::Overview(2, 7))));
        assert_eq!(jumps.forward(at(1)), Some(at(2)));
        assert_eq!(jumps.back(at(2)), Some((at(1), Face::Text)));
    }

    #[test]
    fn is_bounded() {
        let mut jumps = Jumplist::default();
        for paragraph in 0..1000 {
            jumps.leave(at(paragraph));
        }
        assert_eq!(jumps.len(), BOUND);
        assert_eq!(jumps.back(at(0)), Some((at(999), Face::Text)));
    }
}
