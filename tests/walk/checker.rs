//! What no call may do, as a comparison of two states. It must not know which call it was, nor what was answered.

use std::collections::BTreeSet;

use roster::domain::Id;

use super::model::Powers;
use super::state::{State, UserRow};

/// What is wrong, as sentences.
pub(super) type Complaints = Vec<String>;

/// What one call did wrong that this user made, after which it has credentials of `taken`.
///
/// 1. Nobody has anything new that the caller did not have.
/// 2. Who could do what the caller could not is not touched, and loses no more than what the caller had.
/// 3. Whose credentials the caller now has can do nothing that the caller could not.
/// 4. What gives more than the caller had still gives it, and built-in users and roles are as they were.
/// 5. Other organizations are as they were, unless the caller may change organizations.
pub(super) fn complaints_of_call(before: &State, after: &State, caller: Id, taken: &BTreeSet<Id>) -> Complaints {
    let Some(who) = before.users.get(&caller) else { return vec!["nobody made the call".to_owned()] };
    let had = Powers::of(before, who);
    let mut found = Complaints::new();
    for (id, user) in &after.users {
        let old = before.users.get(id).map(|old| Powers::of(before, old)).unwrap_or_default();
        let gained = Powers::of(after, user).without(&old);
        if is_behind_wall(before, &had, who, user.organization) {
            let is_same = before.users.get(id) == Some(user);
            found.extend((!is_same).then(|| format!("{} is of another organization, and was touched", user.username)));
        } else if user.organization == who.organization && !had.cover(&gained) {
            found.push(format!("{} has what {} did not have: {gained:?}", user.username, who.username));
        }
    }
    for (id, old) in before.users.iter().filter(|(id, _)| **id != caller) {
        found.extend(complaint_of_stronger(before, after, &had, (*id, old)));
        let is_gone_behind_wall = !after.users.contains_key(id) && is_behind_wall(before, &had, who, old.organization);
        found.extend(is_gone_behind_wall.then(|| format!("{} is of another organization, and gone", old.username)));
    }
    for taken in taken.iter().filter(|taken| **taken != caller) {
        found.extend(complaint_of_taken(after, &had, who, *taken));
    }
    found.extend(complaints_of_givers(before, after, &had, who));
    found
}

/// Whether an organization is not the caller's to change.
fn is_behind_wall(state: &State, had: &Powers, who: &UserRow, organization: Id) -> bool {
    let manages = state.platform() == Some(who.organization) && had.actions.contains("organizations:write");
    organization != who.organization && !manages
}

/// What is wrong with how somebody fared who could do what `had` does not cover, or is built in.
fn complaint_of_stronger(before: &State, after: &State, had: &Powers, (id, old): (Id, &UserRow)) -> Option<String> {
    let powers = Powers::of(before, old);
    if had.cover(&powers) && !old.is_builtin {
        return None;
    }
    let name = &old.username;
    let Some(new) = after.users.get(&id) else {
        // Whoever may remove an organization removes who is in it.
        let went_along = !after.organizations.contains_key(&old.organization);
        return (!went_along).then(|| format!("{name} can do more, and is gone"));
    };
    let lost = powers.without(&Powers::of(after, new));
    let kept = |edges: &BTreeSet<Id>, still: &dyn Fn(&Id) -> bool| -> BTreeSet<Id> {
        edges.iter().copied().filter(|edge| still(edge)).collect()
    };
    let roles = kept(&old.roles, &|role| after.roles.contains_key(role));
    let groups = kept(&old.groups, &|group| after.groups.contains_key(group));
    let is_same = (new.own, &new.permissions, &new.roles, &new.groups) == (old.own, &old.permissions, &roles, &groups);
    if !is_same {
        Some(format!("{name} can do more, and was touched"))
    } else if !had.cover(&lost) {
        Some(format!("{name} has lost what the caller does not have: {lost:?}"))
    } else {
        None
    }
}

fn complaint_of_taken(after: &State, had: &Powers, who: &UserRow, taken: Id) -> Option<String> {
    let user = after.users.get(&taken)?;
    let powers = Powers::of(after, user);
    let (name, caller) = (&user.username, &who.username);
    if user.is_builtin {
        Some(format!("{caller} has credentials of {name}, who is built in"))
    } else if user.organization == who.organization && !had.cover(&powers) {
        Some(format!("{caller} has credentials of {name}, who can do more: {powers:?}"))
    } else {
        None
    }
}

fn complaints_of_givers(before: &State, after: &State, had: &Powers, who: &UserRow) -> Complaints {
    let mut found = Complaints::new();
    for (id, old) in &before.roles {
        let new = after.roles.get(id);
        if old.is_builtin && new != Some(old) && after.organizations.contains_key(&old.organization) {
            found.push(format!("the role {} is built in, and was touched", old.name));
        }
        let (gave, gives) = (Powers::of_role(old), new.map(Powers::of_role).unwrap_or_default());
        let is_same = new == Some(old);
        found.extend(complaint_of_giver(before, had, who, (&old.name, old.organization), is_same, &gave, &gives));
    }
    for (id, old) in &before.groups {
        let new = after.groups.get(id);
        if old.is_builtin && new.is_none() && after.organizations.contains_key(&old.organization) {
            found.push(format!("the group {} is built in, and gone", old.name));
        }
        let gives = new.map(|new| Powers::of_group(after, new)).unwrap_or_default();
        let (gave, is_same) = (Powers::of_group(before, old), new == Some(old));
        found.extend(complaint_of_giver(before, had, who, (&old.name, old.organization), is_same, &gave, &gives));
    }
    found
}

/// What is wrong with how a group or a role fared that gave the one and gives the other.
fn complaint_of_giver(
    before: &State,
    had: &Powers,
    who: &UserRow,
    (name, organization): (&str, Id),
    is_same: bool,
    gave: &Powers,
    gives: &Powers,
) -> Option<String> {
    let changed = gave.without(gives).with(&gives.without(gave));
    if is_behind_wall(before, had, who, organization) {
        (!is_same).then(|| format!("{name} is of another organization, and was touched"))
    } else if organization == who.organization && !had.cover(&changed) {
        Some(format!("{name} gives something else: {changed:?}"))
    } else {
        None
    }
}

/// What a whole walk did wrong that began with this user, where nobody else did anything: whoever it can become can do no
/// more than it could at the beginning, and who could do more then is as it was.
pub(super) fn complaints_of_walk(beginning: &State, now: &State, first: Id, controlled: &BTreeSet<Id>) -> Complaints {
    let Some(who) = beginning.users.get(&first) else { return vec!["nobody began the walk".to_owned()] };
    let ceiling = Powers::of(beginning, who);
    let mut found = Complaints::new();
    for (id, user) in now.users.iter().filter(|(_, user)| user.organization == who.organization) {
        let old = beginning.users.get(id).map(|old| Powers::of(beginning, old)).unwrap_or_default();
        let may_have = if controlled.contains(id) { ceiling.clone() } else { ceiling.with(&old) };
        let powers = Powers::of(now, user);
        if !may_have.cover(&powers) {
            let more = powers.without(&may_have);
            found.push(format!("{} can do more than {} ever could: {more:?}", user.username, who.username));
        }
    }
    let others = beginning.users.iter().filter(|(id, _)| **id != first);
    found.extend(others.filter_map(|(id, old)| complaint_of_stronger(beginning, now, &ceiling, (*id, old))));
    found
}
