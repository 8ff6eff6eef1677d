//! Wires the rooms together: opens the store, makes the directory, hangs the dialects into their doors, listens, and stops.
//! The only file that knows every room. Decides nothing that a room could decide.

use std::fs;
use std::io::Write as _;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dropshot::{ConfigDropshot, HandlerTaskMode, HttpServer, ServerBuilder};
use slog::{Logger, info};
use specgen_runtime::{Completed, Settings};

use crate::config::Config;
use crate::context::Context;
use crate::dialect::{elastic::Elastic, frontier::Frontier, lakesail::Lakesail, roster::Roster, wavefront::Wavefront};
use crate::directory::{Directory, FirstKeys};
use crate::logging;
use crate::store::sqlite::{SqliteStore, SqliteConfig};
use crate::generated;

/// The file in the data directory that holds the address the server listens on.
pub const ADDRESS_FILE: &str = "address";
/// The file in the data directory that holds the admin's bootstrap key.
pub const ADMIN_KEY_FILE: &str = "admin.key";
/// The file in the data directory that holds the bootstrap key of `readonly`.
pub const READONLY_KEY_FILE: &str = "readonly.key";
/// Who may read what is written into the data directory: its owner.
const PRIVATE_FILE_MODE: u32 = 0o600;
