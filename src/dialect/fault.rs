//! Faults of ours: what really happened goes to the log, once, under the request id that the answer shows.
//! It must not know how an answer looks.

use std::error::Error;
use std::iter::successors;

use slog::error;
use specgen_runtime::Call;

/// Logs a fault with all its causes.
pub(super) fn log_fault(call: &Call, fault: &(dyn Error + Send + Sync + 'static)) {
    error!(call.log(), "request failed"; "request_id" => call.request_id(), "error" => causes(fault));
}

/// The fault and its causes, outermost first.
fn causes(fault: &(dyn Error + 'static)) -> String {
    let chain = successors(Some(fault), |fault| (**fault).source());
    chain.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("cannot commit")]
    struct Outer(#[source] std::io::Error);

    #[test]
    fn causes_are_listed_from_the_outermost() {
        assert_eq!(causes(&Outer(std::io::Error::other("disk full"))), "cannot commit: disk full");
    }
}
