//! Organizations are walls: in whatever place of whatever operation somebody names an object of another organization, the
//! answer is what it is for an object that does not exist, to the last byte, and nothing changes on the other side. The places
//! come from the contract, so that a new one without a row fails. Row 5 of the ten ways in which a user API fails.

mod places;
mod removal;
mod rows;
mod sides;

use std::collections::BTreeSet;

use roster::domain::Id;
use roster::generated;
use serde_json::Value;
use specgen_runtime::Operation;

use crate::support::http::{Answer, Request};
use places::{marks_of, places_of};
use rows::{NEW_NAMES, PLAIN, PLATFORM_ROWS, ROWS, Row, TAKEN};
use sides::{Attacker, Names, Side, Wall, absent};

fn operation_of(row: &Row) -> &'static Operation {
    let mut operations = generated::server::operations();
    operations.find(|operation| operation.id == row.operation).unwrap_or_else(|| panic!("{} is served", row.operation))
}

/// The request of a row, in which the mark at this place stands for one of `others`, and every other for one of `own`.
fn request(row: &Row, foreign: Option<(&str, &Names)>, own: &Names, fresh: &str) -> Request {
    let fill = |text: &str| {
        let mut filled = text.replace("{fresh}", fresh);
        if let Some((mark, others)) = foreign {
            filled = filled.replace(&format!("{{{mark}}}"), &others[mark]);
        }
        own.iter().fold(filled, |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value).replace(&format!("{{own_{name}}}"), value)
        })
    };
    let request = Request::new(operation_of(row).method, &fill(row.target));
    if row.body.is_empty() {
        return request;
    }
    let is_form = !row.body.starts_with(['{', '[']);
    let media_type = if is_form { "application/x-www-form-urlencoded" } else { "application/json" };
    request.header("Content-Type", media_type).body(fill(row.body))
}

/// What an answer says, without the name that was asked for.
fn said(answer: &Answer, name: &str) -> (u16, String) {
    let headers: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    (answer.status, format!("{}\n\n{}", headers.join("\n"), answer.text()).replace(name, "<name>"))
}

