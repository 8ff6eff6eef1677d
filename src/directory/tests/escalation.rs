//! Whatever a manager does to groups, roles and users, nobody can do more than before or than the manager could.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::domain::{ActionSet, GroupPatch, RolePatch, SetChange, UserPatch};

/// The users, roles and groups that deeds are about; some are there from the start, and some give much.
const USERS: &[&str] = &["manager", "plain", "alma", "chief", "fresh"];
const ROLES: &[&str] = &["ece_platform_admin", "ece_platform_viewer", "Alerts", "Managers", "Weak", "Fresh"];
const GROUPS: &[&str] = &["Everyone", "Chiefs", "Crew", "Team", "Fresh"];
const PERMISSIONS: &[&str] = &["user_management", "alerts_management", "ingestion"];
const ACTIONS: &[Action] = &[Action::UsersRead, Action::GroupsUpdate, Action::AuditRead, Action::MetaschemasWrite];

/// Something that a manager tries; most of it is refused.
#[derive(Clone, Debug)]
enum Deed {
    CreateRole(&'static str, RolePatch),
    UpdateRole(&'static str, RolePatch),
    DeleteRole(&'static str),
    Assign(&'static str, Assignee),
    Revoke(&'static str, Assignee),
    CreateGroup(&'static str, &'static str),
    UpdateGroup(&'static str, SetChange<Reference>),
    DeleteGroup(&'static str),
    Join(&'static str, &'static str),
    Leave(&'static str, &'static str),
    CreateUser(&'static str, NewUser),
    UpdateUser(&'static str, UserPatch<Reference, Reference>),
}

fn called(name: &str) -> Reference {
    Reference::Name(name.to_owned())
}

fn whom(name: &str) -> UserSelector {
    UserSelector::Username(name.to_owned())
}

fn one(of: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(of)
}

fn some_permissions() -> impl Strategy<Value = BTreeSet<Permission>> {
    proptest::sample::subsequence(PERMISSIONS, 0..=2).prop_map(|names| permissions(&names))
}

fn change<T: std::fmt::Debug + Clone>(
    set: impl Strategy<Value = BTreeSet<T>> + 'static,
) -> impl Strategy<Value = SetChange<T>> {
    let kinds = [SetChange::Add, SetChange::Remove, SetChange::Replace];
    (0..kinds.len(), set).prop_map(move |(kind, set)| kinds[kind](set))
}

fn references(of: &'static [&'static str]) -> impl Strategy<Value = BTreeSet<Reference>> {
    proptest::sample::subsequence(of, 0..=2).prop_map(|names| names.into_iter().map(called).collect())
}

fn role_patch() -> impl Strategy<Value = RolePatch> {
    let actions = proptest::option::of(proptest::sample::subsequence(ACTIONS, 0..=2));
    (actions, change(some_permissions())).prop_map(|(actions, permissions)| RolePatch {
        actions: actions.map(|actions| ActionSet::of(&actions)),
        permissions,
        ..RolePatch::default()
    })
}

fn assignee() -> impl Strategy<Value = Assignee> {
    prop_oneof![
        one(USERS).prop_map(|name| Assignee::User(whom(name))),
        one(GROUPS).prop_map(|name| Assignee::Group(called(name)))
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let new_user = (some_permissions(), references(ROLES), references(GROUPS))
        .prop_map(|(direct, roles, groups)| NewUser { permissions: Some(direct), roles, groups, ..NewUser::default() });
    let user_patch = (change(some_permissions()), change(references(ROLES)), change(references(GROUPS)))
        .prop_map(|(permissions, roles, groups)| UserPatch { permissions, roles, groups, ..UserPatch::default() });
    prop_oneof![
        4 => (one(ROLES), role_patch()).prop_map(|(role, patch)| Deed::CreateRole(role, patch)),
        4 => (one(ROLES), role_patch()).prop_map(|(role, patch)| Deed::UpdateRole(role, patch)),
        1 => one(ROLES).prop_map(Deed::DeleteRole),
        4 => (one(ROLES), assignee()).prop_map(|(role, to)| Deed::Assign(role, to)),
        4 => (one(ROLES), assignee()).prop_map(|(role, from)| Deed::Revoke(role, from)),
        4 => (one(GROUPS), one(ROLES)).prop_map(|(group, role)| Deed::CreateGroup(group, role)),
        4 => (one(GROUPS), change(references(ROLES))).prop_map(|(group, roles)| Deed::UpdateGroup(group, roles)),
        1 => one(GROUPS).prop_map(Deed::DeleteGroup),
        4 => (one(GROUPS), one(USERS)).prop_map(|(group, user)| Deed::Join(group, user)),
        4 => (one(GROUPS), one(USERS)).prop_map(|(group, user)| Deed::Leave(group, user)),
        4 => (one(USERS), new_user).prop_map(|(user, new)| Deed::CreateUser(user, new)),
        4 => (one(USERS), user_patch).prop_map(|(user, patch)| Deed::UpdateUser(user, patch)),
    ]
}

impl Rig {
    /// Tries a deed as whoever holds the key may.
    async fn attempt(&self, key: &ApiKey, deed: Deed) -> Result<(), Error> {
        let caller = self.caller(key, Action::UsersReadSelf).await?;
        let (d, c) = (&self.directory, &caller);
        match deed {
            Deed::CreateRole(name, RolePatch { actions, permissions, .. }) => {
                let permissions = permissions.applied_to(&BTreeSet::new());
                let (name, actions) = (name.to_owned(), actions.unwrap_or_default());
                let new = NewRole { name, actions, permissions, ..NewRole::default() };
                d.create_role(c, new).await.map(drop)
            }
            Deed::UpdateRole(role, patch) => d.update_role(c, called(role), patch).await.map(drop),
            Deed::DeleteRole(role) => d.delete_role(c, called(role)).await.map(drop),
            Deed::Assign(role, to) => {
                d.assign_role(c, called(role), vec![to]).await.map(drop).map_err(|failed| failed.error)
            }
            Deed::Revoke(role, from) => {
                d.revoke_role(c, called(role), vec![from]).await.map(drop).map_err(|failed| failed.error)
            }
            Deed::CreateGroup(name, role) => {
                let new = NewGroup { name: name.to_owned(), roles: [called(role)].into(), ..NewGroup::default() };
                d.create_group(c, new).await.map(drop)
            }
            Deed::UpdateGroup(group, roles) => {
                let patch = GroupPatch { roles, ..GroupPatch::default() };
                d.update_group(c, called(group), patch).await.map(drop)
            }
            Deed::DeleteGroup(group) => d.delete_group(c, called(group)).await.map(drop),
            Deed::Join(group, user) => {
                d.add_members(c, called(group), vec![whom(user)]).await.map(drop).map_err(|failed| failed.error)
            }
            Deed::Leave(group, user) => {
                d.remove_members(c, called(group), vec![whom(user)]).await.map(drop).map_err(|failed| failed.error)
            }
            Deed::CreateUser(name, new) => {
                d.create_user(c, NewUser { username: named(name).username, ..new }).await.map(drop)
            }
            Deed::UpdateUser(user, patch) => {
                let update = UserUpdate { patch, ..UserUpdate::default() };
                d.update_user(c, whom(user), update).await.map(drop)
            }
        }
    }

    /// Makes what is there from the start, and answers the manager's key.
    async fn populate(&self) -> ApiKey {
        let (_, key) = self.person(manager()).await;
        let admin = self.admin().await;
        for (name, direct) in [("Alerts", "alerts_management"), ("Managers", "user_management")] {
            let new = NewRole { name: name.to_owned(), permissions: permissions(&[direct]), ..NewRole::default() };
            self.directory.create_role(&admin, new).await.expect("created");
        }
        let weak = NewRole { name: "Weak".to_owned(), ..NewRole::default() };
        self.directory.create_role(&admin, weak).await.expect("created");
        for (name, role) in [("Chiefs", "ece_platform_admin"), ("Crew", "Weak"), ("Team", "Managers")] {
            let new = NewGroup { name: name.to_owned(), roles: [called(role)].into(), ..NewGroup::default() };
            self.directory.create_group(&admin, new).await.expect("created");
        }
        self.create(named("plain")).await.expect("created");
        self.create(NewUser { roles: role("Alerts"), ..named("alma") }).await.expect("created");
        self.create(NewUser { groups: [called("Chiefs")].into(), ..named("chief") }).await.expect("created");
        key
    }

    /// What each user can do, by the order of [`USERS`]; nothing for one who is not there.
    async fn powers(&self) -> Vec<(ActionSet, BTreeSet<Permission>)> {
        let admin = self.admin().await;
        let selectors = USERS.iter().map(|name| whom(name)).collect();
        let found = self.directory.find_users(&admin, selectors).await.expect("the admin reads");
        found.into_iter().map(|view| view.map(|view| (view.allowed, view.permissions)).unwrap_or_default()).collect()
    }
}

/// Whoever were called by it would hide who has it: requests that take an id or a name could mean either.
#[tokio::test]
async fn nobody_is_called_by_the_id_of_somebody_else() {
    let rig = Rig::new().await;
    let (chief, _) = rig.person(NewUser { roles: role("ece_platform_admin"), ..named("chief") }).await;
    let (plain, key) = rig.person(named("plain")).await;
    let caller = rig.caller(&key, Action::UsersUpdate).await.expect("one may change oneself");
    let id = chief.user.id;
    for id_of_chief in [id.to_uuid(), id.to_base32(), id.to_base32().to_lowercase(), id.to_uuid().replace('-', "")] {
        let username = named(&id_of_chief).username;
        let patch = UserPatch { username, ..UserPatch::default() };
        let update = UserUpdate { patch, ..UserUpdate::default() };
        assert_taken(rig.directory.update_user(&caller, UserSelector::Id(plain.user.id), update).await, "username");
        assert_taken(rig.create(named(&id_of_chief)).await, "username");
    }
    let found = rig.directory.get_user(&rig.admin().await, UserSelector::Any(id.to_uuid())).await;
    assert!(found.is_ok_and(|found| found.user.id == id));
    let patch = UserPatch { username: named(&plain.user.id.to_uuid()).username, ..UserPatch::default() };
    let update = UserUpdate { patch, ..UserUpdate::default() };
    let called_by_own = rig.directory.update_user(&caller, UserSelector::Id(plain.user.id), update).await;
    assert!(called_by_own.is_ok(), "nobody else is hidden by that: {called_by_own:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_can_do_more_than_before_or_than_the_manager_could(deeds in vec(deed(), 1..24)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let rig = Rig::new().await;
            let key = rig.populate().await;
            let before = rig.powers().await;
            let managers = before[0].clone();
            for deed in deeds {
                let outcome = rig.attempt(&key, deed.clone()).await;
                for (position, (actions, permissions)) in rig.powers().await.into_iter().enumerate() {
                    let (had_actions, had_permissions) = &before[position];
                    let (user, deed) = (USERS[position], &deed);
                    prop_assert!(
                        actions.is_subset(had_actions.union(managers.0)),
                        "{user} may now {actions:?} by {deed:?}: {outcome:?}"
                    );
                    prop_assert!(
                        permissions.iter().all(|it| had_permissions.contains(it) || managers.1.contains(it)),
                        "{user} now has {permissions:?} by {deed:?}: {outcome:?}"
                    );
                }
            }
            Ok(())
        })?;
    }
}
