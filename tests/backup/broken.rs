//! Everything that `roster check` looks for, broken in a copy of a directory that is as it should be: it is found, and said.

use std::path::Path;

use roster::domain::text::fold;
use roster::inspection::inspect;
use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use super::scene::Scene;

/// What breaks the directory, and what must be said of it.
const CASES: &[(&str, &str)] = &[
    ("DELETE FROM lookup WHERE kind = 'username' AND name = 'ada'", "is not found by its username"),
    ("UPDATE lookup SET object = zeroblob(12) WHERE kind = 'username' AND name = 'ada'", "is not found by its username"),
    ("DELETE FROM lookup WHERE kind = 'email' AND name LIKE 'ada@%'", "is not found by its e-mail address"),
    ("DELETE FROM lookup WHERE kind = 'organization' AND name = 'elsewhere'", "is not found by its name"),
    ("DELETE FROM lookup WHERE kind = 'key-id'", "is not found by its id"),
    ("DELETE FROM lookup WHERE kind = 'key-secret'", "is not found by its secret"),
    (
        "INSERT INTO lookup SELECT 'username', 'ghost', organization, object FROM lookup WHERE name = 'ada'",
        "the username 'ghost' is kept for nobody",
    ),
    (
        "INSERT INTO lookup SELECT 'email', 'g@example.org', organization, object FROM lookup WHERE name = 'ada'",
        "the e-mail address 'g@example.org' is kept for nobody",
    ),
    (
        "INSERT INTO lookup SELECT kind, 'nowhere', organization, object FROM lookup WHERE name = 'elsewhere'",
        "the name 'nowhere' is kept for no organization",
    ),
    ("INSERT INTO lookup VALUES ('key-id', 'x', zeroblob(12), zeroblob(12))", "the key-id of 00000000-"),
    ("INSERT INTO lookup VALUES ('key-secret', 'x', zeroblob(12), zeroblob(12))", "the key-secret of 00000000-"),
    ("INSERT INTO lookup VALUES ('nickname', 'x', zeroblob(12), zeroblob(12))", "of the kind 'nickname'"),
    ("UPDATE users SET display_name = 'Eve' WHERE username = 'ada'", "has texts that are folded otherwise"),
    ("UPDATE roles SET name = name || 'x' WHERE name = 'Sailor'", "has a name that is folded otherwise"),
    ("UPDATE groups SET name = name || 'x' WHERE name = 'Crew'", "has a name that is folded otherwise"),
    ("UPDATE groups SET builtin = 0 WHERE name_folded = 'everyone'", "has no group of everyone"),
    (
        "DELETE FROM user_groups WHERE user = (SELECT id FROM users WHERE username = 'ada')",
        "is a person and not in the group of everyone",
    ),
    (
        "INSERT INTO user_groups SELECT u.organization, u.id, g.id FROM users AS u JOIN groups AS g
         ON g.organization = u.organization WHERE u.username = 'robot' AND g.name_folded = 'everyone'",
        "is a service account and in the group of everyone",
    ),
    (
        "INSERT INTO passwords SELECT organization, id, 'x' FROM users WHERE username = 'robot'",
        "is a service account and has a password",
    ),
    ("DELETE FROM installation WHERE name = 'platform'", "no organization is the platform"),
    ("UPDATE installation SET value = zeroblob(12) WHERE name = 'platform'", "no organization is the platform"),
    ("UPDATE installation SET value = x'01' WHERE name = 'key'", "there is no secret key of 32 bytes"),
    // Rows that the program cannot read.
    ("UPDATE organizations SET version = 0 WHERE name = 'elsewhere'", "organizations.version"),
    ("UPDATE users SET version = 0 WHERE username = 'ada'", "users.version"),
    ("UPDATE users SET metadata = '[]' WHERE username = 'ada'", "users.metadata"),
    ("UPDATE users SET email = 'nobody' WHERE username = 'ada'", "users.email"),
    ("UPDATE roles SET actions = 'users:fly' WHERE name = 'Sailor'", "roles.actions"),
    ("UPDATE groups SET version = 0 WHERE name = 'Crew'", "groups.version"),
    ("UPDATE credentials SET version = 0", "credentials.version"),
    ("UPDATE credentials SET session = NULL WHERE session IS NOT NULL", "credentials.kind"),
    ("UPDATE metaschemas SET version = 0", "metaschemas.version"),
    ("UPDATE mail SET next_attempt_at = NULL", "mail"),
    ("UPDATE user_permissions SET permission = ''", "user_permissions.permission"),
    // References to nothing.
    ("DELETE FROM groups WHERE name = 'Crew'", "a row of user_groups refers to a row of groups"),
    ("DELETE FROM roles WHERE name = 'Sailor'", "a row of group_roles refers to a row of roles"),
    ("UPDATE user_roles SET organization = zeroblob(12)", "a row of user_roles refers to a row of roles"),
    ("UPDATE credentials SET user = zeroblob(12) WHERE session IS NOT NULL", "a row of credentials refers to a row of users"),
    ("UPDATE kept_answers SET user = zeroblob(12)", "a row of kept_answers refers to a row of users"),
    ("UPDATE user_permissions SET user = zeroblob(12)", "a row of user_permissions refers to a row of users"),
    ("DELETE FROM organizations WHERE name = 'elsewhere'", "a row of users refers to a row of organizations"),
    // What the schema says of values, which is asked past it.
    (
        "PRAGMA ignore_check_constraints = ON; UPDATE users SET status = 'asleep' WHERE username = 'ada'",
        "CHECK constraint failed in users",
    ),
    // The audit trail.
    ("UPDATE audit SET at = at + 1 WHERE position = 3", "the audit trail of default is not whole"),
    // The index of texts: it is well formed, and everybody whose texts are not due is in it.
    ("DELETE FROM user_texts_due", "is not found by a part of its names"),
    (
        "INSERT INTO user_texts (rowid, text) SELECT rowid, 'other words' FROM users; DELETE FROM user_texts_due",
        "is not found by a part of its names",
    ),
    (
        "INSERT INTO user_texts (rowid, text) SELECT rowid, username_folded FROM users;
         UPDATE user_texts_data SET block = zeroblob(length(block)) WHERE id = (SELECT max(id) FROM user_texts_data)",
        "user_texts",
    ),
    // SQLite's own: an index that does not have what its table has.
    (
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, '(organization, kind, status, id)', '(organization, kind, realm_id, id)')
         WHERE name = 'users_by_status'",
        "users_by_status",
    ),
];

