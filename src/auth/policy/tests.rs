//! The policy as tables: principal x action x target.

use std::collections::BTreeSet;

use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::domain::action::READS;
use crate::domain::powers::{DEPLOYMENT_MANAGER, MANAGEMENT, OWN_ACCOUNT, PLATFORM_ADMIN, PLATFORM_VIEWER};
use crate::domain::{ActionSet, Id, Permission, Realm, RealmKind, Role, RoleId, Status, User, Username};

pub(super) fn id<T: From<Id>>(number: u8) -> T {
    Id::new(0, [number; 6]).into()
}

pub(super) fn role(name: &str, actions: ActionSet) -> Role {
    Role {
        id: id(100),
        organization: id(0),
        name: name.to_owned(),
        description: String::new(),
        actions,
        permissions: BTreeSet::new(),
        builtin: true,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        version: 1,
    }
}

fn user(number: u8) -> User {
    let username = Username::parse(&format!("user{number}")).expect("valid");
    User::new(id(number), id(0), username, DateTime::UNIX_EPOCH)
}

fn permissions(names: &[&str]) -> BTreeSet<Permission> {
    names.iter().map(|name| Permission::parse(name).expect("valid")).collect()
}

/// The people of the tables, by name.
pub(super) struct Person {
    pub(super) user: User,
    grants: Grants,
}

impl Person {
    pub(super) fn new(name: &str) -> Self {
        let (user, roles) = match name {
            "admin" => (User { builtin: true, ..user(1) }, vec![role("admin", PLATFORM_ADMIN.actions)]),
            "readonly" => (User { builtin: true, ..user(2) }, vec![role("viewer", PLATFORM_VIEWER.actions)]),
            "platform admin" => (user(3), vec![role("admin", PLATFORM_ADMIN.actions)]),
            "viewer" => (user(4), vec![role("viewer", PLATFORM_VIEWER.actions)]),
            "manager" => (User { permissions: permissions(&["user_management"]), ..user(5) }, vec![]),
            "deployer" => (user(6), vec![role("deployer", DEPLOYMENT_MANAGER.actions)]),
            "plain" => (user(7), vec![]),
            "alerter" => (User { permissions: permissions(&["alerts_management"]), ..user(8) }, vec![]),
            "external" => {
                let realm = Realm { kind: RealmKind::Saml, id: "idp".into() };
                (User { realm, ..user(9) }, vec![])
            }
            "stranger" => (User { organization: id(99), ..user(10) }, vec![]),
            other => panic!("nobody is called {other}"),
        };
        let user = User { roles: roles.iter().map(|role| role.id).collect(), ..user };
        let grants = Grants::of(&user, &roles, ActionSet::ALL);
        Self { user, grants }
    }

    pub(super) fn principal(&self) -> Principal {
        Principal {
            user: self.user.id,
            organization: self.user.organization,
            username: self.user.username.to_string(),
            credential: None,
            actions: self.grants.actions,
            permissions: self.grants.permissions.clone(),
            builtin: self.user.builtin,
        }
    }

    fn target(&self) -> Target<'_> {
        Target::user(&self.user, &self.grants)
    }
}

fn verdict(who: &str, action: Action, whom: &str) -> &'static str {
    let target = Person::new(whom);
    match authorize(&Person::new(who).principal(), action, target.target()) {
        Ok(()) => "yes",
        Err(Denied::Absent(_)) => "absent",
        Err(Denied::Forbidden(reason)) => match reason {
            ForbiddenReason::MissingAction(_) => "missing",
            ForbiddenReason::Builtin(_) => "builtin",
            ForbiddenReason::External => "external",
            ForbiddenReason::StrongerTarget => "stronger",
            ForbiddenReason::Oneself => "oneself",
            _ => "other",
        },
    }
}

