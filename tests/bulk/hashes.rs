//! Whoever had a password elsewhere logs in with it, and from then on the server's own hash is kept.

use roster::config::Flags;
use roster::limits::PASSWORD_HASH_MEMORY_KIB_MIN;
use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, TestServer};

const PASSWORD: &str = "correct horse battery";
/// Its hash by each function, as other programs made it.
const HASHES: [&str; 8] = [
    "$argon2i$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$3XDDy8HoTxmilssYJXVKhPAarADyRigs/DODUNqw7aI",
    "$argon2d$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$TDRmcwreKEFEw9iXHJnUxrIvXhX2ITayc3Vd1tDqcU4",
    "$argon2id$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$FOr2/B0B+KhFsUs2jOfFZ4zxqazV93mYJFguXzwX/mY",
    "$scrypt$ln=4,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$LYtM8Mh+uD5qDLQWvjcUOTNEVL2STXzMHwI4lieKYvI",
    "$pbkdf2-sha256$i=1000,l=32$MDEyMzQ1Njc4OWFiY2RlZg$BVALGMmC/K/8ELErc5VgJxyPFApArIZRCQsqjEgZWJ4",
    "$pbkdf2-sha512$i=1000,l=64$MDEyMzQ1Njc4OWFiY2RlZg$7F/Y1rnWXXurLCfFvAmyjyXtbABhgzBTBNcm//wlnvGBOz7OExlgRFs5qwaY5PzB3/WjR7P4yv/ACDQZpDXIfQ",
    "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
    "$bcrypt$v=98$r=4$cdefghijklmnopqrstuvww$sTGvf5XLF4SXbdwHumHUNm8gTKtSqQU",
];

fn server() -> TestServer {
    TestServer::start_with(Flags {
        password_hash_memory_kib: Some(PASSWORD_HASH_MEMORY_KIB_MIN),
        password_hash_passes: Some(1),
        ..Flags::default()
    })
}

fn log_in(server: &TestServer, name: &str, password: &str) -> u16 {
    let body = json!({"username": name, "password": password});
    Request::new("POST", "/api/v1/users/auth/_login").json(&body).send(server.address()).status
}

/// The hashes that are kept, by username.
fn kept(server: &TestServer) -> Vec<Value> {
    let answer = Request::new("GET", "/roster/v1/export?passwordHashes=true").bearer(ADMIN_KEY).send(server.address());
    answer.text().lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect()
}

#[test]
fn whoever_had_a_password_elsewhere_logs_in_and_the_hash_becomes_the_servers_own() {
    let server = server();
    let users: Vec<Value> = HASHES
        .iter()
        .enumerate()
        .map(|(number, hash)| json!({"username": format!("user{number}"), "passwordHash": hash}))
        .collect();
    let import = Request::new("POST", "/roster/v1/import").bearer(ADMIN_KEY).json(&json!({"users": users}));
    assert_eq!(import.send(server.address()).json(), json!({"created": HASHES.len(), "refused": []}));
    let shown: Vec<Value> = kept(&server).iter().map(|user| user["passwordHash"].clone()).collect();
    assert_eq!(shown, HASHES, "they are kept as they came");
    for (number, hash) in HASHES.iter().enumerate() {
        let name = format!("user{number}");
        assert_eq!(log_in(&server, &name, "correct horse batterz"), 401, "{hash}");
        assert_eq!(kept(&server)[number]["passwordHash"], **hash, "a wrong password changes nothing");
        assert_eq!(log_in(&server, &name, PASSWORD), 200, "{hash}");
        let renewed = kept(&server)[number]["passwordHash"].as_str().unwrap_or_default().to_owned();
        let own = format!("$argon2id$v=19$m={PASSWORD_HASH_MEMORY_KIB_MIN},t=1,p=1$");
        assert!(renewed.starts_with(&own), "{hash} became {renewed}");
        assert_eq!(log_in(&server, &name, PASSWORD), 200, "{hash}");
        assert_eq!(log_in(&server, &name, "correct horse batterz"), 401, "{hash}");
    }
}

#[test]
fn a_hash_that_costs_too_much_is_refused() {
    let server = server();
    let digest = "MDEyMzQ1Njc4OWFiY2RlZg$FOr2/B0B+KhFsUs2jOfFZ4zxqazV93mYJFguXzwX/mY";
    let dear = [
        format!("$argon2id$v=19$m=1048576,t=1,p=1${digest}"),
        format!("$scrypt$ln=20,r=8,p=1${digest}"),
        format!("$pbkdf2-sha256$i=10000000,l=32${digest}"),
        "$2b$18$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS".to_owned(),
    ];
    for hash in dear {
        let body = json!({"users": [{"username": "ada", "passwordHash": hash}]});
        let answer = Request::new("POST", "/roster/v1/import").bearer(ADMIN_KEY).json(&body).send(server.address());
        let refused =
            json!({"index": 0, "code": "invalid", "field": "passwordHash", "message": "costs too much to check"});
        assert_eq!(answer.json(), json!({"created": 0, "refused": [refused]}), "{hash}");
    }
}
