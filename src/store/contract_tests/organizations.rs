//! The contract about organizations as wholes: which one is the platform, their list, and removing one.

use std::sync::Arc;

use super::{on_every_backend, on_every_furnished_backend};
use crate::domain::{Error, Kind, Organization, TargetKind};
use crate::store::NameKind;
use crate::store::samples::{
    credential, full_user, group, id, metaschema, organization, plain_user, record, role, time,
};

#[test]
fn one_organization_is_the_platform_whatever_its_name() {
    on_every_backend(|backend| {
        assert_eq!(backend.read(|txn| txn.platform()).expect("the store reads"), None);
        let platform = Organization { platform: true, ..organization(1) };
        let inserted = platform.clone();
        backend.write(move |txn| txn.insert_organization(&inserted)).expect("the store was empty");
        backend.write(|txn| txn.insert_organization(&organization(2))).expect("it is another");
        let second = Organization { platform: true, ..organization(3) };
        assert!(backend.write(move |txn| txn.insert_organization(&second)).is_err(), "there is one");

        let renamed = Organization { name: "Renamed".to_owned(), version: 2, ..platform.clone() };
        let new = renamed.clone();
        backend.write(move |txn| txn.update_organization(&platform, &new)).expect("it is as it was read");
        let found =
            backend.read(|txn| Ok((txn.platform()?, txn.organization_by_name("renamed")?, txn.organization(id(2))?)));
        assert_eq!(found.expect("the store reads"), (Some(renamed.clone()), Some(renamed), Some(organization(2))));
    });
}

#[test]
fn organizations_are_listed_by_id_from_behind_one() {
    on_every_backend(|backend| {
        backend
            .write(|txn| [2, 1, 3].into_iter().try_for_each(|number| txn.insert_organization(&organization(number))))
            .expect("the store was empty");
        for (after, limit, expected) in
            [(None, 9, vec![1, 2, 3]), (None, 2, vec![1, 2]), (Some(1), 1, vec![2]), (Some(3), 9, vec![])]
        {
            let page = backend.read(move |txn| txn.organizations_page(after.map(id), limit)).expect("the store reads");
            assert_eq!(page, expected.into_iter().map(organization).collect::<Vec<_>>());
        }
    });
}

#[test]
fn a_removed_organization_takes_everything_along_but_its_audit_trail() {
    on_every_furnished_backend(|backend| {
        let (user, stays) = (full_user(1, 1), plain_user(2, 2));
        let (gone, kept) = (user.clone(), stays.clone());
        backend
            .write(move |txn| {
                for (user, number) in [(&gone, 1), (&kept, 2)] {
                    txn.insert_user(user)?;
                    txn.insert_credential(&credential(user, number))?;
                    txn.set_password(user.organization, user.id, "phc")?;
                }
                for number in 1..=2 {
                    let old = group(number, 1);
                    let new = crate::domain::Group { roles: [role(number, 1).id].into(), ..old.clone() };
                    txn.update_group(&old, &new)?;
                    txn.insert_metaschema(&metaschema(number, 1))?;
                }
                txn.append_audit(&record(&gone, 1))
            })
            .expect("nothing of it was there");

        let stale = Organization { version: 7, ..organization(1) };
        let moved = backend.write(move |txn| txn.delete_organization(&stale));
        assert!(matches!(moved, Err(Error::Conflict { kind: Kind::Organization })), "{moved:?}");
        assert_eq!(
            backend.read(|txn| txn.count_credentials(id(1))).expect("the store reads"),
            1,
            "nothing was removed"
        );
        backend.write(|txn| txn.delete_organization(&organization(1))).expect("it is there");

        let looked = user.clone();
        let left = backend.read(move |txn| {
            let found = [
                txn.organization(id(1))?.is_some(),
                txn.organization_by_name("organization 1")?.is_some(),
                txn.user(id(1), looked.id)?.is_some(),
                txn.find_name(NameKind::Username, "user1")?.is_some(),
                txn.find_name(NameKind::Email, "user1@example.org")?.is_some(),
                txn.credential(credential(&looked, 1).id)?.is_some(),
                txn.credential_by_secret(&[1; 32])?.is_some(),
                txn.role(id(1), role(1, 1).id)?.is_some(),
                txn.group(id(1), group(1, 1).id)?.is_some(),
                !txn.metaschemas(id(1))?.is_empty(),
            ];
            Ok((found, txn.audit_of(id(1), TargetKind::User, looked.id.id(), 9)?, txn.audited_organizations()?))
        });
        let (found, audit, audited) = left.expect("the store reads");
        assert_eq!(found, [false; 10]);
        assert_eq!((audit, audited), (vec![record(&user, 1)], vec![id(1), id(2)]));

        let (other, looked) = (role(2, 1), stays.clone());
        let there = backend.read(move |txn| {
            let password = txn.password(id(2), looked.id)?;
            Ok((txn.user(id(2), looked.id)?, txn.credential_by_secret(&[2; 32])?, password, txn.role(id(2), other.id)?))
        });
        let expected =
            (Some(stays.clone()), Some(credential(&stays, 2)), Some("phc".to_owned()), Some(Arc::new(role(2, 1))));
        assert_eq!(there.expect("the store reads"), expected, "the other one is as it was");

        let again = Organization { name: "Organization 1".to_owned(), created_at: time(9), ..organization(9) };
        backend.write(move |txn| txn.insert_organization(&again)).expect("the name is free");
        let namesake = crate::domain::User { id: id(1009), ..plain_user(2, 1) };
        backend.write(move |txn| txn.insert_user(&namesake)).expect("the username is free");
    });
}
