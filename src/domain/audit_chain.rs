//! The chain of an organization's audit trail: each record is tied to the one before by a hash, so that whoever knows its
//! last link can tell whether anything before was edited, removed, inserted or reordered.
//! Where records are kept is not known here.

use std::fmt;

use data_encoding::HEXLOWER_PERMISSIVE;
use sha2::{Digest, Sha256};

use super::audit::AuditRecord;
use super::error::{Error, InvalidReason};
use super::id::OrganizationId;

/// What every hash of this chain begins with, so that no other hash of the program can be taken for one.
const DOMAIN: &[u8] = b"roster audit chain 1\0";

/// The hash of one record and everything before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AuditHash([u8; 32]);

impl AuditHash {
    /// The hash with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }

    /// Parses 64 hexadecimal digits; `None` is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?.try_into().ok().map(Self)
    }
}

impl fmt::Display for AuditHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER_PERMISSIVE.encode(&self.0))
    }
}

impl fmt::Debug for AuditHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AuditHash({self})")
    }
}

/// A place in a chain: how many records there are up to it, and the hash of all of them. Its text is `POSITION:HASH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditLink {
    /// The position of the record, which counts from 1; 0 is before the first.
    pub position: u64,
    /// The hash of that record and everything before it.
    pub hash: AuditHash,
}

impl AuditLink {
    /// Before the first record.
    pub const START: Self = Self { position: 0, hash: AuditHash([0; 32]) };

    /// Parses a link as it is shown.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let parsed = text.split_once(':').and_then(|(position, hash)| {
            let is_number = position.bytes().all(|byte| byte.is_ascii_digit());
            Some(Self { position: position.parse().ok().filter(|_| is_number)?, hash: AuditHash::parse(hash)? })
        });
        parsed.ok_or_else(|| Error::invalid("head", InvalidReason::Malformed("is not POSITION:HASH")))
    }
}

impl fmt::Display for AuditLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.position, self.hash)
    }
}

/// A record where it stands in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// The record.
    pub record: AuditRecord,
    /// Its position, and its hash.
    pub link: AuditLink,
}

impl AuditRecord {
    /// The link of this record, where the chain has come to `previous`.
    #[must_use]
    pub fn linked_to(&self, previous: &AuditLink) -> AuditLink {
        let position = previous.position + 1;
        // Invariant: what has a fixed length stands as it is, anything else after its length or its presence, so no two
        // records are the same bytes.
        let mut bytes = Encoding(Sha256::new_with_prefix(DOMAIN));
        bytes.fixed(&previous.hash.0);
        bytes.fixed(&position.to_be_bytes());
        bytes.fixed(&self.organization.to_bytes());
        bytes.fixed(&self.id.to_bytes());
        bytes.fixed(&self.at.timestamp_millis().to_be_bytes());
        bytes.optional(self.actor.map(|id| id.to_bytes()).as_ref().map(<[u8; 12]>::as_slice));
        bytes.optional(self.credential.map(|id| id.to_bytes()).as_ref().map(<[u8; 12]>::as_slice));
        bytes.text(&self.operation);
        bytes.text(&self.request_id);
        bytes.text(self.target_kind.as_str());
        bytes.fixed(&self.target_id.to_bytes());
        bytes.length(self.changes.len());
        for change in &self.changes {
            bytes.text(&change.field);
            bytes.optional(change.from.as_deref().map(str::as_bytes));
            bytes.optional(change.to.as_deref().map(str::as_bytes));
        }
        AuditLink { position, hash: AuditHash(bytes.0.finalize().into()) }
    }
}

/// The bytes that a hash is made of.
struct Encoding(Sha256);

impl Encoding {
    fn fixed(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn length(&mut self, length: usize) {
        self.fixed(&u64::try_from(length).expect("memory has fewer bytes").to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.fixed(text.as_bytes());
    }

    fn optional(&mut self, bytes: Option<&[u8]>) {
        self.fixed(&[u8::from(bytes.is_some())]);
        if let Some(bytes) = bytes {
            self.length(bytes.len());
            self.fixed(bytes);
        }
    }
}

/// Why a chain is not whole, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrokenChain {
    /// A position is not there, or not where it belongs.
    #[error("position {expected} is missing: position {found} stands in its place")]
    Missing {
        /// The position that would follow.
        expected: u64,
        /// The position that follows.
        found: u64,
    },
    /// A record is not the one that was written.
    #[error("the record at position {position} is not what was written there")]
    Changed {
        /// Where it stands.
        position: u64,
    },
    /// A record is of another organization than those before it.
    #[error("the record at position {position} is of another organization")]
    Foreign {
        /// Where it stands.
        position: u64,
    },
    /// A record cannot be read.
    #[error("the record at position {position} cannot be read")]
    Unreadable {
        /// Where it stands.
        position: u64,
    },
    /// All records up to a known link agree with each other, and not with it.
    #[error("the record at position {position} is not the one that was known: the trail was written anew")]
    Rewritten {
        /// The position that was known.
        position: u64,
    },
    /// The end that was known is not there any more.
    #[error("the trail ends at position {last}, and was known up to position {known}")]
    Cut {
        /// The last position that is there.
        last: u64,
        /// The position that was known.
        known: u64,
    },
}

/// Follows a chain from its beginning, record by record.
#[derive(Clone, Debug)]
pub struct ChainCheck {
    organization: Option<OrganizationId>,
    head: AuditLink,
    /// A link that was seen before, which must be there still.
    known: Option<AuditLink>,
}

impl ChainCheck {
    /// Begins before the first record. The end of the trail can be cut off unseen, unless a link of it is known.
    #[must_use]
    pub const fn new(known: Option<AuditLink>) -> Self {
        Self { organization: None, head: AuditLink::START, known }
    }

    /// Takes the next record.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn follow(&mut self, entry: &AuditEntry) -> Result<(), BrokenChain> {
        let AuditEntry { record, link } = entry;
        let (position, expected) = (link.position, self.head.position + 1);
        if position != expected {
            return Err(BrokenChain::Missing { expected, found: position });
        }
        if *self.organization.get_or_insert(record.organization) != record.organization {
            return Err(BrokenChain::Foreign { position });
        }
        if record.linked_to(&self.head) != *link {
            return Err(BrokenChain::Changed { position });
        }
        if self.known.is_some_and(|known| known.position == position && known != *link) {
            return Err(BrokenChain::Rewritten { position });
        }
        self.head = *link;
        Ok(())
    }

    /// Ends after the last record, and answers its link.
    ///
    /// # Errors
    /// The known link was not reached.
    pub fn finish(self) -> Result<AuditLink, BrokenChain> {
        match self.known {
            Some(known) if known.position > self.head.position => {
                Err(BrokenChain::Cut { last: self.head.position, known: known.position })
            }
            _ => Ok(self.head),
        }
    }

    /// The link of the last record that was taken.
    #[must_use]
    pub const fn head(&self) -> &AuditLink {
        &self.head
    }
}

#[cfg(test)]
#[path = "audit_chain_tests.rs"]
mod tests;
