//! What the store was asked lately: answers that the next request is likely to need, given on the spot, without a thread
//! or a snapshot. It must not know an engine, nor what the answers are for.
//!
//! It never says what a snapshot of that moment would not say. A write unsettles what it touches before it commits: that
//! is forgotten, and not learned again until the write's outcome is known. A run during which anything was unsettled is
//! made again on a snapshot. Only what is there is remembered, so what is new needs no care.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::domain::{
    AuditLink, Credential, CredentialId, Group, GroupId, Organization, OrganizationId, Role, RoleId, User, UserId,
    Username,
};
use crate::limits::{MEMORY_ANSWERS_EXPECTED, MEMORY_BYTES_MAX};

use super::NameKind;
use super::aspects::Aspects;
use super::derived::{Derivation, Derivations, Derived, Making};
use super::outlines::Outlines;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// An organization.
    Organization(OrganizationId),
    /// A user.
    User(OrganizationId, UserId),
    /// A user's name.
    Username(OrganizationId, UserId),
    /// Who holds a name.
    Holder(NameKind, String),
    /// A credential, by its id.
    Credential(CredentialId),
    /// A credential, by the hash of its secret.
    Secret([u8; 32]),
    /// A role.
    Role(OrganizationId, RoleId),
    /// A role, by its folded name, which only writes ask for.
    RoleNamed(OrganizationId, String),
    /// A group, by its id.
    Group(OrganizationId, GroupId),
    /// A group, by its folded name, which only writes ask for.
    GroupNamed(OrganizationId, String),
    /// Where an audit trail ends, which only writes ask for.
    AuditHead(OrganizationId),
    /// What lists of users are in what depends on this: its answers are the outlines.
    Users(OrganizationId, Aspects),
}

/// What is there.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    /// An organization.
    Organization(Arc<Organization>),
    /// A user.
    User(Arc<User>),
    /// A user's name.
    Username(Arc<Username>),
    /// Where and who somebody is.
    Holder(Arc<(OrganizationId, UserId)>),
    /// A credential.
    Credential(Arc<Credential>),
    /// A role.
    Role(Arc<Role>),
    /// A group.
    Group(Arc<Group>),
    /// The last link of an audit trail.
    AuditHead(Arc<AuditLink>),
}

/// Each kind of answer holds one type. What many users have is handed on as it is, and the rest as a value.
macro_rules! answers {
    ($($variant:ident: $type:ty),* $(,)?) => {$(
        impl From<$type> for Answer {
            fn from(found: $type) -> Self {
                Self::$variant(Arc::new(found))
            }
        }

        impl TryFrom<Answer> for $type {
            type Error = Answer;

            fn try_from(answer: Answer) -> Result<Self, Answer> {
                if let Answer::$variant(found) = answer { Ok(Arc::unwrap_or_clone(found)) } else { Err(answer) }
            }
        }
    )*};
}

answers! {
    Organization: Organization,
    User: User,
    Username: Username,
    Holder: (OrganizationId, UserId),
    Credential: Credential,
    AuditHead: AuditLink,
}

macro_rules! shared_answers {
    ($($variant:ident: $type:ty),* $(,)?) => {$(
        impl From<Arc<$type>> for Answer {
            fn from(found: Arc<$type>) -> Self {
                Self::$variant(found)
            }
        }

        impl TryFrom<Answer> for Arc<$type> {
            type Error = Answer;

            fn try_from(answer: Answer) -> Result<Self, Answer> {
                if let Answer::$variant(found) = answer { Ok(found) } else { Err(answer) }
            }
        }
    )*};
}

shared_answers! {
    Role: Role,
    Group: Group,
}

/// What a write makes doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// One answer.
    One(Question),
    /// All answers: something was changed that many of them depend on.
    Everything,
}

impl Touched {
    /// What depends on the row of a user.
    pub(super) fn user(user: &User) -> Vec<Self> {
        let (organization, id) = (user.organization, user.id);
        let username = Question::Holder(NameKind::Username, user.username.folded().to_owned());
        let email = user.email.as_ref().map(|email| Question::Holder(NameKind::Email, email.folded().to_owned()));
        let own = [Question::User, Question::Username];
        own.map(|question| question(organization, id))
            .into_iter()
            .chain([username])
            .chain(email)
            .map(Self::One)
            .collect()
    }

