//! Who begins a walk: every kind of user, and holders of whatever a role can hold.

use super::chance::Chance;
use super::model::ALL_ACTIONS;
use super::world::{Beginner, Gift};

/// Actions that give in pairs what neither gives alone.
const PAIRED: [&str; 10] = [
    "users:create",
    "users:update",
    "roles:assign",
    "roles:create",
    "roles:update",
    "groups:create",
    "groups:update",
    "credentials:create",
    "roles:delete",
    "organizations:write",
];
const BUILTIN_ROLES: [&str; 3] = ["ece_platform_viewer", "ece_deployment_manager", "ece_deployment_viewer"];
/// The permissions that a random gift may have.
const PERMISSIONS: [&str; 3] = ["user_management", "alerts_management", "metrics_management"];
/// What everybody has, at times.
const EVERYONE_HAS: [&str; 3] = ["Readers", "Alerts", "Assigners"];

/// Who begins walk number so-and-so, and the role that everybody has there.
pub(super) fn beginner(number: usize, chance: &mut Chance) -> (Beginner, Option<&'static str>) {
    let turn = number / 8;
    let beginner = match number % 8 {
        0 => manager(turn),
        1 => Beginner::Holder(single(turn)),
        2 => Beginner::Holder(pair(turn)),
        3 => Beginner::Holder(some(chance)),
        4 => builtin(turn),
        5 => Beginner::Member(some(chance)),
        6 => Beginner::Holder(all_but_one(turn)),
        _ => Beginner::Service(some(chance)),
    };
    let everyone_has = chance.happens(25).then(|| chance.one(&EVERYONE_HAS).copied()).flatten();
    (beginner, everyone_has)
}

fn manager(turn: usize) -> Beginner {
    let gift = || Gift { actions: Vec::new(), permissions: vec!["user_management".to_owned()] };
    match turn % 4 {
        0 => Beginner::Permitted(vec!["user_management"]),
        1 => Beginner::Member(gift()),
        2 => Beginner::Permitted(vec!["user_management", "alerts_management"]),
        _ => Beginner::Service(gift()),
    }
}

fn builtin(turn: usize) -> Beginner {
    match turn % 8 {
        0 => Beginner::Elsewhere,
        1 => Beginner::Admin,
        2 => Beginner::Permitted(Vec::new()),
        3 => Beginner::Readonly,
        kind => Beginner::BuiltinRole(BUILTIN_ROLES[kind % BUILTIN_ROLES.len()]),
    }
}

fn single(turn: usize) -> Gift {
    let all: Vec<String> = ALL_ACTIONS.iter().cloned().collect();
    Gift { actions: vec![all[turn % all.len()].clone()], permissions: Vec::new() }
}

fn pair(turn: usize) -> Gift {
    let pairs: Vec<_> = (0..PAIRED.len()).flat_map(|one| (one + 1..PAIRED.len()).map(move |two| [one, two])).collect();
    // Steps that share no factor with the number of pairs visit all of them, neighbours late.
    let pair = pairs[turn * 7 % pairs.len()];
    Gift { actions: pair.iter().map(|action| PAIRED[*action].to_owned()).collect(), permissions: Vec::new() }
}

fn all_but_one(turn: usize) -> Gift {
    let mut all: Vec<String> = ALL_ACTIONS.iter().cloned().collect();
    // Who may not read organizations can still make their administrators, which few others can: that comes first.
    let first = all.iter().position(|action| action == "organizations:read").unwrap_or_default();
    all.remove((first + turn) % all.len());
    Gift { actions: all, permissions: Vec::new() }
}

fn some(chance: &mut Chance) -> Gift {
    let all: Vec<String> = ALL_ACTIONS.iter().cloned().collect();
    let permissions = chance.some(&PERMISSIONS.map(str::to_owned), 1);
    Gift { actions: chance.some(&all, 9), permissions }
}
