//! `roster mail`: the outgoing mail, as the server lists it.

use anyhow::Context as _;
use clap::{Subcommand, ValueEnum};
use roster_client::Client;
use roster_client::types::{RosterMail, RosterMailStatus};

use super::connection::Connection;
use super::output::print_line;
use super::pages::read_pages;
use super::refusal;
use super::table::{self, plain};

/// Shows the outgoing mail
#[derive(Subcommand)]
pub(crate) enum MailCommand {
    /// Lists the outgoing mail, the newest first
    List {
        /// Only mail that has come this far
        #[arg(long, value_name = "STATUS")]
        status: Option<Status>,
        /// How many mails to list at most
        #[arg(long, value_name = "COUNT", default_value_t = 100)]
        limit: usize,
        /// Prints a JSON array of all that is known, instead of a table
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        connection: Connection,
    },
}

/// How far a mail has come.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Status {
    /// It waits to be sent
    Queued,
    /// A mail server has taken it
    Sent,
    /// It was given up
    Failed,
}

/// Runs the command.
///
/// # Errors
/// No server is found, or it refuses.
pub(crate) async fn run(command: MailCommand) -> anyhow::Result<()> {
    let MailCommand::List { status, limit, json, connection } = command;
    let mail = list(&connection.client()?, status, limit).await?;
    let text = if json { serde_json::to_string_pretty(&mail).context("cannot print the mail")? } else { table(&mail) };
    print_line(text.trim_end())?;
    Ok(())
}

async fn list(client: &Client, status: Option<Status>, limit: usize) -> anyhow::Result<Vec<RosterMail>> {
    read_pages(limit, async |size, cursor| {
        let mut request = client.roster_list_mail().limit(size);
        if let Some(status) = status {
            request = request.status(wire_status(status));
        }
        if let Some(cursor) = cursor {
            request = request.cursor::<String>(cursor);
        }
        let page = request.send().await.map_err(refusal)?.into_inner();
        Ok((page.items, page.next))
    })
    .await
}

fn wire_status(status: Status) -> RosterMailStatus {
    match status {
        Status::Queued => RosterMailStatus::Queued,
        Status::Sent => RosterMailStatus::Sent,
        Status::Failed => RosterMailStatus::Failed,
    }
}

/// One line a mail.
fn table(mail: &[RosterMail]) -> String {
    let headings = ["CREATED", "STATUS", "ATTEMPTS", "RECIPIENT", "SUBJECT", "FAILURE"];
    table::render(headings, mail.iter().map(row))
}

fn row(mail: &RosterMail) -> [String; 6] {
    [
        plain(&mail.created_at),
        mail.status.to_string(),
        mail.attempts.to_string(),
        plain(&mail.recipient),
        plain(&mail.subject),
        plain(mail.failure.as_deref().unwrap_or_default()),
    ]
}
