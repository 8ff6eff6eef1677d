//! Requests: how many of each operation with which status, how long they took, how many are in flight.
//! What is counted with each request is found without a lock, and without making a text: by where the operation lies in memory.

use std::sync::OnceLock;

use prometheus::core::Collector;
use prometheus::{Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, Opts};
use specgen_runtime::{Completed, Operation};

use crate::metrics::gauge;

/// Upper bounds of the times that are told apart, in seconds.
const SECONDS: [f64; 13] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// The statuses that are told apart; each of the others is counted as `other`. In ascending order.
const STATUSES: [u16; 24] = [
    200, 201, 202, 204, 206, 303, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 429, 500, 501, 503,
    507,
];
/// What a request for no operation is counted as.
const NO_OPERATION: &str = "none";

/// The counts of all operations.
#[derive(Debug)]
pub struct Requests {
    answered: IntCounterVec,
    seconds: HistogramVec,
    in_flight: IntGauge,
    /// In the order of their addresses.
    operations: Vec<Counted>,
    others: Counted,
}

/// What is counted of an operation. It is only shown once there was a request.
#[derive(Debug)]
struct Counted {
    address: usize,
    labels: [&'static str; 2],
    seconds: OnceLock<Histogram>,
    /// By status, and those of the others last.
    answered: [OnceLock<IntCounter>; STATUSES.len() + 1],
}

impl Requests {
    /// Counts of these operations, from nothing.
    pub(super) fn new(operations: impl Iterator<Item = &'static Operation>) -> prometheus::Result<Self> {
        let labels = ["dialect", "operation", "status"];
        let answered = Opts::new("roster_requests_total", "Requests that were answered");
        let help = "From a request's head to its answer, or to the beginning of one that is sent as it is made";
        let seconds = HistogramOpts::new("roster_request_duration_seconds", help).buckets(SECONDS.to_vec());
        let mut operations: Vec<_> =
            operations.map(|operation| Counted::new(address_of(operation), [operation.module, operation.id])).collect();
        operations.sort_unstable_by_key(|counted| counted.address);
        Ok(Self {
            answered: IntCounterVec::new(answered, &labels)?,
            seconds: HistogramVec::new(seconds, &labels[..2])?,
            in_flight: gauge("roster_requests_in_flight", "Requests that are being answered"),
            operations,
            others: Counted::new(0, [NO_OPERATION; 2]),
        })
    }

    /// A request has begun.
    pub fn begin(&self) {
        self.in_flight.inc();
    }

    /// A request has ended.
    pub fn end(&self, completed: &Completed<'_>) {
        self.in_flight.dec();
        let counted = self.of(completed.call.operation());
        let [dialect, operation] = counted.labels;
        let seconds = counted.seconds.get_or_init(|| self.seconds.with_label_values(&[dialect, operation]));
        seconds.observe(completed.latency.as_secs_f64());
        let place = STATUSES.binary_search(&completed.status.as_u16()).unwrap_or(STATUSES.len());
        let answered = counted.answered[place].get_or_init(|| {
            let status = STATUSES.get(place).map_or_else(|| "other".to_owned(), ToString::to_string);
            self.answered.with_label_values(&[dialect, operation, &status])
        });
        answered.inc();
    }

    /// Everything that is counted, to be shown.
    pub(super) fn collectors(&self) -> [Box<dyn Collector>; 3] {
        [Box::new(self.answered.clone()), Box::new(self.seconds.clone()), Box::new(self.in_flight.clone())]
    }

    fn of(&self, operation: Option<&'static Operation>) -> &Counted {
        let place = operation.and_then(|operation| {
            let address = address_of(operation);
            self.operations.binary_search_by_key(&address, |counted| counted.address).ok()
        });
        place.map_or(&self.others, |place| &self.operations[place])
    }
}

impl Counted {
    fn new(address: usize, labels: [&'static str; 2]) -> Self {
        Self { address, labels, seconds: OnceLock::new(), answered: [const { OnceLock::new() }; _] }
    }
}

/// Where an operation lies: there is one of each, for as long as the program runs.
fn address_of(operation: &'static Operation) -> usize {
    std::ptr::from_ref(operation).addr()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::StatusCode;
    use specgen_runtime::Call;

    use super::*;
    use crate::generated::server;

    #[test]
    fn each_operation_is_counted_under_its_own_name_and_what_is_none_under_none() {
        let requests = Requests::new(server::operations()).expect("the names are names");
        for operation in server::operations() {
            assert_eq!(requests.of(Some(operation)).labels, [operation.module, operation.id]);
        }
        assert_eq!(requests.of(None).labels, [NO_OPERATION; 2]);
    }

    #[test]
    fn the_statuses_are_in_the_order_that_they_are_searched_by() {
        assert!(STATUSES.is_sorted());
    }

    #[test]
    fn a_request_is_counted_once_with_its_status_and_its_time() {
        let requests = Requests::new(server::operations()).expect("the names are names");
        let (head, ()) = http::Request::new(()).into_parts();
        let log = crate::logging::discard();
        let call = Call::new("the-id".to_owned(), head, ([127, 0, 0, 1], 1).into(), log);
        for status in [StatusCode::NOT_FOUND, StatusCode::NOT_FOUND, StatusCode::IM_A_TEAPOT] {
            requests.begin();
            assert_eq!(requests.in_flight.get(), 1);
            requests.end(&Completed { call: &call, status, latency: Duration::from_millis(3) });
            assert_eq!(requests.in_flight.get(), 0);
        }
        let counted = |status| requests.answered.with_label_values(&["none", "none", status]).get();
        assert_eq!((counted("404"), counted("other"), counted("200")), (2, 1, 0));
        let seconds = requests.seconds.with_label_values(&["none", "none"]);
        assert_eq!(seconds.get_sample_count(), 3);
        assert!((seconds.get_sample_sum() - 0.009).abs() < 1e-9);
    }
}
