//! What rooms count with, beside what the library has. Knows no room, and not who shows it.

use std::fmt;

use prometheus::core::{Collector, Desc};
use prometheus::{Histogram, HistogramOpts, IntCounter, IntCounterVec, IntGauge, Opts, proto};

/// The invariant of every name in the program: a test makes all metrics there are.
const NAMED: &str = "the name is a word of the program";

/// A counter from nothing.
///
/// # Panics
/// Where the name is no name of a metric; so do the others here.
#[must_use]
pub fn counter(name: &'static str, help: &'static str) -> IntCounter {
    IntCounter::new(name, help).expect(NAMED)
}

/// Counters under one name, which a label tells apart, and each of them by the value of the label.
#[must_use]
pub fn counters<const N: usize>(
    name: &'static str,
    help: &'static str,
    label: &'static str,
    values: [&'static str; N],
) -> (IntCounterVec, [IntCounter; N]) {
    let all = IntCounterVec::new(Opts::new(name, help), &[label]).expect(NAMED);
    let each = values.map(|value| all.with_label_values(&[value]));
    (all, each)
}

/// A gauge at nothing.
#[must_use]
pub fn gauge(name: &'static str, help: &'static str) -> IntGauge {
    IntGauge::new(name, help).expect(NAMED)
}

/// A histogram that tells apart what is up to each of these bounds.
#[must_use]
pub fn histogram(name: &'static str, help: &'static str, bounds: &[f64]) -> Histogram {
    Histogram::with_opts(HistogramOpts::new(name, help).buckets(bounds.to_vec())).expect(NAMED)
}

/// A gauge that is read whenever it is shown.
pub struct Reading {
    gauge: IntGauge,
    read: Box<dyn Fn() -> i64 + Send + Sync>,
}

impl Reading {
    /// A gauge of this name, read so.
    #[must_use]
    pub fn new(name: &'static str, help: &'static str, read: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self { gauge: gauge(name, help), read: Box::new(read) }
    }
}

impl Collector for Reading {
    fn desc(&self) -> Vec<&Desc> {
        self.gauge.desc()
    }

    fn collect(&self) -> Vec<proto::MetricFamily> {
        self.gauge.set((self.read)());
        self.gauge.collect()
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading").field("gauge", &self.gauge).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    #[test]
    fn it_is_read_each_time_that_it_is_shown() {
        let number = Arc::new(AtomicI64::new(3));
        let reading = Reading::new("things", "Things", {
            let number = Arc::clone(&number);
            move || number.load(Ordering::Relaxed)
        });
        let shown = || reading.collect()[0].get_metric()[0].get_gauge().get_value();
        assert!((shown() - 3.0).abs() < f64::EPSILON);
        number.store(5, Ordering::Relaxed);
        assert!((shown() - 5.0).abs() < f64::EPSILON);
    }
}