/// Asks each row about the victim's objects and about nothing, in two worlds that are alike, and collects what differs.
fn check(attacker: Attacker, rows: &[&Row]) {
    let (real, unreal) = (Wall::build(attacker), Wall::build(attacker));
    assert_eq!(real.attacker.names, unreal.attacker.names, "the worlds are alike");
    let nothing = absent(&real.victim);
    let before = real.kept_of_victim();
    let (mut wrong, mut number) = (Vec::new(), 0);
    for row in rows {
        for (place, mark) in marks_of(row, operation_of(row).path) {
            number += 1;
            let fresh = format!("fresh{number}");
            let own = &real.attacker.names;
            let ask = |wall: &Wall, names: &Names| {
                let request = request(row, Some((&mark, names)), own, &fresh);
                said(&wall.ask(number, &request), &names[&mark])
            };
            let (there, not_there) = (ask(&real, &real.victim.names), ask(&unreal, &nothing));
            let case = format!("{} with {{{mark}}} at {place}", row.operation);
            if there != not_there {
                wrong.push(format!("{case} is told apart:\n{there:?}\n{not_there:?}"));
            }
            if real.kept_of_victim() != before {
                wrong.push(format!("{case} changed something beyond the wall"));
                break;
            }
        }
    }
    assert!(number > 100, "the rows name something");
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Asks each row about the caller's own objects, new ones each time: else it would prove nothing that others are not found.
fn check_own(attacker: Attacker, rows: &[&Row]) {
    let mut wrong = Vec::new();
    // An organization has only so many metaschemas.
    for rows in rows.chunks(50) {
        let Wall { world, attacker, .. } = Wall::build(attacker);
        let organization = (attacker.organization, attacker.names["organization.name"].as_str());
        for (number, row) in rows.iter().enumerate() {
            let side = Side::furnish(&world, organization, &format!("own{number}"));
            let request = request(row, None, &side.names, &format!("new{number}")).bearer(&side.key);
            let answer = world.send(&request);
            let is_expected = row.own.map_or((200..300).contains(&answer.status), |status| answer.status == status);
            if !is_expected {
                wrong.push(format!("{} {}: {} {}", row.operation, request.target(), answer.status, answer.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_of_the_platform_does_not_exist_for_another_organization() {
    check(Attacker::Tenant, &ROWS.iter().chain(PLATFORM_ROWS).collect::<Vec<_>>());
}

#[test]
fn what_is_of_another_organization_does_not_exist_for_the_platform() {
    check(Attacker::Platform, &ROWS.iter().collect::<Vec<_>>());
}

#[test]
fn what_is_ones_own_is_found_by_the_same_requests() {
    check_own(Attacker::Tenant, &ROWS.iter().chain(PLATFORM_ROWS).collect::<Vec<_>>());
}

#[test]
fn of_names_that_are_unique_in_the_instance_only_that_they_are_taken_is_told() {
    for attacker in [Attacker::Tenant, Attacker::Platform] {
        let mut wall = Wall::build(attacker);
        let before = wall.kept_of_victim();
        for (number, row) in (1..).zip(TAKEN) {
            wall.attacker.make_objects(&wall.world, &format!("own{number}"));
            let own = &wall.attacker.names;
            let marks = marks_of(row, operation_of(row).path);
            let [(place, mark)] = &marks[..] else { panic!("{row:?} has one name of another") };
            let fresh = format!("fresh{number}");
            let answer = wall.ask(number, &request(row, Some((mark, &wall.victim.names)), own, &fresh));
            let case = format!("{} with {{{mark}}} at {place}: {}", row.operation, answer.text());
            assert_eq!(answer.status, row.own.unwrap_or(409), "{case}");
            assert!(answer.status == 409 || answer.text().contains("taken"), "{case}");
            for told in ["person.id", "person.uuid", "organization.id", "organization.uuid"] {
                assert!(!answer.text().contains(&wall.victim.names[told]), "{case}");
            }
            assert_eq!(wall.kept_of_victim(), before, "{case}");
            let free = [
                ("name", format!("free{number}-person")),
                ("email", format!("free{number}@example.org")),
                ("id", Id::new(number, [7; 6]).to_base32()),
            ];
            let free: Names = free.into_iter().map(|(form, name)| (format!("person.{form}"), name)).collect();
            let answer = wall.ask(number + 1000, &request(row, Some((mark, &free)), own, &format!("{fresh}x")));
            assert!((200..300).contains(&answer.status), "a free name, {} {}", row.operation, answer.text());
        }
    }
}

#[test]
fn every_place_has_a_row_or_names_nothing() {
    let document: Value = serde_json::from_str(include_str!("../../generated/openapi.json")).expect("it is JSON");
    let rows = || ROWS.iter().chain(PLATFORM_ROWS).chain(TAKEN);
    let mut missing = Vec::new();
    let mut known = BTreeSet::new();
    for operation in generated::server::operations() {
        let places = places_of(&document, operation.path, &operation.method.to_ascii_lowercase());
        let of_operation = rows().filter(|row| row.operation == operation.id);
        let covered: BTreeSet<String> =
            of_operation.flat_map(|row| marks_of(row, operation.path)).map(|(place, _)| place).collect();
        let unknown = covered.difference(&places).map(|place| format!("{}: there is no {place}", operation.id));
        missing.extend(unknown);
        for place in places.difference(&covered) {
            let words = place.split([' ', '/']).filter(|word| !word.is_empty());
            let is_plain = words.clone().any(|word| PLAIN.contains(&word));
            let is_new = NEW_NAMES.iter().any(|(id, at, _)| *id == operation.id && at == place);
            if !is_plain && !is_new {
                missing.push(format!("{}: {place}", operation.id));
            }
        }
        known.insert(operation.id);
    }
    assert!(missing.is_empty(), "places without a row:\n{}", missing.join("\n"));
    let unknown: Vec<&str> = rows().map(|row| row.operation).filter(|id| !known.contains(id)).collect();
    assert!(unknown.is_empty(), "rows of no operation: {unknown:?}");
}
