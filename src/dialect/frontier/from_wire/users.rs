//! Users in requests: whom a path names, and what a body says of a user.

use specgen_runtime::Uuid;

use crate::directory::{NewUser, Reference, UserSelector, UserUpdate};
use crate::domain::text::fold;
use crate::domain::{Change, Email, Error, Id, InvalidReason, Metadata, Status, UserId, UserPatch, Username};
use crate::generated::frontier::{UpdateUserRequest, UserRequestBody};

use super::{given, metadata};

/// Characters of an address before its `@` (RFC 5321, section 4.5.3.1.1).
const EMAIL_LOCAL_CHARS_MAX: usize = 64;

/// What UpdateUser asks for.
#[derive(Clone, Debug)]
pub(in super::super) struct Replacement {
    /// Whom the path names, which decides what becomes of the rest.
    pub(in super::super) whom: Whom,
    /// Who is made, where that may happen.
    pub(in super::super) new: NewUser,
    /// What becomes of a user who is there.
    pub(in super::super) update: UserUpdate,
}

/// Whom the path of UpdateUser names.
#[derive(Clone, Debug)]
pub(in super::super) enum Whom {
    /// A user, who has to be there.
    Existing(UserSelector),
    /// Who has this address; a user is made where nobody has it.
    Addressee(Email),
}

/// What a path holds, told apart in Frontier's order.
enum Path {
    Email(Email),
    /// A UUID; `None` is one that no user can have.
    Id(Option<UserId>),
    Name(String),
}

impl Path {
    /// Reads an address as loosely as the directory does, so that the users of every dialect can be named.
    fn read(text: String) -> Self {
        match (Email::parse(&text), Uuid::try_parse(&text)) {
            (Ok(email), _) => Self::Email(email),
            (Err(_), Ok(uuid)) => Self::Id(Id::from_uuid_bytes(uuid.into_bytes()).map(UserId::from)),
            (Err(_), Err(_)) => Self::Name(text),
        }
    }
}

/// Whom the path of GetUser names.
pub(in super::super) fn read_selector(id: String) -> UserSelector {
    match Path::read(id) {
        Path::Email(email) => UserSelector::Email(email.to_string()).active(),
        Path::Id(id) => by_id(id).active(),
        // Wire quirk (frontier): by name, a disabled user is answered too; read in its source, v0.90.0.
        Path::Name(name) => UserSelector::Username(name),
    }
}

/// Whom the path of an operation names to which disabled users exist.
pub(in super::super) fn whoever(id: String) -> UserSelector {
    match Path::read(id) {
        Path::Email(email) => UserSelector::Email(email.to_string()),
        Path::Id(id) => by_id(id),
        Path::Name(name) => UserSelector::Username(name),
    }
}

/// The user that a body describes.
///
/// # Errors
/// `Invalid` with the first rule that no schema can say and the body breaks.
pub(in super::super) fn new_user(body: UserRequestBody) -> Result<NewUser, Error> {
    Ok(NewUser {
        username: given(body.name).map(|name| Username::parse(&name.to_lowercase())).transpose()?,
        email: Some(email(&body.email)?),
        display_name: given(body.title),
        avatar: given(body.avatar),
        metadata: body.metadata.value().map(|object| metadata(&object)).transpose()?,
        ..NewUser::default()
    })
}

/// What a path and a body together ask for.
///
/// # Errors
/// As [`new_user`]; `Invalid(Restricted)` for a body that gives whom the path names another name.
pub(in super::super) fn replacement(request: UpdateUserRequest) -> Result<Replacement, Error> {
    let sent_email = request.body.email.trim().to_owned();
    let mut new = new_user(request.body)?;
    let mut patch = replaced(&new);
    let whom = match Path::read(request.id) {
        Path::Email(email) => {
            // Wire quirk (frontier): who is there keeps the address, and the body must repeat it to the letter; read in
            // its source, v0.90.0.
            if sent_email != email.as_str() {
                patch.email = Change::replace(new.email.clone());
            }
            // Wire quirk (frontier): who is made by an update has metadata, which is checked; read in its source, v0.90.0.
            new.metadata.get_or_insert_with(Metadata::empty);
            Whom::Addressee(email)
        }
        Path::Id(id) => Whom::Existing(by_id(id)),
        Path::Name(name) => {
            if new.username.as_ref().is_some_and(|sent| sent.folded() != fold(&name)) {
                return Err(Error::invalid("username", InvalidReason::Restricted));
            }
            // Wire quirk (frontier): by name, empty metadata keeps what is stored; read in its source, v0.90.0.
            if new.metadata.as_ref().is_none_or(|sent| *sent == Metadata::empty()) {
                patch.metadata = Change::Keep;
            }
            Whom::Existing(UserSelector::Username(name))
        }
    };
    Ok(Replacement { whom, new, update: UserUpdate { patch, ..UserUpdate::default() } })
}

