//! What the requests of each workload are about, in one directory: seeded users, users made to be deleted, places in the
//! list and texts to look for.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::seed::{FIND_UUID, SEEDED_DOMAIN, Seeded, text_at};
use crate::SEED_CONNECTIONS;
use crate::load::{self, Batch, Load};
use crate::requests::{RequestMaker, RequestTemplate, Values, serial_text};
use crate::workloads::lists::PAGE_USERS;
use crate::workloads::{About, Workload};

/// How many places of the list are asked for, the first and the last among them.
const PLACES: usize = 64;
/// How many texts are looked for.
const NEEDLES: usize = 1000;
/// Digits of a text that is looked for: the fewer, the more users have it.
const NEEDLE_DIGITS: std::ops::RangeInclusive<usize> = 4..=7;

/// Makes a user who is to be deleted.
pub(crate) const CREATE_VICTIM: RequestTemplate = RequestTemplate::new(
    "POST",
    "/api/org/v1/users",
    "authorization: Bearer {admin}",
    concat!(
        r#"{"username":"d{serial}","email":"d{serial}@bench.example","#,
        r#""firstName":"First","lastName":"Last","displayName":"Name {serial}"}"#
    ),
    201,
);

/// Everything that requests can be about.
#[derive(Debug)]
pub(crate) struct Pools {
    subjects: Vec<Values>,
    accounts: Vec<Values>,
    places: Vec<Values>,
    needles: Vec<Values>,
}

impl Pools {
    /// Reads the places of the list from the server, where a workload needs them.
    pub(crate) fn read(seeded: &Seeded, requests: &mut RequestMaker, server: SocketAddr, lists: bool) -> Result<Self> {
        let places = if lists { read_places(server, requests, seeded.users)? } else { Vec::new() };
        let needles = (0..NEEDLES).map(|_| needle(&mut requests.choice, seeded.users)).collect();
        Ok(Pools { subjects: seeded.subjects.clone(), accounts: seeded.accounts.clone(), places, needles })
    }

    /// As many requests of a workload as asked for. Users to be deleted are made first, with as many requests.
    pub(crate) fn batch(
        &self,
        requests: &mut RequestMaker,
        server: SocketAddr,
        workload: &Workload,
        count: usize,
    ) -> Result<Batch> {
        let victims;
        let pool = match workload.about {
            About::Subject => &self.subjects,
            About::Account => &self.accounts,
            About::Place => &self.places,
            About::Needle => &self.needles,
            About::Victim => {
                victims = make_victims(requests, server, count)?;
                &victims
            }
        };
        ensure!(!pool.is_empty(), "there is nothing that {} could be about", workload.name);
        if let (About::Victim, [(_, request)]) = (workload.about, workload.requests) {
            return Ok(requests.batch_of_each(request, pool));
        }
        let weights: u32 = workload.requests.iter().map(|(weight, _)| weight).sum();
        let mut batch = Batch::default();
        for _ in 0..count {
            let mut drawn = requests.choice.u32(0..weights);
            let request = workload.requests.iter().find(|(weight, _)| {
                let is_it = drawn < *weight;
                drawn = drawn.saturating_sub(*weight);
                is_it
            });
            let (_, request) = request.context("a draw is below the sum of the weights")?;
            let about = requests.choice.choice(pool);
            requests.push(&mut batch, request, about);
        }
        Ok(batch)
    }
}

/// Creates users who are each deleted by one request.
pub(crate) fn make_victims(requests: &mut RequestMaker, server: SocketAddr, count: usize) -> Result<Vec<Values>> {
    let load = Load { address: server, connections: SEED_CONNECTIONS.min(count.max(1)), threads: 1 };
    let nobody = vec![Values::default(); count];
    let bodies = load.collect_bodies(&requests.batch_of_each(&CREATE_VICTIM, &nobody)).context("making users")?;
    let victim = |body: &Vec<u8>| {
        let username = text_at(body, "/username")?;
        let email = format!("{username}{SEEDED_DOMAIN}");
        Ok(Values::default().with("id", text_at(body, "/id")?).with("username", username).with("email", email))
    };
    let mut victims = bodies.iter().map(victim).collect::<Result<Vec<_>>>()?;
    let found = load.collect_bodies(&requests.batch_of_each(&FIND_UUID, &victims)).context("reading users back")?;
    for (victim, body) in victims.iter_mut().zip(&found) {
        victim.set("uuid", text_at(body, "/user/id")?);
    }
    Ok(victims)
}

/// Walks the whole list once and keeps the markers of places evenly spread over it.
fn read_places(server: SocketAddr, requests: &RequestMaker, users: usize) -> Result<Vec<Values>> {
    let pages = users / PAGE_USERS;
    ensure!(pages > 0, "lists need {PAGE_USERS} users");
    let key = requests.values.get("admin").context("a key is known")?;
    let mut places = Vec::new();
    let mut marker = String::new();
    for page in 0..pages {
        if page == (places.len() * pages) / PLACES || page + 1 == pages {
            let place = Values::default().with("marker", marker.clone()).with("page", (page + 1).to_string());
            places.push(place.with("offset", (page * PAGE_USERS).to_string()));
        }
        let head = format!("GET /api/org/v1/users?limit={PAGE_USERS}{marker} HTTP/1.1\r\nhost: {server}\r\n");
        let (status, body) = load::fetch(server, format!("{head}authorization: Bearer {key}\r\n\r\n").as_bytes())?;
        ensure!(status == 200, "page {page} of the list was answered with {status}");
        let body: Value = serde_json::from_slice(&body).context("a page is not JSON")?;
        match body.get("marker").and_then(Value::as_str) {
            Some(next) => marker = format!("&marker={next}"),
            None => ensure!(page + 1 == pages, "the list ended at page {page} of {pages}"),
        }
    }
    Ok(places)
}

/// The end of a seeded user's number.
fn needle(choice: &mut fastrand::Rng, users: usize) -> Values {
    let name = serial_text(choice.usize(0..users) as u64);
    let digits = choice.usize(NEEDLE_DIGITS);
    Values::default().with("needle", name.get(name.len() - digits..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::seed;

    #[test]
    fn needles_stand_in_the_names_of_seeded_users() {
        let mut choice = fastrand::Rng::with_seed(1);
        let names: Vec<String> =
            (0..300).filter_map(|number| seed::user(number).get("username").map(str::to_owned)).collect();
        for _ in 0..100 {
            let needle = needle(&mut choice, 300);
            let text = needle.get("needle").expect("it has a text");
            assert!(NEEDLE_DIGITS.contains(&text.len()) && names.iter().any(|name| name.contains(text)), "{text}");
        }
    }
}
