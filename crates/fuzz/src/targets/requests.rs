//! Requests of every operation: methods, paths, queries, headers and bodies, decoded by the generated code of all modules.
//! A request is that of one operation at most, what is refused is refused with a reason, and twice the same is read the same.

use tokio::runtime::{Builder, Runtime};

use crate::decoded::{self, Outcome};
use crate::exchange::Exchange;
use specgen_runtime::Rejection;

thread_local! {
    static RUNTIME: Runtime = Builder::new_current_thread().enable_time().build().expect("a runtime can be built");
}

pub(super) fn run(input: &[u8]) {
    let Some(exchange) = Exchange::parse(input) else { return };
    let once = outcomes(&exchange);
    let routed = once.iter().filter(|outcome| !matches!(outcome, Outcome::Unrouted)).count();
    assert!(routed <= 1, "{once:?}");
    for outcome in &once {
        match outcome {
            Outcome::Accepted(operation) => {
                let method = exchange.method();
                assert!(method == operation.method || (method, operation.method) == ("HEAD", "GET"), "{operation:?}");
            }
            Outcome::Refused(Rejection::Invalid(violations)) => {
                assert!(!violations.is_empty(), "something is wrong, and nobody says what");
            }
            Outcome::Refused(_) | Outcome::Unrouted => {}
        }
    }
    assert_eq!(format!("{once:?}"), format!("{:?}", outcomes(&exchange)));
}

fn outcomes(exchange: &Exchange) -> [Outcome; 5] {
    let call = || exchange.clone().into_call();
    RUNTIME.with(|runtime| {
        runtime.block_on(async {
            [
                decoded::lakesail::ask(call().0, call().1).await,
                decoded::elastic::ask(call().0, call().1).await,
                decoded::frontier::ask(call().0, call().1).await,
                decoded::wavefront::ask(call().0, call().1).await,
                decoded::roster::ask(call().0, call().1).await,
            ]
        })
    })
}
