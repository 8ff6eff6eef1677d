//! The table of who may do what that the server tells is the one that the matrix holds it to, and names every operation.

use std::collections::BTreeSet;

use roster::generated;
use serde_json::Value;

use super::actors::Actor;
use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, TestServer};

fn served() -> Value {
    let server = TestServer::start();
    let answer = Request::new("GET", "/roster/v1/actions").bearer(ADMIN_KEY).send(server.address());
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn list(value: &Value) -> Vec<&Value> {
    value.as_array().expect("an array").iter().collect()
}

fn names(value: &Value) -> BTreeSet<&str> {
    list(value).into_iter().map(|name| name.as_str().expect("a name")).collect()
}

/// What is given to everybody, and by the role or permission of this name.
fn given<'t>(table: &'t Value, giver: Option<&str>) -> BTreeSet<&'t str> {
    let mut actions = names(&table["everybody"]);
    if let Some(giver) = giver {
        let givers = list(&table["roles"]).into_iter().chain(list(&table["permissions"]));
        let mut named = givers.filter(|given| given["name"] == giver || given["id"] == giver);
        actions.extend(names(&named.next().unwrap_or_else(|| panic!("{giver} is in the table"))["actions"]));
    }
    actions
}

#[test]
fn the_served_table_is_the_one_of_the_matrix() {
    let table = served();
    let actors = [
        (Actor::Plain, None),
        (Actor::PlatformAdmin, Some("ece_platform_admin")),
        (Actor::PlatformViewer, Some("ece_platform_viewer")),
        (Actor::DeploymentManager, Some("ece_deployment_manager")),
        (Actor::DeploymentViewer, Some("ece_deployment_viewer")),
        (Actor::UserManager, Some("user_management")),
    ];
    for (actor, giver) in actors {
        let given = given(&table, giver);
        for action in list(&table["actions"]) {
            let name = action["name"].as_str().expect("a name");
            assert_eq!(given.contains(name), actor.may(name), "{actor:?} {name}");
        }
    }
    assert_eq!(list(&table["roles"]).len() + list(&table["permissions"]).len(), actors.len() - 1);
}

#[test]
fn the_served_table_has_every_operation_of_the_contract_under_its_action() {
    let table = served();
    let mut found = BTreeSet::new();
    for action in list(&table["actions"]) {
        for operation in list(&action["operations"]) {
            let member = |name: &str| operation[name].as_str().expect("text").to_owned();
            let name = action["name"].as_str().expect("a name").to_owned();
            assert!(found.insert([name, member("dialect"), member("id"), member("method"), member("path")]));
        }
    }
    let declared = generated::server::operations().filter_map(|operation| {
        let told = [operation.action?, operation.module, operation.id, operation.method, operation.path];
        Some(told.map(ToOwned::to_owned))
    });
    assert_eq!(found, declared.collect());
}
