//! `roster audit`: the audit trail, as the server lists and exports it.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use futures::TryStreamExt;
use roster_client::Client;
use roster_client::types::{RosterAuditOrder, RosterAuditRecord, RosterAuditTargetKind};

use super::connection::Connection;
use super::lines::Lines;
use super::output::print_line;
use super::pages::read_pages;
use super::refusal;
use super::table::{self, plain};

/// Shows, exports and checks the audit trail
#[derive(Subcommand)]
pub(crate) enum AuditCommand {
    /// Lists the audit trail, the newest first
    List {
        #[command(flatten)]
        filters: Filters,
        /// Lists the oldest first
        #[arg(long)]
        oldest_first: bool,
        /// How many records to list at most
        #[arg(long, value_name = "COUNT", default_value_t = 100)]
        limit: usize,
        /// Prints a JSON array of all that is known, instead of a table
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        connection: Connection,
    },
    /// Prints the audit trail as JSON lines, the oldest first
    Export {
        #[command(flatten)]
        filters: Filters,
        #[command(flatten)]
        connection: Connection,
    },
    /// Checks that no record of the audit trail was changed, removed, inserted or moved, and prints its head
    Verify(VerifyArguments),
}

/// Which records.
#[derive(Args)]
pub(crate) struct Filters {
    /// Only what this user did: an id in either form, a username, or an e-mail address
    #[arg(long, value_name = "USER")]
    actor: Option<String>,
    /// Only what was done to objects of this kind: user, group, role, organization, credential, metaschema, mail
    #[arg(long, value_name = "KIND")]
    target_kind: Option<RosterAuditTargetKind>,
    /// Only what was done to the object with this id
    #[arg(long, value_name = "ID")]
    target_id: Option<String>,
    /// Only what was done through this operation of the contract
    #[arg(long, value_name = "OPERATION")]
    operation: Option<String>,
    /// Only what was done through operations with this action, such as users:update
    #[arg(long, value_name = "ACTION")]
    action: Option<String>,
    /// Only what was done at this time or later, as RFC 3339 has it
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Only what was done before this time, as RFC 3339 has it
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
}

/// What to check, and against what.
#[derive(Args)]
pub(crate) struct VerifyArguments {
    /// A head that was printed before: what is before it must be what it was, and nothing after it is needed
    #[arg(long, value_name = "POSITION:HASH")]
    pub(crate) head: Option<String>,
    /// Checks a file that `roster audit export` has printed, or `-` for what it prints
    #[arg(long, value_name = "FILE", conflicts_with = "offline")]
    pub(crate) file: Option<PathBuf>,
    /// Checks the database in the data directory itself, for which no server is needed, all organizations
    #[arg(long)]
    pub(crate) offline: bool,
    /// With --offline: only this organization, by name or id
    #[arg(long, value_name = "ORGANIZATION", requires = "offline")]
    pub(crate) organization: Option<String>,
    #[command(flatten)]
    pub(crate) connection: Connection,
}

/// The request with the filters that are given: both requests have them, and no type in common.
macro_rules! filtered {
    ($request:expr, $filters:expr) => {{
        let (mut request, filters) = ($request, $filters);
        if let Some(actor) = &filters.actor {
            request = request.actor(actor.clone());
        }
        if let Some(kind) = filters.target_kind {
            request = request.target_kind(kind);
        }
        if let Some(id) = &filters.target_id {
            request = request.target_id(id.clone());
        }
        if let Some(operation) = &filters.operation {
            request = request.operation(operation.clone());
        }
        if let Some(action) = &filters.action {
            request = request.action(action.clone());
        }
        if let Some(from) = &filters.from {
            request = request.from(from.clone());
        }
        if let Some(to) = &filters.to {
            request = request.to(to.clone());
        }
        request
    }};
}

/// Lists records.
///
/// # Errors
/// No server is found, or it refuses.
pub(crate) async fn list(
    connection: &Connection,
    filters: &Filters,
    oldest_first: bool,
    limit: usize,
    json: bool,
) -> anyhow::Result<()> {
    let order = if oldest_first { RosterAuditOrder::Asc } else { RosterAuditOrder::Desc };
    let records = list_records(&connection.client()?, filters, order, limit).await?;
    let text = if json {
        serde_json::to_string_pretty(&records).context("cannot print the records")?
    } else {
        table::render(["POSITION", "AT", "ACTOR", "OPERATION", "TARGET", "CHANGED"], records.iter().map(row))
    };
    print_line(text.trim_end())?;
    Ok(())
}

async fn list_records(
    client: &Client,
    filters: &Filters,
    order: RosterAuditOrder,
    limit: usize,
) -> anyhow::Result<Vec<RosterAuditRecord>> {
    read_pages(limit, async |size, cursor| {
        let mut request = filtered!(client.roster_list_audit().order(order).limit(size), filters);
        if let Some(cursor) = cursor {
            request = request.cursor::<String>(cursor);
        }
        let page = request.send().await.map_err(refusal)?.into_inner();
        Ok((page.items, page.next))
    })
    .await
}

fn row(record: &RosterAuditRecord) -> [String; 6] {
    let actor = record.actor_name.as_deref().or(record.actor_id.as_deref()).unwrap_or_default();
    let fields: Vec<&str> = record.changes.iter().map(|change| change.field.as_str()).collect();
    [
        record.position.to_string(),
        plain(&record.at),
        plain(actor),
        plain(&record.operation),
        format!("{} {}", record.target_kind, plain(&record.target_id)),
        plain(&fields.join(", ")),
    ]
}

/// Prints what is exported as it arrives.
///
/// # Errors
/// No server is found, it refuses or breaks off, or nobody reads what is printed.
pub(crate) async fn export(connection: &Connection, filters: &Filters) -> anyhow::Result<()> {
    let client = connection.client()?;
    let request = filtered!(client.roster_export_audit(), filters);
    let mut pieces = request.send().await.map_err(refusal)?.into_inner().into_inner();
    let mut output = std::io::stdout().lock();
    while let Some(piece) = pieces.try_next().await.context("the server broke off")? {
        output.write_all(&piece).context("cannot print the records")?;
    }
    output.flush().context("cannot print the records")
}

/// Asks for the whole chain.
///
/// # Errors
/// No server is found, or it refuses.
pub(crate) async fn export_lines(connection: &Connection) -> anyhow::Result<Lines> {
    let stream = connection.client()?.roster_export_audit().send().await.map_err(refusal)?.into_inner();
    Ok(Lines::of(stream))
}
