//! Sends portions and reads what became of them. A portion is sent until it is answered: under its name it is made once.
//! Must not know files.

use std::time::Duration;

use anyhow::{Context as _, bail};
use roster_client::types::{RosterImportReport, RosterProblem};
use roster_client::{Client, ClientInfo};

use super::portions::Portion;

/// Seconds that a server may be away or busy, all together for one portion, before the import is broken off.
const WAIT_S_MAX: u32 = 600;
/// Seconds between two attempts to reach it.
const ATTEMPT_S: u32 = 1;
/// Seconds that a portion may take: others may be before it.
const ANSWER_S_MAX: u64 = 300;

/// What became of a portion.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) created: u64,
    /// The lines that were refused, in their order, and why.
    pub(super) refused: Vec<(u64, String)>,
}

/// Sends a portion, without the rows that the server says are none.
///
/// # Errors
/// The server cannot be reached for long, or refuses the portion as a whole.
pub(super) async fn send(
    client: &Client,
    name: Option<&str>,
    is_trial: bool,
    portion: Portion,
) -> anyhow::Result<Outcome> {
    let (first, last) = portion.lines();
    let Portion { mut rows, mut refused, .. } = portion;
    let report = loop {
        if rows.is_empty() {
            break RosterImportReport { created: 0, refused: Vec::new() };
        }
        match ask(client, name, body(&rows, is_trial)).await? {
            Ok(report) => break report,
            Err(problem) => {
                let broken = broken_rows(&problem, rows.len());
                if broken.is_empty() {
                    bail!("the server refused the lines {first} to {last}: {}", problem.detail);
                }
                for (index, why) in broken.into_iter().rev() {
                    refused.push((rows.remove(index).0, why));
                }
            }
        }
    };
    for row in report.refused {
        let line = usize::try_from(row.index).ok().and_then(|index| rows.get(index));
        let (line, _) = line.context("the server refused a row that was not sent")?;
        let field = row.field.map(|field| format!("{field} ")).unwrap_or_default();
        refused.push((*line, format!("{field}{}", row.message)));
    }
    refused.sort();
    Ok(Outcome { created: u64::try_from(report.created)?, refused })
}

/// The request's body. Each row is sent as it stands in the file: what it says is the server's to read.
fn body(rows: &[(u64, String)], is_trial: bool) -> Vec<u8> {
    let mut body = format!(r#"{{"dryRun":{is_trial},"users":["#).into_bytes();
    for (index, (_, object)) in rows.iter().enumerate() {
        if index > 0 {
            body.push(b',');
        }
        body.extend_from_slice(object.as_bytes());
    }
    body.extend_from_slice(b"]}");
    body
}

/// The rows that break rules of the schema, in their order, each with the rules.
fn broken_rows(problem: &RosterProblem, count: usize) -> Vec<(usize, String)> {
    let mut broken: Vec<(usize, String)> = Vec::new();
    for violation in &problem.violations {
        let pointer = violation.pointer.as_deref().unwrap_or_default();
        let Some(rest) = pointer.strip_prefix("/users/") else { continue };
        let (index, member) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(index) = index.parse().ok().filter(|index| *index < count) else { continue };
        let member = if member.is_empty() { String::new() } else { format!("{member} ") };
        let why = format!("{member}{}", violation.message);
        match broken.iter_mut().find(|(known, _)| *known == index) {
            Some((_, all)) => *all += &format!("; {why}"),
            None => broken.push((index, why)),
        }
    }
    broken.sort();
    broken
}

/// Asks until there is an answer: the report, or what is wrong with the request.
async fn ask(
    client: &Client,
    name: Option<&str>,
    body: Vec<u8>,
) -> anyhow::Result<Result<RosterImportReport, RosterProblem>> {
    // The generated client would read every row into its own types first, for nothing.
    let url = format!("{}/roster/v1/import", client.baseurl());
    let mut waited_s = 0;
    loop {
        let mut request = client.client().post(&url).header("content-type", "application/json").body(body.clone());
        if let Some(name) = name {
            request = request.header("idempotency-key", name);
        }
        let answer = request.timeout(Duration::from_secs(ANSWER_S_MAX)).send().await;
        let wait_s = match answer {
            Ok(answer) => match answer.status().as_u16() {
                200 => match answer.bytes().await {
                    Ok(bytes) => {
                        return Ok(Ok(serde_json::from_slice(&bytes).context("the server's report is not JSON")?));
                    }
                    Err(_) => ATTEMPT_S,
                },
                429 | 503 => retry_after_s(&answer),
                400 => {
                    return Ok(Err(answer.json().await.context("the server cannot be understood")?));
                }
                status => return Err(refusal(status, answer).await),
            },
            Err(error) if waited_s >= WAIT_S_MAX => {
                return Err(error).context("the server cannot be reached; run the same command to go on later");
            }
            Err(_) => ATTEMPT_S,
        };
        if waited_s >= WAIT_S_MAX {
            bail!("the server is too busy; run the same command to go on later");
        }
        waited_s += wait_s;
        tokio::time::sleep(Duration::from_secs(wait_s.into())).await;
    }
}

fn retry_after_s(answer: &reqwest::Response) -> u32 {
    let value = answer.headers().get("retry-after").and_then(|value| value.to_str().ok());
    value.and_then(|text| text.parse().ok()).unwrap_or(ATTEMPT_S)
}

async fn refusal(status: u16, answer: reqwest::Response) -> anyhow::Error {
    match answer.json::<RosterProblem>().await {
        Ok(problem) => anyhow::anyhow!("the server refused: {}", problem.detail),
        Err(_) => anyhow::anyhow!("the server answered {status}"),
    }
}
