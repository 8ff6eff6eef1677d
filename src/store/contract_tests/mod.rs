//! What every store must do, run on each kind: in a file, in memory, and in a file reopened before each step.
//! A test is a scenario of steps, each in a transaction of its own. Must not know the engine below.

mod audit;
mod deep_pages;
mod giving;
mod jobs;
mod kept_answers;
mod lookups;
mod mail;
mod metaschemas;
mod objects;
mod organizations;
mod search;
mod texts;
mod users;

use tempfile::TempDir;

use super::sqlite::SqliteStore;
use super::{ReadTransaction, Result, WriteTransaction, samples};

/// How the store under test is kept.
#[derive(Clone, Copy, Debug)]
enum Variant {
    File,
    Memory,
    Reopened,
}

/// A store under test, and what it takes to open it again.
struct Backend {
    variant: Variant,
    directory: TempDir,
    store: Option<SqliteStore>,
}

impl Backend {
    fn new(variant: Variant) -> Self {
        let directory = TempDir::new().expect("a temporary directory can be made");
        Self { variant, directory, store: None }
    }

    /// The store for the next step.
    fn store(&mut self) -> &SqliteStore {
        if matches!(self.variant, Variant::Reopened) {
            self.store = None;
        }
        let log = slog::Logger::root(slog::Discard, slog::o!());
        self.store.get_or_insert_with(|| match self.variant {
            Variant::Memory => SqliteStore::in_memory(2, &log).expect("memory is there"),
            Variant::File | Variant::Reopened => {
                SqliteStore::open(self.directory.path(), 2, &log).expect("the directory is free")
            }
        })
    }

    fn read<T: Send + 'static>(
        &mut self,
        work: impl FnMut(&dyn ReadTransaction) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        wait(super::read(self.store(), work))
    }

    fn write<T: Send + 'static>(
        &mut self,
        work: impl FnMut(&dyn WriteTransaction) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        wait(super::write(self.store(), work))
    }

    /// Adds two organizations, 1 and 2, each with roles 1 and 2 and groups 1 and 2.
    fn furnish(&mut self) {
        self.write(|txn| {
            for organization in 1..=2 {
                txn.insert_organization(&samples::organization(organization))?;
                for number in 1..=2 {
                    txn.insert_role(&samples::role(organization, number))?;
                    txn.insert_group(&samples::group(organization, number))?;
                }
            }
            Ok(())
        })
        .expect("the store was empty");
    }
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made").block_on(future)
}

/// Runs a scenario on an empty store of each kind.
fn on_every_backend(scenario: impl Fn(&mut Backend)) {
    for variant in [Variant::File, Variant::Memory, Variant::Reopened] {
        scenario(&mut Backend::new(variant));
    }
}

/// Runs a scenario on a furnished store of each kind.
fn on_every_furnished_backend(scenario: impl Fn(&mut Backend)) {
    on_every_backend(|backend| {
        backend.furnish();
        scenario(backend);
    });
}