/// What a check says of a directory.
fn findings(directory: &Path) -> Vec<String> {
    inspect(directory).expect("it can be read").findings.lines().to_vec()
}

fn breakage(database: &Path, sql: &str) {
    let connection = Connection::open(database).expect("it is there");
    connection.execute_batch("PRAGMA foreign_keys = OFF").expect("it is a setting");
    connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

#[test]
fn whatever_is_not_as_it_should_be_is_found_and_said() {
    let scene = Scene::new();
    assert_eq!(findings(scene.path()), [""; 0]);
    let whole = std::fs::read(scene.database()).expect("it is there");
    for (sql, expected) in CASES {
        breakage(&scene.database(), sql);
        let found = findings(scene.path());
        assert!(found.iter().any(|line| line.contains(expected)), "{sql}: {found:#?}");
        for companion in ["roster.db-wal", "roster.db-shm"] {
            let _ = std::fs::remove_file(scene.path().join(companion));
        }
        std::fs::write(scene.database(), &whole).expect("it can be written");
    }
    assert_eq!(findings(scene.path()), [""; 0]);
}

#[test]
fn users_who_got_other_numbers_than_the_index_of_texts_knows_are_found() {
    let scene = Scene::new();
    let connection = Connection::open(scene.database()).expect("it is there");
    let fold = |context: &Context<'_>| Ok(context.get::<Option<String>>(0)?.map(|text| fold(&text)));
    connection.create_scalar_function("fold", 1, FunctionFlags::SQLITE_UTF8, fold).expect("it can be lent");
    // As the store puts into the index what is due.
    let index = "INSERT INTO user_texts (rowid, text)
                 SELECT rowid, concat_ws(char(10), username_folded, email_folded, display_name_folded, fold(first_name),
                                         fold(last_name)) FROM users ORDER BY rowid;
                 DELETE FROM user_texts_due;";
    connection.execute_batch(index).expect("it is the schema");
    assert_eq!(findings(scene.path()), [""; 0]);
    // As a VACUUM may.
    connection.execute_batch("UPDATE users SET rowid = rowid + 100").expect("nobody uses it");
    assert_eq!(findings(scene.path()).len(), 9, "nobody is found");
}

#[test]
fn of_many_findings_of_a_kind_some_are_shown_and_the_others_counted() {
    let scene = Scene::new();
    let many = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100)
                INSERT INTO lookup SELECT 'username', 'ghost' || n, zeroblob(12), zeroblob(12) FROM numbers";
    breakage(&scene.database(), many);
    let found = findings(scene.path());
    assert_eq!(found.len(), 21, "{found:#?}");
    assert_eq!(found[20], "and 80 more of the same kind");
}
