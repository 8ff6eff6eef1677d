//! The bootstrap keys of `admin` and `readonly`: from the operator, or made on the first start and kept in files.
//! Knows the data directory and the directory's bootstrap; what a key may do is not known here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::auth::token::ApiKey;
use crate::config::Config;
use crate::directory::{Directory, FirstKeys};
use crate::domain::Error;
use crate::private_file;
use crate::server::StartError;

/// The file in the data directory that holds the admin's bootstrap key.
pub const ADMIN_KEY_FILE: &str = "admin.key";
/// The file in the data directory that holds the bootstrap key of `readonly`.
pub const READONLY_KEY_FILE: &str = "readonly.key";

/// Why a key is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// A key file cannot be read, written or removed.
    #[error("cannot use the key file {path}: {source}")]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A key that was given is too short, too long, or not visible ASCII.
    #[error("the key from {origin} is not valid: {reason}")]
    Malformed {
        /// Where it came from.
        origin: String,
        /// The rule that it breaks.
        reason: Error,
    },
}

/// Makes what exists from the first start. Returns the admin's key if it is new and nobody else knows it.
///
/// A key from the environment takes the place of the one before. Without one, the first start makes a key and keeps it in
/// its file before it is stored, so that a crash in between cannot leave a directory that nobody can enter.
///
/// # Errors
/// A key is not valid, a key file cannot be used, or the store fails.
pub(crate) async fn prepare(directory: &Directory, config: &Config) -> Result<Option<String>, StartError> {
    let is_first_start = !directory.is_bootstrapped().await.map_err(StartError::Bootstrap)?;
    let key = |given: &Option<String>, variable, file: &str| {
        let file = config.data_dir.join(file);
        match given {
            Some(text) => given_key(text, variable, &file).map(Some),
            None if is_first_start => kept_or_new_key(directory, &file).map(Some),
            None => Ok(None),
        }
    };
    let admin = key(&config.admin_key, "ROSTER_ADMIN_KEY", ADMIN_KEY_FILE)?;
    let readonly = key(&config.readonly_key, "ROSTER_READONLY_KEY", READONLY_KEY_FILE)?;
    let shown = admin.as_ref().filter(|_| config.admin_key.is_none()).map(|key| key.reveal().to_owned());
    directory.bootstrap(FirstKeys { admin, readonly }).await.map_err(StartError::Bootstrap)?;
    Ok(shown)
}

/// The operator's own key. A file from an earlier start would hold one that no longer works.
fn given_key(text: &str, variable: &str, file: &Path) -> Result<ApiKey, KeyFileError> {
    let key = ApiKey::parse(text).map_err(|reason| KeyFileError::Malformed { origin: variable.to_owned(), reason })?;
    match fs::remove_file(file) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(unusable(file, source)),
        _ => Ok(key),
    }
}

/// The key that a first start, cut short, has left in its file; else a new one, now in the file.
fn kept_or_new_key(directory: &Directory, file: &Path) -> Result<ApiKey, KeyFileError> {
    match fs::read_to_string(file) {
        Ok(text) => ApiKey::parse(text.trim())
            .map_err(|reason| KeyFileError::Malformed { origin: file.display().to_string(), reason }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let key = directory.mint_key();
            private_file::write(file, &format!("{}\n", key.reveal())).map_err(|source| unusable(file, source))?;
            Ok(key)
        }
        Err(source) => Err(unusable(file, source)),
    }
}

fn unusable(path: &Path, source: io::Error) -> KeyFileError {
    KeyFileError::Unusable { path: path.to_owned(), source }
}
