//! How often: requests in a second, and wrong passwords and keys before a wait. All of it is kept in memory, bounded, and
//! forgotten when the server ends. Knows nothing of HTTP, of what is stored, or of what is asked for.

mod failures;
mod guesses;
mod network;
mod requests;

pub use guesses::{Attempt, Guesses};
pub use requests::RequestLimits;
