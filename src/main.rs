//! The `roster` command: `serve` starts the server, everything else is a client of its public API, but for
//! `backup`, `restore`, `check` and `audit verify --offline`, which work on the files of a data directory themselves, and
//! `packaging`, which only writes what a package has of the command line.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::{CommandFactory, Parser, Subcommand};
use roster::config::{Config, Flags};
use roster::{logging, server};
use slog::info;
use tokio::signal::unix::{SignalKind, signal};

mod command;
mod offline;
mod packaging;
mod verify;

use command::audit::AuditCommand;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A user directory in one binary, served through the user APIs of four systems.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the directory until SIGTERM or SIGINT; SIGHUP reads the certificate again
    Serve(Box<Flags>),
    /// Manages API keys
    #[command(subcommand)]
    Key(command::key::KeyCommand),
    /// Shows, exports and checks the audit trail
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Makes the users of a file; broken off, the same command goes on
    Import(command::import::ImportArguments),
    /// Writes all users to a file, which they can be made again from
    Export(command::export::ExportArguments),
    /// Writes a copy of the database to a file, also while a server uses it
    Backup(offline::backup::BackupArguments),
    /// Puts a backup into a data directory that no server uses
    Restore(offline::restore::RestoreArguments),
    /// Checks the database and the audit trails of a data directory, also while a server uses it
    Check(offline::Place),
    /// Manages organizations
    #[command(subcommand)]
    Organization(command::organization::OrganizationCommand),
    /// Shows the outgoing mail
    #[command(subcommand)]
    Mail(command::mail::MailCommand),
    /// Writes completions for shells and manual pages into a directory, for whoever makes a package
    #[command(hide = true)]
    Packaging(packaging::PackagingArguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Serve(flags) => run(serve(*flags)),
        Command::Key(command) => run(command::key::run(command)),
        Command::Audit(command) => run(audit(command)),
        Command::Import(arguments) => run(command::import::run(arguments)),
        Command::Export(arguments) => run(command::export::run(arguments)),
        Command::Backup(arguments) => offline::backup::run(&arguments),
        Command::Restore(arguments) => offline::restore::run(&arguments),
        Command::Check(place) => offline::check::run(&place),
        Command::Organization(command) => run(command::organization::run(command)),
        Command::Mail(command) => run(command::mail::run(command)),
        Command::Packaging(arguments) => packaging::run(&arguments, Arguments::command()),
    };
    command::output::end(outcome)
}

fn run(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    tokio::runtime::Runtime::new().context("cannot start the asynchronous runtime")?.block_on(work)
}

async fn audit(command: AuditCommand) -> anyhow::Result<()> {
    match command {
        AuditCommand::List { filters, oldest_first, limit, json, connection } => {
            command::audit::list(&connection, &filters, oldest_first, limit, json).await
        }
        AuditCommand::Export { filters, connection } => command::audit::export(&connection, &filters).await,
        AuditCommand::Verify(arguments) => verify::run(arguments).await,
    }
}

async fn serve(flags: Flags) -> anyhow::Result<()> {
    let config = Config::load(flags)?;
    let log = logging::open(config.log_level).context("cannot open the log")?;
    logging::log_panics(&log);
    // The signals are caught before the server starts, so that none of them can kill it half-started.
    let mut terminate = signal(SignalKind::terminate()).context("cannot catch SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot catch SIGINT")?;
    let mut hang_up = signal(SignalKind::hangup()).context("cannot catch SIGHUP")?;

    let running = server::start(&config, &log).await?;
    if let Some(key) = running.generated_admin_key() {
        let kept = config.data_dir.join(server::ADMIN_KEY_FILE);
        let shown = format!("The admin's API key, shown this once and kept in {}:\n{key}", kept.display());
        // Whoever does not read it finds it there.
        drop(command::output::print_line(shown));
    }
    let signal = loop {
        tokio::select! {
            _ = terminate.recv() => break "SIGTERM",
            _ = interrupt.recv() => break "SIGINT",
            _ = hang_up.recv() => running.reload_certificate().await,
        }
    };
    info!(log, "stopping: requests in flight are finished"; "signal" => signal);
    running.stop().await?;
    info!(log, "stopped");
    Ok(())
}
