//! Who may do what: the only place that says yes. Pure functions of the principal, the action and the target.

use crate::domain::action::READS;
use crate::domain::powers::EVERYTHING_IN_ONE;
use crate::domain::{
    Action, ActionSet, Error, ForbiddenReason, Group, Kind, OrganizationId, Principal, Role, User, UserId,
};

use super::grants::Grants;

/// What an action is attempted on.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A whole collection, or something that is to be made.
    Collection,
    /// Something that was named and is not there.
    Absent(Kind),
    /// A user.
    User(UserTarget<'a>),
    /// A group or a role.
    Giver(GiverTarget<'a>),
}

/// What the policy must know of a user that something is done to.
#[derive(Clone, Copy, Debug)]
pub struct UserTarget<'a> {
    /// Its id.
    pub id: UserId,
    /// Its organization.
    pub organization: OrganizationId,
    /// Whether it is built in.
    pub builtin: bool,
    /// Whether it is managed somewhere else.
    pub external: bool,
    /// What it can do.
    pub grants: &'a Grants,
}

/// What the policy must know of what gives something to whoever has it: a group or a role.
#[derive(Clone, Copy, Debug)]
pub struct GiverTarget<'a> {
    /// Which of the two it is.
    pub kind: Kind,
    /// Its organization.
    pub organization: OrganizationId,
    /// Whether it is built in.
    pub builtin: bool,
    /// What it gives.
    pub gives: &'a Grants,
}

impl<'a> Target<'a> {
    /// The group as a target.
    #[must_use]
    pub const fn group(group: &Group, gives: &'a Grants) -> Self {
        let Group { organization, builtin, .. } = *group;
        Self::Giver(GiverTarget { kind: Kind::Group, organization, builtin, gives })
    }

    /// The role as a target.
    #[must_use]
    pub const fn role(role: &Role, gives: &'a Grants) -> Self {
        let Role { organization, builtin, .. } = *role;
        Self::Giver(GiverTarget { kind: Kind::Role, organization, builtin, gives })
    }

    /// The user as a target.
    #[must_use]
    pub fn user(user: &User, grants: &'a Grants) -> Self {
        Self::User(UserTarget {
            id: user.id,
            organization: user.organization,
            builtin: user.builtin,
            external: user.is_external(),
            grants,
        })
    }
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// For this principal the target does not exist.
    Absent(Kind),
    /// It exists, and the principal may not.
    Forbidden(ForbiddenReason),
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Absent(kind) => Self::not_found(kind),
            Denied::Forbidden(reason) => Self::forbidden(reason),
        }
    }
}

/// Decides whether there is any target on which the principal may attempt the action.
#[must_use]
pub fn may_ever(principal: &Principal, action: Action) -> bool {
    allow_ever(principal.actions, action)
}

/// Decides whether there is any target on which these actions allow this one: on one's own account, its own form does.
#[must_use]
pub fn allow_ever(actions: ActionSet, action: Action) -> bool {
    actions.contains(action) || own_form(action).is_some_and(|own| actions.contains(own))
}

/// Refuses a principal that may never attempt the action.
///
/// # Errors
/// `Forbidden(MissingAction)`.
pub fn admit(principal: &Principal, action: Action) -> Result<(), Denied> {
    permit(may_ever(principal, action), ForbiddenReason::MissingAction(action))
}

/// Decides whether the principal may attempt the action on the target.
///
/// Without the action, what is not there is refused just as what is, so that nothing is learned from the
/// difference; with it, another organization's object is answered as one that does not exist.
///
/// # Errors
/// Why not.
pub fn authorize(principal: &Principal, action: Action, target: Target<'_>) -> Result<(), Denied> {
    let holds = principal.actions.contains(action);
    match target {
        Target::User(user) if user.organization == principal.organization => {
            authorize_on_user(principal, action, &user)
        }
        Target::Collection => permit(holds, ForbiddenReason::MissingAction(action)),
        Target::User(_) if is_own_form(action) => Err(Denied::Forbidden(ForbiddenReason::MissingAction(action))),
        Target::User(_) => absent(holds, action, Kind::User),
        Target::Giver(giver) if giver.organization == principal.organization => {
            permit(holds, ForbiddenReason::MissingAction(action))?;
            authorize_on_giver(principal, action, &giver)
        }
        Target::Giver(giver) => absent(holds, action, giver.kind),
        Target::Absent(kind) => absent(holds, action, kind),
    }
}