    /// What depends on those parts of a user that differ from another state of it, beside the user itself.
    pub(super) fn difference(old: &User, new: &User) -> Vec<Self> {
        let (organization, id) = (old.organization, old.id);
        let mut touched = Vec::new();
        if old.username != new.username {
            touched.push(Question::Username(organization, id));
            touched.push(Question::Holder(NameKind::Username, old.username.folded().to_owned()));
        }
        if let Some(email) = old.email.as_ref().filter(|_| old.email != new.email) {
            touched.push(Question::Holder(NameKind::Email, email.folded().to_owned()));
        }
        touched.into_iter().map(Self::One).collect()
    }

    /// What depends on the row of a credential.
    pub(super) fn credential(credential: &Credential) -> [Self; 2] {
        [Question::Credential(credential.id), Question::Secret(credential.secret_hash)].map(Self::One)
    }
}

/// A moment in the life of a memory. What a snapshot says that was taken later can be learned, if it is still then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment(u64);

/// The answers that are remembered, as many as fit.
pub struct Memory {
    answers: Cache<Question, Answer, Bytes>,
    derivations: Derivations,
    /// What is remembered of lists of users.
    pub(super) outlines: Outlines,
    /// How often anything was unsettled or settled.
    moments: AtomicU64,
    unsettled: Mutex<Unsettled>,
}

/// By how many writes each answer is touched whose outcome is not known.
#[derive(Debug, Default)]
struct Unsettled {
    questions: HashMap<Question, usize>,
    everything: usize,
}

impl Memory {
    /// A memory of nothing.
    pub(super) fn new() -> Self {
        Self {
            answers: Cache::with_weighter(MEMORY_ANSWERS_EXPECTED, MEMORY_BYTES_MAX, Bytes),
            derivations: Derivations::new(),
            outlines: Outlines::default(),
            moments: AtomicU64::new(0),
            unsettled: Mutex::default(),
        }
    }

    /// Now.
    pub(super) fn moment(&self) -> Moment {
        Moment(self.moments.load(Ordering::SeqCst))
    }

    /// The answer, if it is remembered.
    pub(super) fn recall(&self, question: &Question) -> Option<Answer> {
        self.answers.get(question)
    }

    /// What was made of answers, if it is remembered.
    pub(super) fn recall_derived(&self, derivation: &Derivation) -> Option<Derived> {
        self.derivations.recall(derivation)
    }

    /// Remembers what a snapshot said that was taken after this moment, and what was made of it, as far as nothing has been
    /// touched since.
    pub(super) fn learn(&self, since: Moment, learned: Vec<(Question, Answer)>, makings: Vec<Making>) {
        let unsettled = self.unsettled();
        if unsettled.everything > 0 || self.moment() != since {
            return;
        }
        for (question, answer) in learned {
            if !unsettled.questions.contains_key(&question) {
                self.answers.insert(question, answer);
            }
        }
        for making in makings {
            if !making.asked.iter().any(|question| unsettled.questions.contains_key(question)) {
                self.derivations.learn(making);
            }
        }
    }

    /// Forgets what a write touches, before it can be seen.
    pub(super) fn unsettle(&self, touched: &[Touched]) {
        let mut unsettled = self.unsettled();
        for touch in touched {
            match touch {
                Touched::One(Question::Users(organization, aspects)) => {
                    self.outlines.unsettle(Some(*organization), *aspects);
                }
                Touched::One(question) => {
                    *unsettled.questions.entry(question.clone()).or_default() += 1;
                    self.answers.remove(question);
                    self.derivations.doubt(question);
                }
                Touched::Everything => {
                    unsettled.everything += 1;
                    self.answers.clear();
                    self.derivations.clear();
                    self.outlines.unsettle(None, Aspects::ALL);
                }
            }
        }
        self.pass(touched);
    }

