//! An organization that is removed: nothing is left of it but its audit trail, and nobody else notices. And one that is there:
//! its keys are its own.

use roster::limits::ORGANIZATION_REMOVED_USERS_MAX;
use roster::logging;
use roster::verification::check_data_directory;
use rusqlite::Connection;
use serde_json::json;

use super::sides::{Attacker, Wall};
use crate::support::http::{Answer, Request};
use crate::support::server::ADMIN_KEY;
use crate::support::tenant::Tenant;

fn send(wall: &Wall, key: &str, method: &str, target: &str) -> Answer {
    wall.world.send(&Request::new(method, target).bearer(key))
}

fn path(wall: &Wall) -> String {
    format!("/api/admin/v1/organizations/{}", wall.attacker.organization.to_base32())
}

/// What is left in each table that has an organization, by table.
fn left(wall: &Wall) -> Vec<(String, i64)> {
    let store = Connection::open(wall.world.data_dir().join("roster.db")).expect("the database can be opened");
    let sql = "SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
               WHERE t.type = 'table' AND c.name = 'organization' ORDER BY 1";
    let mut statement = store.prepare(sql).expect("the schema can be read");
    let tables = statement.query_map([], |row| row.get::<_, String>(0)).expect("the schema can be read");
    let tables: Vec<String> = tables.collect::<Result<_, _>>().expect("names are texts");
    let organization = wall.attacker.organization.to_bytes().to_vec();
    let count = |table: String| {
        let sql = format!("SELECT count(*) FROM {table} WHERE organization = ?1");
        let count = store.query_row(&sql, [&organization], |row| row.get(0)).expect("it can be counted");
        (table, count)
    };
    tables.into_iter().map(count).filter(|(_, count)| *count > 0).collect()
}

#[test]
fn a_removed_organization_leaves_nothing_but_its_audit_trail() {
    let wall = Wall::build(Attacker::Tenant);
    let filled: Vec<String> = left(&wall).into_iter().map(|(table, _)| table).collect();
    for table in ["credentials", "group_roles", "groups", "lookup", "metaschemas", "roles", "user_groups", "users"] {
        assert!(filled.iter().any(|name| name == table), "{table} is empty before, too: {filled:?}");
    }
    let before = wall.kept_of_victim();
    let users = send(&wall, ADMIN_KEY, "GET", "/api/org/v1/users").json();
    let removed = send(&wall, ADMIN_KEY, "DELETE", &path(&wall));
    assert_eq!(removed.status, 204, "{}", removed.text());

    let kept = left(&wall);
    assert!(matches!(&kept[..], [(table, count)] if table == "audit" && *count > 10), "{kept:?}");
    assert_eq!(send(&wall, ADMIN_KEY, "GET", "/api/org/v1/users").json(), users, "the others are all there");
    // What was added is what the platform's own trail says of it.
    let after = wall.kept_of_victim();
    assert_eq!(after.iter().filter(|row| !before.contains(row)).count(), 1);
    assert!(before.iter().all(|row| after.contains(row)));

    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be built");
    let (data_dir, log) = (wall.world.data_dir(), logging::discard());
    let findings = runtime.block_on(check_data_directory(&data_dir, None, None, &log)).expect("the trails can be read");
    let id = wall.attacker.organization.to_base32();
    assert!(findings.iter().any(|finding| finding.organization == id), "{findings:?}");
    assert!(findings.iter().all(|finding| finding.outcome.is_ok()), "{findings:?}");
}