/// To delete a group or role takes away what it gives. To update or give one is decided by what would change.
fn authorize_on_giver(principal: &Principal, action: Action, giver: &GiverTarget<'_>) -> Result<(), Denied> {
    if !matches!(action, Action::GroupsDelete | Action::RolesDelete) {
        return Ok(());
    }
    permit(!giver.builtin, ForbiddenReason::Builtin(giver.kind))?;
    permit(giver.gives.within(principal), ForbiddenReason::StrongerTarget)
}

fn absent(holds: bool, action: Action, kind: Kind) -> Result<(), Denied> {
    permit(holds, ForbiddenReason::MissingAction(action))?;
    Err(Denied::Absent(kind))
}

fn authorize_on_user(principal: &Principal, action: Action, user: &UserTarget<'_>) -> Result<(), Denied> {
    let own = user.id == principal.user;
    let holds =
        if own { may_ever(principal, action) } else { principal.actions.contains(action) && !is_own_form(action) };
    permit(holds, ForbiddenReason::MissingAction(action))?;
    if READS.contains(action) {
        return Ok(());
    }
    permit(!user.builtin, ForbiddenReason::Builtin(Kind::User))?;
    permit(!user.external || !edits_user(action), ForbiddenReason::External)?;
    // Invariant: whoever deletes one who may do everything may do so too and stays, so the last one never goes.
    permit(!own || action != Action::UsersDelete, ForbiddenReason::Oneself)?;
    permit(own || user.grants.within(principal), ForbiddenReason::StrongerTarget)
}

/// What an update, or a creation as an update of nothing, would change that not everyone may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sensitive {
    /// The status differs.
    pub status: bool,
    /// The single-sign-on id differs.
    pub sso_id: bool,
    /// The roles differ.
    pub roles: bool,
    /// The direct permissions differ.
    pub permissions: bool,
    /// The groups differ.
    pub groups: bool,
}

impl Sensitive {
    /// What differs between two states of a user.
    #[must_use]
    pub fn between(old: &User, new: &User) -> Self {
        Self {
            status: old.status != new.status,
            sso_id: old.sso_id != new.sso_id,
            roles: old.roles != new.roles,
            permissions: old.permissions != new.permissions,
            groups: old.groups != new.groups,
        }
    }
}

/// Decides whether the principal may bring a user to a state in which it can do what `after` says.
/// Nobody can give what they do not have.
///
/// # Errors
/// Why not: the first in the order status, single sign-on, roles, permissions, groups.
pub fn authorize_change(principal: &Principal, changed: Sensitive, after: &Grants) -> Result<(), Denied> {
    let holds = |action| principal.actions.contains(action);
    let manages = holds(Action::UsersUpdate);
    let assigns = holds(Action::RolesAssign);
    let within = after.within(principal);
    permit(manages || !changed.status, ForbiddenReason::OwnField("status"))?;
    permit(manages || !changed.sso_id, ForbiddenReason::OwnField("sso_id"))?;
    permit(!changed.roles || assigns && within, ForbiddenReason::Roles)?;
    permit(!changed.permissions || assigns && within, ForbiddenReason::Permissions)?;
    permit(!changed.groups || holds(Action::GroupsUpdate) && within, ForbiddenReason::Groups)
}

/// What an update of a group, or a creation as an update of nothing, would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct GroupChange {
    /// What the group says of itself differs.
    pub itself: bool,
    /// Its roles differ.
    pub roles: bool,
}

impl GroupChange {
    /// What differs between two states of a group.
    #[must_use]
    pub fn between(old: &Group, new: &Group) -> Self {
        let with_new_roles = Group { roles: new.roles.clone(), ..old.clone() };
        Self { itself: with_new_roles != *new, roles: old.roles != new.roles }
    }
}

