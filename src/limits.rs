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

// Metaschemas

/// Characters of a metaschema's name.
pub const METASCHEMA_NAME_CHARS_MAX: usize = 255;
/// Bytes of a metaschema.
pub const METASCHEMA_BYTES_MAX: usize = 64 * 1024;
/// Levels of a metaschema, counted with what its references refer to in their places.
pub const METASCHEMA_DEPTH_MAX: usize = 32;
/// JSON values of a metaschema, counted with what its references refer to in their places. With the size of
/// metadata, this bounds the work of a check.
pub const METASCHEMA_VALUES_MAX: usize = 2000;
/// Regular expressions of a metaschema, counted as the values are.
pub const METASCHEMA_PATTERNS_MAX: usize = 32;
/// Bytes of a compiled regular expression of a metaschema, and of the cache that matching may use.
pub const METASCHEMA_PATTERN_BYTES_MAX: usize = 1024 * 1024;
/// Compiled metaschemas that are kept.
pub const METASCHEMAS_COMPILED_MAX: usize = 8;
/// Metaschemas of one organization.
pub const ORGANIZATION_METASCHEMAS_MAX: usize = 100;

// Organizations

/// Users of an organization that can be removed, all in one transaction.
pub const ORGANIZATION_REMOVED_USERS_MAX: u64 = 10_000;
/// Keys, client secrets and session tokens of an organization that can be removed.
pub const ORGANIZATION_REMOVED_CREDENTIALS_MAX: u64 = 100_000;

// Sets

/// Direct permissions of one user.
pub const USER_PERMISSIONS_MAX: usize = 256;
/// Roles of one user.
pub const USER_ROLES_MAX: usize = 256;
/// Groups of one user.
pub const USER_GROUPS_MAX: usize = 1024;
/// Roles of one group.
pub const GROUP_ROLES_MAX: usize = 256;
/// Permissions of one role.
pub const ROLE_PERMISSIONS_MAX: usize = 256;
/// Members of a group, holders of a role, and groups that give it, that are shown with it beside their number.
pub const MEMBERS_SHOWN_MAX: u32 = 100;
/// Users of one portion of an import.
pub const IMPORT_ROWS_MAX: usize = 4000;
/// Seconds that a time of an import may lie in the future, since no two clocks are the same.
pub const IMPORT_SKEW_S_MAX: i64 = 300;
/// Characters that are told of why a row of an import was refused.
pub const REFUSAL_CHARS_MAX: usize = 160;
/// Users that one request may create or change together.
pub const USERS_PER_REQUEST_MAX: usize = 1000;
/// Numbers that are tried after a derived username that is taken.
pub const USERNAME_SUFFIX_MAX: u32 = 1000;
/// Entries of one page of a list.
pub const PAGE_SIZE_MAX: u32 = 1000;

// Searches

/// Conditions of one search, those inside of others included.
pub const SEARCH_CONDITIONS_MAX: usize = 100;
/// Values that one search compares with.
pub const SEARCH_VALUES_MAX: usize = 1000;
/// Characters of a text or pattern that is looked for inside of others.
pub const SEARCH_TEXT_CHARS_MAX: usize = 1024;
/// Keys of the order of one search.
pub const SEARCH_SORT_KEYS_MAX: usize = 8;
/// Objects of a part of a search up to which their number is told exactly, since all of them are read before.
pub const COUNTED_OBJECTS_MAX: usize = 100;
/// Objects that a list which is sent as it is read reads at once.
pub const LISTING_OBJECTS_MAX: u32 = 500;
/// The same, of a list in an order by several keys, which is sorted anew each time.
pub const LISTING_SORTED_OBJECTS_MAX: u32 = 5000;
/// Times that it comes back to a busy store for its next objects, before it breaks off.
pub const LISTING_RETRIES_MAX: u32 = 10;

// Passwords and keys

