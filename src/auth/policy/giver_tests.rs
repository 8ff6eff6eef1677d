//! The policy of groups and roles as tables: who may change what gives something to others.

use chrono::DateTime;
use proptest::prelude::*;

use super::tests::{Person, id, role, some_grants, some_principal};
use super::*;
use crate::domain::action::READS;
use crate::domain::powers::{EVERYTHING_IN_ONE, MANAGEMENT, PLATFORM_ADMIN, PLATFORM_VIEWER};
use crate::domain::{ActionSet, Metadata, Permission};

/// What is on the giving side of the tables, by name.
fn gives(what: &str) -> Grants {
    let (actions, permission) = match what {
        "nothing" => (ActionSet::EMPTY, None),
        "everything" => (PLATFORM_ADMIN.actions, None),
        "reads" => (PLATFORM_VIEWER.actions, None),
        "management" => (ActionSet::EMPTY, Some("user_management")),
        "alerts" => (ActionSet::EMPTY, Some("alerts_management")),
        other => panic!("nothing is called {other}"),
    };
    let permissions = permission.map(|name| Permission::parse(name).expect("valid")).into_iter().collect();
    Grants::given_by([&Role { permissions, ..role("giver", actions) }], ActionSet::ALL)
}

fn group(builtin: bool) -> Group {
    Group {
        id: id(50),
        organization: id(0),
        name: "Crew".to_owned(),
        display_name: None,
        description: String::new(),
        metadata: Metadata::empty(),
        roles: [id(100)].into(),
        builtin,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        version: 1,
    }
}

fn word(outcome: Result<(), Denied>) -> &'static str {
    match outcome {
        Ok(()) => "yes",
        Err(Denied::Absent(_)) => "absent",
        Err(Denied::Forbidden(reason)) => match reason {
            ForbiddenReason::MissingAction(_) => "missing",
            ForbiddenReason::Builtin(_) => "builtin",
            ForbiddenReason::StrongerTarget => "stronger",
            ForbiddenReason::Roles => "roles",
            ForbiddenReason::Permissions => "permissions",
            _ => "other",
        },
    }
}

#[test]
fn the_permission_to_manage_gives_the_actions_of_management() {
    assert_eq!(gives("management").actions, MANAGEMENT);
    assert_eq!(gives("nothing"), Grants::default());
}

#[test]
fn deleting_groups_and_roles() {
    let cases = [
        ("admin", "everything", "yes"),
        ("admin", "builtin", "builtin"),
        ("admin", "elsewhere", "absent"),
        ("manager", "nothing", "yes"),
        ("manager", "management", "yes"),
        ("manager", "alerts", "stronger"),
        ("manager", "reads", "stronger"),
        ("viewer", "nothing", "missing"),
        ("viewer", "elsewhere", "missing"),
        ("readonly", "nothing", "missing"),
        ("plain", "nothing", "missing"),
        ("plain", "builtin", "missing"),
    ];
    for (who, what, expected) in cases {
        let principal = Person::new(who).principal();
        let builtin = what == "builtin";
        let organization = if what == "elsewhere" { id(99) } else { id(0) };
        let giving = gives(if builtin || what == "elsewhere" { "nothing" } else { what });
        let doomed = Group { organization, ..group(builtin) };
        let outcome = authorize(&principal, Action::GroupsDelete, Target::group(&doomed, &giving));
        assert_eq!(word(outcome), expected, "{who} deletes a group that gives {what}");
        let doomed = Role { organization, builtin, ..role("giver", ActionSet::EMPTY) };
        let outcome = authorize(&principal, Action::RolesDelete, Target::role(&doomed, &giving));
        assert_eq!(word(outcome), expected, "{who} deletes a role that gives {what}");
    }
}

#[test]
fn what_is_read_may_give_more() {
    for who in ["admin", "readonly", "viewer", "manager"] {
        let principal = Person::new(who).principal();
        let everything = gives("everything");
        let target = Target::group(&group(true), &everything);
        assert_eq!(word(authorize(&principal, Action::GroupsRead, target)), "yes", "{who}");
    }
    let plain = Person::new("plain").principal();
    for target in [Target::group(&group(false), &gives("nothing")), Target::Absent(Kind::Group)] {
        assert_eq!(word(authorize(&plain, Action::GroupsRead, target)), "missing");
    }
}

#[test]
fn changing_groups() {
    let roles = GroupChange { roles: true, ..GroupChange::default() };
    let itself = GroupChange { itself: true, ..GroupChange::default() };
    let cases = [
        ("admin", false, roles, "reads", "everything", "yes"),
        ("admin", true, roles, "nothing", "everything", "yes"),
        ("admin", true, itself, "nothing", "nothing", "builtin"),
        ("manager", false, itself, "everything", "everything", "yes"),
        ("manager", true, GroupChange::default(), "everything", "everything", "yes"),
        ("manager", true, itself, "nothing", "nothing", "builtin"),
        ("manager", false, roles, "nothing", "management", "yes"),
        ("manager", false, roles, "management", "nothing", "yes"),
        ("manager", false, roles, "nothing", "alerts", "roles"),
        ("manager", false, roles, "alerts", "nothing", "roles"),
        ("manager", false, roles, "nothing", "reads", "roles"),
        ("viewer", false, roles, "nothing", "nothing", "roles"),
    ];
    for (who, is_builtin, changed, before, after, expected) in cases {
        let principal = Person::new(who).principal();
        let outcome = authorize_group_change(&principal, is_builtin, changed, &gives(before), &gives(after));
        assert_eq!(word(outcome), expected, "{who} makes what gives {before} give {after}: {changed:?}");
    }
}

