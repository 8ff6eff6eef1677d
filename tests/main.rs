//! The integration tests: the whole server over HTTP, in one binary.
//! Every test has a server, a data directory and a port of its own.

mod audit;
mod bad_input;
mod client;
mod command;
mod contract;
mod durability;
mod four_views;
mod lists;
mod mail;
mod matrix;
mod one_person;
mod readme;
mod security;
mod server_owned_fields;
mod sessions;
mod streams;
mod support;
mod throttling;
mod tidy;
mod tls;
mod transcripts;
