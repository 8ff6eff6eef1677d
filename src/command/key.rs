//! `roster key`: API keys.

use clap::Subcommand;

use super::connection::Connection;
use super::output::print_line;
use super::refusal;

/// Manages API keys
#[derive(Subcommand)]
pub(crate) enum KeyCommand {
    /// Makes an API key for a user and prints it, the only time that it is shown
    Create {
        /// The user: an id in either form, a username, or an e-mail address
        user: String,
        /// What the key is for
        #[arg(long, default_value = "made by the roster command")]
        description: String,
        /// When the key stops working, as RFC 3339 has it [default: never]
        #[arg(long, value_name = "TIME")]
        expires_at: Option<String>,
        #[command(flatten)]
        connection: Connection,
    },
}

/// Runs the command.
///
/// # Errors
/// No server is found, or it refuses.
pub(crate) async fn run(command: KeyCommand) -> anyhow::Result<()> {
    let KeyCommand::Create { user, description, expires_at, connection } = command;
    let created = connection
        .client()?
        .roster_create_user_key()
        .user(user)
        .body_map(|body| body.description(description).expires_at(expires_at))
        .send()
        .await
        .map_err(refusal)?;
    print_line(&created.key)?;
    Ok(())
}
