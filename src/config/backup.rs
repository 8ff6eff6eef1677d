//! The settings of scheduled backups. Without a directory for them, none are made.

use std::path::PathBuf;

use clap::Args;

use super::{ConfigError, within};
use crate::limits;

/// The settings of scheduled backups as flags and environment variables.
#[derive(Args, Clone, Debug, Default)]
pub struct BackupFlags {
    /// The directory in which backups are made by a schedule; without one, none are
    #[arg(long, env = "ROSTER_BACKUP_DIR", value_name = "DIR")]
    pub backup_dir: Option<PathBuf>,
    /// How long after a backup the next is made, in seconds [default: 86400]
    #[arg(long, env = "ROSTER_BACKUP_EVERY_S", value_name = "SECONDS")]
    pub backup_every_s: Option<u32>,
    /// How many backups are kept; then the oldest is removed after each new one [default: 14]
    #[arg(long, env = "ROSTER_BACKUPS_KEPT", value_name = "COUNT")]
    pub backups_kept: Option<u32>,
}

impl BackupFlags {
    /// The same settings, and where something is not said, those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            backup_dir: self.backup_dir.or(other.backup_dir),
            backup_every_s: self.backup_every_s.or(other.backup_every_s),
            backups_kept: self.backups_kept.or(other.backups_kept),
        }
    }
}

/// A schedule of backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupConfig {
    /// Where they are made.
    pub directory: PathBuf,
    /// How long after one the next is made, in seconds.
    pub every_s: u32,
    /// How many are kept.
    pub kept: u32,
}

impl BackupConfig {
    /// Decides whether there is a schedule, and which.
    pub(super) fn decide(flags: BackupFlags) -> Result<Option<Self>, ConfigError> {
        let Some(directory) = flags.backup_dir else {
            let settings =
                [("backup_every_s", flags.backup_every_s.is_some()), ("backups_kept", flags.backups_kept.is_some())];
            let alone = settings.into_iter().find(|(_, is_set)| *is_set);
            let refused =
                |(setting, _)| ConfigError::OutOfBounds { setting, bounds: "left out where backup_dir is".into() };
            return alone.map_or(Ok(None), |setting| Err(refused(setting)));
        };
        let every_s = flags.backup_every_s.unwrap_or(limits::BACKUP_EVERY_S_DEFAULT);
        let kept = flags.backups_kept.unwrap_or(limits::BACKUPS_KEPT_DEFAULT);
        within("backup_every_s", every_s, limits::BACKUP_EVERY_S_MIN, limits::BACKUP_EVERY_S_MAX)?;
        within("backups_kept", kept, 1, limits::BACKUPS_KEPT_MAX)?;
        Ok(Some(Self { directory, every_s, kept }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(flags: BackupFlags) -> Result<Option<BackupConfig>, String> {
        BackupConfig::decide(flags).map_err(|error| error.to_string())
    }

    #[test]
    fn a_directory_is_all_that_a_schedule_needs() {
        assert_eq!(decide(BackupFlags::default()), Ok(None));
        let flags = BackupFlags { backup_dir: Some("there".into()), ..BackupFlags::default() };
        let config = decide(flags).expect("valid").expect("a schedule");
        assert_eq!((config.every_s, config.kept), (86_400, 14));
    }

    #[test]
    fn what_makes_no_schedule_is_refused_by_name() {
        let there = || BackupFlags { backup_dir: Some("there".into()), ..BackupFlags::default() };
        let cases = [
            (BackupFlags { backup_every_s: Some(60), ..BackupFlags::default() }, "backup_every_s must be left out"),
            (BackupFlags { backups_kept: Some(1), ..BackupFlags::default() }, "backups_kept must be left out"),
            (BackupFlags { backup_every_s: Some(59), ..there() }, "backup_every_s must be from 60"),
            (BackupFlags { backups_kept: Some(0), ..there() }, "backups_kept must be from 1"),
        ];
        for (flags, expected) in cases {
            let error = decide(flags).expect_err(expected);
            assert!(error.contains(expected), "{error}");
        }
    }
}
