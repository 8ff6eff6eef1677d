//! The judge finds what it is there for: one answer that is right, and the same with one thing wrong each.

use serde_json::{Value, json};

use super::judge::judge;
use crate::support::http::{Answer, Request};

fn answer(status: u16, media_type: &str, body: &Value) -> Answer {
    let headers = vec![("Content-Type".into(), media_type.into())];
    Answer { status, headers, body: body.to_string().into_bytes() }
}

fn user() -> Answer {
    let body = json!({
        "id": "06DRTZFHR31YKN8GPTM0", "username": "ada", "email": "ada@example.org", "firstName": "", "lastName": "",
        "displayName": "", "createdAt": "2026-01-05T09:30:00.000Z", "updatedAt": "2026-01-05T09:30:00.000Z"
    });
    let mut answer = answer(200, "application/json; charset=utf-8", &body);
    answer.headers.push(("ETag".into(), "\"5f0c1a9e37d24b8860e1fa42\"".into()));
    answer
}

fn with(member: &str, value: Value) -> Answer {
    let mut body = user().json();
    body[member] = value;
    Answer { body: body.to_string().into_bytes(), ..user() }
}

fn found(answer: &Answer) -> String {
    judge(&Request::new("GET", "/api/org/v1/users/06DRTZFHR31YKN8GPTM0?a=b"), answer).join("\n")
}

#[test]
fn what_the_contract_declares_is_let_pass() {
    assert_eq!(found(&user()), "");
    let health = answer(200, "application/json", &json!({"status": "ok"}));
    assert_eq!(judge(&Request::new("GET", "/healthz"), &health), Vec::<String>::new());
}

#[test]
fn what_it_does_not_declare_is_found_where_it_is() {
    let without_tag = Answer { headers: user().headers[..1].to_vec(), ..user() };
    let mut with_more = user();
    with_more.headers.push(("X-Powered-By".into(), "crabs".into()));
    let mut of_another_type = user();
    of_another_type.headers[0].1 = "application/json".into();
    let without_id = Answer { body: user().text().replacen("\"id\"", "\"di\"", 1).into_bytes(), ..user() };
    for (answer, place) in [
        (Answer { status: 202, ..user() }, "the status 202 is not declared"),
        (without_tag, "the header ETag is missing"),
        (with_more, "the header x-powered-by is not declared"),
        (of_another_type, "the media type is \"application/json\""),
        (without_id, "\"id\" is a required property"),
        (with("username", json!(1)), "body /username"),
        (with("createdAt", json!("yesterday")), "body /createdAt"),
        (with("displayName", Value::Null), "body /displayName"),
        (Answer { body: b"{".to_vec(), ..user() }, "the body is not JSON"),
        (Answer { body: vec![0xff], ..user() }, "the body is not UTF-8"),
    ] {
        let found = found(&answer);
        assert!(found.contains(place), "{place:?} is not in {found:?}");
    }
}

#[test]
fn lines_and_rows_are_read_one_by_one() {
    let mut lines = Answer { body: b"{}\n{\n".to_vec(), ..answer(200, "application/x-ndjson", &json!({})) };
    let export = Request::new("GET", "/roster/v1/audit/export");
    assert!(judge(&export, &lines).join("").contains("line 2 of the body is not JSON"));
    lines.body = b"{}\n".to_vec();
    assert_eq!(judge(&export, &lines), Vec::<String>::new());
}

#[test]
fn what_the_contract_has_no_operation_for_is_judged_too() {
    let refused = answer(405, "application/json; charset=utf-8", &json!({"message": "no"}));
    let put = Request::new("PUT", "/api/org/v1/me");
    assert!(judge(&put, &refused).join("").contains("`Allow` is \"\""));
    let mut with_allow = refused.clone();
    with_allow.headers.push(("Allow".into(), "GET, HEAD, OPTIONS".into()));
    assert_eq!(judge(&put, &with_allow), Vec::<String>::new());
    let nowhere = Request::new("GET", "/api/org/v1/nothing");
    let missing = answer(404, "application/json; charset=utf-8", &json!({"message": "no"}));
    assert_eq!(judge(&nowhere, &missing), Vec::<String>::new());
    assert!(!judge(&nowhere, &answer(404, "text/plain", &json!("no"))).is_empty());
    assert!(!judge(&nowhere, &answer(200, "application/json; charset=utf-8", &json!({"message": "no"}))).is_empty());
}
