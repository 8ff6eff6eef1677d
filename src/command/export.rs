//! `roster export`: writes all users to a file, which `roster import` makes them again from.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value};

use super::columns::{COLUMNS, cell_of};
use super::connection::Connection;
use super::lines::Lines;
use super::names::{directory_of, sync_name};
use super::output::print_line;
use super::{Format, refusal};

/// What stands for standard output.
const STDOUT: &str = "-";
/// Users after which it is shown how many there are by now.
const SHOWN_EVERY: u64 = 1000;

/// What to export.
#[derive(Args)]
pub(crate) struct ExportArguments {
    /// The file to write, or `-` to print
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file's format [default: csv if its name ends so, else jsonl]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Exports the hashes of passwords too; whoever has the file can try to find the passwords
    #[arg(long)]
    with_password_hashes: bool,
    #[command(flatten)]
    connection: Connection,
}

/// Exports all users. The file is there when it is whole.
///
/// # Errors
/// No server is found, it refuses or breaks off, or the file cannot be written.
pub(crate) async fn run(arguments: ExportArguments) -> anyhow::Result<()> {
    let client = arguments.connection.client()?;
    let request = client.roster_export_users().password_hashes(arguments.with_password_hashes);
    let lines = Lines::of(request.send().await.map_err(refusal)?.into_inner());
    let format = arguments.format.unwrap_or_else(|| Format::of(&arguments.file));
    if arguments.file.as_os_str() == STDOUT {
        return write_all(lines, format, std::io::stdout().lock()).await.map(|_| ());
    }
    let context = || format!("cannot write {}", arguments.file.display());
    let part = PartialFile::create(&arguments.file).with_context(context)?;
    let written = write_all(lines, format, part.file.try_clone().with_context(context)?).await?;
    part.finish(&arguments.file).with_context(context)?;
    print_line(format_args!("{written} exported"))?;
    Ok(())
}

async fn write_all(mut lines: Lines, format: Format, output: impl Write) -> anyhow::Result<u64> {
    let bar =
        ProgressBar::no_length().with_style(ProgressStyle::with_template("{spinner} {pos} exported ({elapsed})")?);
    let mut writer = Writer::new(format, output)?;
    let mut written = 0;
    while let Some(line) = lines.next().await? {
        writer.write(&line)?;
        written += 1;
        if written % SHOWN_EVERY == 0 {
            bar.set_position(written);
        }
    }
    writer.finish()?;
    bar.finish_and_clear();
    Ok(written)
}

/// Writes users in one of the formats.
enum Writer<W: Write> {
    Jsonl(BufWriter<W>),
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Writer<W> {
    fn new(format: Format, output: W) -> anyhow::Result<Self> {
        Ok(match format {
            Format::Jsonl => Self::Jsonl(BufWriter::new(output)),
            Format::Csv => {
                let mut writer = csv::Writer::from_writer(output);
                writer.write_record(COLUMNS.map(|(name, _)| name))?;
                Self::Csv(Box::new(writer))
            }
        })
    }

    fn write(&mut self, line: &[u8]) -> anyhow::Result<()> {
        match self {
            Self::Jsonl(output) => {
                output.write_all(line)?;
                output.write_all(b"\n")?;
            }
            Self::Csv(writer) => {
                let user: Map<String, Value> =
                    serde_json::from_slice(line).context("the server sent what is no user")?;
                writer.write_record(COLUMNS.map(|(name, is_text)| cell_of(user.get(name), is_text)))?;
            }
        }
        Ok(())
    }

    fn finish(self) -> std::io::Result<()> {
        match self {
            Self::Jsonl(mut output) => output.flush(),
            Self::Csv(mut writer) => writer.flush(),
        }
    }
}

/// A file under another name until it is whole, so that nobody takes a part for the whole. Only its owner can read it.
struct PartialFile {
    file: File,
    path: PathBuf,
    is_whole: bool,
}

impl PartialFile {
    fn create(target: &Path) -> std::io::Result<Self> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let path = directory_of(target).join(format!(".{name}.{}.part", std::process::id()));
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Self { file: options.open(&path)?, path, is_whole: false })
    }

    fn finish(mut self, target: &Path) -> std::io::Result<()> {
        self.file.sync_all()?;
        std::fs::rename(&self.path, target)?;
        self.is_whole = true;
        sync_name(target)
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.is_whole {
            // It is of no use to anybody; if it stays, nothing is lost but room.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
