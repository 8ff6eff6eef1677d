//! The integration tests: the whole server over HTTP, in one binary.
//! Every test has a server, a data directory and a port of its own.

mod bad_input;
mod client;
mod command;
mod contract;
mod durability;
mod four_views;
mod readme;
mod support;
mod tidy;
mod transcripts;
