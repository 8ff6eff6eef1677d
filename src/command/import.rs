//! `roster import`: makes the users of a file. What can be made is made, and each line that cannot is named. Broken off, it
//! goes on where it was.

mod journal;
mod portions;
mod rows;
mod sending;

use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, bail};
use clap::Args;
use futures::{Stream, StreamExt, stream};
use indicatif::{ProgressBar, ProgressStyle};
use roster_client::Client;
use tokio::sync::mpsc;

use super::Format;
use super::connection::Connection;
use super::output::print_line;
use journal::Journal;
use portions::{Portion, Portions};
use rows::Rows;
use sending::{Outcome, send};

/// Portions that are sent before the first of them is answered: one is made while the next is read.
const IN_FLIGHT: usize = 4;

/// What to import.
#[derive(Args)]
pub(crate) struct ImportArguments {
    /// The file with the users, as `roster export` writes it: a JSON object on each line, or CSV with a line of names first
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file's format [default: csv if its name ends so, else jsonl]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Only says what would become of each line; lines are not compared with others of the same file
    #[arg(long)]
    dry_run: bool,
    /// Where it is noted how far the import has come [default: FILE.journal]
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    journal: Option<PathBuf>,
    /// How many rows are made together; fewer let others write sooner. It stays the same when an import goes on
    #[arg(long, value_name = "ROWS", default_value_t = 4000, value_parser = clap::value_parser!(u32).range(1..=4000))]
    portion: u32,
    /// Stops after so many lines that were refused
    #[arg(long, value_name = "COUNT", default_value_t = 1000)]
    max_refused: u64,
    #[command(flatten)]
    connection: Connection,
}

/// How many rows were made, and how many were not.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    created: u64,
    refused: u64,
}

/// Imports a file.
///
/// # Errors
/// The file or the journal cannot be used, no server is found, it refuses, or some lines were refused.
pub(crate) async fn run(arguments: ImportArguments) -> anyhow::Result<()> {
    let client = arguments.connection.client()?;
    // Whoever cannot reach the server or is not let in is told so at once.
    let importer = importer(&client).await?;
    let mut journal = if arguments.dry_run { None } else { Some(open_journal(&arguments, &importer)?) };
    if journal.as_ref().is_some_and(Journal::is_begun) {
        eprintln!("going on with an import that was broken off");
    }
    let bar = bar(&arguments.file)?;
    let sum = import(&arguments, &client, &mut journal, &bar).await?;
    bar.finish_and_clear();
    journal.map_or(Ok(()), Journal::finish)?;
    let (made, refused) = if arguments.dry_run { ("can be made", "cannot") } else { ("made", "refused") };
    print_line(format_args!("{} {made}, {} {refused}", sum.created, sum.refused))?;
    if sum.refused > 0 {
        bail!("{} of {} lines {refused}", sum.refused, sum.created + sum.refused);
    }
    Ok(())
}

async fn import(
    arguments: &ImportArguments,
    client: &Client,
    journal: &mut Option<Journal>,
    bar: &ProgressBar,
) -> anyhow::Result<Sum> {
    let bytes_read = Arc::new(AtomicU64::new(0));
    let format = arguments.format.unwrap_or_else(|| Format::of(&arguments.file));
    let rows = Rows::open(&arguments.file, format, Arc::clone(&bytes_read))?;
    let mut portions = read_ahead(Portions::new(rows, usize::try_from(arguments.portion)?));
    let mut sum = Sum::default();
    // Only what is to be sent is in flight, so the journal is looked at before.
    let mut in_flight = stream::FuturesOrdered::new();
    let mut is_read = false;
    loop {
        while !is_read && in_flight.len() < IN_FLIGHT {
            let Some(portion) = portions.next().await.transpose()? else {
                is_read = true;
                break;
            };
            let (number, digest) = (portion.number, portion.digest());
            if let Some((created, refused)) = done(journal.as_ref(), &portion, &digest)? {
                sum = Sum { created: sum.created + created, refused: sum.refused + refused };
                continue;
            }
            let name = journal.as_ref().map(|journal| journal.name_of(number));
            in_flight.push_back(async move {
                let outcome = send(client, name.as_deref(), arguments.dry_run, portion).await?;
                anyhow::Ok((number, digest, outcome))
            });
        }
        let Some((number, digest, outcome)) = in_flight.next().await.transpose()? else { return Ok(sum) };
        let Outcome { created, refused } = outcome;
        bar.suspend(|| refused.iter().for_each(|(line, why)| eprintln!("{}:{line}: {why}", arguments.file.display())));
        let refused = refused.len() as u64;
        if let Some(journal) = journal {
            journal.note(number, &digest, created, refused)?;
        }
        sum = Sum { created: sum.created + created, refused: sum.refused + refused };
        bar.set_position(bytes_read.load(Ordering::Relaxed));
        bar.set_message(format!("{} made, {} refused", sum.created, sum.refused));
        if sum.refused >= arguments.max_refused {
            bail!(
                "{} lines were refused: mend them and run the same command to go on, or raise --max-refused",
                sum.refused
            );
        }
    }
}

fn done(journal: Option<&Journal>, portion: &Portion, digest: &[u8; 32]) -> anyhow::Result<Option<(u64, u64)>> {
    journal.map_or(Ok(None), |journal| journal.find(portion.number, digest, portion.lines()))
}

/// Reads portions on a thread of its own, one or two ahead.
fn read_ahead(mut portions: Portions) -> impl Stream<Item = anyhow::Result<Portion>> + Unpin {
    let (sender, receiver) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        while let Some(portion) = portions.next().transpose() {
            // Nobody waits any more after an error.
            if sender.blocking_send(portion).is_err() {
                return;
            }
        }
    });
    Box::pin(stream::unfold(receiver, |mut receiver| async { Some((receiver.recv().await?, receiver)) }))
}

/// Who imports: an id that no two installations have in common.
async fn importer(client: &Client) -> anyhow::Result<String> {
    let identity = client
        .lakesail_describe_current_identity()
        .send()
        .await
        .context("the server could not be asked who imports")?;
    let identity = identity.into_inner();
    let importer = identity.user.map(|user| user.id).or(identity.service_account.map(|account| account.id));
    importer.context("the server does not say who imports")
}

fn open_journal(arguments: &ImportArguments, importer: &str) -> anyhow::Result<Journal> {
    let beside = || PathBuf::from(format!("{}.journal", arguments.file.display()));
    let path = arguments.journal.clone().unwrap_or_else(beside);
    Journal::open(&path, new_name(), importer)
}

/// A name that no other import has.
fn new_name() -> String {
    // Each has keys of its own, which come from the operating system's random source.
    let number = || RandomState::new().hash_one(());
    format!("{:016x}{:016x}", number(), number())
}

/// Shows how much of the file was read; nothing where nobody looks.
fn bar(file: &Path) -> anyhow::Result<ProgressBar> {
    let size = std::fs::metadata(file).with_context(|| format!("cannot open {}", file.display()))?.len();
    let style = ProgressStyle::with_template("{bar:30} {percent:>3}% {msg} ({elapsed}, {eta} left)")?;
    Ok(ProgressBar::new(size).with_style(style))
}
