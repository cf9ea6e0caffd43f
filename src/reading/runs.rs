//! The runs that two texts share, whatever they are made of: how far each place of one goes on like some
//! place of the other. All suffixes of both are put in order once; like ones then stand side by side, so
//! no place of one text is ever held against all places of the other.

/// Both texts, one after the other, with their suffixes in order.
pub struct Runs {
    /// Where each suffix begins, in the order of what they hold.
    order: Vec<usize>,
    /// How much each suffix of the order has in common with the one before it.
    alike: Vec<usize>,
}

impl Runs {
    /// Puts the suffixes in order, in `n log² n` steps. What must not be in a run is a number that comes
    /// once.
    pub fn of(numbers: &[usize]) -> Self {
        let order = in_order(numbers);
        let alike = alike(numbers, &order);
        Self { order, alike }
    }

    /// How far each place goes on like one of these places, at most; these themselves are not asked for.
    pub fn with(&self, places: &[bool]) -> Vec<usize> {
        let mut longest = vec![0; self.order.len()];
        let mut step = |place: usize, common: &mut usize| {
            if places[place] {
                *common = usize::MAX;
            } else {
                longest[place] = longest[place].max(*common);
            }
        };
        let mut common = 0;
        for (&place, alike) in self.order.iter().zip(&self.alike) {
            common = common.min(*alike);
            step(place, &mut common);
        }
        common = 0;
        for (&place, alike) in self.order.iter().zip(&self.alike).rev() {
            step(place, &mut common);
            common = common.min(*alike);
        }
        longest
    }
}

/// Where the suffixes begin, in order: sorted by their first number, by two, by four, until all differ.
fn in_order(numbers: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    let mut ranks = numbers.to_vec();
    let mut width = 1;
    loop {
        let key = |&at: &usize| (ranks[at], ranks.get(at + width).copied());
        order.sort_unstable_by_key(key);
        let mut next = vec![0; numbers.len()];
        for pair in order.windows(2) {
            next[pair[1]] = next[pair[0]] + usize::from(key(&pair[0]) != key(&pair[1]));
        }
        let all_differ = order.last().is_none_or(|&at| next[at] + 1 == order.len());
        if all_differ {
            return order;
        }
        ranks = next;
        width *= 2;
    }
}

/// How much each suffix has in common with the one before it: one less at most than the suffix that
/// begins a place earlier has (Kasai and others, 2001), so nothing is read twice.
fn alike(numbers: &[usize], order: &[usize]) -> Vec<usize> {
    let mut stands = vec![0; order.len()];
    for (index, &place) in order.iter().enumerate() {
        stands[place] = index;
    }
    let mut alike = vec![0; order.len()];
    let mut common = 0_usize;
    for place in 0..numbers.len() {
        let Some(before) = stands[place].checked_sub(1) else {
            common = 0;
            continue;
        };
        let (own, other) = (&numbers[place..], &numbers[order[before]..]);
        let pairs = own.iter().zip(other).skip(common);
        common += pairs.take_while(|(own, other)| own == other).count();
        alike[stands[place]] = common;
        common = common.saturating_sub(1);
    }
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_those_that_a_plain_comparison_finds() {
        for count in 0..3000_usize {
            // Few numbers, so that much is alike.
            let digits = format!("{:05}{:08}", count, count * count);
            let numbers: Vec<usize> = digits.bytes().map(|b| usize::from(b % 3)).collect();
            let places: Vec<bool> = (0..numbers.len()).map(|at| count >> at & 1 == 1).collect();
            let shared = |at: usize, from: usize| {
                let pairs = numbers[at..].iter().zip(&numbers[from..]);
                pairs.take_while(|(one, other)| one == other).count()
            };
            let longest = Runs::of(&numbers).with(&places);
            for at in (0..numbers.len()).filter(|at| !places[*at]) {
                let sources = (0..numbers.len()).filter(|from| places[*from]);
                let plain = sources.map(|from| shared(at, from)).max().unwrap_or(0);
                assert_eq!(longest[at], plain, "{numbers:?} {places:?} {at}");
            }
        }
    }
}
