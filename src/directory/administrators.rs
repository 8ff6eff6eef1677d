//! The first person of an organization, made from outside: a user who may do everything there, with a key. So an organization
//! gets its first administrator, and another one when all are gone.

use crate::auth::token::ApiKey;
use crate::auth::{Target, policy};
use crate::domain::powers::PLATFORM_ADMIN;
use crate::domain::user_patch::changes_between;
use crate::domain::{Action, Credential, Email, Error, FieldChange, Organization, TargetKind, User, Username};
use crate::store::WriteTransaction;

use super::audit::Stamp;
use super::credentials::add_credential;
use super::founding::{builtin_role, everyone};
use super::grants::grants_of;
use super::names::check_names;
use super::organizations::find;
use super::{Asking, Directory, NewKeyView, Reference};

/// What the creation of an administrator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAdministrator {
    /// Its username.
    pub username: Username,
    /// Its e-mail address.
    pub email: Option<Email>,
    /// The name to show.
    pub display_name: Option<String>,
}

/// An administrator who was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAdministratorView {
    /// The user.
    pub user: User,
    /// The organization that it belongs to.
    pub organization: Organization,
    /// Its first key.
    pub key: NewKeyView,
}

impl Directory {
    /// Makes an administrator of any organization, with a first key.
    ///
    /// # Errors
    /// `Forbidden` for all but principals of the platform who may, and who can do everything that the administrator
    /// will; `NotFound` of the organization; `Invalid`; `AlreadyExists` for a name that is taken.
    pub async fn create_administrator<R>(
        &self,
        asking: impl Into<Asking<NewAdministratorView, R>> + Send,
        named: Reference,
        new: NewAdministrator,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        let asking = asking.into();
        let secret = self.context.secret();
        self.write_once(asking, move |txn, stamp| create_in(txn, stamp, &named, &new, secret)).await
    }
}

fn create_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    named: &Reference,
    new: &NewAdministrator,
    secret: [u8; 32],
) -> Result<NewAdministratorView, Error> {
    policy::authorize(stamp.principal(), Action::OrganizationsWrite, Target::Collection)?;
    let organization = find(txn, named)?;
    let author = stamp.author();
    let user = User {
        email: new.email.clone(),
        display_name: new.display_name.clone(),
        roles: [builtin_role(txn, author, &organization, &PLATFORM_ADMIN)?.id].into(),
        groups: [everyone(txn, author, &organization)?].into(),
        created_by: Some(stamp.actor()),
        updated_by: Some(stamp.actor()),
        ..User::new(stamp.id(), organization.id, new.username.clone(), stamp.at())
    };
    policy::authorize_administrator(stamp.principal(), &grants_of(txn, &user)?)?;
    user.check_limits()?;
    check_names(txn, None, &user)?;
    txn.insert_user(&user)?;
    author.record(txn, organization.id, TargetKind::User, user.id.id(), changes_between(None, Some(&user)))?;
    let key = first_key(txn, stamp, &user, secret)?;
    if organization.id != stamp.organization() {
        // The platform's own trail says what its administrators do elsewhere.
        let added = FieldChange::between("administrator", None, Some(user.id.to_string()));
        stamp.record(txn, TargetKind::Organization, organization.id.id(), added.into_iter().collect())?;
    }
    Ok(NewAdministratorView { user, organization, key })
}

fn first_key(txn: &dyn WriteTransaction, stamp: &Stamp, user: &User, secret: [u8; 32]) -> Result<NewKeyView, Error> {
    let id = stamp.id();
    let key = ApiKey::generate(id, secret);
    let credential = Credential {
        description: "first key".to_owned(),
        created_by: Some(stamp.actor()),
        ..Credential::api_key(id, (user.organization, user.id), key.hash(), stamp.at())
    };
    add_credential(txn, stamp.author(), &credential)?;
    Ok(NewKeyView { credential, username: user.username.clone(), key })
}
