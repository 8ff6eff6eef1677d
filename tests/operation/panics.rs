//! A panic below any door is answered as any fault of the server: 500 in the dialect's own shape, and the cause in the log only.

use std::sync::{Arc, Mutex};

use http::StatusCode;
use http_body_util::BodyExt;
use roster::auth::Passwords;
use roster::auth::password::HashCost;
use roster::context::Context;
use roster::dialect::elastic::Elastic;
use roster::dialect::frontier::Frontier;
use roster::dialect::lakesail::Lakesail;
use roster::dialect::roster::Roster;
use roster::dialect::wavefront::Wavefront;
use roster::directory::Directory;
use roster::domain::Error;
use roster::generated;
use roster::store::{Busy, Memory, ReadJob, ShortWork, Store, WriteJob};
use roster::watch::Watch;
use serde_json::{Value, json};
use slog::{Drain, Logger, o};
use specgen_runtime::{Body, Call, Completed, Host, Module, Settings, handle};

/// What nobody but the log may see.
const CAUSE: &str = "the table of secrets is upside down";

/// A store that panics on the thread of the request, whatever it is asked.
struct Panicking;

impl Store for Panicking {
    fn submit_read(&self, _: ReadJob) -> Result<(), Busy> {
        panic!("{CAUSE}")
    }

    fn submit_write(&self, _: WriteJob) -> Result<(), Busy> {
        panic!("{CAUSE}")
    }

    fn read_at_once(&self, _: &mut ShortWork<'_>) -> Option<Result<(), Error>> {
        panic!("{CAUSE}")
    }

    fn memory(&self) -> Option<&Arc<Memory>> {
        None
    }

    fn writes_fail(&self) -> bool {
        false
    }
}

struct Nobody;

impl Host for Nobody {
    fn settings(&self) -> Settings {
        Settings { body_bytes_max: 1024, body_read_max: std::time::Duration::from_secs(1) }
    }

    fn completed(&self, completed: &Completed<'_>) {
        assert_eq!(completed.status, StatusCode::INTERNAL_SERVER_ERROR);
    }
}

/// Log lines that a test reads.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics under the lock").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Asks below a door, and returns the answer's body and the log.
async fn ask<M: Module>(module: &M, target: &str) -> (Value, String) {
    let lines = Lines::default();
    let log = Logger::root(Mutex::new(slog_json::Json::default(lines.clone())).fuse(), o!());
    let request = http::Request::get(target).header("authorization", "Bearer some-key-0123456789abcdef");
    let (head, ()) = request.body(()).expect("it is a request").into_parts();
    let call = Call::new("the-id".to_owned(), head, ([127, 0, 0, 1], 1).into(), log);
    let answer = handle(&Nobody, module, call, Body::empty()).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR, "{target}");
    let body = answer.into_body().collect().await.expect("it is whole").to_bytes();
    let text = String::from_utf8(lines.0.lock().expect("nobody panics under the lock").clone()).expect("it is JSON");
    assert!(!String::from_utf8_lossy(&body).contains(CAUSE), "{target} tells the cause");
    (serde_json::from_slice(&body).expect("it is JSON"), text)
}

#[tokio::test]
async fn a_panic_is_a_500_in_each_dialects_own_shape() {
    let passwords = Passwords::new(HashCost { memory_kib: 8, passes: 1 }).expect("a possible cost");
    let directory = Directory::new(Arc::new(Panicking), Arc::new(Context::system()), passwords);
    let watch = Watch::new(generated::server::operations(), 0).expect("every metric has a name of its own");
    let (lakesail, elastic) = (Lakesail::new(directory.clone()), Elastic::new(directory.clone()));
    let (frontier, wavefront) = (Frontier::new(directory.clone()), Wavefront::new(directory.clone()));
    let roster = Roster::new(directory, watch);
    let answers = [
        (ask(&generated::lakesail::Door(&lakesail), "/api/org/v1/me").await, "/message", None),
        (
            ask(&generated::elastic::Door(&elastic), "/api/v1/user").await,
            "/errors/0/code",
            Some(json!("internal.server.error")),
        ),
        (ask(&generated::frontier::Door(&frontier), "/v1beta1/users/self").await, "/code", Some(json!(13))),
        (ask(&generated::wavefront::Door(&wavefront), "/api/v2/user").await, "/status/code", Some(json!(500))),
        (
            ask(&generated::roster::Door(&roster), "/roster/v1/mail").await,
            "/type",
            Some(json!("urn:roster:problem:internal")),
        ),
    ];
    for ((body, log), pointer, expected) in answers {
        let found = body.pointer(pointer).unwrap_or_else(|| panic!("{pointer} is not in {body}"));
        assert!(expected.is_none_or(|expected| *found == expected), "{body}");
        assert!(log.contains(CAUSE) && log.contains("the-id"), "the log has not the cause: {log}");
    }
}
