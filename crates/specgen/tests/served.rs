//! What a generated server does over real connections: the tiny contract, served by Dropshot on a port of its own.
//!
//! Requests are written byte by byte, since a client library would repair what is to be shown broken.

#[path = "tiny/generated/mod.rs"]
#[rustfmt::skip]
pub mod generated;
#[path = "tiny/house.rs"]
pub mod house;

use std::net::SocketAddr;
use std::sync::atomic::Ordering;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Serves the tiny contract while the test runs.
struct Served {
    address: SocketAddr,
    server: dropshot::HttpServer<house::Tiny>,
}

/// An answer, taken apart.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    #[track_caller]
    fn has(&self, status: u16, parts: &[&str]) {
        assert_eq!(self.status, status, "{self:?}");
        for part in parts {
            assert!(self.body.contains(part), "{part} in {self:?}");
        }
    }
}

impl Served {
    fn start() -> Self {
        let api = generated::server::api::<house::Tiny>().expect("Dropshot takes every path");
        let log = slog::Logger::root(slog::Discard, slog::o!());
        let server = dropshot::ServerBuilder::new(api, house::Tiny::default(), log).start().expect("a port is free");
        Self { address: server.local_addr(), server }
    }

    /// Sends a request with a good key; `head` is the request line without the version and headers, line by line.
    async fn send(&self, head: &str, body: &[u8]) -> Answer {
        self.send_raw(&format!("{head}\nAuthorization: Bearer open"), body).await
    }

    async fn send_raw(&self, head: &str, body: &[u8]) -> Answer {
        let (line, headers) = head.split_once('\n').unwrap_or((head, ""));
        let headers = headers.replace('\n', "\r\n");
        let length = body.len();
        let head =
            format!("{line} HTTP/1.1\r\nHost: t\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n\r\n");
        let mut stream = TcpStream::connect(self.address).await.expect("the server listens");
        stream.write_all(head.replace("\r\n\r\n\r\n", "\r\n\r\n").as_bytes()).await.expect("the head is taken");
        stream.write_all(body).await.expect("the body is taken");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.expect("an answer comes");
        let answer = String::from_utf8(answer).expect("answers are text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status");
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }
}

const JSON: &str = "Content-Type: application/json";

#[tokio::test]
async fn a_literal_wins_over_a_variable_and_405_is_by_path() {
    let served = Served::start();
    served.send("POST /pets/invite", b"").await.has(204, &[]);
    served.send("GET /pets/rex", b"").await.has(200, &["\"id\":\"rex\""]);
    let refused = served.send("GET /pets/invite", b"").await;
    refused.has(405, &["this path allows only POST, OPTIONS"]);
    assert_eq!(refused.header("allow"), Some("POST, OPTIONS"));
    let refused = served.send("POST /pets/rex", b"").await;
    assert_eq!(refused.header("allow"), Some("GET, HEAD, PUT, PATCH, DELETE, OPTIONS"));
}

#[tokio::test]
async fn unknown_paths_below_a_mount_are_answered_in_its_shape() {
    let served = Served::start();
    served.send_raw("GET /pets/rex/and/more", b"").await.has(404, &["{\"message\":\"there is nothing at this path\"}"]);
    served.send_raw("POST /health", b"").await.has(405, &["this path allows only GET, HEAD, OPTIONS"]);
}

#[tokio::test]
async fn what_the_host_does_not_let_in_is_refused_first_and_in_the_modules_shape() {
    let served = Served::start();
    for line in ["GET /pets/rex", "GET /pets/rex/and/more", "DELETE /pets", "OPTIONS /pets", "GET /health"] {
        // Without credentials, since it comes before them.
        let refused = served.send_raw(&format!("{line}\nX-One-Too-Many: yes"), b"").await;
        refused.has(429, &["too many requests; try again in 7 seconds"]);
    }
}

#[tokio::test]
async fn head_and_options_follow_from_the_contract() {
    let served = Served::start();
    let head = served.send("HEAD /pets/rex", b"").await;
    head.has(200, &[]);
    assert_eq!(head.body, "");
    let get = served.send("GET /pets/rex", b"").await;
    assert_eq!(head.header("content-length"), Some(get.body.len().to_string().as_str()));
    let options = served.send_raw("OPTIONS /pets/rex", b"").await;
    options.has(204, &[]);
    assert_eq!(options.header("allow"), Some("GET, HEAD, PUT, PATCH, DELETE, OPTIONS"));
}

#[tokio::test]
async fn credentials_come_before_validation() {
    let served = Served::start();
    let answer = served.send_raw(&format!("PUT /pets/%zz\n{JSON}"), b"{").await;
    answer.has(401, &["who are you?"]);
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    served.send_raw("PUT /pets/rex", &vec![b' '; 1 << 20]).await.has(401, &[]);
    served.send_raw("GET /health", b"").await.has(200, &["ok"]);
}

