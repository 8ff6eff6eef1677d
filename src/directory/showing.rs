//! A user as a door shows it, made once for each state of all that is shown and given to whoever may see it.
//! It must not know what a door makes of a user.

use crate::auth::{Caller, Grants, Target, bytes_of, policy};
use crate::domain::{Action, Error, Kind, User};
use crate::store::{Derivable, Derivation, Lookups, derive};

use super::grants::grants_of;
use super::{Directory, UserSelector, UserView};

/// How a door shows a user, the same to everybody: the bytes that are sent.
#[derive(Debug)]
pub struct Showing<S> {
    /// What tells it from every other.
    pub name: &'static str,
    /// Shows a user. It must depend on nothing else.
    pub show: fn(UserView) -> Result<S, Error>,
}

/// A user that is shown.
#[derive(Clone, Debug)]
pub struct Shown<S> {
    /// The tag of its state, as it is sent.
    pub tag: String,
    /// What the door made of it.
    pub body: S,
}

/// What is remembered: what is shown, and what decides who may see it.
struct Showable<S> {
    grants: Grants,
    shown: Shown<S>,
}

impl<S: AsRef<[u8]> + Send + Sync + 'static> Derivable for Showable<S> {
    fn bytes(&self) -> usize {
        size_of::<Self>() + self.shown.tag.len() + bytes_of(&self.grants.permissions) + self.shown.body.as_ref().len()
    }
}

impl Directory {
    /// Shows a user of the caller's organization.
    ///
    /// # Errors
    /// As [`Directory::get_user`].
    pub async fn show_user<S>(
        &self,
        caller: &Caller,
        selector: UserSelector,
        showing: &'static Showing<S>,
    ) -> Result<Shown<S>, Error>
    where
        S: AsRef<[u8]> + Clone + Send + Sync + 'static,
    {
        self.show(caller, Action::UsersRead, selector, showing).await
    }

    /// Shows the person that the caller is.
    ///
    /// # Errors
    /// `NotFound` for a service account, which is not a person, and for one who was deleted a moment ago.
    pub async fn show_current_user<S>(&self, caller: &Caller, showing: &'static Showing<S>) -> Result<Shown<S>, Error>
    where
        S: AsRef<[u8]> + Clone + Send + Sync + 'static,
    {
        self.show(caller, Action::UsersReadSelf, UserSelector::Id(caller.principal().user), showing).await
    }

    /// Shows the caller's own account, be it a person or a service account.
    ///
    /// # Errors
    /// `NotFound` if it was deleted a moment ago.
    pub async fn show_own_account<S>(&self, caller: &Caller, showing: &'static Showing<S>) -> Result<Shown<S>, Error>
    where
        S: AsRef<[u8]> + Clone + Send + Sync + 'static,
    {
        self.show(caller, Action::UsersReadSelf, UserSelector::oneself(caller), showing).await
    }

    async fn show<S>(
        &self,
        caller: &Caller,
        action: Action,
        selector: UserSelector,
        showing: &'static Showing<S>,
    ) -> Result<Shown<S>, Error>
    where
        S: AsRef<[u8]> + Clone + Send + Sync + 'static,
    {
        let caller = caller.clone();
        self.look_up(move |txn| {
            let principal = caller.principal();
            let Some(user) = selector.find(txn, principal.organization)? else {
                policy::authorize(principal, action, Target::Absent(Kind::User))?;
                return Err(Error::not_found(Kind::User));
            };
            let derivation = Derivation { what: showing.name, of: place(&user) };
            let showable = derive(txn, derivation, |txn| {
                // Read anew, so that what is remembered is known to depend on the user.
                let user = txn.user(user.organization, user.id)?.ok_or_else(|| Error::not_found(Kind::User))?;
                Showable::new(txn, user, showing)
            })?;
            policy::authorize(principal, action, Target::user(&user, &showable.grants))?;
            Ok(showable.shown.clone())
        })
        .await
    }
}

impl<S> Showable<S> {
    fn new(txn: &dyn Lookups, user: User, showing: &Showing<S>) -> Result<Self, Error> {
        let grants = grants_of(txn, &user)?;
        let view = UserView::assemble(txn, user)?;
        Ok(Self { grants, shown: Shown { tag: view.tag().to_string(), body: (showing.show)(view)? } })
    }
}

/// What a user is known by: its organization and its id.
fn place(user: &User) -> [u8; 32] {
    let mut place = [0; 32];
    let ids = user.organization.id().to_bytes().into_iter().chain(user.id.id().to_bytes());
    place.iter_mut().zip(ids).for_each(|(byte, id)| *byte = id);
    place
}
