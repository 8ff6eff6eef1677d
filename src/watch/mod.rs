//! What whoever watches over the server may know: what is counted, whether requests can be served, and why not.
//! Each room counts for itself; here it is only put together. Must not know SQL or what a request is about.

mod readiness;
mod requests;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use prometheus::core::Collector;
use prometheus::{IntGaugeVec, Opts, Registry, TextEncoder};

use crate::domain::Error;
use crate::metrics::gauge;

pub use readiness::{Check, CheckName};
pub use requests::Requests;

/// What is counted and looked at. Shared by the server and the door that shows it.
#[derive(Debug)]
pub struct Watch {
    registry: Registry,
    requests: Requests,
    stopping: AtomicBool,
}

impl Watch {
    /// Counts requests of these operations.
    ///
    /// # Errors
    /// `Internal` where two rooms count under one name.
    pub fn new(
        operations: impl Iterator<Item = &'static specgen_runtime::Operation>,
        started_at_s: i64,
    ) -> Result<Arc<Self>, Error> {
        let requests = Requests::new(operations).map_err(Error::internal)?;
        let own = about_the_process(started_at_s).map_err(Error::internal)?;
        let collectors = requests.collectors().into_iter().chain(own);
        let watch = Self { registry: Registry::new(), requests, stopping: AtomicBool::new(false) };
        watch.show(collectors).map(|()| Arc::new(watch))
    }

    /// Shows what these collectors have, too.
    ///
    /// # Errors
    /// `Internal` where two rooms count under one name.
    pub fn show(&self, rooms: impl IntoIterator<Item = Box<dyn Collector>>) -> Result<(), Error> {
        rooms.into_iter().try_for_each(|room| self.registry.register(room)).map_err(Error::internal)
    }

    /// The counts of requests.
    #[must_use]
    pub const fn requests(&self) -> &Requests {
        &self.requests
    }

    /// Everything, in the text format of Prometheus.
    ///
    /// # Errors
    /// `Internal` for a metric without a name or a value, which no room has.
    pub fn metrics(&self) -> Result<String, Error> {
        TextEncoder::new().encode_to_string(&self.registry.gather()).map_err(Error::internal)
    }

    /// From now on the server is stopping: it is not ready any more.
    pub fn note_stopping(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

/// Which program this is and since when it runs.
fn about_the_process(started_at_s: i64) -> prometheus::Result<[Box<dyn Collector>; 2]> {
    let build = IntGaugeVec::new(Opts::new("roster_build_info", "The version of the program; always 1"), &["version"])?;
    build.with_label_values(&[env!("CARGO_PKG_VERSION")]).set(1);
    let started = gauge("process_start_time_seconds", "When the process started, in seconds since 1970");
    started.set(started_at_s);
    Ok([Box::new(build), Box::new(started)])
}
