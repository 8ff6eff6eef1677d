//! The lookups that almost every request begins with, and the two ways to make them: on what is remembered, and on a
//! snapshot whose answers are noted. It must not know an engine, nor what is looked up for what.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;

use crate::domain::{
    Credential, CredentialId, Error, Group, GroupId, Organization, OrganizationId, Role, RoleId, User, UserId, Username,
};

use super::derived::{Derivation, Derived, Making};
use super::memory::{Answer, Memory, Question};
use super::{NameKind, Result};

/// Lookups by key of what requests ask for again and again. As everywhere in the store, the answer is `None` where
/// there is nothing, and `Internal` where a row is corrupt; names are given folded.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Lookups {
    /// Finds an organization.
    fn organization(&self, id: OrganizationId) -> Result<Option<Organization>>;
    /// Finds a user with its roles, groups and direct permissions.
    fn user(&self, organization: OrganizationId, id: UserId) -> Result<Option<User>>;
    /// Finds a user's username.
    fn username(&self, organization: OrganizationId, id: UserId) -> Result<Option<Username>>;
    /// Finds who holds a username or an e-mail address, in any organization.
    fn find_name(&self, kind: NameKind, folded: &str) -> Result<Option<(OrganizationId, UserId)>>;
    /// Finds a role.
    fn role(&self, organization: OrganizationId, id: RoleId) -> Result<Option<Arc<Role>>>;
    /// Finds a group with its roles.
    fn group(&self, organization: OrganizationId, id: GroupId) -> Result<Option<Arc<Group>>>;
    /// Finds a credential by its id, in any organization.
    fn credential(&self, id: CredentialId) -> Result<Option<Credential>>;
    /// Finds a credential by the SHA-256 of its whole text, in any organization.
    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>>;
    /// Makes something of lookups, or finds it as it was made before; see [`super::derive`].
    fn derive(&self, derivation: Derivation, make: &dyn Fn(&dyn Lookups) -> Result<Derived>) -> Result<Derived>;
}

/// Lists the groups that a user is in, by id. They are looked up one by one, since many users share them and so they are
/// mostly known.
///
/// # Errors
/// `Internal` if one of them is not there.
pub fn groups_of(txn: &dyn Lookups, user: &User) -> Result<Vec<Arc<Group>>> {
    each(&user.groups, |id| txn.group(user.organization, id))
}

/// Lists the roles that a user holds itself or through these groups, which are its own, by id.
///
/// # Errors
/// As [`groups_of`].
pub fn roles_granted_to(txn: &dyn Lookups, user: &User, groups: &[Arc<Group>]) -> Result<Vec<Arc<Role>>> {
    let granted: BTreeSet<RoleId> = groups.iter().flat_map(|group| &group.roles).chain(&user.roles).copied().collect();
    each(&granted, |id| txn.role(user.organization, id))
}

fn each<I: Copy + Display, T>(ids: &BTreeSet<I>, find: impl Fn(I) -> Result<Option<T>>) -> Result<Vec<T>> {
    let find = |id: &I| find(*id)?.ok_or_else(|| Error::internal(format!("{id} is referred to and not there")));
    ids.iter().map(find).collect()
}

/// Runs `work` on what is remembered; `None` if that is not enough.
pub(super) fn recollect<T>(memory: &Memory, work: impl FnOnce(&dyn Lookups) -> Result<T>) -> Option<Result<T>> {
    let began = memory.moment();
    let remembered = Remembered { memory, has_missed: Cell::new(false), trace: Trace::default() };
    let outcome = work(&remembered);
    if remembered.has_missed.get() || memory.moment() != began {
        return None;
    }
    let makings = remembered.trace.makings.into_inner();
    if !makings.is_empty() {
        memory.learn(began, Vec::new(), makings);
    }
    Some(outcome)
}

/// Runs `work` on a snapshot, and answers also what it looked up there, and what it made of that.
pub(super) fn noting<T>(
    snapshot: &dyn Lookups,
    work: impl FnOnce(&dyn Lookups) -> Result<T>,
) -> (Result<T>, Vec<(Question, Answer)>, Vec<Making>) {
    let noted = Noted { snapshot, answers: RefCell::default(), trace: Trace::default() };
    let outcome = work(&noted);
    (outcome, noted.answers.into_inner(), noted.trace.makings.into_inner())
}

/// What is made in a run, and what was asked for the part that is being made.
#[derive(Debug, Default)]
struct Trace {
    makings: RefCell<Vec<Making>>,
    /// `None` while nothing is made.
    asked: RefCell<Option<Vec<Question>>>,
    /// Whether something was asked for that is not there, so that what is made of it would not be known to be good.
    has_lacked: Cell<bool>,
}

impl Trace {
    fn ask(&self, question: &Question) {
        if let Some(asked) = self.asked.borrow_mut().as_mut() {
            asked.push(question.clone());
        }
    }