#[test]
fn choosing_members() {
    let cases = [
        ("admin", false, "yes"),
        ("admin", true, "builtin"),
        ("manager", false, "yes"),
        ("viewer", false, "missing"),
        ("readonly", true, "missing"),
        ("plain", false, "missing"),
    ];
    for (who, builtin, expected) in cases {
        let outcome = authorize_members(&Person::new(who).principal(), &group(builtin));
        assert_eq!(word(outcome), expected, "{who} chooses members, of a system group: {builtin}");
    }
}

#[test]
fn changing_roles() {
    let cases = [
        ("admin", false, "reads", "everything", "yes"),
        ("admin", true, "reads", "reads", "builtin"),
        ("manager", false, "nothing", "management", "yes"),
        ("manager", false, "management", "nothing", "yes"),
        ("manager", false, "alerts", "alerts", "yes"),
        ("manager", false, "alerts", "nothing", "stronger"),
        ("manager", false, "nothing", "alerts", "permissions"),
        ("manager", false, "nothing", "everything", "permissions"),
        ("manager", true, "nothing", "nothing", "builtin"),
    ];
    for (who, is_builtin, before, after, expected) in cases {
        let principal = Person::new(who).principal();
        let outcome = authorize_role_change(&principal, is_builtin, &gives(before), &gives(after));
        assert_eq!(word(outcome), expected, "{who} makes what gives {before} give {after}");
    }
}

#[test]
fn whoever_may_do_everything_in_another_organization_gives_all_of_it_and_nothing_of_the_platforms() {
    let there = EVERYTHING_IN_ONE;
    let administrator = role("admin", PLATFORM_ADMIN.actions);
    let person = Person::new("plain").user;
    let principal = |powers| {
        let user = User { roles: [administrator.id].into(), ..person.clone() };
        let Grants { actions, permissions } = Grants::of(&user, &[&administrator], powers);
        Principal { actions, permissions, ..Person::new("plain").principal() }
    };
    let of_role = |powers| Grants::given_by([&administrator], powers);
    assert!(of_role(there).within(&principal(there)));
    assert!(gives("alerts").within(&principal(there)), "every permission that there is");
    assert!(!of_role(ActionSet::ALL).within(&principal(there)));
    assert!(of_role(there).within(&principal(ActionSet::ALL)));
    assert_eq!(authorize_administrator(&principal(ActionSet::ALL), &of_role(there)), Ok(()));
    let missing = ForbiddenReason::MissingAction(Action::OrganizationsWrite);
    assert_eq!(authorize_administrator(&principal(there), &of_role(there)), Err(Denied::Forbidden(missing)));
    let writer = Principal { actions: ActionSet::of(&[Action::OrganizationsWrite]), ..principal(there) };
    assert_eq!(authorize_administrator(&writer, &of_role(there)), Err(Denied::Forbidden(ForbiddenReason::Roles)));
}

#[test]
fn what_differs_between_groups_is_noticed() {
    let change = |itself, roles| GroupChange { itself, roles };
    let cases = [
        (group(false), change(false, false)),
        (Group { name: "Team".to_owned(), ..group(false) }, change(true, false)),
        (Group { display_name: Some("The crew".to_owned()), ..group(false) }, change(true, false)),
        (Group { roles: [].into(), ..group(false) }, change(false, true)),
        (Group { roles: [].into(), description: "x".to_owned(), ..group(false) }, change(true, true)),
    ];
    for (new, expected) in cases {
        assert_eq!(GroupChange::between(&group(false), &new), expected, "{new:?}");
    }
}

#[test]
fn builtin_users_have_nothing_through_their_groups() {
    let readonly = Person::new("readonly").user;
    let everything = Role { id: id(101), ..role("everything", PLATFORM_ADMIN.actions) };
    let own = role("viewer", PLATFORM_VIEWER.actions);
    assert_eq!(Grants::of(&readonly, &[own.clone(), everything.clone()], ActionSet::ALL).actions, READS);
    let person = Person::new("viewer").user;
    assert_eq!(Grants::of(&person, &[own, everything], ActionSet::ALL).actions, ActionSet::ALL);
}

proptest! {
    #[test]
    fn what_groups_and_roles_give_and_lose_is_had(
        principal in some_principal(),
        before in some_grants(),
        after in some_grants(),
    ) {
        let had = before.within(&principal) && after.within(&principal);
        let roles = GroupChange { roles: true, ..GroupChange::default() };
        let allowed = authorize_group_change(&principal, false, roles, &before, &after).is_ok();
        prop_assert!(!allowed || had);
        let allowed = authorize_role_change(&principal, false, &before, &after).is_ok();
        prop_assert!(!allowed || had || before == after);
        let deletes = authorize(&principal, Action::GroupsDelete, Target::group(&group(false), &before)).is_ok();
        prop_assert!(!deletes || before.within(&principal));
    }
}