#[tokio::test]
async fn every_violation_is_reported_with_its_place() {
    let served = Served::start();
    let answer = served.send("GET /pets/Rex?quiet=7&page_size=0&sort=up&tag=a&tag=bb\nX-Trace: 123456789", b"").await;
    answer.has(
        400,
        &[
            "path pet must match ^[a-z]",
            "query quiet must be true or false",
            "query page_size must be at least 1",
            "query sort must be one of: asc, desc",
            "query tag /0 must have at least 2 characters",
            "header X-Trace must have at most 8 characters",
        ],
    );
    let body =
        br#"{"id":"rex","name":null,"friends":["b","b"],"type":"cow","weight":0,"notes":{"a/b":1.5},"parent":{}}"#;
    served.send(&format!("PUT /pets/rex\n{JSON}"), body).await.has(
        400,
        &[
            "body /name must be a string, not null",
            "body /owner is required",
            "body /friends/1 must differ",
            "body /type must be one of: cat, dog, DOG",
            "body /parent/id is required",
            "body /weight must be greater than 0",
            "body /notes/a~1b must be an integer",
        ],
    );
}

#[tokio::test]
async fn parameters_are_decoded_strictly() {
    let served = Served::start();
    served
        .send("GET /pets/%72ex?tag=a+b&tag=%2Bc&pageSize=3&quiet=TRUE&sort=asc&unread=%zz", b"")
        .await
        .has(200, &[r#"Some([\"a b\", \"+c\"]) 3 Some(Asc) true"#]);
    served.send("GET /pets/%zz?tag=%zz", b"").await.has(400, &["path pet must be UTF-8", "query tag must be UTF-8"]);
    served.send("GET /pets/rex?sort=asc&sort=asc", b"").await.has(400, &["query sort must be sent only once"]);
    served.send("GET /pets/none", b"").await.has(404, &["no such pet"]);
}

#[tokio::test]
async fn three_states_survive_the_way_in_and_out() {
    let served = Served::start();
    let body = br#"{"id":"rex","owner":null,"nickname":null,"born":"2025-01-02T03:04:05.6789+01:00"}"#;
    let expected = r#"{"id":"rex","owner":null,"nickname":null,"born":"2025-01-02T02:04:05.678Z"}"#;
    served.send(&format!("PUT /pets/rex\n{JSON}"), body).await.has(200, &[expected]);
    for (body, seen) in [
        (&br#"{}"#[..], "Absent true"),
        (br#"{"name":null}"#, "Null false"),
        (br#"{"name":"Rex"}"#, r#"Value(\"Rex\") false"#),
        (br#""{\"owner\":null}""#, "Absent false"),
    ] {
        served.send(&format!("PATCH /pets/rex\n{JSON}"), body).await.has(200, &[seen]);
    }
    served.send(&format!("PATCH /pets/rex\n{JSON}"), br#"{"nmae":1}"#).await.has(400, &["body /nmae is not a member"]);
}

#[tokio::test]
async fn bodies_are_limited_typed_and_parsed() {
    let served = Served::start();
    let put = |extra: &str| format!("PUT /pets/rex\n{extra}");
    let good = br#"{"id":"rex","owner":null}"#;
    for media_type in ["application/json; charset=utf-8", "application/merge-patch+json", "APPLICATION/JSON"] {
        served.send(&put(&format!("Content-Type: {media_type}")), good).await.has(200, &[]);
    }
    served.send(&put("X-None: 1"), good).await.has(200, &[]);
    served.send(&put("Content-Type: text/plain"), good).await.has(415, &["the body must be application/json"]);
    served.send(&put(JSON), &vec![b' '; 2049]).await.has(413, &["at most 2048 bytes"]);
    served.send(&put(JSON), &vec![b' '; 1 << 20]).await.has(413, &[]);
    served.send(&put(JSON), b"").await.has(400, &["body is required"]);
    served.send(&put(JSON), b"{\n  nope").await.has(400, &["must be JSON: key must be a string at line 2 column 3"]);
    served.send(&put(JSON), b"{\"id\":\"\xff\"}").await.has(400, &["must be JSON"]);
    served.send(&put(JSON), "[".repeat(1000).as_bytes()).await.has(400, &["recursion limit exceeded"]);
    served.send(&put(JSON), br#"{"id":"max","owner":null}"#).await.has(409, &["ids differ"]);
}

#[tokio::test]
async fn tolerance_is_where_the_contract_says_so() {
    let served = Served::start();
    served.send("POST /pets/invite\nContent-Type: text/plain", br#"["a"]"#).await.has(503, &["1 invited"]);
    served.send("POST /pets/invite", b"{}").await.has(204, &[]);
    served.send("POST /pets/invite", b"[]").await.has(503, &["0 invited"]);
    let form = "POST /pets/rex/grant\nContent-Type: application/x-www-form-urlencoded";
    served.send(form, b"treat=a+%2B+b&count=2").await.has(409, &["a + b x Some(2)"]);
    served.send(form, b"count=x").await.has(400, &["body /treat is required; body /count must be an integer"]);
}

#[tokio::test]
async fn stubs_answer_from_the_example_or_say_that_they_cannot() {
    let served = Served::start();
    served.send("GET /pets", b"").await.has(200, &[r#"[{"id":"rex","name":"Rex","owner":null}]"#]);
    served.send("GET /pets/rex/grant", b"").await.has(501, &["not implemented"]);
}

#[tokio::test]
async fn a_panic_is_an_answer_and_the_server_goes_on() {
    let served = Served::start();
    let answer = served.send("DELETE /pets/rex", b"").await;
    answer.has(500, &["{\"message\":\"the server failed to answer this request\"}"]);
    served.send("GET /pets/rex", b"").await.has(200, &[]);
}

#[tokio::test]
async fn a_streamed_array_is_sent_in_chunks_and_whole() {
    let served = Served::start();
    let answer = served.send("GET /pets/all", b"").await;
    assert_eq!((answer.header("transfer-encoding"), answer.header("content-length")), (Some("chunked"), None));
    assert_eq!((answer.header("content-type"), answer.header("etag")), (Some("application/json"), Some("\"1\"")));
    let (body, is_whole) = join_chunks(&answer.body);
    assert!(
        is_whole && body.starts_with(r#"{"keeper":"keeper","pets":[{"id":"p0","owner":null},{"id":"p1""#),
        "{body}"
    );
    assert!(body.ends_with(r#"{"id":"p999","owner":null}]}"#), "{body}");
    let head = served.send("HEAD /pets/all", b"").await;
    assert_eq!((head.status, head.header("content-length"), head.body.as_str()), (200, None, ""));
}

#[tokio::test]
async fn a_fault_in_the_middle_breaks_the_body_off() {
    let served = Served::start();
    // It comes after more than the server would hold back.
    let answer = served.send("GET /pets/all?failing=true", b"").await;
    let (body, is_whole) = join_chunks(&answer.body);
    assert_eq!(answer.status, 200);
    assert!(!is_whole && body.starts_with(r#"{"keeper":"keeper","pets":[{"id":"p0""#), "{answer:?}");
    assert!(!body.ends_with("]}"), "{body}");
    served.send("GET /pets/rex", b"").await.has(200, &[]);
}

/// Joins the chunks of a body, and tells whether the last one, of no length, was among them.
fn join_chunks(mut rest: &str) -> (String, bool) {
    let mut body = String::new();
    while let Some((length, after)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).expect("a chunk begins with its length");
        if length == 0 {
            return (body, true);
        }
        body.push_str(after.get(..length).unwrap_or(after));
        rest = after.get(length + 2..).unwrap_or_default();
    }
    (body, false)
}

#[tokio::test]
async fn a_slow_client_slows_the_producer() {
    // What the sockets of both sides may hold, by far more than systems give them.
    const AHEAD_BYTES_MAX: usize = 24 << 20;
    let served = Served::start();
    let made = || served.server.app_private().lines_made.load(Ordering::Relaxed) * house::LINE_BYTES;
    let mut stream = TcpStream::connect(served.address).await.expect("the server listens");
    let request = b"GET /pets/table HTTP/1.1\r\nHost: t\r\nConnection: close\r\nAuthorization: Bearer open\r\n\r\n";
    stream.write_all(request).await.expect("the request is taken");
    let (mut taken, mut buffer) = (0, [0; 8192]);
    loop {
        let read = stream.read(&mut buffer).await.expect("the table comes");
        if read == 0 {
            break;
        }
        taken += read;
        assert!(made() < taken + AHEAD_BYTES_MAX, "{} made, {taken} taken", made());
    }
    assert_eq!(made(), house::TABLE_LINES * house::LINE_BYTES);
    assert!(taken > made(), "{taken}");
}

#[test]
fn operations_and_routes_are_those_of_the_contract() {
    use specgen_runtime::{Module, Operation};
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny/tiny.yaml");
    let (_, contract, _) =
        specgen::checked(&path, &mut |path| std::fs::read_to_string(path)).expect("the contract is good");
    let samples = specgen::sample_paths(&contract);
    let served: Vec<_> = generated::server::operations().map(|operation| (operation.method, operation.path)).collect();
    assert_eq!(samples.len(), served.len());
    for sample in samples {
        assert!(served.contains(&(sample.method, sample.template.as_str())), "{sample:?}");
        let segments: Vec<_> = sample.path.split('/').filter(|segment| !segment.is_empty()).collect();
        let of = |operation: &'static Operation| (operation.method, operation.id);
        let found: Vec<_> = match sample.module.as_str() {
            "pets" => generated::pets::Door::<house::Tiny>::operations_at(&segments)
                .iter()
                .map(|id| of((*id).into()))
                .collect(),
            _ => generated::house::Door::<house::Tiny>::operations_at(&segments)
                .iter()
                .map(|id| of((*id).into()))
                .collect(),
        };
        assert!(found.contains(&(sample.method, sample.operation.as_str())), "{sample:?} in {found:?}");
    }
}

#[test]
fn the_generated_code_of_this_test_is_current() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny");
    let generated = specgen::generate(&tests.join("tiny.yaml")).expect("the contract is good");
    for (path, text) in generated.files {
        let found = std::fs::read_to_string(tests.join("generated").join(&path)).unwrap_or_default();
        assert!(
            found == text,
            "{} is stale: specgen generate tests/tiny/tiny.yaml --out tests/tiny/generated",
            path.display()
        );
    }
}
