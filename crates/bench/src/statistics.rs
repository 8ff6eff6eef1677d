//! Percentiles of one run and medians over several. Pure.

use std::time::Duration;

/// The latencies of one run that the report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Percentiles {
    /// Half of the exchanges were at most this long.
    pub(crate) p50: Duration,
    /// 99 % of them were.
    pub(crate) p99: Duration,
    /// 99.9 % of them were.
    pub(crate) p999: Duration,
}

impl Percentiles {
    /// Takes exact percentiles (nearest rank); `None` of no latencies.
    pub(crate) fn of(mut latencies: Vec<Duration>) -> Option<Self> {
        latencies.sort_unstable();
        Some(Percentiles {
            p50: nearest_rank(&latencies, 500)?,
            p99: nearest_rank(&latencies, 990)?,
            p999: nearest_rank(&latencies, 999)?,
        })
    }
}

/// The smallest value that at least `per_mille` thousandths of the values do not exceed.
fn nearest_rank(sorted: &[Duration], per_mille: usize) -> Option<Duration> {
    let rank = (sorted.len() * per_mille).div_ceil(1000);
    sorted.get(rank.saturating_sub(1)).copied()
}

/// The middle value, the mean of the two middle ones of an even number; `None` of no values.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = *values.get(values.len().checked_sub(1)? / 2)?;
    Some((lower + upper) / 2.0)
}

/// The distance from the least to the greatest value, as a share of the median: 0.1 says within 10 %.
pub(crate) fn spread(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.into_iter().collect();
    let least = values.iter().copied().min_by(f64::total_cmp)?;
    let greatest = values.iter().copied().max_by(f64::total_cmp)?;
    Some((greatest - least) / median(values)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milliseconds(values: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        values.into_iter().map(Duration::from_millis).collect()
    }

    #[test]
    fn percentiles_are_nearest_ranks_in_any_order() {
        let expected = Percentiles {
            p50: Duration::from_millis(500),
            p99: Duration::from_millis(990),
            p999: Duration::from_millis(999),
        };
        assert_eq!(Percentiles::of(milliseconds(1..=1000)), Some(expected));
        assert_eq!(Percentiles::of(milliseconds((1..=1000).rev())), Some(expected));
    }

    #[test]
    fn percentiles_of_few_values_are_values_that_occurred() {
        let few = Percentiles::of(milliseconds([7, 3])).expect("there are values");
        assert_eq!((few.p50, few.p99), (Duration::from_millis(3), Duration::from_millis(7)));
        let one = Percentiles::of(milliseconds([5])).expect("there is a value");
        assert_eq!((one.p50, one.p999), (Duration::from_millis(5), Duration::from_millis(5)));
        assert_eq!(Percentiles::of(Vec::new()), None);
    }

    #[test]
    fn median_ignores_order_and_outliers() {
        let cases: [(&[f64], Option<f64>); 4] =
            [(&[], None), (&[4.0], Some(4.0)), (&[9.0, 1.0, 5.0], Some(5.0)), (&[1.0, 2.0, 4.0, 900.0], Some(3.0))];
        for (values, expected) in cases {
            assert_eq!(median(values.iter().copied()), expected, "{values:?}");
        }
    }

    #[test]
    fn spread_is_a_share_of_the_median() {
        assert_eq!(spread([90.0, 100.0, 110.0]), Some(0.2));
        assert_eq!(spread([5.0]), Some(0.0));
        assert_eq!(spread([]), None);
    }
}