/// Decides whether the principal may bring a group from one state to another, of which the roles give what `before`
/// and `after` say. Of a built-in group only the roles can change. Nobody gives or takes what they do not have.
///
/// # Errors
/// Why not.
pub fn authorize_group_change(
    principal: &Principal,
    is_builtin: bool,
    changed: GroupChange,
    before: &Grants,
    after: &Grants,
) -> Result<(), Denied> {
    permit(!is_builtin || !changed.itself, ForbiddenReason::Builtin(Kind::Group))?;
    let assigns = principal.actions.contains(Action::RolesAssign);
    let within = before.within(principal) && after.within(principal);
    permit(!changed.roles || assigns && within, ForbiddenReason::Roles)
}

/// Decides whether the principal may choose who is in the group. Who may also change the users is another question.
///
/// # Errors
/// Why not: the members of a built-in group are not chosen.
pub fn authorize_members(principal: &Principal, group: &Group) -> Result<(), Denied> {
    authorize(principal, Action::GroupsUpdate, Target::group(group, &Grants::default()))?;
    permit(!group.builtin, ForbiddenReason::Builtin(Kind::Group))
}

/// Decides whether the principal may bring a role that gives what `before` says to one that gives what `after`
/// says. Built-in roles do not change. Nobody gives or takes what they do not have.
///
/// # Errors
/// Why not.
pub fn authorize_role_change(
    principal: &Principal,
    is_builtin: bool,
    before: &Grants,
    after: &Grants,
) -> Result<(), Denied> {
    permit(!is_builtin, ForbiddenReason::Builtin(Kind::Role))?;
    let gives_the_same = before == after;
    permit(gives_the_same || before.within(principal), ForbiddenReason::StrongerTarget)?;
    permit(gives_the_same || after.within(principal), ForbiddenReason::Permissions)
}

/// Decides whether the principal may make somebody, in any organization, who can do what `after` says there.
/// Nobody can give what they do not have.
///
/// # Errors
/// Why not.
pub fn authorize_administrator(principal: &Principal, after: &Grants) -> Result<(), Denied> {
    authorize(principal, Action::OrganizationsWrite, Target::Collection)?;
    permit(after.within(principal), ForbiddenReason::Roles)
}

/// Decides whether the principal may do the action to everybody at once, whatever they can do: nobody can do more than
/// one who may do everything in an organization.
///
/// # Errors
/// Why not.
pub fn authorize_on_everybody(principal: &Principal, action: Action) -> Result<(), Denied> {
    authorize(principal, action, Target::Collection)?;
    permit(EVERYTHING_IN_ONE.is_subset(principal.actions), ForbiddenReason::StrongerTarget)
}

/// The action that is the same deed on one's own account.
#[must_use]
pub const fn own_form(action: Action) -> Option<Action> {
    match action {
        Action::UsersRead => Some(Action::UsersReadSelf),
        Action::UsersUpdate => Some(Action::UsersUpdateSelf),
        Action::CredentialsCreate => Some(Action::CredentialsCreateSelf),
        Action::CredentialsRead => Some(Action::CredentialsReadSelf),
        Action::CredentialsDelete => Some(Action::CredentialsDeleteSelf),
        _ => None,
    }
}

/// Whether the action is about one's own account and nobody else's.
const fn is_own_form(action: Action) -> bool {
    matches!(
        action,
        Action::UsersReadSelf
            | Action::UsersUpdateSelf
            | Action::CredentialsCreateSelf
            | Action::CredentialsReadSelf
            | Action::CredentialsDeleteSelf
    )
}

/// Whether the action changes the user itself, and not just its keys.
const fn edits_user(action: Action) -> bool {
    matches!(action, Action::UsersUpdate | Action::UsersUpdateSelf | Action::UsersDelete)
}

const fn permit(allowed: bool, reason: ForbiddenReason) -> Result<(), Denied> {
    if allowed { Ok(()) } else { Err(Denied::Forbidden(reason)) }
}

#[cfg(test)]
mod giver_tests;
#[cfg(test)]
mod tests;
