//! Brings a database to the schema of this program: numbered files, forward only, hashes checked, in one transaction.
//! Knows files of SQL; must not know what is in the tables.

use rusqlite::Connection;

use super::OpenError;

refinery::embed_migrations!("src/store/sqlite/migrations");

/// The newest migration of this program.
pub(super) fn known() -> i64 {
    migrations::runner().get_migrations().iter().map(|migration| i64::from(migration.version())).max().unwrap_or(0)
}

/// The newest migration that the database has; 0 if it has none.
pub(super) fn find(connection: &Connection) -> rusqlite::Result<i64> {
    let history =
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'refinery_schema_history')";
    if !connection.query_row(history, [], |row| row.get(0))? {
        return Ok(0);
    }
    connection.query_row("SELECT coalesce(max(version), 0) FROM refinery_schema_history", [], |row| row.get(0))
}

/// Applies the migrations that the database does not have yet, all of them or none. They may call the functions that the program
/// lends.
pub(super) fn apply(connection: &mut Connection) -> Result<(), OpenError> {
    check_not_newer(connection)?;
    // One transaction for all of them: `grouped` is the tool's word for it.
    let outcome = migrations::runner().set_grouped(true).run(connection);
    outcome.map(|_| ()).map_err(|error| OpenError::Migration { source: Box::new(error) })
}

/// Refuses a database with a schema that this program does not know. Answers which one it has.
pub(super) fn check_not_newer(connection: &Connection) -> Result<i64, OpenError> {
    let (found, known) = (find(connection)?, known());
    if found > known { Err(OpenError::NewerSchema { found, known }) } else { Ok(found) }
}

