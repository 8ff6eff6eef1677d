//! A long run: a mixed load whose clients come, stall and go, while memory, threads and descriptors of the server are looked at.
//! They must be flat in the end. Must not know what is asked for.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};
use fastrand::Rng;

use crate::crew::Crew;
use crate::http::{Connection, Request};
use crate::process::Usage;
use crate::server::{Launcher, Server};

/// Connections that write, one after another for a while each.
const WRITERS: usize = 4;
/// Threads whose clients read, stall and go.
const VISITORS: usize = 4;
/// How long the writers keep their connections.
const SHIFT: Duration = Duration::from_secs(5);
/// What is read.
const READS: [&str; 8] = [
    "/api/v2/user?limit=100",
    "/api/v1/users",
    "/api/org/v1/users",
    "/v1beta1/admin/users",
    "/roster/v1/audit?limit=50",
    "/api/v2/role",
    "/roster/v1/export",
    "/openapi.json",
];
/// How much more a median of the last quarter may be than that of the second: a tenth, and of memory and descriptors at
/// least so much, as both go up and down with who is connected.
const RESIDENT_SLACK: u64 = 16 * 1024 * 1024;
const DESCRIPTOR_SLACK: u64 = 16;

/// Runs for so long.
///
/// # Errors
/// Something grows, a request is refused, or what was acknowledged is not there in the end.
pub(crate) fn run(
    launcher: &Launcher,
    directory: &Path,
    length: Duration,
    every: Duration,
    seed: u64,
) -> Result<String> {
    let data_dir = directory.join("data");
    let mut server = launcher.start(&data_dir)?;
    let mut crew = Crew::new(WRITERS, seed);
    let (stop, visits) = (AtomicBool::new(false), AtomicU64::new(0));
    let (address, key) = (server.address, server.key.clone());
    let samples = thread::scope(|scope| {
        for number in 0..VISITORS {
            let (stop, visits, key) = (&stop, &visits, key.as_str());
            let mut dice = Rng::with_seed(seed.wrapping_add(number as u64));
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    // A visit may break off: that is what many are for.
                    let _ = visit(address, key, &mut dice);
                    visits.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let samples = write_and_sample(&mut crew, &mut server, length, every);
        stop.store(true, Ordering::Relaxed);
        samples
    })?;
    let panics = server.panics();
    ensure!(panics.is_empty(), "the server panicked: {panics:?}");
    let text = judge(&samples)?;
    server.kill()?;
    let server = launcher.start(&data_dir)?;
    crew.settle(&server, &launcher.binary, &data_dir)?;
    server.stop()?;
    Ok(format!(
        "{:.1} minutes: {} acknowledged writes, {} visits of others; {text}; all that was acknowledged is there after a kill",
        length.as_secs_f64() / 60.0,
        crew.acknowledged(),
        visits.load(Ordering::Relaxed),
    ))
}

/// The writers work in shifts, between which they connect anew, and the usage is sampled.
fn write_and_sample(crew: &mut Crew, server: &mut Server, length: Duration, every: Duration) -> Result<Vec<Usage>> {
    let begin = Instant::now();
    let mut samples = Vec::new();
    while begin.elapsed() < length {
        let shift = Instant::now();
        let ends = crew.load(server, |server| {
            if begin.elapsed() >= every * u32::try_from(samples.len() + 1)? {
                samples.push(Usage::of(server.pid())?);
            }
            Ok(shift.elapsed() >= SHIFT || begin.elapsed() >= length)
        })?;
        let refused = ends.iter().find(|end| !matches!(end, crate::hand::End::Told));
        if let Some(end) = refused {
            return Err(anyhow!("a writer did not go on: {end:?}"));
        }
    }
    Ok(samples)
}

/// One client comes, does one of the things that clients do, and goes.
fn visit(server: SocketAddr, key: &str, dice: &mut Rng) -> Result<()> {
    let mut connection = Connection::open(server)?;
    let path = READS[dice.usize(..READS.len())];
    let request = Request::new("GET", path).with(key);
    let pause = Duration::from_millis(dice.u64(1..500));
    match dice.u32(0..8) {
        0 => {
            // It stalls in the head.
            connection.send(b"GET /api/v2/user HTTP/1.1\r\nhost: ros")?;
            thread::sleep(pause);
        }
        1 => {
            // It stalls in the body.
            let head = format!("POST /api/org/v1/users HTTP/1.1\r\nhost: roster\r\nauthorization: Bearer {key}\r\n");
            let rest = "content-type: application/json\r\ncontent-length: 200\r\n\r\n{\"username\"";
            connection.send((head + rest).as_bytes())?;
            thread::sleep(pause);
        }
        2 => {
            // It asks for everything and does not read.
            let unread =
                format!("GET /roster/v1/audit/export HTTP/1.1\r\nhost: roster\r\nauthorization: Bearer {key}\r\n\r\n");
            connection.send(unread.as_bytes())?;
            thread::sleep(pause);
        }
        3 => {
            // It has no credential, or a wrong one, or asks for what is not there.
            connection.exchange(&Request::new("GET", path))?;
            connection.exchange(&Request::new("GET", path).with("rk_wrong"))?;
            connection.exchange(&Request::new("GET", "/api/v2/user/nobody@example.org").with(key))?;
        }
        _ => {
            for _ in 0..dice.u32(1..10) {
                let answer = connection.exchange(&request)?;
                ensure!(answer.status == 200, "{path} is answered with {}", answer.status);
            }
        }
    }
    Ok(())
}

/// Compares the medians of the second quarter and of the last.
fn judge(samples: &[Usage]) -> Result<String> {
    ensure!(samples.len() >= 8, "{} samples are too few to tell anything", samples.len());
    let quarter = samples.len() / 4;
    let (second, last) = (&samples[quarter..2 * quarter], &samples[samples.len() - quarter..]);
    let mut told = Vec::new();
    for (what, of, slack) in [
        ("KiB resident", (|usage: &Usage| usage.resident / 1024) as fn(&Usage) -> u64, RESIDENT_SLACK / 1024),
        ("threads", |usage| usage.threads, 2),
        ("descriptors", |usage| usage.descriptors, DESCRIPTOR_SLACK),
    ] {
        let (before, after) = (median(second, of), median(last, of));
        let most = before + (before / 10).max(slack);
        ensure!(after <= most, "{what} grow from {before} to {after}, and {most} would be flat: {samples:?}");
        told.push(format!("{before} {what} in the second quarter and {after} in the last"));
    }
    Ok(told.join(", "))
}

fn median(samples: &[Usage], of: fn(&Usage) -> u64) -> u64 {
    let mut values: Vec<u64> = samples.iter().map(of).collect();
    values.sort_unstable();
    values[values.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(resident_mib: impl Fn(u64) -> u64) -> Vec<Usage> {
        let usage = |at| Usage { resident: resident_mib(at) << 20, threads: 9, descriptors: 40 };
        (0..40).map(usage).collect()
    }

    #[test]
    fn what_goes_up_and_down_is_flat_and_what_only_goes_up_is_not() {
        assert!(judge(&samples(|at| 100 + at % 7)).is_ok());
        assert!(judge(&samples(|at| if at < 10 { at * 10 } else { 100 })).is_ok(), "to begin with, everything grows");
        assert!(judge(&samples(|at| 100 + at * 2)).is_err());
    }
}
