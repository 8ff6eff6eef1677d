//! Entity tags and conditional writes: which operations have them, by a rule over the contract, and what a tag tells.
//! That every operation honours its conditions is walked in `matrix::conditions`.

mod contract;
mod tags;