/// Checks that the database has the schema of this program, which only then can read it.
pub(super) fn check(connection: &Connection) -> Result<(), OpenError> {
    let (found, known) = (check_not_newer(connection)?, known());
    if found < known { Err(OpenError::OlderSchema { found, known }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use refinery::Target;

    use super::super::functions;
    use super::*;
    use crate::domain::{ChainCheck, OrganizationId};

    fn migrated() -> Connection {
        let mut connection = Connection::open_in_memory().expect("memory is there");
        functions::lend(&connection).expect("they can be made known");
        apply(&mut connection).expect("the first start migrates");
        connection
    }

    #[test]
    fn migrating_twice_changes_nothing() {
        let mut connection = migrated();
        let count = |connection: &Connection| -> i64 {
            connection
                .query_row("SELECT count(*) FROM refinery_schema_history", [], |row| row.get(0))
                .expect("the history is there")
        };
        let before = count(&connection);
        apply(&mut connection).expect("nothing is left to do");
        assert_eq!(count(&connection), before);
    }

    #[test]
    fn a_newer_schema_is_refused_and_named() {
        let mut connection = migrated();
        connection
            .execute("INSERT INTO refinery_schema_history VALUES (9999, 'future', '2999-01-01T00:00:00Z', '1')", [])
            .expect("the history is a table");
        let error = apply(&mut connection).expect_err("an older program must not touch it");
        assert!(matches!(error, OpenError::NewerSchema { found: 9999, .. }), "{error}");
        assert!(error.to_string().contains("newer version of Roster"), "{error}");
    }

    #[test]
    fn a_migration_that_was_changed_afterwards_is_refused() {
        let mut connection = migrated();
        connection.execute("UPDATE refinery_schema_history SET checksum = '1'", []).expect("the history is a table");
        let error = apply(&mut connection).expect_err("the hash is checked");
        assert!(matches!(error, OpenError::Migration { .. }), "{error}");
    }

    #[test]
    fn every_key_begins_with_the_organization() {
        let connection = migrated();
        let mut statement = connection
            .prepare(
                "SELECT i.tbl_name, (SELECT name FROM pragma_index_info(i.name) WHERE seqno = 0)
                 FROM sqlite_schema AS i
                 WHERE i.type = 'index' AND i.tbl_name NOT IN ('lookup', 'installation', 'organizations')
                   AND i.tbl_name NOT LIKE 'refinery%'",
            )
            .expect("the schema can be read");
        let firsts: Vec<(String, String)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("the query runs")
            .collect::<Result<_, _>>()
            .expect("rows are text");
        assert!(!firsts.is_empty());
        for (table, first) in firsts {
            assert_eq!(first, "organization", "an index of {table}");
        }
    }

    #[test]
    fn the_planner_is_told_of_every_index_and_each_of_its_columns() {
        let connection = migrated();
        let mut statement = connection
            .prepare(
                "SELECT t.name || '.' || i.name, (SELECT count(*) FROM pragma_index_info(i.name)),
                        (SELECT stat FROM sqlite_stat1 WHERE tbl = t.name AND idx IN (i.name, iif(i.origin = 'pk', t.name, '')))
                 FROM sqlite_schema AS t JOIN pragma_index_list(t.name) AS i
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'refinery%'
                   AND t.name NOT LIKE 'user_texts%'", // FTS5 and its own tables, which it reads by their keys
            )
            .expect("the schema can be read");
        let indexes: Vec<(String, usize, Option<String>)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .expect("the query runs")
            .collect::<Result<_, _>>()
            .expect("rows are what they should be");
        assert!(!indexes.is_empty());
        for (index, columns, told) in indexes {
            let numbers = told.map(|told| told.split(' ').count());
            assert_eq!(numbers, Some(columns + 1), "{index}: the rows, and the rows to each column's value");
        }
    }

    #[test]
    fn users_of_the_first_schema_keep_what_they_have_and_can_be_searched() {
        let mut connection = Connection::open_in_memory().expect("memory is there");
        functions::lend(&connection).expect("they can be made known");
        migrations::runner().set_target(Target::Version(1)).run(&mut connection).expect("the database is new");
        connection
            .execute_batch(
                "INSERT INTO organizations VALUES (zeroblob(12), 'one', 1, 1, 1);
                 INSERT INTO users VALUES
                     (zeroblob(12), randomblob(12), 'Stra\u{df}e', 'A@B.c', NULL, NULL, '\u{c4}da', NULL, 'active',
                      'native', 'native', 0, 1, 2, NULL, NULL, NULL, NULL, 3, '{\"a\": 1}', 'data:,x'),
                     (zeroblob(12), randomblob(12), 'Jane', NULL, NULL, NULL, NULL, NULL, 'active',
                      'native', 'native', 0, 1, 2, NULL, NULL, NULL, NULL, 3, '{}', NULL);
                 INSERT INTO user_permissions SELECT organization, id, 'browse' FROM users;
                 PRAGMA foreign_keys = ON;",
            )
            .expect("so the first schema was");
        apply(&mut connection).expect("what is left to do is done");
        let mut statement = connection
            .prepare(
                "SELECT concat_ws('|', kind, username_folded, email_folded, display_name_folded, metadata, avatar)
                 FROM users ORDER BY username_folded",
            )
            .expect("so the second schema is");
        let rows: Vec<String> =
            statement.query_map([], |row| row.get(0)).expect("it runs").collect::<Result<_, _>>().expect("texts");
        assert_eq!(rows, ["person|jane|||{}", "person|strasse|a@b.c|\u{e4}da|{\"a\": 1}|data:,x"]);
        let violations: i64 = connection
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
            .expect("it can be checked");
        assert_eq!(violations, 0);
    }

    #[test]
    fn users_of_a_directory_without_an_index_of_texts_are_found_by_them() {
        let mut connection = Connection::open_in_memory().expect("memory is there");
        functions::lend(&connection).expect("they can be made known");
        migrations::runner().set_target(Target::Version(6)).run(&mut connection).expect("the database is new");
        connection
            .execute_batch(
                "INSERT INTO organizations VALUES (zeroblob(12), 'one', 1, 1, 1);
                 INSERT INTO users (organization, id, username, status, realm_kind, realm_id, builtin, created_at, updated_at,
                                    version, first_name, username_folded, email_folded, display_name_folded)
                 VALUES (zeroblob(12), randomblob(12), 'Jane', 'active', 'native', 'native', 0, 1, 2, 3, 'Stra\u{df}e', 'jane', '', ''),
                        (zeroblob(12), randomblob(12), 'Joe', 'active', 'native', 'native', 0, 1, 2, 3, NULL, 'joe', 'a@b.c', 'x y z');",
            )
            .expect("so the sixth schema was");
        apply(&mut connection).expect("what is left to do is done");
        let found =
            |gram: &str| super::super::texts::find(&connection, &format!("\"{gram}\"")).expect("it is readable");
        assert_eq!(found("jan"), Some(vec![1]));
        assert_eq!(found("ass"), Some(vec![1]), "the first name, folded");
        assert_eq!(found("b.c"), Some(vec![2]));
        assert_eq!(found("y z"), Some(vec![2]));
        assert_eq!(found("zzz"), Some(vec![]));
    }

    #[test]
    fn the_first_organization_is_known_as_the_platform_from_then_on() {
        let mut connection = Connection::open_in_memory().expect("memory is there");
        functions::lend(&connection).expect("they can be made known");
        migrations::runner().set_target(Target::Version(4)).run(&mut connection).expect("the database is new");
        connection
            .execute_batch(
                "INSERT INTO organizations VALUES (x'010101010101010101010101', 'Other', 1, 1, 1), (zeroblob(12), 'default', 1, 1, 1);
                 INSERT INTO lookup SELECT 'organization', lower(name), id, id FROM organizations;",
            )
            .expect("so the fourth schema was");
        apply(&mut connection).expect("what is left to do is done");
        let platform = super::super::organizations::find_platform(&connection).expect("readable").expect("it is known");
        assert_eq!((platform.id, platform.name.as_str()), (OrganizationId::from_bytes([0; 12]), "default"));
    }

    #[test]
    fn the_records_that_are_there_are_chained_in_their_order() {
        let mut connection = Connection::open_in_memory().expect("memory is there");
        functions::lend(&connection).expect("they can be made known");
        migrations::runner().set_target(Target::Version(2)).run(&mut connection).expect("the database is new");
        connection
            .execute_batch(
                "INSERT INTO organizations VALUES (zeroblob(12), 'one', 1, 1, 1), (x'010101010101010101010101', 'two', 1, 1, 1);
                 WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9)
                 INSERT INTO audit
                 SELECT id, randomblob(12), 100 - n / 2, CASE n % 2 WHEN 0 THEN randomblob(12) END, NULL, 'UpdateUser',
                        'request ' || n, 'user', zeroblob(12), '[[\"email\",null,\"a\"]]'
                 FROM organizations, numbers;",
            )
            .expect("so the second schema was");
        apply(&mut connection).expect("what is left to do is done");
        for organization in [[0; 12], [1; 12]] {
            let rows = super::super::audit::scan(&connection, OrganizationId::from_bytes(organization), 0, 99);
            let mut check = ChainCheck::new(None);
            let entries: Vec<_> = rows.expect("readable").into_iter().filter_map(|row| row.entry).collect();
            entries.iter().try_for_each(|entry| check.follow(entry)).expect("it is whole");
            assert_eq!(check.finish().map(|head| head.position), Ok(9));
            assert!(entries.is_sorted_by_key(|entry| (entry.record.at, entry.record.id)));
        }
    }
}
