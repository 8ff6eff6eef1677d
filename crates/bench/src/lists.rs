//! What the server's memory peaks at while it answers with everybody: each dialect's lists, searches and exports, over
//! directories of growing size. A list that is held before it is sent would show as a peak that grows with the directory.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bulk::{self, Bulk};
use crate::directory::seed::{self, SEEDED_DOMAIN};
use crate::load::{self, Load};
use crate::machine::Machine;
use crate::markdown::render_table;
use crate::process_usage::{self, Memory};
use crate::requests::{RequestMaker, Values};
use crate::server_process::ServerProcess;

/// How many users a page of a search has.
const PAGE: usize = 1000;
/// How many users are seeded at once.
const SEED_STEP: usize = 10_000;

/// One list, search or export.
struct List {
    name: &'static str,
    method: &'static str,
    /// `{users}` is how many there are; `{beyond}` how many come before the last page.
    path: &'static str,
    body: &'static str,
    /// What stands in each row once.
    mark: &'static str,
    rows: Rows,
}

/// How much of the directory one answer has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    /// Everybody.
    All,
    /// The last page.
    LastPage,
    /// A page, whose marker leads to the next one; all pages are read.
    Pages,
}

const LISTS: &[List] = &[
    list("elastic get-users", "/api/v1/users?include_disabled=true", SEEDED_DOMAIN),
    list("elastic get-users-api-keys", "/api/v1/users/auth/keys/_all", "\"user_id\""),
    list("wavefront getAllUsers", "/api/v2/user", SEEDED_DOMAIN),
    List {
        method: "POST",
        body: r#"{"query":[{"key":"identifier","value":"bench"}],"offset":{beyond},"limit":1000,"sort":{"field":"identifier","ascending":true}}"#,
        mark: "\"customer\"",
        rows: Rows::LastPage,
        ..list("wavefront searchUserEntities, last page", "/api/v2/search/user", "")
    },
    list("frontier ListUsers, one page", "/v1beta1/users?page_size={users}&keyword=bench", SEEDED_DOMAIN),
    List {
        method: "POST",
        body: r#"{"filters":[{"name":"email","operator":"like","string_value":"%bench%"}],"sort":[{"name":"title","order":"desc"}],"group_by":["state"]}"#,
        ..list("frontier SearchUsers, filtered, sorted, without a limit", "/v1beta1/admin/users/search", SEEDED_DOMAIN)
    },
    list("frontier ExportUsers", "/v1beta1/admin/users/export", SEEDED_DOMAIN),
    List { rows: Rows::Pages, ..list("lakesail ListUsers, all pages", "/api/org/v1/users?limit=100", SEEDED_DOMAIN) },
];

/// A `GET` that answers with everybody.
const fn list(name: &'static str, path: &'static str, mark: &'static str) -> List {
    List { name, method: "GET", path, body: "", mark, rows: Rows::All }
}

/// What one list took at one size of the directory.
struct Figures {
    list: usize,
    users: usize,
    rows: u64,
    body_bytes: u64,
    elapsed: Duration,
    /// The server's highest resident memory meanwhile.
    peak_bytes: u64,
}

/// Grows the directory from size to size and asks for every list at each; fails where a row is missing, and where a
/// peak grows by more than `growth_bytes_max` from the first size to the last.
pub(crate) fn measure(
    binary: &Path,
    data_dir: &Path,
    sizes: &[usize],
    growth_bytes_max: Option<u64>,
) -> Result<String> {
    ensure!(sizes.is_sorted() && sizes.first().is_some_and(|size| *size >= PAGE), "sizes must grow from {PAGE} on");
    let mut server = ServerProcess::start(binary, data_dir)?;
    let values = Values::default().with("admin", server.admin_key.clone());
    let mut requests = RequestMaker::new(server.address, values, 1, 0);
    let load = Load { address: server.address, connections: crate::SEED_CONNECTIONS, threads: 1 };
    let mut seeded = 0;
    let (mut all, mut resting) = (Vec::new(), Vec::new());
    for size in sizes {
        eprintln!("seeding {size} users, each with a key");
        while seeded < *size {
            let until = (seeded + SEED_STEP).min(*size);
            seed::fill_with_keys(load, &mut requests, seeded..until)?;
            seeded = until;
        }
        // Caches fill up to limits of their own, which is not what is measured.
        for (index, _) in LISTS.iter().enumerate() {
            ask(&server, index, *size)?;
        }
        resting.push(Memory::of(server.pid())?.resident);
        for (index, list) in LISTS.iter().enumerate() {
            let figures = ask(&server, index, *size).with_context(|| list.name)?;
            eprintln!("{} of {size}: peak {:.1} MB", list.name, megabytes(figures.peak_bytes));
            all.push(figures);
        }
    }
    server.stop()?;
    if let Some(max) = growth_bytes_max {
        check_growth(&all, max)?;
    }
    Ok(to_markdown(&all, sizes, &resting))
}

