//! `roster organization`: organizations, as principals of the platform manage them.

use anyhow::Context as _;
use clap::Subcommand;
use roster_client::Client;
use roster_client::types::{LakesailError, LakesailOrganization};

use super::connection::Connection;
use super::output::print_line;
use super::pages::read_pages;
use super::refusal;
use super::table::{self, plain};

/// Entries that one page has at most.
const PAGE_SIZE_MAX: i32 = 100;

/// Manages organizations
#[derive(Subcommand)]
pub(crate) enum OrganizationCommand {
    /// Makes an organization and prints its id; there is nobody in it, see `add-administrator`
    Create {
        /// Its name, unique in the instance
        name: String,
        #[command(flatten)]
        connection: Connection,
    },
    /// Lists the organizations, the oldest first
    List {
        /// Prints a JSON array of all that is known, instead of a table
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        connection: Connection,
    },
    /// Gives an organization another name
    Rename {
        /// The organization: its id or its name
        organization: String,
        /// The new name
        name: String,
        #[command(flatten)]
        connection: Connection,
    },
    /// Removes an organization with everything in it, but for its audit trail
    Remove {
        /// The organization: its id or its name
        organization: String,
        #[command(flatten)]
        connection: Connection,
    },
    /// Makes a user who may do everything in an organization, and prints a key, the only time that it is shown
    AddAdministrator {
        /// The organization: its id or its name
        organization: String,
        /// The username, unique in the instance
        username: String,
        /// The e-mail address [default: none]
        #[arg(long)]
        email: Option<String>,
        /// The name to show [default: none]
        #[arg(long)]
        display_name: Option<String>,
        #[command(flatten)]
        connection: Connection,
    },
}

/// Runs the command.
///
/// # Errors
/// No server is found, or it refuses.
pub(crate) async fn run(command: OrganizationCommand) -> anyhow::Result<()> {
    match command {
        OrganizationCommand::Create { name, connection } => create(&connection.client()?, name).await,
        OrganizationCommand::List { json, connection } => list(&connection.client()?, json).await,
        OrganizationCommand::Rename { organization, name, connection } => {
            rename(&connection.client()?, &organization, name).await
        }
        OrganizationCommand::Remove { organization, connection } => remove(&connection.client()?, &organization).await,
        OrganizationCommand::AddAdministrator { organization, username, email, display_name, connection } => {
            let client = connection.client()?;
            let request = client.roster_create_administrator().organization(organization);
            let described = request.body_map(|body| body.username(username).email(email).display_name(display_name));
            print_line(&described.send().await.map_err(refusal)?.key)?;
            Ok(())
        }
    }
}

async fn create(client: &Client, name: String) -> anyhow::Result<()> {
    let request = client.lakesail_create_organization().body_map(|body| body.name(name));
    print_line(&request.send().await.map_err(refused)?.id)?;
    Ok(())
}

async fn list(client: &Client, json: bool) -> anyhow::Result<()> {
    let found = all(client).await?;
    let text = if json {
        serde_json::to_string_pretty(&found).context("cannot print the organizations")?
    } else {
        table::render(["ID", "CREATED", "NAME"], found.iter().map(row))
    };
    print_line(text.trim_end())?;
    Ok(())
}

async fn rename(client: &Client, organization: &str, name: String) -> anyhow::Result<()> {
    let id = find(client, organization).await?;
    let request = client.lakesail_update_organization().organization(id).body_map(|body| body.name(name));
    request.send().await.map_err(refused)?;
    Ok(())
}

async fn remove(client: &Client, organization: &str) -> anyhow::Result<()> {
    let id = find(client, organization).await?;
    client.lakesail_delete_organization().organization(id).send().await.map_err(refused)?;
    Ok(())
}

/// Finds the id of an organization: the API takes nothing else.
async fn find(client: &Client, organization: &str) -> anyhow::Result<String> {
    let found = all(client).await?.into_iter().find(|known| known.id == organization || known.name == organization);
    found.map(|known| known.id).with_context(|| format!("there is no organization {organization}"))
}

async fn all(client: &Client) -> anyhow::Result<Vec<LakesailOrganization>> {
    read_pages(usize::MAX, async |size, marker| {
        let mut request = client.lakesail_list_organizations().limit(size.min(PAGE_SIZE_MAX));
        if let Some(marker) = marker {
            request = request.marker::<String>(marker);
        }
        let page = request.send().await.map_err(refused)?.into_inner();
        Ok((page.items, page.marker))
    })
    .await
}

fn row(organization: &LakesailOrganization) -> [String; 3] {
    [organization.id.clone(), plain(&organization.created_at), plain(&organization.name)]
}

/// What the server said, in this dialect.
fn refused(error: roster_client::Error<LakesailError>) -> anyhow::Error {
    match error {
        roster_client::Error::ErrorResponse(answer) => {
            anyhow::anyhow!("the server refused: {}", answer.into_inner().message)
        }
        other => anyhow::Error::new(other).context("the server could not be asked"),
    }
}
