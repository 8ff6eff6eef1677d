//! How a command finds the running server: told by flags or the environment, or from the files in the data directory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use reqwest::Certificate;
use roster_client::Client;

/// Where the data lives unless told otherwise; the same as the server's default.
const DATA_DIR_DEFAULT: &str = "roster-data";
/// The file in the data directory that holds the URL of the server's address.
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
    /// A PEM file with the certificates to trust, instead of the system's
    #[arg(long, env = "ROSTER_CA_CERT", value_name = "FILE")]
    ca_cert: Option<PathBuf>,
    /// The data directory of a server on this machine
    #[arg(long, env = "ROSTER_DATA_DIR", value_name = "DIR", default_value = DATA_DIR_DEFAULT)]
    data_dir: PathBuf,
}

impl Connection {
    /// The data directory that the server is looked for in.
    pub(crate) fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Makes a client.
    ///
    /// # Errors
    /// No server has written its address into the data directory, or the key or the certificates cannot be read.
    pub(crate) fn client(&self) -> anyhow::Result<Client> {
        let url = match &self.url {
            Some(url) => url.clone(),
            None => read(&self.data_dir, ADDRESS_FILE)
                .context("no server runs on this data directory; start one, or give --url")?,
        };
        let key = match &self.key {
            Some(key) => key.clone(),
            None => read(&self.data_dir, ADMIN_KEY_FILE)
                .context("there is no admin key to use; give --key or ROSTER_KEY")?,
        };
        let http = match &self.ca_cert {
            Some(path) => reqwest::Client::builder().tls_certs_only(read_certificates(path)?),
            None => reqwest::Client::builder(),
        };
        roster_client::connect_through(http, &url, &key).context("cannot make a client")
    }
}

fn read_certificates(path: &Path) -> anyhow::Result<Vec<Certificate>> {
    let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let certificates = Certificate::from_pem_bundle(&text).unwrap_or_default();
    anyhow::ensure!(!certificates.is_empty(), "{} has no certificate", path.display());
    Ok(certificates)
}

fn read(data_dir: &Path, name: &str) -> anyhow::Result<String> {
    let path = data_dir.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.trim().to_owned())
}
