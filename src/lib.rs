//! Roster: one user directory, served through the user APIs of four systems.
//! The module list is the table of contents; `docs/ARCHITECTURE.md` says what each room must not know.

pub mod domain;
pub mod limits;