#[test]
fn what_each_person_may_do_in_general() {
    let own = OWN_ACCOUNT;
    let cases = [
        ("admin", ActionSet::ALL),
        ("readonly", READS),
        ("platform admin", ActionSet::ALL),
        ("viewer", READS.union(own)),
        ("manager", MANAGEMENT.union(own)),
        ("deployer", own),
        ("plain", own),
        ("alerter", own),
    ];
    for (who, expected) in cases {
        assert_eq!(Person::new(who).grants.actions, expected, "{who}");
    }
}

#[test]
fn updating_users() {
    let cases = [
        ("admin", "plain", "yes"),
        ("admin", "platform admin", "yes"),
        ("admin", "admin", "builtin"),
        ("admin", "readonly", "builtin"),
        ("admin", "external", "external"),
        ("admin", "stranger", "absent"),
        ("platform admin", "platform admin", "yes"),
        ("platform admin", "admin", "builtin"),
        ("readonly", "plain", "missing"),
        ("readonly", "readonly", "missing"),
        ("viewer", "plain", "missing"),
        ("viewer", "viewer", "yes"),
        ("viewer", "stranger", "missing"),
        ("manager", "plain", "yes"),
        ("manager", "manager", "yes"),
        ("manager", "viewer", "stronger"),
        ("manager", "platform admin", "stronger"),
        ("manager", "alerter", "stronger"),
        ("plain", "plain", "yes"),
        ("plain", "deployer", "missing"),
        ("external", "external", "external"),
    ];
    for (who, whom, expected) in cases {
        assert_eq!(verdict(who, Action::UsersUpdate, whom), expected, "{who} updates {whom}");
    }
}

#[test]
fn making_keys() {
    let cases = [
        ("admin", "plain", "yes"),
        ("admin", "admin", "builtin"),
        ("admin", "external", "yes"),
        ("admin", "stranger", "absent"),
        ("readonly", "readonly", "missing"),
        ("manager", "plain", "yes"),
        ("manager", "platform admin", "stronger"),
        ("plain", "plain", "yes"),
        ("plain", "admin", "missing"),
    ];
    for (who, whom, expected) in cases {
        assert_eq!(verdict(who, Action::CredentialsCreate, whom), expected, "{who} makes a key for {whom}");
    }
}

#[test]
fn deleting_users() {
    let cases = [
        ("admin", "plain", "yes"),
        ("admin", "platform admin", "yes"),
        ("admin", "admin", "builtin"),
        ("admin", "readonly", "builtin"),
        ("admin", "external", "external"),
        ("admin", "stranger", "absent"),
        ("platform admin", "platform admin", "oneself"),
        ("platform admin", "admin", "builtin"),
        ("readonly", "plain", "missing"),
        ("viewer", "plain", "missing"),
        ("viewer", "viewer", "missing"),
        ("manager", "plain", "yes"),
        ("manager", "manager", "oneself"),
        ("manager", "viewer", "stronger"),
        ("manager", "platform admin", "stronger"),
        ("manager", "alerter", "stronger"),
        ("plain", "plain", "missing"),
        ("plain", "deployer", "missing"),
    ];
    for (who, whom, expected) in cases {
        assert_eq!(verdict(who, Action::UsersDelete, whom), expected, "{who} deletes {whom}");
    }
}

#[test]
fn reading_and_deleting_keys() {
    let cases = [
        ("admin", "plain", "yes", "yes"),
        ("admin", "admin", "yes", "builtin"),
        ("admin", "external", "yes", "yes"),
        ("admin", "stranger", "absent", "absent"),
        ("readonly", "plain", "yes", "missing"),
        ("readonly", "readonly", "yes", "missing"),
        ("viewer", "plain", "yes", "missing"),
        ("viewer", "viewer", "yes", "yes"),
        ("manager", "plain", "yes", "yes"),
        ("manager", "platform admin", "yes", "stronger"),
        ("plain", "plain", "yes", "yes"),
        ("plain", "deployer", "missing", "missing"),
        ("external", "external", "yes", "yes"),
    ];
    for (who, whom, reading, deleting) in cases {
        assert_eq!(verdict(who, Action::CredentialsRead, whom), reading, "{who} reads keys of {whom}");
        assert_eq!(verdict(who, Action::CredentialsDelete, whom), deleting, "{who} deletes keys of {whom}");
    }
}

