//! Fills a directory through the public API and gathers what the workloads need to know about its users.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::http_load::Load;
use crate::workloads::{RequestMaker, RequestTemplate, Subject};

/// What the e-mail address of every seeded user ends in, and nobody else's.
pub(crate) const SEEDED_DOMAIN: &str = "@bench.example";

const BEARER: &str = "authorization: Bearer {admin}";

const CREATE_USER: RequestTemplate = RequestTemplate {
    method: "POST",
    path: "/api/org/v1/users",
    credential: BEARER,
    body: concat!(
        r#"{"username":"{username}","email":"{email}","#,
        r#""firstName":"First","lastName":"Last","displayName":"Name {serial}"}"#
    ),
    expected_status: 201,
};

const CREATE_KEY: RequestTemplate = RequestTemplate {
    method: "POST",
    path: "/roster/v1/users/{id}/keys",
    credential: BEARER,
    body: r#"{"description":"benchmark"}"#,
    expected_status: 201,
};

const FIND_UUID: RequestTemplate = RequestTemplate {
    method: "GET",
    path: "/v1beta1/users/{email}",
    credential: BEARER,
    body: "",
    expected_status: 200,
};

/// Creates `users` users and gives the first `subjects` of them a key; returns those, the ones that workloads are about.
pub(crate) fn fill(load: Load, requests: &mut RequestMaker, users: usize, subjects: usize) -> Result<Vec<Subject>> {
    ensure!(0 < subjects && subjects <= users, "there must be a subject, and no more of them than users");
    let mut seeded = create(load, requests, 0..users)?;
    seeded.truncate(subjects);

    let keys = load.collect_bodies(&requests.batch_of_each(&CREATE_KEY, &seeded)).context("seeding keys")?;
    let found = load.collect_bodies(&requests.batch_of_each(&FIND_UUID, &seeded)).context("reading users back")?;
    for (subject, (key, user)) in seeded.iter_mut().zip(keys.iter().zip(&found)) {
        subject.key = text_at(key, "/key")?;
        subject.uuid = text_at(user, "/user/id")?;
    }
    Ok(seeded)
}

/// Creates the users with these numbers and gives each of them a key.
pub(crate) fn fill_with_keys(load: Load, requests: &mut RequestMaker, numbers: Range<usize>) -> Result<()> {
    let seeded = create(load, requests, numbers)?;
    load.drive(&requests.batch_of_each(&CREATE_KEY, &seeded)).context("seeding keys")?;
    Ok(())
}

fn create(load: Load, requests: &mut RequestMaker, numbers: Range<usize>) -> Result<Vec<Subject>> {
    let subject = |number: usize| {
        let username = format!("u{number:09}");
        Subject { email: format!("{username}{SEEDED_DOMAIN}"), username, ..Subject::default() }
    };
    let mut seeded: Vec<Subject> = numbers.map(subject).collect();
    let created = load.collect_bodies(&requests.batch_of_each(&CREATE_USER, &seeded)).context("seeding users")?;
    for (subject, body) in seeded.iter_mut().zip(&created) {
        subject.id = text_at(body, "/id")?;
    }
    Ok(seeded)
}

fn text_at(body: &[u8], pointer: &str) -> Result<String> {
    let body: Value = serde_json::from_slice(body).context("an answer is not JSON")?;
    let text = body.pointer(pointer).and_then(Value::as_str);
    text.map(str::to_owned).with_context(|| format!("an answer has no text at {pointer}: {body}"))
}
