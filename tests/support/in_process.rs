//! A world of its own for tests that need more requests than sockets can carry: the real dialects over a real store, asked
//! without a server between. Its clock and its chance are deterministic, and whatever it answers goes through the scanner.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use http_body_util::BodyExt;
use roster::auth::Passwords;
use roster::auth::password::HashCost;
use roster::auth::token::ApiKey;
use roster::config::GuessLimits;
use roster::context::Context;
use roster::dialect::elastic::Elastic;
use roster::dialect::frontier::Frontier;
use roster::dialect::lakesail::Lakesail;
use roster::dialect::roster::Roster;
use roster::dialect::wavefront::Wavefront;
use roster::directory::{Directory, FirstKeys};
use roster::domain::Error;
use roster::generated;
use roster::store::sqlite::SqliteStore;
use roster::store::{self, ReadTransaction, WriteTransaction};
use roster::throttle::RequestLimits;
use roster::watch::Watch;
use roster::{limits, logging};
use slog::Logger;
use specgen_runtime::{Body, Call, Completed, Host, Settings, handle, http};
use tokio::runtime::Runtime;

use super::http::{Answer, Request};
use super::scanner;
use super::server::{ADMIN_KEY, READONLY_KEY};
use crate::conformance;

/// The cheapest hash that there is: what a hash costs is no question here.
const COST: HashCost = HashCost { memory_kib: 8, passes: 1 };
/// Nobody has to wait, however often they are wrong.
const NO_WAITING: GuessLimits =
    GuessLimits { login_failures_max: 0, account_failures_max: 0, address_failures_max: 0, wait_s: 1, wait_s_max: 1 };
/// Where files are in memory, on systems that have such a place.
const MEMORY: &str = "/dev/shm";
/// Milliseconds since 1970 at which every world begins.
const BEGINNING_MS: i64 = 1_700_000_000_000;

/// How many worlds there were: each has an address of its own, under which the scanner knows it.
static WORLDS: AtomicU32 = AtomicU32::new(0);

/// A directory with all its doors, and no server.
pub(crate) struct World {
    // The runtime ends first, the store closes, and the files are removed last.
    runtime: Runtime,
    doors: Doors,
    context: Arc<Context>,
    store: Arc<SqliteStore>,
    address: SocketAddr,
    log: Logger,
    files: tempfile::TempDir,
}

impl World {
    /// A world after its first start, with the keys of the tests for `admin` and `readonly`.
    pub(crate) fn open() -> Self {
        let place = Some(Path::new(MEMORY)).filter(|place| place.is_dir());
        let files = tempfile::tempdir_in(place.map_or_else(std::env::temp_dir, Path::to_owned));
        let files = files.expect("a temporary directory can be made");
        let log = logging::discard();
        let store = Arc::new(SqliteStore::open(files.path(), 1, &log).expect("the store can be opened"));
        let beginning = DateTime::from_timestamp_millis(BEGINNING_MS).expect("it is a time");
        let context = Arc::new(Context::deterministic(beginning));
        let passwords = Passwords::new(COST).expect("the cost is allowed");
        let directory = Directory::new(store.clone(), context.clone(), passwords)
            .with_limits(Arc::new(RequestLimits::new(None, None)), NO_WAITING);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime can be built");
        let key = |text| Some(ApiKey::parse(text).expect("the tests' keys are valid"));
        let given = FirstKeys { admin: key(ADMIN_KEY), readonly: key(READONLY_KEY) };
        runtime.block_on(directory.bootstrap(given)).expect("an empty store can be bootstrapped");
        let doors = Doors::of(&directory);
        Self { runtime, doors, context, store, address: next_address(), log, files }
    }

    /// Sends a request, which has the path of some dialect, and receives the whole answer.
    pub(crate) fn send(&self, request: &Request) -> Answer {
        scanner::note_request(self.address, request);
        let (head, body) = parts(request).into_parts();
        let call = Call::new(self.context.request_id(), head, self.address, self.log.clone());
        let answer = self.runtime.block_on(async {
            let (head, body) = self.doors.answer(call, body).await.into_parts();
            let body = body.collect().await.expect("a store that answers does not break off").to_bytes();
            let text = |value: &http::HeaderValue| value.to_str().expect("headers are ASCII").to_owned();
            let headers = head.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect();
            Answer { status: head.status.as_u16(), headers, body: body.to_vec() }
        });
        scanner::check_answer(self.address, request, &answer);
        conformance::check_answer(request, &answer);
        answer
    }

    /// Looks into the store, past every door.
    pub(crate) fn read<T, F>(&self, work: F) -> T
    where
        T: Send + 'static,
        F: FnMut(&dyn ReadTransaction) -> Result<T, Error> + Send + 'static,
    {
        self.runtime.block_on(store::read(self.store.as_ref(), work)).expect("the store can be read")
    }

