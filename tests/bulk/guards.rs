//! What a file says gives nobody more than whoever imports it could give, and nothing of another organization.

use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::ADMIN_KEY;
use crate::support::tenant::Tenant;

fn import(world: &World, key: &str, user: Value) -> Value {
    let request = Request::new("POST", "/roster/v1/import").bearer(key).json(&json!({"users": [user]}));
    world.send(&request).json()
}

fn export(world: &World, key: &str) -> Vec<Value> {
    let answer = world.send(&Request::new("GET", "/roster/v1/export").bearer(key));
    answer.text().lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect()
}

#[test]
fn an_id_is_taken_wherever_somebody_has_it_and_nobody_is_moved() {
    let world = World::open();
    let tenant = Tenant::make(|request| world.send(request), "elsewhere");
    assert_eq!(import(&world, ADMIN_KEY, json!({"username": "ada"}))["created"], 1);
    let ada = export(&world, ADMIN_KEY);
    let id = ada[0]["id"].as_str().expect("an id is text").to_owned();
    for key in [tenant.key.as_str(), ADMIN_KEY] {
        let answer = import(&world, key, json!({"username": "mallory", "id": id}));
        assert_eq!(answer["refused"][0]["code"], "taken", "{answer}");
        assert_eq!(answer["refused"][0]["field"], "id", "{answer}");
    }
    for name in ["ADA", "\u{ff21}da"] {
        let answer = import(&world, &tenant.key, json!({"username": name}));
        assert_eq!(answer["refused"][0]["code"], "taken", "{answer}");
    }
    assert_eq!(export(&world, ADMIN_KEY), ada);
    let own: Vec<Value> = export(&world, &tenant.key).iter().map(|user| user["username"].clone()).collect();
    assert_eq!(own, [tenant.admin], "an export ends at the wall");
}

#[test]
fn roles_and_groups_are_those_of_the_own_organization() {
    let world = World::open();
    let tenant = Tenant::make(|request| world.send(request), "elsewhere");
    let group = json!({"name": "crew", "roleIDs": []});
    let made = world.send(&Request::new("POST", "/api/v2/usergroup").bearer(ADMIN_KEY).json(&group));
    assert_eq!(made.status, 200, "{}", made.text());
    let answer = import(&world, &tenant.key, json!({"username": "eve", "groups": ["crew"]}));
    assert_eq!(answer["refused"][0]["message"], "names unknown groups: crew", "{answer}");
    // As if it were written out, the system group is nobody's choice.
    let answer = import(&world, ADMIN_KEY, json!({"username": "eve", "groups": ["Everyone", "crew"]}));
    assert_eq!(answer["created"], 1, "{answer}");
    assert_eq!(export(&world, ADMIN_KEY)[0]["groups"], json!(["crew"]));
}
