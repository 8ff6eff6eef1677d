//! Objects for the store's tests: each is made from a small number, with every field filled in differently.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::domain::{
    Action, ActionSet, AuditRecord, Credential, CredentialKind, Email, FieldChange, Group, Id, Metadata, Metaschema,
    MetaschemaName, Organization, Permission, Realm, RealmKind, Role, Status, TargetKind, User, Username,
};

/// The id with this number; kinds of objects have numbers of their own, so that no two objects share an id.
pub(super) fn id<T: From<Id>>(number: u64) -> T {
    Id::new(number, [7; 6]).into()
}

pub(super) fn time(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).expect("the tests stay near 1970")
}

fn permissions(names: &[&str]) -> BTreeSet<Permission> {
    names.iter().map(|name| Permission::parse(name).expect("the tests' permissions are valid")).collect()
}

pub(super) fn organization(number: u64) -> Organization {
    Organization {
        id: id(number),
        name: format!("Organization {number}"),
        platform: false,
        created_at: time(1),
        updated_at: time(2),
        version: 1,
    }
}

/// An active user of an organization, with nothing optional.
pub(super) fn plain_user(organization: u64, number: u64) -> User {
    let username = Username::parse(&format!("User{number}")).expect("valid");
    User { updated_at: time(11), ..User::new(id(1000 + number), id(organization), username, time(10)) }
}

/// A user with every field filled in, in the role and group 1 of its organization.
pub(super) fn full_user(organization: u64, number: u64) -> User {
    User {
        email: Some(Email::parse(&format!("User{number}@Example.org")).expect("valid")),
        first_name: Some("Zo\u{eb}".to_owned()),
        last_name: Some("'; DROP TABLE users; --".to_owned()),
        display_name: Some("\u{1f600} %_\\".to_owned()),
        description: Some("What it is for".to_owned()),
        avatar: Some("data:,x".repeat(1000)),
        metadata: Metadata::from_object_text(r#"{"a":[1,null]}"#.to_owned()).expect("an object"),
        sso_id: Some(String::new()),
        status: Status::Disabled,
        realm: Realm { kind: RealmKind::Saml, id: "saml1".to_owned() },
        builtin: true,
        permissions: permissions(&["agent_management", "user_management"]),
        roles: BTreeSet::from([role(organization, 1).id]),
        groups: BTreeSet::from([group(organization, 1).id]),
        created_by: Some(id(1)),
        updated_by: Some(id(2)),
        first_login_at: Some(time(12)),
        last_login_at: Some(time(13)),
        ..plain_user(organization, number)
    }
}

pub(super) fn role(organization: u64, number: u64) -> Role {
    Role {
        id: id(2000 + 100 * organization + number),
        organization: id(organization),
        name: format!("Role {number}"),
        description: "Reads users".to_owned(),
        actions: ActionSet::of(&[Action::UsersRead, Action::AuditRead]),
        permissions: permissions(&["user_management"]),
        builtin: false,
        created_at: time(20),
        updated_at: time(21),
        version: 1,
    }
}

pub(super) fn group(organization: u64, number: u64) -> Group {
    Group {
        id: id(3000 + 100 * organization + number),
        organization: id(organization),
        name: format!("Group {number}"),
        display_name: Some("\u{1f465} Group".to_owned()),
        description: String::new(),
        metadata: Metadata::from_object_text(r#"{"a":1}"#.to_owned()).expect("an object"),
        roles: BTreeSet::new(),
        builtin: true,
        created_at: time(30),
        updated_at: time(31),
        version: 1,
    }
}

pub(super) fn metaschema(organization: u64, number: u64) -> Metaschema {
    Metaschema {
        id: id(6000 + 100 * organization + number),
        organization: id(organization),
        name: MetaschemaName::parse(&format!("metaschema-{number}")).expect("valid"),
        schema: "{\"title\": \"Zo\u{eb}'s\"}".to_owned(),
        created_at: time(60),
        updated_at: time(61),
        version: 1,
    }
}

/// A credential of a user; its secret's hash is made from the number alone.
pub(super) fn credential(user: &User, number: u8) -> Credential {
    Credential {
        id: id(4000 + u64::from(number)),
        organization: user.organization,
        user: user.id,
        kind: CredentialKind::ApiKey,
        description: "for tests".to_owned(),
        secret_hash: [number; 32],
        created_at: time(40),
        updated_at: time(42),
        created_by: Some(user.id),
        expires_at: Some(time(41)),
        bootstrap: false,
        version: 1,
    }
}

/// A record about a user.
pub(super) fn record(user: &User, number: u64) -> AuditRecord {
    AuditRecord {
        id: id(5000 + number),
        organization: user.organization,
        at: time(50),
        actor: Some(id(1)),
        credential: Some(id(2)),
        operation: "UpdateUser".to_owned(),
        request_id: format!("request-{number}"),
        target_kind: TargetKind::User,
        target_id: user.id.id(),
        changes: vec![
            FieldChange { field: "email".to_owned(), from: None, to: Some("a\"b".to_owned()) },
            FieldChange::masked("password"),
        ],
    }
}