/// What UpdateCurrentUser asks for.
///
/// # Errors
/// As [`new_user`].
pub(in super::super) fn own_update(body: UserRequestBody) -> Result<UserUpdate, Error> {
    // Wire quirk (frontier): the body must repeat the own address; read in its source, v0.90.0.
    let identity = Some(UserSelector::Email(body.email.trim().to_owned()));
    Ok(UserUpdate { identity, patch: replaced(&new_user(body)?), ..UserUpdate::default() })
}

/// What EnableUser and DisableUser ask for.
pub(in super::super) fn switched(status: Status) -> UserUpdate {
    UserUpdate { patch: UserPatch { status: Some(status), ..UserPatch::default() }, ..UserUpdate::default() }
}

/// What UpdateUser writes of a user: what is left out becomes empty.
fn replaced(new: &NewUser) -> UserPatch<Reference, Reference> {
    UserPatch {
        display_name: Change::replace(new.display_name.clone()),
        avatar: Change::replace(new.avatar.clone()),
        metadata: Change::replace(new.metadata.clone()),
        ..UserPatch::default()
    }
}

fn by_id(id: Option<UserId>) -> UserSelector {
    id.map_or(UserSelector::Nobody, UserSelector::Id)
}

fn email(text: &str) -> Result<Email, Error> {
    let email = Email::parse(&text.trim().to_lowercase())?;
    let local = email.as_str().split('@').next().unwrap_or_default();
    if local.chars().nth(EMAIL_LOCAL_CHARS_MAX).is_some() {
        return Err(Error::invalid("email", InvalidReason::Malformed("has more than 64 characters before the @")));
    }
    Ok(email)
}

#[cfg(test)]
mod tests {
    use specgen_runtime::{Field, Map, Value};

    use super::*;
    use crate::limits::METADATA_BYTES_MAX;

    const UUID: &str = "019b8d7d-f1c0-7c3e-a754-42daa0000000";

    fn body(email: &str) -> UserRequestBody {
        let (name, title) = (Field::Absent, Field::Absent);
        UserRequestBody { name, email: email.into(), metadata: Field::Null, title, avatar: Field::Absent }
    }

    #[test]
    fn paths_are_told_apart_in_frontiers_order() {
        let id = UserSelector::Id(Id::parse_uuid(UUID).map(UserId::from).expect("the test's UUID is an id"));
        let name = |text: &str| UserSelector::Username(text.into());
        let cases = [
            (UUID, id.clone().active()),
            ("{019B8D7D-F1C0-7C3E-A754-42DAA0000000}", id.clone().active()),
            ("019b8d7df1c07c3ea75442daa0000000", id.active()),
            ("00000000-0000-4000-8000-000000000000", UserSelector::Nobody.active()),
            ("019b8d7d-f1c0-7c3e-a754-42daa0000000@x", UserSelector::Email(format!("{UUID}@x")).active()),
            ("a@b_c", UserSelector::Email("a@b_c".into()).active()),
            ("06DRTZFHR31YKN8GPTM0", name("06DRTZFHR31YKN8GPTM0")),
            ("ada lovelace", name("ada lovelace")),
            ("@ada", name("@ada")),
        ];
        for (path, expected) in cases {
            assert_eq!(read_selector(path.into()), expected, "{path}");
        }
    }

    #[test]
    fn metadata_is_refused_beyond_its_limit() {
        let sized = |bytes: usize| {
            let text = "x".repeat(bytes - r#"{"a":""}"#.len());
            let object: Map<String, Value> = [("a".to_owned(), Value::String(text))].into_iter().collect();
            new_user(UserRequestBody { metadata: Field::Value(object), ..body("ada@example.org") })
        };
        sized(METADATA_BYTES_MAX).expect("the longest that is accepted");
        let refused = sized(METADATA_BYTES_MAX + 1).expect_err("a byte too long");
        assert!(matches!(refused, Error::Invalid { field, .. } if field == "metadata"));
    }

    #[test]
    fn what_lower_case_makes_too_long_is_refused() {
        // One character that two stand for in lower case.
        let grows = format!("{}@example.org", "\u{130}".repeat(EMAIL_LOCAL_CHARS_MAX));
        let refused = new_user(body(&grows)).expect_err("too long before the @");
        assert!(matches!(refused, Error::Invalid { field, .. } if field == "email"));
    }
}
