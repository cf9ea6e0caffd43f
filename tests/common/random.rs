//! Numbers that look random and are the same for the same seed everywhere: for tests, those in `src` too, and
//! benches.
#![allow(dead_code)] // whoever takes this over uses a part of it

/// Where they come from (`SplitMix64`).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is below a bound of that kind")
    }

    /// A number from 0 up to one.
    pub fn to(&mut self, last: u16) -> u16 {
        u16::try_from(self.next() % (u64::from(last) + 1)).expect("it is no greater")
    }

    /// Whether one of so many times has come.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of some.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}
