//! Methods, at every path of the contract: HEAD is GET without a body, OPTIONS needs nobody, and what a path does not have is
//! refused. What each answer must look like is the judge's; it sees every one of them.

use super::contract::{Path, templates};
use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

/// Methods that are tried wherever the contract does not have them.
const METHODS: [&str; 6] = ["GET", "PUT", "POST", "DELETE", "PATCH", "TRACE"];
/// Headers that are another in each answer, or say how a body is sent where it is.
const OF_ONE_ANSWER: [&str; 3] = ["date", "x-request-id", "transfer-encoding"];

/// The template with each variable filled with a text that nothing is called.
fn target(template: &str) -> String {
    let segments = template.split('/').map(|segment| if segment.starts_with('{') { "nobody" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

fn each_path() -> impl Iterator<Item = (String, Vec<String>)> {
    templates().map(|template| {
        let path = Path::find(template).expect("a template fits itself");
        (target(template), path.methods().collect())
    })
}

fn head_of(answer: &Answer) -> Vec<(String, String)> {
    let lasting =
        answer.headers.iter().filter(|(name, _)| !OF_ONE_ANSWER.contains(&name.to_ascii_lowercase().as_str()));
    let mut head: Vec<_> = lasting.map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect();
    head.sort();
    head
}

#[test]
fn head_is_answered_as_get_without_the_body_with_and_without_credentials() {
    let server = TestServer::start();
    for (target, methods) in each_path() {
        for credential in ["", ADMIN_KEY] {
            let ask = |method: &str| Request::new(method, &target).bearer(credential).send(server.address());
            let head = ask("HEAD");
            if methods.iter().any(|method| method == "GET") {
                let get = ask("GET");
                let (mut of_head, mut of_get) = (head_of(&head), head_of(&get));
                // The first of the two requests is counted when the second comes.
                if target == "/metrics" {
                    for lasting in [&mut of_head, &mut of_get] {
                        lasting.retain(|(name, _)| name != "content-length");
                    }
                }
                assert_eq!((head.status, of_head), (get.status, of_get), "{target}");
            } else {
                let trace = ask("TRACE");
                assert_eq!((head.status, head_of(&head)), (trace.status, head_of(&trace)), "{target}");
            }
        }
    }
}

#[test]
fn a_method_that_a_path_does_not_have_is_refused_with_those_that_it_has() {
    let server = TestServer::start();
    for (target, methods) in each_path() {
        for other in METHODS.iter().filter(|other| !methods.iter().any(|method| method == *other)) {
            let answer = Request::new(other, &target).bearer(ADMIN_KEY).send(server.address());
            assert!([405, 501].contains(&answer.status), "{other} {target}: {}", answer.status);
        }
        let options = Request::new("OPTIONS", &target).send(server.address());
        let told: Vec<&str> = options.header("allow").unwrap_or_default().split(", ").collect();
        let has = |name: &str| methods.iter().any(|method| method == name);
        assert_eq!((options.status, told.contains(&"HEAD")), (204, has("GET")), "{target}: {told:?}");
    }
}