    /// Lets the same be learned again, as it is known what became of the write; and learns at once what the write made.
    pub(super) fn settle(&self, touched: &[Touched], learned: Vec<(Question, Answer)>) {
        let mut unsettled = self.unsettled();
        for touch in touched {
            match touch {
                Touched::One(Question::Users(_, aspects)) => self.outlines.settle(*aspects),
                Touched::One(question) => {
                    if let Some(writes) = unsettled.questions.get_mut(question).filter(|writes| **writes > 1) {
                        *writes -= 1;
                    } else {
                        unsettled.questions.remove(question);
                    }
                }
                Touched::Everything => {
                    unsettled.everything = unsettled.everything.saturating_sub(1);
                    self.outlines.settle(Aspects::ALL);
                }
            }
        }
        if unsettled.everything == 0 {
            for (question, answer) in learned {
                if !unsettled.questions.contains_key(&question) {
                    self.answers.insert(question, answer);
                }
            }
        }
        self.pass(touched);
    }

    /// Begins another moment, if anything happened.
    fn pass(&self, touched: &[Touched]) {
        if !touched.is_empty() {
            self.moments.fetch_add(1, Ordering::SeqCst);
        }
    }

    fn unsettled(&self) -> MutexGuard<'_, Unsettled> {
        // Nothing that can panic happens under the lock.
        self.unsettled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("answers", &self.answers.len()).finish_non_exhaustive()
    }
}

/// How much memory an answer takes, about, in bytes.
#[derive(Clone, Copy, Debug)]
struct Bytes;

/// What an object takes besides its long texts: its key, its place in the table, its short parts.
const ANSWER_BYTES: usize = 512;

impl Weighter<Question, Answer> for Bytes {
    fn weight(&self, _: &Question, answer: &Answer) -> u64 {
        let texts = match answer {
            Answer::User(user) => user.avatar.as_ref().map_or(0, String::len) + user.metadata.as_str().len(),
            Answer::Role(role) => role.description.len(),
            Answer::Group(group) => group.description.len() + group.metadata.as_str().len(),
            Answer::Organization(_)
            | Answer::Username(_)
            | Answer::Holder(_)
            | Answer::Credential(_)
            | Answer::AuditHead(_) => 0,
        };
        u64::try_from(ANSWER_BYTES + texts).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::samples::{id, organization, plain_user};

    fn question() -> Question {
        Question::Organization(id(1))
    }

    fn learned() -> Vec<(Question, Answer)> {
        vec![(question(), organization(1).into())]
    }

    fn is_known(memory: &Memory) -> bool {
        memory.recall(&question()).is_some()
    }

    #[test]
    fn what_a_snapshot_said_is_remembered() {
        let memory = Memory::new();
        memory.learn(memory.moment(), learned(), Vec::new());
        let answer = memory.recall(&question()).and_then(|answer| Organization::try_from(answer).ok());
        assert_eq!(answer, Some(organization(1)));
    }

    #[test]
    fn what_is_touched_is_unknown_until_the_write_is_settled() {
        let memory = Memory::new();
        for touched in [Touched::One(question()), Touched::Everything] {
            memory.learn(memory.moment(), learned(), Vec::new());
            assert!(is_known(&memory), "{touched:?}");
            // Two writes that touch the same can wait at the same time.
            memory.unsettle(&[touched.clone(), touched.clone()]);
            memory.learn(memory.moment(), learned(), Vec::new());
            memory.settle(std::slice::from_ref(&touched), Vec::new());
            memory.learn(memory.moment(), learned(), Vec::new());
            assert!(!is_known(&memory), "{touched:?}");
            memory.settle(std::slice::from_ref(&touched), Vec::new());
            memory.learn(memory.moment(), learned(), Vec::new());
            assert!(is_known(&memory), "{touched:?}");
        }
    }

    #[test]
    fn what_a_snapshot_from_before_a_write_said_is_not_learned_after_it() {
        let memory = Memory::new();
        let since = memory.moment();
        let touched = [Touched::One(question())];
        memory.unsettle(&touched);
        memory.settle(&touched, Vec::new());
        memory.learn(since, learned(), Vec::new());
        assert!(!is_known(&memory));
    }

    #[test]
    fn large_answers_push_others_out() {
        let memory = Memory::new();
        let avatar = Some("x".repeat(1024 * 1024));
        for number in 1..=64 {
            let user = User { avatar: avatar.clone(), ..plain_user(1, number) };
            memory.learn(memory.moment(), vec![(Question::User(user.organization, user.id), user.into())], Vec::new());
        }
        assert!(memory.answers.weight() <= MEMORY_BYTES_MAX, "{memory:?}");
        assert!(memory.answers.len() < 64, "{memory:?}");
    }
}