/// Characters of a password, at least.
pub const PASSWORD_CHARS_MIN: usize = 8;
/// Bytes of a password, which bounds the work of hashing it.
pub const PASSWORD_BYTES_MAX: usize = 1024;
/// Kibibytes of memory for one Argon2id hash (OWASP's recommendation for one lane and two passes).
pub const PASSWORD_HASH_MEMORY_KIB: u32 = 19 * 1024;
/// Passes of one Argon2id hash over its memory.
pub const PASSWORD_HASH_PASSES: u32 = 2;
/// Kibibytes of memory for one Argon2id hash: the least that may be configured (OWASP's least for one lane).
pub const PASSWORD_HASH_MEMORY_KIB_MIN: u32 = 7 * 1024;
/// Kibibytes of memory for one Argon2id hash: the most that may be configured.
pub const PASSWORD_HASH_MEMORY_KIB_MAX: u32 = 1024 * 1024;
/// Passes of one Argon2id hash over its memory: the most that may be configured.
pub const PASSWORD_HASH_PASSES_MAX: u32 = 16;
/// Argon2id hashes that are computed at the same time.
pub const PASSWORD_HASHES_CONCURRENT_MAX: usize = 2;
/// Hashes that may wait for their turn, unless configured; more are refused.
pub const PASSWORD_HASHES_WAITING_DEFAULT: usize = 64;
/// Hashes that may wait for their turn: the most that may be configured.
pub const PASSWORD_HASHES_WAITING_MAX: usize = 10_000;
/// Seconds after which a refused password check may be tried again.
pub const PASSWORD_RETRY_AFTER_S: u32 = 1;
/// Milliseconds of which it takes a whole number to find whose password is presented, so that finding somebody takes
/// as long as finding nobody. No timer is finer, and a look into the store takes a small part of it.
pub const PASSWORD_LOOKUP_STEP_MS: u64 = 1;
/// Guesses, as a power of ten, that a new password must withstand at least: what takes fewer is in a list of common
/// passwords, or made from one by a simple rule.
pub const PASSWORD_GUESSES_LOG10_MIN: f64 = 6.0;
/// Characters of a new password whose guesses are counted, which bounds the work of counting.
pub const PASSWORD_GUESSED_CHARS_MAX: usize = 32;
/// Bytes of a password hash that was made elsewhere and is imported.
pub const IMPORTED_HASH_BYTES_MAX: usize = 512;
/// Kibibytes of memory that it takes to check an imported hash of Argon2 or scrypt.
pub const IMPORTED_HASH_MEMORY_KIB_MAX: u64 = 128 * 1024;
/// Kibibytes that are written to check one: the memory times the passes over it.
pub const IMPORTED_HASH_WORK_KIB_MAX: u64 = 1024 * 1024;
/// Lanes of an imported hash of Argon2.
pub const IMPORTED_ARGON2_LANES_MAX: u32 = 16;
/// Cost of an imported hash of bcrypt, as a power of two: each one more takes twice the time.
pub const IMPORTED_BCRYPT_COST_MAX: u32 = 14;
/// Rounds of an imported hash of PBKDF2.
pub const IMPORTED_PBKDF2_ROUNDS_MAX: u32 = 2_000_000;
/// Characters of a key that is given at the first start, at least.
pub const KEY_CHARS_MIN: usize = 20;
/// Characters of a key, at most.
pub const KEY_CHARS_MAX: usize = 256;
/// Keys and client secrets of one user.
pub const USER_CREDENTIALS_MAX: usize = 1000;

// Sessions

/// Seconds that a session token lasts, unless configured.
pub const SESSION_LIFETIME_S_DEFAULT: u32 = 30 * 60;
/// Seconds that a session token lasts: the least that may be configured.
pub const SESSION_LIFETIME_S_MIN: u32 = 10;
/// Seconds after a login from when on no token of it is valid, however often refreshed, unless configured.
pub const SESSION_AGE_S_MAX_DEFAULT: u32 = 12 * 60 * 60;
/// Seconds that a session token or a whole session lasts: the most that may be configured.
pub const SESSION_AGE_S_MAX: u32 = 30 * 24 * 60 * 60;
/// Session tokens of one user that are valid at the same time; the oldest give way to a new one.
pub const USER_SESSION_TOKENS_MAX: usize = 256;
/// Expired session tokens that are removed whenever one is made, so that they never grow many.
pub const SESSION_TOKENS_CLEANED_MAX: u32 = 16;

// Requests

/// Bytes of a request body that are read, unless configured.
pub const BODY_BYTES_DEFAULT: usize = 1024 * 1024;
/// Bytes of a request body: the least that may be configured, which the largest avatar still fits into.
pub const BODY_BYTES_MIN: usize = 512 * 1024;
/// Bytes of a request body: the most that may be configured.
pub const BODY_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Seconds that a body may take to arrive, unless configured.
pub const BODY_READ_S_DEFAULT: u32 = 30;
/// Seconds that a client may leave its answer unread, unless configured.
pub const UNREAD_S_DEFAULT: u32 = 60;
/// Seconds from a connection's beginning until its first request, unless configured.
pub const FIRST_REQUEST_S_DEFAULT: u32 = 60;
/// Looks at the connections that no request has come on yet, within the time that they have for it.
pub const SILENT_LOOKS: u32 = 8;
/// Files that are kept to look at connections with when clients have taken all others.
pub const SPARE_FILES: usize = 8;
/// Words of 64 bits in which it is noted who asked since the last look: 128 KiB. With 10,000 who did, one in a hundred of those who
/// did not is taken for one of them.
pub const HEARD_WORDS: usize = 1 << 14;
/// Seconds of any limit on how long a client or a request may take: the most that may be configured.
pub const TRAFFIC_S_MAX: u32 = 3600;
/// Connections at once: the most that may be configured as their limit.
pub const CONNECTIONS_MAX: u32 = 1_000_000;
/// Files that the server needs beside those of its connections.
pub const FILES_BESIDE_CONNECTIONS: u64 = 128;
/// Milliseconds between two looks whether there are more connections than their limit.
pub const CONNECTIONS_LOOK_MS: u64 = 100;
/// Bytes of a header that holds credentials; more is no credential.
pub const CREDENTIALS_BYTES_MAX: usize = 4096;