fn ask(server: &ServerProcess, index: usize, users: usize) -> Result<Figures> {
    let list = LISTS.get(index).context("the list is one of them")?;
    process_usage::reset_peak(server.pid())?;
    let Bulk { body_bytes, found, elapsed } = match list.rows {
        Rows::Pages => read_pages(server, list)?,
        _ => bulk::read(server.address, &request(server, list, users, list.path), list.mark)?,
    };
    let peak_bytes = Memory::of(server.pid())?.peak;
    let expected = if list.rows == Rows::LastPage { PAGE } else { users };
    ensure!(found == expected as u64, "{} answered {found} rows of {expected}", list.name);
    Ok(Figures { list: index, users, rows: found, body_bytes, elapsed, peak_bytes })
}

/// Follows the markers to the last page.
fn read_pages(server: &ServerProcess, list: &List) -> Result<Bulk> {
    let mut whole = Bulk { body_bytes: 0, found: 0, elapsed: Duration::ZERO };
    let mut path = list.path.to_owned();
    loop {
        let sent = std::time::Instant::now();
        let (status, body) = load::fetch(server.address, request(server, list, 0, &path).as_bytes())?;
        ensure!(status == 200, "a page was answered with {status}");
        whole.elapsed += sent.elapsed();
        whole.body_bytes += body.len() as u64;
        let page: Value = serde_json::from_slice(&body).context("a page is not JSON")?;
        whole.found += String::from_utf8_lossy(&body).matches(list.mark).count() as u64;
        match page.get("marker").and_then(Value::as_str) {
            Some(marker) => path = format!("{}&marker={marker}", list.path),
            None => return Ok(whole),
        }
    }
}

fn request(server: &ServerProcess, list: &List, users: usize, path: &str) -> String {
    let fill = |text: &str| {
        let beyond = users.saturating_sub(PAGE);
        text.replace("{users}", &users.to_string()).replace("{beyond}", &beyond.to_string())
    };
    let (path, body) = (fill(path), fill(list.body));
    let (host, key, length): (SocketAddr, _, _) = (server.address, &server.admin_key, body.len());
    let content = if body.is_empty() {
        String::new()
    } else {
        format!("content-type: application/json\r\ncontent-length: {length}\r\n")
    };
    let method = list.method;
    format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {key}\r\n{content}\r\n{body}")
}

fn check_growth(all: &[Figures], max: u64) -> Result<()> {
    for (index, list) in LISTS.iter().enumerate() {
        let mut of_list = all.iter().filter(|figures| figures.list == index).map(|figures| figures.peak_bytes);
        let (first, last) = (of_list.next().unwrap_or(0), of_list.next_back().unwrap_or(0));
        let growth = last.saturating_sub(first);
        ensure!(growth <= max, "the peak of {} grew by {:.1} MB", list.name, megabytes(growth));
    }
    Ok(())
}

fn to_markdown(all: &[Figures], sizes: &[usize], resting: &[u64]) -> String {
    let mut header = vec!["list, search or export".to_owned()];
    for size in sizes {
        header.extend([format!("rows of {size}"), "MB sent".to_owned(), "s".to_owned(), "peak RSS MB".to_owned()]);
    }
    let mut at_rest = vec!["(none, before the first)".to_owned()];
    for bytes in resting {
        at_rest.extend([String::new(), String::new(), String::new(), format!("{:.1}", megabytes(*bytes))]);
    }
    let rows = LISTS.iter().enumerate().map(|(index, list)| {
        let mut cells = vec![list.name.to_owned()];
        for size in sizes {
            let found = all.iter().find(|figures| figures.list == index && figures.users == *size);
            cells.extend(found.map_or_else(Default::default, |figures| {
                let (seconds, sent) = (figures.elapsed.as_secs_f64(), megabytes(figures.body_bytes));
                let peak = megabytes(figures.peak_bytes);
                [figures.rows.to_string(), format!("{sent:.1}"), format!("{seconds:.2}"), format!("{peak:.1}")]
            }));
        }
        cells
    });
    format!(
        "Machine: {}.\n\n{}",
        Machine::read(),
        render_table(&header, std::iter::once(at_rest).chain(rows).collect())
    )
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_its_own_name_and_a_body_that_is_json() {
        for (index, list) in LISTS.iter().enumerate() {
            assert!(LISTS[..index].iter().all(|other| other.name != list.name), "{}", list.name);
            let body = list.body.replace("{beyond}", "0");
            assert!(body.is_empty() || serde_json::from_str::<Value>(&body).is_ok(), "{}", list.name);
            assert!(!list.mark.is_empty(), "{}", list.name);
        }
    }

    #[test]
    fn a_peak_that_grows_too_much_is_named() {
        let figures = |users, peak_bytes| {
            let elapsed = Duration::ZERO;
            Figures { list: 1, users, rows: 0, body_bytes: 0, elapsed, peak_bytes }
        };
        let all = [figures(1000, 30_000_000), figures(2000, 90_000_000), figures(3000, 40_000_000)];
        assert!(check_growth(&all, 10_000_000).is_ok());
        let error = check_growth(&all, 9_000_000).expect_err("it grew by 10 MB");
        assert!(error.to_string().contains("get-users-api-keys grew by 10.0 MB"), "{error}");
    }
}