#[test]
fn own_account_actions_reach_nobody_else() {
    for action in OWN_ACCOUNT.iter() {
        for who in ["admin", "platform admin", "viewer", "manager", "plain"] {
            assert_eq!(verdict(who, action, "deployer"), "missing", "{who} {action}");
            assert_eq!(verdict(who, action, "stranger"), "missing", "{who} {action}");
        }
        assert_eq!(verdict("plain", action, "plain"), "yes", "{action}");
    }
}

#[test]
fn the_builtin_readonly_user_writes_nothing() {
    for action in Action::ALL.iter().copied().filter(|action| !READS.contains(*action)) {
        let readonly = Person::new("readonly").principal();
        assert!(!may_ever(&readonly, action), "{action}");
        for whom in ["readonly", "plain", "admin"] {
            assert_eq!(verdict("readonly", action, whom), "missing", "{action} on {whom}");
        }
    }
}

#[test]
fn who_may_not_look_learns_nothing_from_what_is_absent() {
    let plain = Person::new("plain").principal();
    // Own-account actions name nobody else: what is absent there is oneself.
    for action in Action::ALL.iter().filter(|action| !OWN_ACCOUNT.contains(**action)) {
        let absent = authorize(&plain, *action, Target::Absent(Kind::User));
        let present = authorize(&plain, *action, Person::new("admin").target());
        assert_eq!(absent, present, "{action}");
    }
}

#[test]
fn another_organization_is_as_good_as_absent() {
    for who in ["admin", "readonly", "viewer", "manager", "plain"] {
        let principal = Person::new(who).principal();
        for action in Action::ALL.iter().filter(|action| !OWN_ACCOUNT.contains(**action)) {
            let stranger = authorize(&principal, *action, Person::new("stranger").target());
            assert_eq!(stranger, authorize(&principal, *action, Target::Absent(Kind::User)), "{who} {action}");
            assert!(stranger.is_err(), "{who} {action}");
        }
    }
}

#[test]
fn nobody_gives_what_they_do_not_have() {
    let roles = Sensitive { roles: true, ..Sensitive::default() };
    let direct = Sensitive { permissions: true, ..Sensitive::default() };
    let groups = Sensitive { groups: true, ..Sensitive::default() };
    let status = Sensitive { status: true, ..Sensitive::default() };
    let sso_id = Sensitive { sso_id: true, ..Sensitive::default() };
    let refused = |reason| Err(Denied::Forbidden(reason));
    let cases = [
        ("admin", roles, "platform admin", Ok(())),
        ("admin", direct, "alerter", Ok(())),
        ("manager", direct, "manager", Ok(())),
        ("manager", direct, "alerter", refused(ForbiddenReason::Permissions)),
        ("manager", roles, "deployer", Ok(())),
        ("manager", roles, "viewer", refused(ForbiddenReason::Roles)),
        ("manager", groups, "plain", Ok(())),
        ("manager", status, "plain", Ok(())),
        ("plain", Sensitive::default(), "plain", Ok(())),
        ("plain", roles, "plain", refused(ForbiddenReason::Roles)),
        ("plain", direct, "plain", refused(ForbiddenReason::Permissions)),
        ("plain", groups, "plain", refused(ForbiddenReason::Groups)),
        ("plain", status, "plain", refused(ForbiddenReason::OwnField("status"))),
        ("plain", sso_id, "plain", refused(ForbiddenReason::OwnField("sso_id"))),
        ("viewer", roles, "plain", refused(ForbiddenReason::Roles)),
    ];
    for (who, changed, after, expected) in cases {
        let outcome = authorize_change(&Person::new(who).principal(), changed, &Person::new(after).grants);
        assert_eq!(outcome, expected, "{who} makes somebody like {after}: {changed:?}");
    }
}

