//! The doors: each folder implements one generated trait by translating between its wire format and the directory.
//! A dialect knows neither another dialect nor the store.

mod authentication;
pub mod elastic;
mod fault;
pub mod frontier;
pub mod lakesail;
mod repeat;
pub mod roster;
pub mod wavefront;
