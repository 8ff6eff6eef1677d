//! The contract about metaschemas.

use super::on_every_furnished_backend;
use crate::domain::{Error, Kind, Metaschema, MetaschemaName};
use crate::store::samples::{id, metaschema, time};

fn named(name: &str, like: Metaschema) -> Metaschema {
    Metaschema { name: MetaschemaName::parse(name).expect("valid"), ..like }
}

#[test]
fn a_metaschema_comes_back_as_stored_and_changes_by_version() {
    on_every_furnished_backend(|backend| {
        let old = metaschema(1, 1);
        backend.write(|txn| txn.insert_metaschema(&metaschema(1, 1))).expect("the name is free");
        assert_eq!(backend.read(|txn| txn.metaschema(id(1), metaschema(1, 1).id)).expect("read"), Some(old.clone()));
        assert_eq!(backend.read(|txn| txn.metaschema(id(2), metaschema(1, 1).id)).expect("read"), None);

        let new = named("other", Metaschema { schema: "[]".to_owned(), updated_at: time(99), ..old.clone() });
        let expected = Metaschema { version: 2, ..new.clone() };
        for outcome in [Ok(()), Err(())] {
            let (old, new) = (old.clone(), new.clone());
            let updated = backend.write(move |txn| txn.update_metaschema(&old, &new)).map_err(|_| ());
            assert_eq!(updated, outcome, "the second update is from a stale read");
        }
        let found = backend.read(|txn| txn.metaschema_by_name(id(1), "other")).expect("read");
        assert_eq!(found, Some(expected.clone()));
        assert_eq!(backend.read(|txn| txn.metaschema_by_name(id(1), "OTHER")).expect("read"), None);

        let stale = backend.write(|txn| txn.delete_metaschema(&metaschema(1, 1)));
        assert!(matches!(stale, Err(Error::Conflict { kind: Kind::Metaschema })), "{stale:?}");
        backend.write(move |txn| txn.delete_metaschema(&expected)).expect("as it was read");
        assert_eq!(backend.read(|txn| txn.metaschemas(id(1))).expect("read"), []);
    });
}

#[test]
fn names_of_metaschemas_are_unique_in_an_organization_and_its_order() {
    on_every_furnished_backend(|backend| {
        let all = [named("b", metaschema(1, 1)), named("a", metaschema(1, 2)), named("B", metaschema(1, 3))];
        for stored in all.clone() {
            backend.write(move |txn| txn.insert_metaschema(&stored)).expect("the name is free");
        }
        backend.write(|txn| txn.insert_metaschema(&named("b", metaschema(2, 1)))).expect("another organization");
        let taken = backend.write(|txn| txn.insert_metaschema(&named("b", metaschema(1, 4))));
        assert!(matches!(taken, Err(Error::AlreadyExists { field: "name" })), "{taken:?}");
        let [b, a, upper] = all;
        assert_eq!(backend.read(|txn| txn.metaschemas(id(1))).expect("read"), [upper, a, b]);
    });
}
