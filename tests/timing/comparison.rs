//! Whether two samples of times can be told apart: a two-sample test, and how far apart they are.
//! Must not know what was timed.

use std::fmt;

use statrs::stats_tests::Alternative;
use statrs::stats_tests::mannwhitneyu::{MannWhitneyUMethod, mannwhitneyu};

/// How two samples of times, in nanoseconds, compare.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison {
    /// The medians, of the first and of the second.
    pub(super) medians_ns: (u64, u64),
    /// How often a time of the first is longer than one of the second (ties count by half): 0.5 where none tends to be.
    pub(super) superiority: f64,
    /// How likely such a difference, or a greater one, is where there is none (Mann-Whitney U, two-sided).
    pub(super) p: f64,
}

impl Comparison {
    /// Compares two samples, neither of which is empty.
    pub(super) fn of(first: &[u64], second: &[u64]) -> Self {
        let tested = mannwhitneyu(first, second, MannWhitneyUMethod::Automatic, Alternative::TwoSided);
        let (u, p) = tested.expect("there are samples");
        let pairs = first.len() as f64 * second.len() as f64;
        Self { medians_ns: (median(first), median(second)), superiority: u / pairs, p }
    }

    /// How much longer the longer median is.
    pub(super) fn ratio(&self) -> f64 {
        let (first, second) = (self.medians_ns.0.max(1) as f64, self.medians_ns.1.max(1) as f64);
        (first / second).max(second / first)
    }

    /// How far from a coin's toss a guess is by one time of each, which one is the longer.
    pub(super) fn advantage(&self) -> f64 {
        (self.superiority - 0.5).abs()
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.medians_ns;
        let difference_us = (second as f64 - first as f64) / 1000.0;
        let (first_us, second_us) = (first as f64 / 1000.0, second as f64 / 1000.0);
        write!(
            f,
            "{first_us:>9.1} us {second_us:>9.1} us {difference_us:>+8.1} us  advantage {:.3}  p {:.4}",
            self.advantage(),
            self.p
        )
    }
}

fn median(sample: &[u64]) -> u64 {
    let mut sorted = sample.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Times around 5 ms that vary by up to 0.5 ms, the same in every run, and another sequence for another seed.
    fn sample(seed: u64, size: u64, shift_ns: u64) -> Vec<u64> {
        let scrambled =
            |n: u64| (n ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29).wrapping_mul(0xBF58_476D);
        (1..=size).map(|n| 5_000_000 + shift_ns + (scrambled(n) >> 32) % 500_000).collect()
    }

    #[test]
    fn a_textbook_example_is_as_in_the_textbook() {
        // Hares and tortoises (Mann and Whitney's test as usually explained): U = 25 of 36.
        let tortoises = [1, 7, 8, 9, 10, 11];
        let hares = [2, 3, 4, 5, 6, 12];
        let compared = Comparison::of(&tortoises, &hares);
        assert!((compared.superiority - 25.0 / 36.0).abs() < 1e-9, "{compared:?}");
        assert!(compared.p > 0.2, "{compared:?}");
    }

    #[test]
    fn times_of_one_kind_are_not_told_apart() {
        for seed in 1..=20 {
            let compared = Comparison::of(&sample(seed, 2000, 0), &sample(seed + 1000, 2000, 0));
            assert!(compared.p > 0.0005, "{seed}: {compared}");
        }
    }

    #[test]
    fn a_shift_of_a_twentieth_of_the_spread_is_found_in_two_thousand_pairs() {
        for seed in 1..=20 {
            let compared = Comparison::of(&sample(seed, 2000, 0), &sample(seed + 1000, 2000, 25_000));
            assert!(compared.p < 0.001 && compared.superiority < 0.5, "{seed}: {compared}");
        }
    }

    #[test]
    fn medians_that_differ_by_much_have_a_ratio() {
        let compared = Comparison::of(&[1000; 20], &[5000; 20]);
        assert_eq!((compared.medians_ns, compared.ratio()), ((1000, 5000), 5.0));
        assert!((compared.advantage() - 0.5).abs() < 1e-9);
    }
}
