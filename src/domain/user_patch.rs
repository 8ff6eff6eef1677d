//! What a partial update of a user says, the pure function that applies it, and what differs between two states.

use super::audit::FieldChange;
use super::change::{Change, SetChange};
use super::error::Error;
use super::id::{GroupId, RoleId};
use super::name::{Email, Username};
use super::permission::Permission;
use super::text::listed;
use super::user::{Metadata, Status, User, UserKind, check_texts};

/// What a partial update says about each field. The default says nothing at all.
///
/// `R` and `G` are how roles and groups are named: only a patch that names them by id can be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserPatch<R = RoleId, G = GroupId> {
    /// The username, which cannot be empty.
    pub username: Option<Username>,
    /// The e-mail address.
    pub email: Change<Email>,
    /// The first name.
    pub first_name: Change<String>,
    /// The last name.
    pub last_name: Change<String>,
    /// The name to show.
    pub display_name: Change<String>,
    /// What it is for.
    pub description: Change<String>,
    /// The picture.
    pub avatar: Change<String>,
    /// The metadata; cleared means the empty object.
    pub metadata: Change<Metadata>,
    /// The id with a single-sign-on provider.
    pub sso_id: Change<String>,
    /// Whether the user can authenticate.
    pub status: Option<Status>,
    /// The direct permissions.
    pub permissions: SetChange<Permission>,
    /// The roles.
    pub roles: SetChange<R>,
    /// The groups.
    pub groups: SetChange<G>,
}

// Derived, it would ask that `R` and `G` have defaults too.
impl<R, G> Default for UserPatch<R, G> {
    fn default() -> Self {
        Self {
            username: None,
            email: Change::Keep,
            first_name: Change::Keep,
            last_name: Change::Keep,
            display_name: Change::Keep,
            description: Change::Keep,
            avatar: Change::Keep,
            metadata: Change::Keep,
            sso_id: Change::Keep,
            status: None,
            permissions: SetChange::Keep,
            roles: SetChange::Keep,
            groups: SetChange::Keep,
        }
    }
}

impl<R, G> UserPatch<R, G> {
    /// Checks what is wrong with the texts whoever they are for. This is said before anybody is looked for, so that an order of
    /// checks that differs between doors cannot show.
    ///
    /// # Errors
    /// `Invalid` for the first text that passes its limit.
    pub fn check_texts(&self) -> Result<(), Error> {
        let Self { first_name, last_name, display_name, description, avatar, sso_id, .. } = self;
        let texts = [first_name, last_name, display_name, description, avatar, sso_id];
        check_texts(texts.map(|change| change.value().map(String::as_str)))
    }

    /// The same patch with its roles and groups named otherwise.
    pub fn with_memberships<S, H>(self, roles: SetChange<S>, groups: SetChange<H>) -> UserPatch<S, H> {
        UserPatch {
            username: self.username,
            email: self.email,
            first_name: self.first_name,
            last_name: self.last_name,
            display_name: self.display_name,
            description: self.description,
            avatar: self.avatar,
            metadata: self.metadata,
            sso_id: self.sso_id,
            status: self.status,
            permissions: self.permissions,
            roles,
            groups,
        }
    }
}

impl UserPatch {
    /// The user as it would be. Times and version stay, for the caller to set where something differs.
    #[must_use]
    pub fn apply(&self, user: &User) -> User {
        let metadata = self.metadata.applied_to(&Some(user.metadata.clone()));
        User {
            username: self.username.clone().unwrap_or_else(|| user.username.clone()),
            email: self.email.applied_to(&user.email),
            first_name: self.first_name.applied_to(&user.first_name),
            last_name: self.last_name.applied_to(&user.last_name),
            display_name: self.display_name.applied_to(&user.display_name),
            description: self.description.applied_to(&user.description),
            avatar: self.avatar.applied_to(&user.avatar),
            metadata: metadata.unwrap_or_else(Metadata::empty),
            sso_id: self.sso_id.applied_to(&user.sso_id),
            status: self.status.unwrap_or(user.status),
            permissions: self.permissions.applied_to(&user.permissions),
            roles: self.roles.applied_to(&user.roles),
            groups: self.groups.applied_to(&user.groups),
            ..user.clone()
        }
    }
}