// Requests that come again

/// Seconds that the answer to a named request is kept.
pub const ANSWERS_KEPT_S: i64 = 24 * 60 * 60;
/// Answers that are kept for one user; another named request has to wait until one expires.
pub const USER_ANSWERS_KEPT_MAX: u32 = 10_000;
/// Bytes of an answer that is kept; what would be answered with more is not done.
pub const KEPT_ANSWER_BYTES_MAX: usize = 1024 * 1024;
/// Expired answers that are removed whenever one is kept, so that they never grow many.
pub const ANSWERS_CLEANED_MAX: u32 = 16;

// Stopping

/// Seconds that a stop waits for requests in flight, unless configured.
pub const STOP_GRACE_S_DEFAULT: u32 = 30;
/// The most that can be configured, in seconds.
pub const STOP_GRACE_S_MAX: u32 = 3600;

// Log

/// Bytes of log lines that wait for the log's reader; lines beyond them are left out and counted.
pub const LOG_BYTES_WAITING_MAX: usize = 1024 * 1024;
/// Milliseconds from a line to its writing, in which others may join it.
pub const LOG_WAIT_MS: u64 = 20;

// Store

/// Connections that read at the same time, unless configured.
pub const STORE_READERS_DEFAULT: usize = 2;
/// Connections that read at the same time, at most.
pub const STORE_READERS_MAX: usize = 64;
/// Read jobs that wait for a reader, and write jobs that wait for the writer, unless configured; more are refused.
pub const STORE_QUEUE_JOBS_DEFAULT: usize = 1024;
/// Jobs of each kind that wait: the most that may be configured.
pub const STORE_QUEUE_JOBS_MAX: usize = 100_000;
/// Write jobs that are committed together, which bounds what one failed commit takes along.
pub const STORE_BATCH_JOBS_MAX: usize = 128;
/// Seconds after which a job that the full queue refused may be tried again.
pub const STORE_RETRY_AFTER_S: u32 = 1;
/// Milliseconds that a connection waits for another's lock.
pub const STORE_BUSY_TIMEOUT_MS: u64 = 5000;
/// Pages that the write-ahead log may have (of 4 KiB) before they are moved into the database. It grows beyond that
/// only as long as a reader needs its oldest ones.
pub const STORE_LOG_PAGES_MAX: u32 = 8192;
/// Bytes that the file of the write-ahead log keeps where it has grown larger.
pub const STORE_LOG_BYTES_KEPT: i64 = 64 * 1024 * 1024;
/// Bytes of long values (metadata, avatars) after which a part of a list ends early.
pub const STORE_SLICE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Prepared statements that each connection keeps.
pub const STORE_STATEMENTS_CACHED_MAX: usize = 128;
/// Kibibytes of database pages that each connection keeps.
pub const STORE_PAGE_CACHE_KIB: i64 = 16 * 1024;
/// Users whose texts are put into the index of texts together.
pub const TEXTS_DUE_MAX: i64 = 512;
/// Users whom the index of texts finds for a search; where it finds more, everybody is looked at in the order of the list.
pub const TEXTS_FOUND_MAX: usize = 20_000;
/// Groups of three characters that the index of texts is asked for in one search; a search with more looks at everybody.
pub const TEXT_GRAMS_ASKED_MAX: usize = 128;
/// The same of one text; of a longer one, some of them.
pub const TEXT_RUN_GRAMS_ASKED_MAX: usize = 8;
/// Lists of users of which it is remembered how many fit, or where every so many of them stand.
pub const OUTLINES_MAX: usize = 16;
/// Places that are remembered of one list, so that as many parts of it can be begun with.
pub const OUTLINE_PLACES_MAX: usize = 4096;
/// Bytes of what is looked for, as it is shown, in a list of which something is remembered.
pub const OUTLINE_SEARCH_BYTES_MAX: usize = 4096;
/// Users whom an offset passes by one by one; a list with a greater one is outlined first.
pub const OFFSET_PASSED_MAX: u64 = 1000;
/// Bytes that remembered lookups take, about.
pub const MEMORY_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// Remembered lookups that room is made for from the start.
pub const MEMORY_ANSWERS_EXPECTED: usize = 32 * 1024;
/// Bytes that what was made of lookups takes, about, while it is remembered.
pub const MEMORY_DERIVED_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// Remembered things made of lookups that room is made for from the start.
pub const MEMORY_DERIVED_EXPECTED: usize = 8 * 1024;
/// Counts of writes, by which it is seen whether what was made of lookups is still good.
pub const MEMORY_COUNTS: u64 = 16 * 1024;

