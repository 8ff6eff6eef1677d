//! How a command finds the running server: told by flags or the environment, or from the files in the data directory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use roster_client::Client;

/// Where the data lives unless told otherwise; the same as the server's default.
const DATA_DIR_DEFAULT: &str = "roster-data";
/// The file in the data directory that holds the server's address.
const ADDRESS_FILE: &str = "address";
/// The file in the data directory that holds the admin's key.
const ADMIN_KEY_FILE: &str = "admin.key";

/// Which server to talk to, and as whom.
#[derive(Args, Debug)]
pub(crate) struct Connection {
    /// The server's base URL [default: found through the data directory]
    #[arg(long, env = "ROSTER_URL", value_name = "URL")]
    url: Option<String>,
    /// The API key to use [default: the admin's, from the data directory]
    #[arg(long, env = "ROSTER_KEY", value_name = "KEY", hide_env_values = true)]
    key: Option<String>,
    /// The data directory of a server on this machine
    #[arg(long, env = "ROSTER_DATA_DIR", value_name = "DIR", default_value = DATA_DIR_DEFAULT)]
    data_dir: PathBuf,
}

impl Connection {
    /// Makes a client.
    ///
    /// # Errors
    /// No server has written its address into the data directory, or the key cannot be read.
    pub(crate) fn client(&self) -> anyhow::Result<Client> {
        let url = match &self.url {
            Some(url) => url.clone(),
            None => format!(
                "http://{}",
                read(&self.data_dir, ADDRESS_FILE)
                    .context("no server runs on this data directory; start one, or give --url")?
            ),
        };
        let key = match &self.key {
            Some(key) => key.clone(),
            None => read(&self.data_dir, ADMIN_KEY_FILE)
                .context("there is no admin key to use; give --key or ROSTER_KEY")?,
        };
        roster_client::connect(&url, &key).context("cannot make a client")
    }
}

fn read(data_dir: &Path, name: &str) -> anyhow::Result<String> {
    let path = data_dir.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.trim().to_owned())
}
