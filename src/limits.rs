//! Every maximum and minimum of the instance, as named constants with their units.
//! What only one wire format limits is in its contract, not here.

// Names and texts

/// Characters of a username.
pub const USERNAME_CHARS_MAX: usize = 255;
/// Characters of an e-mail address (RFC 5321's longest path, without its brackets).
pub const EMAIL_CHARS_MAX: usize = 254;
/// Characters of a first, last or display name, and of a role's, group's or organization's name.
pub const NAME_CHARS_MAX: usize = 1024;
/// Characters of an avatar, which is a data URL.
pub const AVATAR_CHARS_MAX: usize = 250_000;
/// Characters of a single-sign-on id.
pub const SSO_ID_CHARS_MAX: usize = 1024;
/// Characters of the description of a role, group or credential.
pub const DESCRIPTION_CHARS_MAX: usize = 1024;
/// Characters of a permission id.
pub const PERMISSION_CHARS_MAX: usize = 64;
/// Bytes of a user's metadata as JSON text.
pub const METADATA_BYTES_MAX: usize = 64 * 1024;

// Sets

/// Direct permissions of one user.
pub const USER_PERMISSIONS_MAX: usize = 256;
/// Roles of one user.
pub const USER_ROLES_MAX: usize = 256;
/// Groups of one user.
pub const USER_GROUPS_MAX: usize = 1024;
/// Users that one request may create or change together.
pub const USERS_PER_REQUEST_MAX: usize = 1000;
/// Numbers that are tried after a derived username that is taken.
pub const USERNAME_SUFFIX_MAX: u32 = 1000;
/// Entries of one page of a list.
pub const PAGE_SIZE_MAX: u32 = 1000;

// Passwords and keys

/// Characters of a password, at least.
pub const PASSWORD_CHARS_MIN: usize = 8;
/// Bytes of a password, which bounds the work of hashing it.
pub const PASSWORD_BYTES_MAX: usize = 1024;
/// Kibibytes of memory for one Argon2id hash (OWASP's recommendation for one lane and two passes).
pub const PASSWORD_HASH_MEMORY_KIB: u32 = 19 * 1024;
/// Passes of one Argon2id hash over its memory.
pub const PASSWORD_HASH_PASSES: u32 = 2;
/// Argon2id hashes that are computed at the same time.
pub const PASSWORD_HASHES_CONCURRENT_MAX: usize = 2;
/// Hashes that may wait for their turn; more are refused.
pub const PASSWORD_HASHES_WAITING_MAX: usize = 64;
/// Seconds after which a refused password check may be tried again.
pub const PASSWORD_RETRY_AFTER_S: u32 = 1;
/// Characters of a key that is given at the first start, at least.
pub const KEY_CHARS_MIN: usize = 20;
/// Characters of a key, at most.
pub const KEY_CHARS_MAX: usize = 256;
/// Keys and client secrets of one user.
pub const USER_CREDENTIALS_MAX: usize = 1000;

// Requests

/// Bytes of a request body that are read, unless configured.
pub const BODY_BYTES_DEFAULT: usize = 1024 * 1024;
/// Bytes of a request body: the least that may be configured, which the largest avatar still fits into.
pub const BODY_BYTES_MIN: usize = 512 * 1024;
/// Bytes of a request body: the most that may be configured.
pub const BODY_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Seconds that a body may take to arrive.
pub const BODY_READ_S_MAX: u64 = 30;
/// Bytes of a header that holds credentials; more is no credential.
pub const CREDENTIALS_BYTES_MAX: usize = 4096;

// Store

/// Connections that read at the same time, unless configured.
pub const STORE_READERS_DEFAULT: usize = 2;
/// Connections that read at the same time, at most.
pub const STORE_READERS_MAX: usize = 64;
/// Read jobs that wait for a reader; more are refused.
pub const STORE_READ_QUEUE_JOBS_MAX: usize = 1024;
/// Write jobs that wait for the writer; more are refused.
pub const STORE_WRITE_QUEUE_JOBS_MAX: usize = 1024;
/// Write jobs that are committed together, which bounds what one failed commit takes along.
pub const STORE_BATCH_JOBS_MAX: usize = 128;
/// Seconds after which a job that the full queue refused may be tried again.
pub const STORE_RETRY_AFTER_S: u32 = 1;
/// Milliseconds that a connection waits for another's lock.
pub const STORE_BUSY_TIMEOUT_MS: u64 = 5000;
/// Prepared statements that each connection keeps.
pub const STORE_STATEMENTS_CACHED_MAX: usize = 128;
/// Kibibytes of database pages that each connection keeps.
pub const STORE_PAGE_CACHE_KIB: i64 = 16 * 1024;
