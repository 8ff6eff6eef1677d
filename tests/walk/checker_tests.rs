//! The checker finds what it is there for: states made by hand, each with something that no call may do.

use std::collections::BTreeSet;

use roster::domain::Id;

use super::checker::{complaints_of_call, complaints_of_walk};
use super::model::ALL_ACTIONS;
use super::state::{GroupRow, RoleRow, State, UserRow, Words};

const HOME: Id = Id::from_bytes([1; 12]);
const ELSEWHERE: Id = Id::from_bytes([2; 12]);

fn id(number: u8) -> Id {
    Id::from_bytes([number; 12])
}

const ADMIN: u8 = 10;
const MANAGER: u8 = 11;
const PLAIN: u8 = 12;
const ALMA: u8 = 13;
const STRANGER: u8 = 14;
const EVERYTHING: u8 = 20;
const ALERTS: u8 = 21;
const WEAK: u8 = 22;
const CHIEFS: u8 = 30;
const CREW: u8 = 31;

fn words(words: &[&str]) -> Words {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn user(name: &str, organization: Id, permissions: &[&str], roles: &[u8], groups: &[u8]) -> UserRow {
    UserRow {
        organization,
        username: name.to_owned(),
        email: None,
        is_service: false,
        is_builtin: false,
        is_active: true,
        permissions: words(permissions),
        roles: roles.iter().map(|role| id(*role)).collect(),
        groups: groups.iter().map(|group| id(*group)).collect(),
        own: 1,
    }
}

fn role(name: &str, actions: Words, permissions: &[&str]) -> RoleRow {
    let is_builtin = name == "everything";
    RoleRow { organization: HOME, name: name.to_owned(), is_builtin, actions, permissions: words(permissions) }
}

fn state() -> State {
    let group = |name: &str, role| GroupRow {
        organization: HOME,
        name: name.to_owned(),
        is_builtin: false,
        roles: [id(role)].into(),
    };
    let admin = UserRow { is_builtin: true, ..user("admin", HOME, &[], &[EVERYTHING], &[]) };
    State {
        users: [
            (id(ADMIN), admin),
            (id(MANAGER), user("manager", HOME, &["user_management"], &[], &[])),
            (id(PLAIN), user("plain", HOME, &[], &[], &[CREW])),
            (id(ALMA), user("alma", HOME, &[], &[ALERTS, WEAK], &[CREW])),
            (id(STRANGER), user("stranger", ELSEWHERE, &[], &[], &[])),
        ]
        .into(),
        groups: [(id(CHIEFS), group("chiefs", EVERYTHING)), (id(CREW), group("crew", WEAK))].into(),
        roles: [
            (id(EVERYTHING), role("everything", ALL_ACTIONS.clone(), &[])),
            (id(ALERTS), role("alerts", Words::new(), &["alerts_management"])),
            (id(WEAK), role("weak", Words::new(), &[])),
        ]
        .into(),
        organizations: [(HOME, "default".to_owned()), (ELSEWHERE, "elsewhere".to_owned())].into(),
        ..State::default()
    }
}

/// What is wrong with a call by the manager that changes the state so.
fn by_manager(change: impl Fn(&mut State)) -> Vec<String> {
    let mut after = state();
    change(&mut after);
    complaints_of_call(&state(), &after, id(MANAGER), &BTreeSet::new())
}

fn of(state: &mut State, user: u8) -> &mut UserRow {
    state.users.get_mut(&id(user)).expect("it is there")
}

#[track_caller]
fn assert_found(complaints: &[String], part: &str) {
    assert!(complaints.iter().any(|complaint| complaint.contains(part)), "{part:?} is not in {complaints:?}");
}

#[test]
fn what_a_manager_may_do_is_fine() {
    let fine: [&dyn Fn(&mut State); 6] = [
        &|_| {},
        &|state| of(state, PLAIN).permissions.extend(["user_management".to_owned()]),
        &|state| of(state, PLAIN).own = 2,
        &|state| drop(state.users.remove(&id(PLAIN))),
        &|state| drop(state.users.insert(id(40), user("new", HOME, &["user_management"], &[WEAK], &[]))),
        // Whoever held it holds it no more, and has lost nothing by that.
        &|state| {
            state.roles.remove(&id(WEAK));
            of(state, ALMA).roles.remove(&id(WEAK));
            state.groups.get_mut(&id(CREW)).expect("it is there").roles.clear();
        },
    ];
    for change in fine {
        assert_eq!(by_manager(change), Vec::<String>::new());
    }
}

#[test]
fn a_gift_of_what_one_does_not_have_is_found() {
    for (wrong, part) in [
        (by_manager(|state| of(state, PLAIN).permissions.extend(["ingestion".to_owned()])), "ingestion"),
        (by_manager(|state| of(state, MANAGER).roles.extend([id(ALERTS)])), "alerts_management"),
        (by_manager(|state| of(state, PLAIN).groups.extend([id(CHIEFS)])), "audit:read"),
        (
            by_manager(|state| {
                state.groups.get_mut(&id(CREW)).expect("it is there").roles.insert(id(ALERTS));
            }),
            "plain has what manager did not have",
        ),
        (
            by_manager(|state| {
                let new = user("new", HOME, &[], &[EVERYTHING], &[]);
                state.users.insert(id(40), new);
            }),
            "new has what manager did not have",
        ),
        (
            by_manager(|state| {
                let weak = state.roles.get_mut(&id(WEAK)).expect("it is there");
                weak.actions.insert("audit:read".to_owned());
            }),
            "weak gives something else",
        ),
    ] {
        assert_found(&wrong, part);
    }
}

#[test]
fn a_touch_of_who_can_do_more_is_found() {
    let wrong = [
        by_manager(|state| of(state, ALMA).own = 2),
        by_manager(|state| of(state, ALMA).groups.clear()),
        by_manager(|state| of(state, ALMA).roles.retain(|role| *role != id(WEAK))),
        by_manager(|state| drop(state.users.remove(&id(ALMA)))),
        by_manager(|state| of(state, ADMIN).own = 2),
    ];
    for wrong in wrong {
        assert_found(&wrong, "can do more");
    }
    let by_taking = by_manager(|state| {
        state.roles.remove(&id(ALERTS));
        of(state, ALMA).roles.remove(&id(ALERTS));
    });
    assert_found(&by_taking, "alma has lost what the caller does not have");
    assert_found(&by_taking, "alerts gives something else");
    let of_builtin = by_manager(|state| {
        state.roles.get_mut(&id(EVERYTHING)).expect("it is there").name = "nothing".to_owned();
    });
    assert_found(&of_builtin, "built in");
}

#[test]
fn a_way_in_as_who_can_do_more_is_found() {
    let as_alma = complaints_of_call(&state(), &state(), id(MANAGER), &[id(ALMA)].into());
    assert_found(&as_alma, "manager has credentials of alma");
    let as_admin = complaints_of_call(&state(), &state(), id(ADMIN), &[id(PLAIN)].into());
    assert_eq!(as_admin, Vec::<String>::new());
    let as_builtin = complaints_of_call(&state(), &state(), id(MANAGER), &[id(ADMIN)].into());
    assert_found(&as_builtin, "built in");
}

#[test]
fn a_hole_in_the_wall_is_found() {
    for wrong in [
        by_manager(|state| of(state, STRANGER).own = 2),
        by_manager(|state| drop(state.users.remove(&id(STRANGER)))),
        by_manager(|state| drop(state.users.insert(id(40), user("new", ELSEWHERE, &[], &[], &[])))),
    ] {
        assert_found(&wrong, "of another organization");
    }
}

#[test]
fn what_grows_step_by_step_is_found() {
    let mut now = state();
    of(&mut now, PLAIN).permissions.insert("user_management".to_owned());
    let controlled = [id(PLAIN)].into();
    let by_plain = complaints_of_walk(&state(), &now, id(PLAIN), &controlled);
    assert_found(&by_plain, "plain can do more than plain ever could");
    let by_manager = complaints_of_walk(&state(), &now, id(MANAGER), &controlled);
    assert_eq!(by_manager, Vec::<String>::new());
    let beyond = [id(ALMA)].into();
    assert_found(&complaints_of_walk(&state(), &state(), id(MANAGER), &beyond), "alma can do more than manager");
}