    /// Puts into the store what no door makes.
    pub(crate) fn write<T, F>(&self, work: F) -> T
    where
        T: Send + 'static,
        F: FnMut(&dyn WriteTransaction) -> Result<T, Error> + Send + 'static,
    {
        self.runtime.block_on(store::write(self.store.as_ref(), work)).expect("the store takes what it is given")
    }

    /// From here on, times and ids depend on these two alone; time may only go forward.
    pub(crate) fn go_on_from(&self, at: DateTime<Utc>, draw: u64) {
        self.context.go_on_from(at, draw);
    }

    /// Its clock and its chance.
    pub(crate) fn context(&self) -> &Arc<Context> {
        &self.context
    }

    /// Where its files are.
    pub(crate) fn data_dir(&self) -> PathBuf {
        self.files.path().to_owned()
    }
}

/// An address of this world alone, at which no server listens.
fn next_address() -> SocketAddr {
    let number = WORLDS.fetch_add(1, Ordering::Relaxed);
    let [_, high, middle, low] = number.to_be_bytes();
    let address = SocketAddr::from(([10, high, middle, low], 1));
    scanner::begin(address);
    address
}

fn parts(request: &Request) -> http::Request<Body> {
    let mut built = http::Request::builder().method(request.method()).uri(request.target());
    for (name, value) in request.headers() {
        built = built.header(name, value);
    }
    let body = Body::with_content(request.content().to_vec());
    built.body(body).unwrap_or_else(|error| panic!("{} {}: {error}", request.method(), request.target()))
}

/// The dialects, each behind its generated door.
struct Doors {
    lakesail: Lakesail,
    elastic: Elastic,
    frontier: Frontier,
    wavefront: Wavefront,
    roster: Roster,
}

impl Doors {
    fn of(directory: &Directory) -> Self {
        let watch = Watch::new(generated::server::operations(), 0).expect("every metric has a name of its own");
        Self {
            lakesail: Lakesail::new(directory.clone()),
            elastic: Elastic::new(directory.clone()),
            frontier: Frontier::new(directory.clone()),
            wavefront: Wavefront::new(directory.clone()),
            roster: Roster::new(directory.clone(), watch),
        }
    }

    /// Answers through the door at the path.
    async fn answer(&self, call: Call, body: Body) -> specgen_runtime::Response {
        let path = call.path().to_owned();
        match module(&path) {
            "lakesail" => handle(self, &generated::lakesail::Door(&self.lakesail), call, body).await,
            "elastic" => handle(self, &generated::elastic::Door(&self.elastic), call, body).await,
            "frontier" => handle(self, &generated::frontier::Door(&self.frontier), call, body).await,
            "wavefront" => handle(self, &generated::wavefront::Door(&self.wavefront), call, body).await,
            "roster" => handle(self, &generated::roster::Door(&self.roster), call, body).await,
            other => panic!("{path} is at no door of {other}"),
        }
    }
}

impl Host for Doors {
    fn settings(&self) -> Settings {
        let body_read_max = Duration::from_secs(limits::BODY_READ_S_DEFAULT.into());
        Settings { body_bytes_max: limits::BODY_BYTES_DEFAULT, body_read_max }
    }

    fn completed(&self, _: &Completed<'_>) {}
}

/// The module whose paths begin as this one.
fn module(path: &str) -> &'static str {
    let mut operations = generated::server::operations();
    let found = operations.find(|operation| operation.path.split('/').take(3).eq(path.split('/').take(3)));
    found.map_or("nobody", |operation| operation.module)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_world_answers_at_every_door_as_a_server_does() {
        let world = World::open();
        for target in ["/api/org/v1/me", "/api/v1/user", "/v1beta1/users/self", "/api/v2/user", "/roster/v1/audit"] {
            assert_eq!(world.send(&Request::new("GET", target).bearer(ADMIN_KEY)).status, 200, "{target}");
            assert_eq!(world.send(&Request::new("GET", target)).status, 401, "{target}");
        }
        let body = json!({"user_name": "ada", "security": {"roles": ["ece_deployment_viewer"]}});
        let made = world.send(&Request::new("POST", "/api/v1/users").bearer(ADMIN_KEY).json(&body));
        assert_eq!(made.status, 200, "{}", made.text());
        let person = world.send(&Request::new("GET", "/v1beta1/users/ada").bearer(ADMIN_KEY)).json();
        assert_eq!(person["user"]["name"], "ada");
    }

    #[test]
    fn two_worlds_that_go_on_from_the_same_place_make_the_same_ids() {
        let ids = [3, 0].map(|looks| {
            let world = World::open();
            for _ in 0..looks {
                let _ = world.context().now();
            }
            world.go_on_from(DateTime::from_timestamp_millis(BEGINNING_MS + 60_000).expect("it is a time"), 1);
            let body = json!({"username": "ada", "email": "", "firstName": "", "lastName": "", "displayName": ""});
            let made = world.send(&Request::new("POST", "/api/org/v1/users").bearer(ADMIN_KEY).json(&body));
            made.json()["id"].clone()
        });
        assert_eq!(ids[0], ids[1]);
    }
}