#[test]
fn a_removed_organization_takes_its_credentials_along_at_once_and_gives_its_names_back() {
    let wall = Wall::build(Attacker::Tenant);
    let key = &wall.attacker.key;
    let password = "a quiet lighthouse keeps time";
    let set = Request::new("PATCH", "/api/v1/user").bearer(key).json(&json!({"security": {"password": password}}));
    assert_eq!(wall.world.send(&set).status, 200);
    let login = Request::new("POST", "/api/v1/users/auth/_login")
        .json(&json!({"username": "ours.admin", "password": password}));
    let token = wall.world.send(&login).json()["token"].as_str().expect("a token is text").to_owned();
    let doors = ["/api/org/v1/me", "/api/v1/user", "/v1beta1/users/self", "/api/v2/user", "/roster/v1/audit"];
    for target in doors {
        for credential in [key, &token] {
            assert_eq!(send(&wall, credential, "GET", target).status, 200, "{target}");
        }
    }
    assert_eq!(send(&wall, ADMIN_KEY, "DELETE", &path(&wall)).status, 204);
    for target in doors {
        for credential in [key, &token] {
            let answer = send(&wall, credential, "GET", target);
            let unknown = send(&wall, "a-key-that-nobody-ever-had", "GET", target);
            assert_eq!(answer.status, 401, "{target}: {}", answer.text());
            assert_eq!(answer.status, unknown.status, "{target}");
        }
    }
    assert_eq!(wall.world.send(&login).status, 401);
    let again = Tenant::make(|request| wall.world.send(request), "ours");
    assert_eq!(again.admin, "ours.admin", "the name is free");
}

#[test]
fn a_key_is_of_one_organization_in_every_dialect() {
    for attacker in [Attacker::Tenant, Attacker::Platform] {
        let wall = Wall::build(attacker);
        let lists = [
            "/api/org/v1/users",
            "/api/org/v1/service-accounts",
            "/api/v1/users",
            "/api/v1/users/auth/keys/_all",
            "/v1beta1/users",
            "/v1beta1/admin/users",
            "/v1beta1/admin/users/export",
            "/v1beta1/meta/schemas",
            "/api/v2/user",
            "/api/v2/usergroup",
            "/api/v2/role",
            "/roster/v1/audit?limit=1000",
            "/roster/v1/audit/export",
        ];
        let theirs = ["person.name", "person.id", "person.uuid", "group.uuid", "role.uuid", "schema.name", "key.id"];
        for target in lists {
            let answer = send(&wall, &wall.attacker.key, "GET", target);
            assert_eq!(answer.status, 200, "{target}: {}", answer.text());
            for name in theirs.map(|name| &wall.victim.names[name]) {
                assert!(!answer.text().contains(name.as_str()), "{target} shows {name}: {}", answer.text());
            }
        }
    }
}

#[test]
fn what_is_too_large_to_be_removed_at_once_stays() {
    let wall = Wall::build(Attacker::Tenant);
    let store = Connection::open(wall.world.data_dir().join("roster.db")).expect("the database can be opened");
    let sql = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2)
               INSERT INTO users (organization, id, username, username_folded, status, realm_kind, realm_id, builtin, created_at,
                                  updated_at, version, kind)
               SELECT ?1, randomblob(12), 'many' || n, 'many' || n, 'active', 'native', 'native', 0, 1, 1, 1, 'person'
               FROM numbers";
    let organization = wall.attacker.organization.to_bytes().to_vec();
    store.execute(sql, (&organization, ORGANIZATION_REMOVED_USERS_MAX)).expect("they can be added");
    let refused = send(&wall, ADMIN_KEY, "DELETE", &path(&wall));
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(refused.text().contains("more than 10000 users"), "{}", refused.text());
    assert_eq!(send(&wall, &wall.attacker.key, "GET", "/api/org/v1/me").status, 200, "nothing was removed");

    let few = "DELETE FROM users WHERE organization = ?1 AND username_folded IN ('many1', 'many2', 'many3', 'many4')";
    store.execute(few, [&organization]).expect("they can be deleted");
    assert_eq!(send(&wall, ADMIN_KEY, "DELETE", &path(&wall)).status, 204);
    let kept = left(&wall);
    assert!(matches!(&kept[..], [(table, _)] if table == "audit"), "{kept:?}");
}
