//! Fills a directory through the public API and gathers what the workloads need to know about its users.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::load::Load;
use crate::requests::{RequestMaker, RequestTemplate, Values, serial_text};

/// What the e-mail address of every seeded user ends in.
pub(crate) const SEEDED_DOMAIN: &str = "@bench.example";
/// How many users have a password, which costs the server a hash each.
const ACCOUNTS: usize = 64;
/// Users of one portion of an import, which is as many as the server takes (`IMPORT_ROWS_MAX`).
const PORTION: usize = 4000;
/// Portions that are made before any of them is sent, so that memory stays small.
const PORTIONS: usize = 8;
/// Portions that are sent at once: the server reads one while it writes another.
const PORTIONS_AT_ONCE: usize = 4;
/// What is added to a user's number in its display name, so that the two are never the same.
const SHOWN_NUMBERS: u64 = 5_000_000_000;

const BEARER: &str = "authorization: Bearer {admin}";

const IMPORT: RequestTemplate =
    RequestTemplate::new("POST", "/roster/v1/import", BEARER, r#"{"users":[{users}]}"#, 200);
const CREATE_KEY: RequestTemplate =
    RequestTemplate::new("POST", "/roster/v1/users/{username}/keys", BEARER, r#"{"description":"benchmark"}"#, 201);
/// Tells Frontier's form of a user's id.
pub(super) const FIND_UUID: RequestTemplate = RequestTemplate::get("/v1beta1/users/{email}", BEARER);
const RESET_PASSWORD: RequestTemplate =
    RequestTemplate::new("POST", "/api/org/v1/users/{id}/password/reset", BEARER, "", 200);

/// The users of a directory whom requests are about.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Seeded {
    pub(crate) users: usize,
    /// Evenly spread over all users, each with a key: `{id} {uuid} {username} {email} {key}`.
    pub(crate) subjects: Vec<Values>,
    /// The first of them, with a password besides: `{username} {password}`.
    pub(crate) accounts: Vec<Values>,
}

/// Adds users until there are so many, and gives keys and passwords to some of them.
pub(crate) fn grow(load: Load, requests: &mut RequestMaker, from: usize, to: usize, subjects: usize) -> Result<Seeded> {
    ensure!(0 < subjects && subjects <= to, "there must be a subject, and no more of them than users");
    create(load, requests, from..to)?;
    let mut chosen: Vec<Values> = (0..subjects).map(|index| user(index * to / subjects)).collect();
    let keys = load.collect_bodies(&requests.batch_of_each(&CREATE_KEY, &chosen)).context("seeding keys")?;
    let found = load.collect_bodies(&requests.batch_of_each(&FIND_UUID, &chosen)).context("reading users back")?;
    for (subject, (key, user)) in chosen.iter_mut().zip(keys.iter().zip(&found)) {
        subject.set("key", text_at(key, "/key")?);
        subject.set("id", text_at(key, "/userId")?);
        subject.set("uuid", text_at(user, "/user/id")?);
    }
    let mut accounts: Vec<Values> = chosen.iter().take(ACCOUNTS).cloned().collect();
    // One at a time for each processor, as more would only wait.
    let passwords = Load { connections: 2, ..load };
    let bodies = passwords.collect_bodies(&requests.batch_of_each(&RESET_PASSWORD, &accounts));
    for (account, body) in accounts.iter_mut().zip(bodies.context("seeding passwords")?) {
        account.set("password", text_at(&body, "/password")?);
    }
    Ok(Seeded { users: to, subjects: chosen, accounts })
}

/// Creates the users with these numbers and gives each of them a key.
pub(crate) fn fill_with_keys(load: Load, requests: &mut RequestMaker, numbers: Range<usize>) -> Result<()> {
    create(load, requests, numbers.clone())?;
    let users: Vec<Values> = numbers.map(user).collect();
    load.drive(&requests.batch_of_each(&CREATE_KEY, &users)).context("seeding keys")?;
    Ok(())
}

/// What is known of the user with a number before it is created.
pub(crate) fn user(number: usize) -> Values {
    let username = username(number);
    Values::default().with("email", format!("{username}{SEEDED_DOMAIN}")).with("username", username)
}

/// Imports users: as many of them one by one take longer than everything that is measured.
fn create(load: Load, requests: &mut RequestMaker, numbers: Range<usize>) -> Result<()> {
    let load = Load { connections: PORTIONS_AT_ONCE, ..load };
    let mut portions = numbers.clone().step_by(PORTION).map(|from| from..numbers.end.min(from + PORTION)).peekable();
    while portions.peek().is_some() {
        let next: Vec<Range<usize>> = portions.by_ref().take(PORTIONS).collect();
        let batch = requests.batch_of_each(&IMPORT, &next.iter().cloned().map(portion).collect::<Vec<_>>());
        let bodies = load.collect_bodies(&batch).context("seeding users")?;
        for (numbers, body) in next.iter().zip(&bodies) {
            let report: Report = serde_json::from_slice(body).context("the report of an import is not JSON")?;
            ensure!(report.created == numbers.len(), "not all were made: {}", String::from_utf8_lossy(body));
        }
    }
    Ok(())
}

/// What became of a portion.
#[derive(Deserialize)]
struct Report {
    created: usize,
}

fn portion(numbers: Range<usize>) -> Values {
    let row = |number: usize| {
        let username = username(number);
        let shown = serial_text(SHOWN_NUMBERS + number as u64);
        format!(
            r#"{{"username":"{username}","email":"{username}{SEEDED_DOMAIN}","firstName":"First","lastName":"Last","displayName":"Name {shown}"}}"#
        )
    };
    Values::default().with("users", numbers.map(row).collect::<Vec<_>>().join(","))
}

fn username(number: usize) -> String {
    format!("u{number:09}")
}

/// The text at a place of a JSON body.
pub(crate) fn text_at(body: &[u8], pointer: &str) -> Result<String> {
    let body: Value = serde_json::from_slice(body).context("an answer is not JSON")?;
    let text = body.pointer(pointer).and_then(Value::as_str);
    text.map(str::to_owned).with_context(|| format!("an answer has no text at {pointer}: {body}"))
}
