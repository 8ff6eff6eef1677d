//! Ids: 96 bits, ordered by time, with two reversible text forms.
//! Where the time and the random bits come from is not known here.

use std::fmt;
use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};
use uuid::Uuid;

use super::error::{Error, InvalidReason};

/// Characters of the base-32 form: 96 bits need 20 of them.
pub const BASE32_CHARS: usize = 20;

/// Crockford's alphabet, upper case only. It is sorted as ASCII is, so texts order as the bytes do.
static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification.encoding().expect("the alphabet has 32 different ASCII characters")
});

/// A 96-bit id: 48 bits of Unix milliseconds, then 48 random bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 12]);

impl Id {
    /// Builds an id from its time, of which the low 48 bits are kept, and its random bits.
    #[must_use]
    pub fn new(millis: u64, random: [u8; 6]) -> Self {
        let mut bytes = [0; 12];
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        Self(bytes)
    }

    /// The id with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }

    /// The bytes, most significant first.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 12] {
        self.0
    }

    /// A greater id: by one and a random number, so that the next is no better known than any other. Where the random
    /// bits overflow, its time is a millisecond later.
    #[must_use]
    pub fn later(self, step: [u8; 4]) -> Self {
        let mut number = [0; 16];
        number[4..].copy_from_slice(&self.0);
        let later = u128::from_be_bytes(number) + 1 + u128::from(u32::from_be_bytes(step));
        let mut bytes = [0; 12];
        bytes.copy_from_slice(&later.to_be_bytes()[4..]);
        Self(bytes)
    }

    /// The Unix milliseconds at which the id was made.
    #[must_use]
    pub fn millis(self) -> u64 {
        let mut bytes = [0; 8];
        bytes[2..].copy_from_slice(&self.0[..6]);
        u64::from_be_bytes(bytes)
    }

    /// The form of 20 upper-case base-32 characters.
    #[must_use]
    pub fn to_base32(self) -> String {
        CROCKFORD.encode(&self.0)
    }

    /// Parses the base-32 form; only the one canonical spelling of an id is accepted.
    #[must_use]
    pub fn parse_base32(text: &str) -> Option<Self> {
        if text.len() != BASE32_CHARS {
            return None;
        }
        let bytes = CROCKFORD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The id in the layout of a version 7 UUID (RFC 9562); the 26 bits that are left are zero.
    #[must_use]
    pub fn to_uuid_bytes(self) -> [u8; 16] {
        let random = self.random();
        let high = (self.millis() << 16) | 0x7000 | (random >> 36);
        let low = (0b10 << 62) | ((random & 0xF_FFFF_FFFF) << 26);
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&high.to_be_bytes());
        bytes[8..].copy_from_slice(&low.to_be_bytes());
        bytes
    }

    /// Reads the layout back; `None` is a UUID that is not an id of ours.
    #[must_use]
    pub fn from_uuid_bytes(bytes: [u8; 16]) -> Option<Self> {
        let both = u128::from_be_bytes(bytes);
        let millis = u64::try_from(both >> 80).expect("48 bits fit in 64");
        let random = ((both >> 64) & 0xFFF) << 36 | (both >> 26) & 0xF_FFFF_FFFF;
        let mut tail = [0; 6];
        tail.copy_from_slice(&random.to_be_bytes()[10..]);
        let id = Self::new(millis, tail);
        (id.to_uuid_bytes() == bytes).then_some(id)
    }

    /// The hyphenated lower-case UUID form.
    #[must_use]
    pub fn to_uuid(self) -> String {
        Uuid::from_bytes(self.to_uuid_bytes()).to_string()
    }

    /// Parses the UUID form; `None` is no UUID, or one that is not an id of ours.
    #[must_use]
    pub fn parse_uuid(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().and_then(|uuid| Self::from_uuid_bytes(uuid.into_bytes()))
    }

    /// Parses either text form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_base32(text).or_else(|| Self::parse_uuid(text))
    }

    fn random(self) -> u64 {
        let mut bytes = [0; 8];
        bytes[2..].copy_from_slice(&self.0[6..]);
        u64::from_be_bytes(bytes)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_base32())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Id);

        impl $name {
            /// The typed id with these bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 12]) -> Self {
                Self(Id::from_bytes(bytes))
            }

            /// The bytes, most significant first.
            #[must_use]
            pub const fn to_bytes(self) -> [u8; 12] {
                self.0.to_bytes()
            }

            /// The untyped id.
            #[must_use]
            pub const fn id(self) -> Id {
                self.0
            }

            /// The form of 20 upper-case base-32 characters.
            #[must_use]
            pub fn to_base32(self) -> String {
                self.0.to_base32()
            }

            /// The hyphenated lower-case UUID form.
            #[must_use]
            pub fn to_uuid(self) -> String {
                self.0.to_uuid()
            }

            /// Parses either text form.
            ///
            /// # Errors
            /// `Invalid` for a text that is not an id of ours.
            pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
                Id::parse(text).map(Self).ok_or(Error::Invalid {
                    field: field.into(),
                    reason: InvalidReason::Malformed("is not an id"),
                })
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

