//! Who is it, and may they: passwords, tokens, and the one policy.
//! It must not know HTTP, SQL, or any dialect.

mod caller;
mod cursor;
mod grants;
mod hashers;
mod origin;
pub mod password;
mod password_metrics;
pub mod policy;
mod presented;
mod repeat;
mod stored_hash;
pub mod token;

pub use caller::Caller;
pub use cursor::Cursors;
pub use grants::Grants;
pub(crate) use grants::bytes_of;
pub use origin::Origin;
pub use password::{Password, Passwords};
pub use policy::{Denied, Target, UserTarget};
pub use presented::Presented;
pub use repeat::{NamedRequest, RepeatSecret};
pub use stored_hash::ImportedHash;