    /// Makes something and notes what was asked for it. What is made for something else is a part of that.
    fn make(&self, derivation: Derivation, make: impl FnOnce() -> Result<Derived>) -> Result<Derived> {
        if self.asked.borrow().is_some() {
            return make();
        }
        *self.asked.borrow_mut() = Some(Vec::new());
        self.has_lacked.set(false);
        let made = make();
        let asked = self.asked.take().unwrap_or_default();
        if let Ok(derived) = &made
            && !self.has_lacked.get()
        {
            self.makings.borrow_mut().push(Making { derivation, derived: derived.clone(), asked });
        }
        made
    }

    fn is_making(&self) -> bool {
        self.asked.borrow().is_some()
    }
}

/// What is remembered, as far as it is.
struct Remembered<'m> {
    memory: &'m Memory,
    has_missed: Cell<bool>,
    trace: Trace,
}

impl Remembered<'_> {
    fn ask<T>(&self, question: Question) -> Result<T>
    where
        Answer: TryInto<T>,
    {
        self.trace.ask(&question);
        let answer = self.memory.recall(&question).and_then(|answer| answer.try_into().ok());
        answer.ok_or_else(|| {
            self.has_missed.set(true);
            Error::internal("this is not remembered")
        })
    }
}

/// Says only what is there: that something is not is never remembered.
impl Lookups for Remembered<'_> {
    fn organization(&self, id: OrganizationId) -> Result<Option<Organization>> {
        self.ask(Question::Organization(id)).map(Some)
    }

    fn user(&self, organization: OrganizationId, id: UserId) -> Result<Option<User>> {
        self.ask(Question::User(organization, id)).map(Some)
    }

    fn username(&self, organization: OrganizationId, id: UserId) -> Result<Option<Username>> {
        self.ask(Question::Username(organization, id)).map(Some)
    }

    fn find_name(&self, kind: NameKind, folded: &str) -> Result<Option<(OrganizationId, UserId)>> {
        self.ask(Question::Holder(kind, folded.to_owned())).map(Some)
    }

    fn role(&self, organization: OrganizationId, id: RoleId) -> Result<Option<Arc<Role>>> {
        self.ask(Question::Role(organization, id)).map(Some)
    }

    fn group(&self, organization: OrganizationId, id: GroupId) -> Result<Option<Arc<Group>>> {
        self.ask(Question::Group(organization, id)).map(Some)
    }

    fn credential(&self, id: CredentialId) -> Result<Option<Credential>> {
        self.ask(Question::Credential(id)).map(Some)
    }

    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>> {
        self.ask(Question::Secret(*hash)).map(Some)
    }

    fn derive(&self, derivation: Derivation, make: &dyn Fn(&dyn Lookups) -> Result<Derived>) -> Result<Derived> {
        // What is a part of something else is made again, so that it is known what that depends on.
        let known = if self.trace.is_making() { None } else { self.memory.recall_derived(&derivation) };
        known.map_or_else(|| self.trace.make(derivation, || make(self)), Ok)
    }
}

/// A snapshot, and what was looked up there so far.
struct Noted<'s> {
    snapshot: &'s dyn Lookups,
    answers: RefCell<Vec<(Question, Answer)>>,
    trace: Trace,
}

impl Noted<'_> {
    fn note_found<T: Clone + Into<Answer>>(&self, question: Question, found: Option<T>) -> Option<T> {
        self.trace.ask(&question);
        match &found {
            Some(found) => self.answers.borrow_mut().push((question, found.clone().into())),
            None => self.trace.has_lacked.set(true),
        }
        found
    }
}

impl Lookups for Noted<'_> {
    fn organization(&self, id: OrganizationId) -> Result<Option<Organization>> {
        Ok(self.note_found(Question::Organization(id), self.snapshot.organization(id)?))
    }

    fn user(&self, organization: OrganizationId, id: UserId) -> Result<Option<User>> {
        Ok(self.note_found(Question::User(organization, id), self.snapshot.user(organization, id)?))
    }

    fn username(&self, organization: OrganizationId, id: UserId) -> Result<Option<Username>> {
        Ok(self.note_found(Question::Username(organization, id), self.snapshot.username(organization, id)?))
    }

    fn find_name(&self, kind: NameKind, folded: &str) -> Result<Option<(OrganizationId, UserId)>> {
        Ok(self.note_found(Question::Holder(kind, folded.to_owned()), self.snapshot.find_name(kind, folded)?))
    }

    fn role(&self, organization: OrganizationId, id: RoleId) -> Result<Option<Arc<Role>>> {
        Ok(self.note_found(Question::Role(organization, id), self.snapshot.role(organization, id)?))
    }

    fn group(&self, organization: OrganizationId, id: GroupId) -> Result<Option<Arc<Group>>> {
        Ok(self.note_found(Question::Group(organization, id), self.snapshot.group(organization, id)?))
    }

    fn credential(&self, id: CredentialId) -> Result<Option<Credential>> {
        Ok(self.note_found(Question::Credential(id), self.snapshot.credential(id)?))
    }

    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>> {
        Ok(self.note_found(Question::Secret(*hash), self.snapshot.credential_by_secret(hash)?))
    }

    fn derive(&self, derivation: Derivation, make: &dyn Fn(&dyn Lookups) -> Result<Derived>) -> Result<Derived> {
        self.trace.make(derivation, || make(self))
    }
}