typed_ids! {
    /// The id of a user.
    UserId
    /// The id of a group.
    GroupId
    /// The id of a role.
    RoleId
    /// The id of an organization.
    OrganizationId
    /// The id of a credential.
    CredentialId
    /// The id of a metaschema.
    MetaschemaId
    /// The id of an audit record.
    AuditId
    /// The id of a session.
    SessionId
    /// The id of a mail.
    MailId
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_later_id_is_greater_and_may_be_a_millisecond_later() {
        let cases = [
            (Id::new(5, [0; 6]), [0; 4], Id::new(5, [0, 0, 0, 0, 0, 1])),
            (Id::new(5, [0; 6]), [255; 4], Id::new(5, [0, 1, 0, 0, 0, 0])),
            (Id::new(5, [255; 6]), [0; 4], Id::new(6, [0; 6])),
        ];
        for (id, step, expected) in cases {
            assert_eq!(id.later(step), expected, "{id}");
        }
    }

    #[test]
    fn the_text_forms_are_what_they_were() {
        let id = Id::new(0x0192_3456_789A, [1, 2, 3, 4, 5, 6]);
        assert_eq!(id.to_base32(), "06938NKRK80G40R40M30");
        assert_eq!(id.to_uuid(), "01923456-789a-7010-880c-101418000000");
    }

    #[test]
    fn texts_that_are_not_canonical_are_refused() {
        let good = Id::new(1, [0xFF; 6]).to_base32();
        for bad in [
            good.to_lowercase(),
            good[..19].to_owned(),
            format!("{good}0"),
            format!("{}Z", &good[..19]),
            good.replace('0', "O"),
            good.replace('0', "\u{665}"),
        ] {
            assert_eq!(Id::parse_base32(&bad), None, "{bad}");
        }
    }

    #[test]
    fn foreign_uuids_are_not_ids() {
        for foreign in [
            "00000000-0000-0000-0000-000000000000",
            "c2bbd6b1-5a0e-4a44-9c6c-1f0b0c4f5d3e",
            "01923456-789a-7010-880c-101418000001",
        ] {
            assert_eq!(Id::parse_uuid(foreign), None, "{foreign}");
        }
    }

    proptest! {
        #[test]
        fn both_text_forms_are_reversible(bytes in any::<[u8; 12]>()) {
            let id = Id::from_bytes(bytes);
            prop_assert_eq!(Id::parse_base32(&id.to_base32()), Some(id));
            prop_assert_eq!(Id::parse_uuid(&id.to_uuid()), Some(id));
            prop_assert_eq!(Id::parse(&id.to_uuid()), Some(id));
            let uuid = Uuid::from_bytes(id.to_uuid_bytes());
            prop_assert_eq!((uuid.get_version_num(), uuid.get_variant()), (7, uuid::Variant::RFC4122));
        }

        #[test]
        fn all_forms_keep_the_order(left in any::<[u8; 12]>(), right in any::<[u8; 12]>()) {
            let (left, right) = (Id::from_bytes(left), Id::from_bytes(right));
            prop_assert_eq!(left.cmp(&right), left.to_base32().cmp(&right.to_base32()));
            prop_assert_eq!(left.cmp(&right), left.to_uuid().cmp(&right.to_uuid()));
        }

        #[test]
        fn an_id_remembers_its_time(millis in 0_u64..1 << 48, random in any::<[u8; 6]>()) {
            prop_assert_eq!(Id::new(millis, random).millis(), millis);
        }

        #[test]
        fn no_text_makes_parsing_fail(text in any::<String>()) {
            if let Some(id) = Id::parse_base32(&text) {
                prop_assert_eq!(id.to_base32(), text);
            }
        }
    }
}
