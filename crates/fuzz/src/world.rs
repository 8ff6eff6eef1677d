//! A directory with all its doors and no server: what is fuzzed goes through everything but sockets. After so many requests a
//! fresh world takes its place, so that what is kept does not grow.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use http_body_util::BodyExt as _;
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
use roster::store::sqlite::SqliteStore;
use roster::watch::Watch;
use roster::{generated, limits, logging};
use specgen_runtime::{Completed, Host, Settings, handle};
use tokio::runtime::Runtime;

use crate::exchange::Exchange;

/// The key of the built-in user `admin`.
pub(crate) const ADMIN_KEY: &str = "fuzz-admin-key-0123456789";
/// The cheapest hash that there is: what a hash costs is no question here.
const COST: HashCost = HashCost { memory_kib: 8, passes: 1 };
/// Nobody has to wait, however often they are wrong.
const NO_WAITING: GuessLimits =
    GuessLimits { login_failures_max: 0, account_failures_max: 0, address_failures_max: 0, wait_s: 1, wait_s_max: 1 };
/// Where files are in memory, on systems that have such a place.
const MEMORY: &str = "/dev/shm";
/// Milliseconds since 1970 at which every world begins.
const BEGINNING_MS: i64 = 1_700_000_000_000;
/// How many requests a world answers.
const REQUESTS_MAX: u32 = 20_000;

/// A status and a body.
pub(crate) type Answer = (u16, Vec<u8>);

struct World {
    // The runtime ends first, the store closes, and the files are removed last.
    runtime: Runtime,
    doors: Doors,
    left: u32,
    _files: tempfile::TempDir,
}

struct Doors {
    lakesail: Lakesail,
    elastic: Elastic,
    frontier: Frontier,
    wavefront: Wavefront,
    roster: Roster,
}

thread_local! {
    static WORLD: RefCell<Option<World>> = const { RefCell::new(None) };
}

/// Sends requests one after another to one world, in which there are a few users.
pub(crate) fn send_all<const N: usize>(exchanges: [Exchange; N]) -> [Answer; N] {
    WORLD.with_borrow_mut(|world| {
        let worn = world.as_ref().is_some_and(|world| world.left < N as u32);
        if worn {
            *world = None;
        }
        let world = world.get_or_insert_with(World::open);
        world.left -= N as u32;
        exchanges.map(|exchange| world.send(exchange))
    })
}

/// Sends one request.
pub(crate) fn send(exchange: Exchange) -> Answer {
    let [answer] = send_all([exchange]);
    answer
}

impl World {
    fn open() -> Self {
        let place = Some(Path::new(MEMORY)).filter(|place| place.is_dir());
        let files = tempfile::tempdir_in(place.map_or_else(std::env::temp_dir, Path::to_owned));
        let files = files.expect("a temporary directory can be made");
        let log = logging::discard();
        let store = Arc::new(SqliteStore::open(files.path(), 1, &log).expect("the store can be opened"));
        let beginning = DateTime::from_timestamp_millis(BEGINNING_MS).expect("it is a time");
        let passwords = Passwords::new(COST).expect("the cost is allowed");
        let requests = Arc::new(roster::throttle::RequestLimits::new(None, None));
        let directory = Directory::new(store, Arc::new(Context::deterministic(beginning)), passwords)
            .with_limits(requests, NO_WAITING);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime can be built");
        let admin = Some(ApiKey::parse(ADMIN_KEY).expect("the key is valid"));
        let given = FirstKeys { admin, readonly: None };
        runtime.block_on(directory.bootstrap(given)).expect("an empty store can be bootstrapped");
        let world = Self { runtime, doors: Doors::of(&directory), left: REQUESTS_MAX, _files: files };
        for name in ["ada", "bob", "eve"] {
            let user = format!(
                "POST /api/v1/users\nAuthorization: Bearer {ADMIN_KEY}\n\n{{\"user_name\": \"{name}\", \"email\": \
                 \"{name}@example.org\", \"full_name\": \"100% \\\\_ o'clock\", \"security\": {{\"roles\": \
                 [\"ece_deployment_viewer\"]}}}}"
            );
            let (status, body) = world.send(Exchange::parse(user.as_bytes()).expect("it is a request"));
            assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
        }
        world
    }

    fn send(&self, exchange: Exchange) -> Answer {
        let path = exchange.path().to_owned();
        let (call, body) = exchange.into_call();
        self.runtime.block_on(async {
            let doors = &self.doors;
            let response = match module(&path) {
                "lakesail" => handle(doors, &generated::lakesail::Door(&doors.lakesail), call, body).await,
                "elastic" => handle(doors, &generated::elastic::Door(&doors.elastic), call, body).await,
                "frontier" => handle(doors, &generated::frontier::Door(&doors.frontier), call, body).await,
                "wavefront" => handle(doors, &generated::wavefront::Door(&doors.wavefront), call, body).await,
                _ => handle(doors, &generated::roster::Door(&doors.roster), call, body).await,
            };
            let status = response.status().as_u16();
            let body = response.into_body().collect().await.expect("a store that answers does not break off");
            (status, body.to_bytes().to_vec())
        })
    }
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
