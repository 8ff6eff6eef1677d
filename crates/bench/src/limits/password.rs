//! One password hash, at the cost that the server's own hashes have. Must not know how the server bounds or queues them.

use std::time::Instant;

use anyhow::{Context, Result, anyhow};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use rusqlite::{Connection, OpenFlags};

use crate::load::Timing;

/// Argon2id with the parameters of a stored hash, and memory that is used again.
pub(crate) struct PasswordLimit {
    argon2: Argon2<'static>,
    blocks: Vec<Block>,
    output_bytes: usize,
    /// The parameters, as the stored hash has them.
    pub(crate) cost: String,
    /// The memory of one hash.
    pub(crate) memory_bytes: u64,
}

impl PasswordLimit {
    /// Takes the parameters from any hash in a server's database.
    pub(crate) fn of_database(path: &std::path::Path) -> Result<Self> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .with_context(|| format!("cannot open {}", path.display()))?;
        let text: String = connection
            .query_row("SELECT phc FROM passwords LIMIT 1", [], |row| row.get(0))
            .context("the directory has no password whose cost could be seen")?;
        Self::of_hash(&text)
    }

    fn of_hash(text: &str) -> Result<Self> {
        let hash = PasswordHash::new(text).map_err(|error| anyhow!("the stored hash is none: {error}"))?;
        let params = Params::try_from(&hash).map_err(|error| anyhow!("the stored hash is not of Argon2: {error}"))?;
        let blocks = vec![Block::default(); params.block_count()];
        let memory_bytes = (blocks.len() * Block::SIZE) as u64;
        let output_bytes = hash.hash.map_or(32, |output| output.as_bytes().len());
        let cost = format!("m={} KiB, t={}, p={}", params.m_cost(), params.t_cost(), params.p_cost());
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Ok(PasswordLimit { argon2, blocks, output_bytes, cost, memory_bytes })
    }

    /// Computes that many hashes, one after the other.
    pub(crate) fn run(&mut self, hashes: usize) -> Result<Timing> {
        let mut output = vec![0; self.output_bytes];
        let start = Instant::now();
        let mut latencies = Vec::with_capacity(hashes);
        for _ in 0..hashes {
            let begun = Instant::now();
            self.argon2
                .hash_password_into_with_memory(
                    b"a password of a benchmark",
                    b"0123456789abcdef",
                    &mut output,
                    &mut self.blocks,
                )
                .map_err(|error| anyhow!("cannot hash: {error}"))?;
            latencies.push(begun.elapsed());
        }
        Ok(Timing::closed(start.elapsed(), latencies))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cost_is_that_of_the_stored_hash() {
        let stored = "$argon2id$v=19$m=64,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$q3rUY7p8MV0qW5wmXJfCJDpxAT1kGWgGzSCG7j9zs0s";
        let mut limit = PasswordLimit::of_hash(stored).expect("it is a hash of Argon2");
        assert_eq!((limit.cost.as_str(), limit.memory_bytes), ("m=64 KiB, t=2, p=1", 64 * 1024));
        assert_eq!(limit.run(3).expect("it can be computed").latencies.len(), 3);
        assert!(PasswordLimit::of_hash("$2b$10$abc").is_err());
    }
}