/// Which of the fields that can change differ between two states of a user, of which either may be
/// that there is none. No difference means that there is nothing to write.
#[must_use]
pub fn changes_between(old: Option<&User>, new: Option<&User>) -> Vec<FieldChange> {
    let field = |name: &str, read: &dyn Fn(&User) -> Option<String>| {
        FieldChange::between(name, old.and_then(read), new.and_then(read))
    };
    [
        field("kind", &|user| (user.kind != UserKind::Person).then(|| user.kind.as_str().to_owned())),
        field("username", &|user| Some(user.username.to_string())),
        field("email", &|user| user.email.as_ref().map(ToString::to_string)),
        field("first_name", &|user| user.first_name.clone()),
        field("last_name", &|user| user.last_name.clone()),
        field("display_name", &|user| user.display_name.clone()),
        field("description", &|user| user.description.clone()),
        avatar_change(old, new),
        field("metadata", &|user| Some(user.metadata.as_str().to_owned())),
        field("sso_id", &|user| user.sso_id.clone()),
        field("status", &|user| Some(user.status.as_str().to_owned())),
        field("permissions", &|user| listed(&user.permissions)),
        field("roles", &|user| listed(&user.roles)),
        field("groups", &|user| listed(&user.groups)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// That the avatar changed, with its size for its bytes, which would swell the audit trail.
fn avatar_change(old: Option<&User>, new: Option<&User>) -> Option<FieldChange> {
    let avatar = |user: Option<&User>| user.and_then(|user| user.avatar.clone());
    let sized = |text: String| format!("({} bytes)", text.len());
    FieldChange::between("avatar", avatar(old), avatar(new)).map(|change| FieldChange {
        from: change.from.map(sized),
        to: change.to.map(sized),
        ..change
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Id;

    fn user() -> User {
        let (id, organization) = (Id::new(1, [1; 6]).into(), Id::new(0, [1; 6]).into());
        User {
            email: Email::parse("jane@example.com").ok(),
            first_name: Some("Jane".into()),
            display_name: Some("Jane D.".into()),
            roles: [Id::new(0, [2; 6]).into()].into(),
            version: 7,
            ..User::new(id, organization, Username::parse("jane").expect("valid"), DateTime::UNIX_EPOCH)
        }
    }

    fn text_change() -> impl Strategy<Value = Change<String>> {
        prop_oneof![Just(Change::Keep), Just(Change::Clear), "[ab]{0,2}".prop_map(Change::Set)]
    }

    fn role_change() -> impl Strategy<Value = SetChange<RoleId>> {
        let roles = || {
            proptest::collection::btree_set(0_u8..4, 0..4)
                .prop_map(|set| set.into_iter().map(|n| Id::new(0, [n; 6]).into()).collect::<BTreeSet<RoleId>>())
        };
        prop_oneof![
            Just(SetChange::Keep),
            roles().prop_map(SetChange::Replace),
            roles().prop_map(SetChange::Add),
            roles().prop_map(SetChange::Remove),
        ]
    }

    prop_compose! {
        fn patches()(
            first_name in text_change(),
            avatar in text_change(),
            roles in role_change(),
            status in prop_oneof![Just(None), Just(Some(Status::Active)), Just(Some(Status::Disabled))],
            clear_email in any::<bool>(),
        ) -> UserPatch {
            let email = if clear_email { Change::Clear } else { Change::Keep };
            UserPatch { first_name, avatar, roles, status, email, ..UserPatch::default() }
        }
    }

    #[test]
    fn a_patch_that_says_nothing_changes_nothing() {
        assert_eq!(UserPatch::default().apply(&user()), user());
    }

    #[test]
    fn cleared_metadata_is_the_empty_object() {
        let metadata = Metadata::from_object_text(r#"{"a":1}"#.into()).expect("an object");
        let full = UserPatch { metadata: Change::Set(metadata), ..UserPatch::default() }.apply(&user());
        let cleared = UserPatch { metadata: Change::Clear, ..UserPatch::default() }.apply(&full);
        assert_eq!(cleared, user());
    }

    #[test]
    fn a_creation_lists_what_there_is_and_an_avatar_by_size() {
        let created = User { avatar: Some("data:".into()), ..user() };
        let changes = changes_between(None, Some(&created));
        let fields: Vec<&str> = changes.iter().map(|change| change.field.as_str()).collect();
        let expected = ["username", "email", "first_name", "display_name", "avatar", "metadata", "status", "roles"];
        assert_eq!(fields, expected);
        assert!(changes.iter().all(|change| change.from.is_none()));
        assert_eq!(changes[4].to.as_deref(), Some("(5 bytes)"));
    }

    proptest! {
        #[test]
        fn applying_twice_is_applying_once(patch in patches()) {
            let once = patch.apply(&user());
            prop_assert_eq!(patch.apply(&once), once);
        }

        #[test]
        fn changes_are_listed_exactly_if_something_differs(patch in patches()) {
            let new = patch.apply(&user());
            prop_assert_eq!(changes_between(Some(&user()), Some(&new)).is_empty(), new == user());
        }

        #[test]
        fn what_is_never_patched_stays(patch in patches()) {
            let new = patch.apply(&user());
            prop_assert_eq!((new.id, new.builtin, new.version), (user().id, user().builtin, user().version));
        }
    }
}