// Backups

/// Pages of the database that a backup copies at once, before it looks whether it is to stop.
pub const BACKUP_STEP_PAGES: i32 = 1024;
/// Seconds between two backups of a schedule, unless configured.
pub const BACKUP_EVERY_S_DEFAULT: u32 = 24 * 60 * 60;
/// Seconds between two backups of a schedule: the least that may be configured.
pub const BACKUP_EVERY_S_MIN: u32 = 60;
/// Seconds between two backups of a schedule: the most that may be configured.
pub const BACKUP_EVERY_S_MAX: u32 = 31 * 24 * 60 * 60;
/// Backups of a schedule that are kept, unless configured.
pub const BACKUPS_KEPT_DEFAULT: u32 = 14;
/// Backups of a schedule that are kept: the most that may be configured.
pub const BACKUPS_KEPT_MAX: u32 = 10_000;
/// Milliseconds between two looks whether a backup is due.
pub const BACKUP_POLL_MS: u64 = 5000;
/// Milliseconds after which a backup that failed is tried again.
pub const BACKUP_RETRY_MS: u64 = 60_000;
/// Findings of one kind that a check shows; of the others it says how many there are.
pub const FINDINGS_SHOWN_MAX: usize = 20;
/// Virtual instructions of SQLite between two looks whether a check is to stop.
pub const CHECK_STEP_INSTRUCTIONS: i32 = 100_000;

// Mail

/// Characters that are kept of why a mail could not be sent.
pub const MAIL_FAILURE_CHARS_MAX: usize = 1024;
/// Attempts to send a mail, before it is given up.
pub const MAIL_ATTEMPTS_MAX: u32 = 12;
/// Seconds from the first attempt to send a mail to the second; each further wait is twice as long.
pub const MAIL_WAIT_FIRST_S: i64 = 60;
/// Seconds between two attempts to send a mail, at most.
pub const MAIL_WAIT_S_MAX: i64 = 4 * 60 * 60;
/// Milliseconds between two looks for mail that is to be sent.
pub const MAIL_POLL_MS: u64 = 2000;
/// Mails that are read from the store at once.
pub const MAIL_BATCH_MAX: u32 = 50;
/// Seconds that the mail server may take for one step.
pub const MAIL_COMMAND_S_MAX: u64 = 10;
/// Seconds that handing over one mail may take, which bounds how long a stop waits for it.
pub const MAIL_ATTEMPT_S_MAX: u64 = 20;
/// Seconds that a mail may wait to be sent, also while no mail server is configured; an older one is given up.
pub const MAIL_AGE_S_MAX: i64 = 7 * 24 * 60 * 60;

// Throttling

/// Requests a second, and at once: the most that may be configured.
pub const REQUESTS_RATE_MAX: u32 = 1_000_000;
/// Credentials whose requests are counted at the same time; the least used are forgotten.
pub const CREDENTIALS_COUNTED_MAX: usize = 16 * 1024;
/// Wrong passwords for one account from one address within a window, before a wait begins, unless configured.
pub const LOGIN_FAILURES_MAX_DEFAULT: u32 = 5;
/// Wrong passwords for one account from all addresses that it was never let in from, within a window, before a wait
/// begins, unless configured.
pub const ACCOUNT_FAILURES_MAX_DEFAULT: u32 = 50;
/// Wrong passwords, and wrong keys, from one address within a window, before a wait begins, unless configured.
pub const ADDRESS_FAILURES_MAX_DEFAULT: u32 = 50;
/// Wrong passwords or keys before a wait begins: the most that may be configured.
pub const FAILURES_MAX: u32 = 1_000_000;
/// Seconds in which failures are counted together, and after the end of a wait until it is forgotten.
pub const FAILURES_WINDOW_S: i64 = 15 * 60;
/// Seconds of the first wait, unless configured; each further failure doubles it.
pub const FAILURE_WAIT_S_DEFAULT: u32 = 1;
/// Seconds of the longest wait, which is the lock, unless configured.
pub const FAILURE_WAIT_S_MAX_DEFAULT: u32 = 15 * 60;
/// Seconds of any wait: the most that may be configured.
pub const FAILURE_WAIT_S_MAX: u32 = 24 * 60 * 60;
/// Accounts, addresses, and pairs of both, whose failures are kept, of each kind; the oldest are forgotten.
pub const FAILURES_KEPT_MAX: usize = 16 * 1024;
/// Pairs of an account and an address that it was let in from, that are kept.
pub const KNOWN_ADDRESSES_KEPT_MAX: usize = 16 * 1024;
