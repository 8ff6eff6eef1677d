//! Two writers, one version: of any number who change what they have seen exactly one does, whichever doors they come through;
//! and without conditions each change is made whole.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

/// How many write at once.
const WRITERS: usize = 32;
/// How often they all do.
const ROUNDS: usize = 5;

/// Somebody to be changed, with her id.
fn make_ada(address: SocketAddr) -> String {
    let body = json!({
        "username": "ada", "email": "ada@example.org", "firstName": "A", "lastName": "A", "displayName": "A",
    });
    let made = Request::new("POST", "/api/org/v1/users").bearer(ADMIN_KEY).json(&body).send(address);
    made.json()["id"].as_str().expect("an id is text").to_owned()
}

fn get(address: SocketAddr, target: &str) -> Answer {
    let answer = Request::new("GET", target).bearer(ADMIN_KEY).send(address);
    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    answer
}

/// A change of her display name or, where a door has none, of her id elsewhere, through one door after the other.
fn change(ada: &str, number: usize, text: &str) -> Request {
    let email = "ada@example.org";
    let (method, target, body) = match number % 4 {
        0 => ("PATCH", format!("/api/org/v1/users/{ada}"), json!({"displayName": text})),
        1 => ("PATCH", "/api/v1/users/ada".to_owned(), json!({"full_name": text})),
        2 => ("PUT", "/v1beta1/users/ada".to_owned(), json!({"email": email, "title": text})),
        _ => ("PUT", format!("/api/v2/user/{email}"), json!({"identifier": email, "ssoId": text})),
    };
    Request::new(method, &target).bearer(ADMIN_KEY).json(&body)
}

/// Sends all at the same time.
fn send_all(address: SocketAddr, requests: Vec<Request>) -> Vec<Answer> {
    let start = Barrier::new(requests.len());
    thread::scope(|scope| {
        let send = |request: Request| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                request.send(address)
            })
        };
        let writers: Vec<_> = requests.into_iter().map(send).collect();
        writers.into_iter().map(|writer| writer.join().expect("every request is answered")).collect()
    })
}

/// How many records the audit trail has.
fn records(address: SocketAddr) -> u64 {
    let last = get(address, "/roster/v1/audit?order=desc&limit=1").json();
    last["items"][0]["position"].as_u64().expect("a record has a position")
}

#[test]
fn of_all_who_change_the_same_state_exactly_one_does() {
    let server = TestServer::start();
    let address = server.address();
    let ada = make_ada(address);
    for round in 0..ROUNDS {
        let before = get(address, "/api/v1/users/ada");
        let tag = before.header("etag").expect("one user has a tag");
        let trail = records(address);
        let text = |number: usize| format!("Round {round}, writer {number}");
        let requests = (0..WRITERS).map(|number| change(&ada, number, &text(number)).header("If-Match", tag));
        let answers = send_all(address, requests.collect());

        let done: Vec<usize> = (0..WRITERS).filter(|number| answers[*number].status == 200).collect();
        let [winner] = done[..] else { panic!("round {round}: {done:?} were done") };
        let refused = answers.iter().filter(|answer| answer.status == 412).count();
        assert_eq!(refused, WRITERS - 1, "everybody else is told so");
        assert_eq!(records(address), trail + 1, "one change, one record");
        let shown = [
            get(address, "/api/v1/users/ada").json()["full_name"].clone(),
            get(address, "/api/v2/user/ada@example.org").json()["ssoId"].clone(),
        ];
        assert!(shown.contains(&json!(text(winner))), "what the winner wrote is there: {shown:?}");
        let now = get(address, "/api/v1/users/ada");
        assert_eq!(now.header("etag"), answers[winner].header("etag"), "and the winner knows the state that it made");
    }
}

#[test]
fn each_of_all_who_read_and_try_again_gets_a_turn() {
    let server = TestServer::start();
    let address = server.address();
    let ada = make_ada(address);
    let count = |shown: &Value| shown["user"]["metadata"]["count"].as_u64().unwrap_or_default();
    thread::scope(|scope| {
        for _ in 0..WRITERS / 4 {
            scope.spawn(|| {
                loop {
                    let seen = get(address, "/v1beta1/users/ada");
                    let metadata = json!({"count": count(&seen.json()) + 1});
                    let body = json!({"email": "ada@example.org", "metadata": metadata});
                    let put = Request::new("PUT", "/v1beta1/users/ada").bearer(ADMIN_KEY).json(&body);
                    let answer = put.header("If-Match", seen.header("etag").expect("a tag")).send(address);
                    match answer.status {
                        200 => break,
                        status => assert_eq!(status, 412, "{}", answer.text()),
                    }
                }
            });
        }
    });
    let shown = get(address, "/v1beta1/users/ada").json();
    assert_eq!(count(&shown), (WRITERS / 4) as u64, "no count is lost: {ada}");
}

#[test]
fn without_a_condition_no_change_is_half_made() {
    let server = TestServer::start();
    let address = server.address();
    let ada = make_ada(address);
    for round in 0..ROUNDS {
        let text = |number: usize| format!("{round}.{number}");
        let email = |number: usize| format!("ada{round}.{number}@example.org");
        // All of them write the display name and the address, every second one the other names as well.
        let request = |number: usize| {
            let (text, email) = (text(number), email(number));
            let (target, body) = if number.is_multiple_of(2) {
                let names = json!({"firstName": text, "lastName": text, "displayName": text, "email": email});
                (format!("/api/org/v1/users/{ada}"), names)
            } else {
                ("/api/v1/users/ada".to_owned(), json!({"full_name": text, "email": email}))
            };
            Request::new("PATCH", &target).bearer(ADMIN_KEY).json(&body)
        };
        let answers = send_all(address, (0..WRITERS).map(request).collect());
        assert!(answers.iter().all(|answer| answer.status == 200), "nobody is refused");
        // Each answer shows a state that was, and what is there now is the last of them.
        let shown: Vec<Value> = answers.iter().map(Answer::json).collect();
        let now = get(address, &format!("/api/org/v1/users/{ada}")).json();
        for (number, state) in shown.iter().enumerate() {
            let name = if number.is_multiple_of(2) { &state["displayName"] } else { &state["full_name"] };
            assert_eq!((name, &state["email"]), (&json!(text(number)), &json!(email(number))), "its own answer");
        }
        let lakesail = shown.iter().step_by(2).chain([&now]);
        for state in lakesail {
            assert_eq!(state["firstName"], state["lastName"], "written together: {state}");
        }
        let is_one = |number: usize| now["displayName"] == text(number) && now["email"] == email(number);
        assert!((0..WRITERS).any(is_one), "a whole one of those that were sent: {now}");
    }
}
