//! The integration tests: the whole server over HTTP, in one binary.
//! Every test has a server, a data directory and a port of its own.

mod audit;
mod backup;
mod bad_input;
mod bulk;
mod client;
mod command;
mod conditional;
mod conformance;
mod contract;
mod differential;
mod durability;
mod flood;
mod four_views;
mod fuzz;
mod idempotency;
mod lists;
mod mail;
mod matrix;
mod one_person;
mod readme;
mod security;
mod security_document;
mod server_owned_fields;
mod sessions;
mod streams;
mod support;
mod throttling;
mod tidy;
mod timing;
mod tls;
mod transcripts;
mod two_writers;
mod walk;
mod walls;