#[test]
fn what_differs_is_noticed() {
    let changed = User { roles: BTreeSet::from([id::<RoleId>(1)]), status: Status::Disabled, ..user(1) };
    let expected = Sensitive { roles: true, status: true, ..Sensitive::default() };
    assert_eq!(Sensitive::between(&user(1), &changed), expected);
    assert_eq!(Sensitive::between(&user(1), &user(1)), Sensitive::default());
}

fn some_actions() -> impl Strategy<Value = ActionSet> {
    proptest::sample::subsequence(Action::ALL, 0..=Action::ALL.len())
        .prop_map(|actions| ActionSet::of(&actions).union(OWN_ACCOUNT))
}

pub(super) fn some_grants() -> impl Strategy<Value = Grants> {
    const NAMES: &[&str] = &["alerts_management", "ingestion", "user_management"];
    let some_permissions = proptest::sample::subsequence(NAMES, 0..=NAMES.len());
    (some_actions(), some_permissions).prop_map(|(actions, names)| Grants { actions, permissions: permissions(&names) })
}

pub(super) fn some_principal() -> impl Strategy<Value = Principal> {
    some_grants().prop_map(|grants| Person { user: user(1), grants }.principal())
}

fn some_changes() -> impl Strategy<Value = Sensitive> {
    any::<[bool; 5]>().prop_map(|[status, sso_id, roles, permissions, groups]| Sensitive {
        status,
        sso_id,
        roles,
        permissions,
        groups,
    })
}

proptest! {
    #[test]
    fn who_may_write_to_another_could_do_all_that_it_can(
        principal in some_principal(),
        grants in some_grants(),
        action in proptest::sample::select(Action::ALL),
    ) {
        let allowed = authorize(&principal, action, Target::user(&user(2), &grants)).is_ok();
        prop_assert!(!allowed || READS.contains(action) || grants.within(&principal));
    }

    #[test]
    fn who_deletes_one_who_may_do_everything_may_do_so_too_and_stays(
        principal in some_principal(),
        number in 1_u8..3,
    ) {
        let everything = Grants { actions: ActionSet::ALL, ..Grants::default() };
        let target = Target::user(&user(number), &everything);
        let allowed = authorize(&principal, Action::UsersDelete, target).is_ok();
        prop_assert!(!allowed || principal.actions == ActionSet::ALL && principal.user != user(number).id);
    }

    #[test]
    fn what_is_given_is_had(principal in some_principal(), changed in some_changes(), after in some_grants()) {
        let allowed = authorize_change(&principal, changed, &after).is_ok();
        let gives = changed.roles || changed.permissions || changed.groups;
        prop_assert!(!allowed || !gives || after.within(&principal));
    }

    #[test]
    fn who_is_authorized_was_let_through(
        principal in some_principal(),
        grants in some_grants(),
        number in 1_u8..3,
        action in proptest::sample::select(Action::ALL),
    ) {
        let allowed = authorize(&principal, action, Target::user(&user(number), &grants)).is_ok();
        prop_assert!(!allowed || admit(&principal, action).is_ok());
    }
}

#[test]
fn only_who_may_do_everything_does_anything_to_everybody_at_once() {
    let whole = Principal { actions: EVERYTHING_IN_ONE, ..Person::new("plain").principal() };
    assert_eq!(authorize_on_everybody(&whole, Action::CredentialsExport), Ok(()));
    let all_but = |missing| EVERYTHING_IN_ONE.without(ActionSet::of(&[missing]));
    for (missing, reason) in [
        (Action::AuditRead, ForbiddenReason::StrongerTarget),
        (Action::CredentialsExport, ForbiddenReason::MissingAction(Action::CredentialsExport)),
    ] {
        let principal = Principal { actions: all_but(missing), ..whole.clone() };
        let expected = Err(Denied::Forbidden(reason));
        assert_eq!(authorize_on_everybody(&principal, Action::CredentialsExport), expected, "without {missing:?}");
    }
}
