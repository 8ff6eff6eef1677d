//! Looks for secrets where none may be: in every answer that a test receives and in every line that its server logs.
//! Knows which answers create a secret, and remembers, server by server, each secret that was sent or given.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use data_encoding::BASE64;
use serde_json::Value;

use super::http::{Answer, Request};

/// The only places where an answer holds a secret: the operation and the member of its body.
pub(crate) const CREATED: [(&str, &str); 7] = [
    ("ResetPassword", "password"),
    ("CreateServiceAccountKey", "key"),
    ("login", "token"),
    ("refresh-token", "token"),
    ("create-api-key", "key"),
    ("createUserKey", "key"),
    ("createAdministrator", "key"),
];
/// The only headers of an answer that hold a secret: the operation, the header, and what stands before the secret.
const CREATED_IN_HEADERS: [(&str, &str, &str); 1] = [("login", "location", "/sso/token#")];
/// Serves the contract, whose examples look like secrets.
const CONTRACT: &str = "getContract";
/// Sends the hashes of passwords where it is asked to: on each line, in this member.
const EXPORTED: (&str, &str, &str) = ("exportUsers", "passwordHashes=true", "passwordHash");
/// Members of a body that a client sends a secret in.
const SENT: [&str; 6] = ["password", "currentPassword", "newPassword", "credential", "token", "passwordHash"];
/// What password hashes begin with.
const HASHES: [&str; 8] = ["$argon2", "$scrypt$", "$pbkdf2", "$2a$", "$2b$", "$2x$", "$2y$", "$s0$"];
/// What keys and the tokens of sessions begin with.
const TOKENS: [&str; 2] = ["rk_", "rs_"];
const TOKEN_ID_CHARS: usize = 20;
const TOKEN_SECRET_CHARS: usize = 43;
/// A text that is shorter than this, or a word of the contract, also stands where nobody has put it.
const SECRET_CHARS_MIN: usize = 8;

/// The secrets that each server has been sent or has given.
static KNOWN: LazyLock<Mutex<BTreeMap<SocketAddr, BTreeSet<String>>>> = LazyLock::new(Mutex::default);

fn known() -> MutexGuard<'static, BTreeMap<SocketAddr, BTreeSet<String>>> {
    // A test that failed while it held the lock has left whole values.
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Forgets what a server that had this address before was sent: ports come back.
pub(crate) fn begin(server: SocketAddr) {
    known().insert(server, BTreeSet::new());
}

/// Remembers the secrets of a request that is about to be sent.
pub(crate) fn note_request(server: SocketAddr, request: &Request) {
    note(server, secrets_of(request));
}

/// Remembers the secrets of a command's or another client's own.
pub(crate) fn note(server: SocketAddr, secrets: impl IntoIterator<Item = String>) {
    let is_told_apart =
        |secret: &String| secret.chars().count() >= SECRET_CHARS_MIN && !SENT.contains(&secret.as_str());
    let kept = secrets.into_iter().filter(is_told_apart);
    known().entry(server).or_default().extend(kept);
}

/// Fails the test if an answer holds a secret that it may not hold.
pub(crate) fn check_answer(server: SocketAddr, request: &Request, answer: &Answer) {
    let operation = operation(request.method(), request.target());
    let exported = without_exported(operation.unwrap_or_default(), request, answer);
    let (text, created) = without_created(operation.unwrap_or_default(), &exported);
    let leak = if operation == Some(CONTRACT) {
        find_known(server, &text)
    } else {
        find_secret(&text).or_else(|| find_known(server, &text))
    };
    if let Some(leak) = leak {
        panic!("an answer to {} {} holds {leak}: {text}", request.method(), request.target());
    }
    note(server, created);
}

/// What a line of the log holds that it may not hold.
pub(crate) fn find_in_log(server: Option<SocketAddr>, line: &str) -> Option<String> {
    let leak = find_secret(line).or_else(|| find_known(server?, line));
    leak.map(|leak| format!("a line of the log holds {leak}: {line}"))
}

/// A hash or a token in `text`, whoever's it is.
pub(crate) fn find_secret(text: &str) -> Option<&'static str> {
    if HASHES.iter().any(|hash| text.contains(hash)) {
        return Some("the hash of a password");
    }
    TOKENS
        .iter()
        .any(|mark| text.match_indices(mark).any(|(at, _)| is_token(&text[at + mark.len()..])))
        .then_some("a key or a session's token")
}

fn is_token(rest: &str) -> bool {
    let rest = rest.as_bytes();
    let is_of = |bytes: Option<&[u8]>, fits: fn(&u8) -> bool| bytes.is_some_and(|bytes| bytes.iter().all(fits));
    let secret = TOKEN_ID_CHARS + 1..TOKEN_ID_CHARS + 1 + TOKEN_SECRET_CHARS;
    is_of(rest.get(..TOKEN_ID_CHARS), u8::is_ascii_alphanumeric)
        && rest.get(TOKEN_ID_CHARS) == Some(&b'_')
        && is_of(rest.get(secret), |byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte))
}

fn find_known(server: SocketAddr, text: &str) -> Option<&'static str> {
    let known = known();
    let mut secrets = known.get(&server)?.iter();
    secrets.any(|secret| text.contains(secret.as_str())).then_some("a secret that was sent or given before")
}

/// The answer without the hashes that it was asked to send.
fn without_exported(operation: &str, request: &Request, answer: &Answer) -> Answer {
    let (of, asked, member) = EXPORTED;
    let mut shown = answer.clone();
    if operation == of && request.target().contains(asked) {
        let body = String::from_utf8_lossy(&answer.body);
        let lines = body.lines().map(|line| {
            let mut user: Value = serde_json::from_str(line).unwrap_or_default();
            if let Some(hash) = user.get_mut(member) {
                *hash = "***".into();
            }
            user.to_string() + "\n"
        });
        shown.body = lines.collect::<String>().into_bytes();
    }
    shown
}

/// The head and the body of an answer as one text, without the secrets that it was asked to create, and those.
fn without_created(operation: &str, answer: &Answer) -> (String, Vec<String>) {
    let mut created = Vec::new();
    let mut text = String::new();
    for (name, value) in &answer.headers {
        let allowed =
            CREATED_IN_HEADERS.iter().find(|(of, header, _)| *of == operation && name.eq_ignore_ascii_case(header));
        let secret = allowed.and_then(|(_, _, before)| value.split_once(before)?.1.split(['?', '&']).next());
        let shown = secret.map_or(value.clone(), |secret| value.replace(secret, "***"));
        text.push_str(&format!("{name}: {shown}\n"));
        created.extend(secret.map(str::to_owned));
    }
    let mut body = String::from_utf8_lossy(&answer.body).into_owned();
    if (200..300).contains(&answer.status)
        && let Some((_, member)) = CREATED.iter().find(|(of, _)| *of == operation)
        && let Ok(json) = serde_json::from_slice::<Value>(&answer.body)
        && let Some(secret) = json[*member].as_str()
    {
        body = body.replacen(secret, "***", 1);
        created.push(secret.to_owned());
    }
    text.push_str(&body);
    (text, created)
}

/// The `operationId` that a request goes to, if to any.
fn operation(method: &str, target: &str) -> Option<&'static str> {
    let path = target.split('?').next().unwrap_or_default();
    let segments: Vec<&str> = path.split('/').collect();
    let fits = |template: &str| {
        let names: Vec<&str> = template.split('/').collect();
        names.len() == segments.len()
            && names.iter().zip(&segments).all(|(name, segment)| name.starts_with('{') || name == segment)
    };
    let candidates = roster::generated::server::operations()
        .filter(|operation| operation.method.eq_ignore_ascii_case(method) && fits(operation.path));
    // A literal segment goes before a variable one.
    candidates.min_by_key(|operation| operation.path.matches('{').count()).map(|operation| operation.id)
}

/// The credentials in the headers of a request and the secrets in its body.
fn secrets_of(request: &Request) -> Vec<String> {
    let mut secrets = Vec::new();
    for (name, value) in request.headers() {
        if !["authorization", "x-auth-token"].contains(&name.to_ascii_lowercase().as_str()) {
            continue;
        }
        let text = value.split_once(' ').map_or(value.as_str(), |(_, text)| text).trim();
        secrets.push(text.to_owned());
        let decoded = BASE64.decode(text.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        secrets.extend(decoded.and_then(|pair| Some(pair.split_once(':')?.1.to_owned())));
    }
    if let Ok(body) = serde_json::from_slice(request.content()) {
        collect_sent(&body, &mut secrets);
    }
    secrets
}

fn collect_sent(value: &Value, secrets: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if SENT.contains(&name.as_str()) => secrets.push(text.clone()),
                    other => collect_sent(other, secrets),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_sent(item, secrets)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TOKEN: &str = "rk_06DRTZFHR2DJFW53R5F0_u9f3mZr8kQ2xY7vT1nLw5sEb0cHd4aGj6iPoKtUyXeM";

    /// An address of the test's own: no server listens at this port.
    fn address(number: u8) -> SocketAddr {
        SocketAddr::from(([127, 9, 9, number], 1))
    }

    fn answer(status: u16, body: Value) -> Answer {
        Answer { status, headers: vec![("X-One".into(), "1".into())], body: body.to_string().into_bytes() }
    }

    fn is_refused(number: u8, request: &Request, answer: &Answer) -> bool {
        note_request(address(number), request);
        let check = || check_answer(address(number), request, answer);
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(check)).is_err()
    }

    #[test]
    fn hashes_and_tokens_are_found_wherever_they_stand() {
        for text in [
            format!("{{\"a\": [\"{TOKEN}\"]}}"),
            TOKEN.replace("rk_", "x: rs_"),
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA".into(),
            "{\"hash\": \"$2b$12$abcdefghijklmnopqrstuv\"}".into(),
        ] {
            assert!(find_secret(&text).is_some(), "{text}");
        }
        for text in ["rk_06DRTZFHR2DJFW53R5F0", "a rk_ b rs_", "costs $2 or $20", "06DRTZFHR2DJFW53R5F0", "rk_é"] {
            assert_eq!(find_secret(text), None, "{text}");
        }
    }

    #[test]
    fn a_secret_is_let_pass_where_it_is_created_and_never_again() {
        let create = Request::new("POST", "/roster/v1/users/ada/keys");
        let read = Request::new("GET", "/api/org/v1/me");
        assert!(!is_refused(1, &create, &answer(201, json!({"id": "x", "key": TOKEN}))));
        assert!(is_refused(1, &read, &answer(200, json!({"key": TOKEN}))));
        assert!(is_refused(1, &create, &answer(409, json!({"key": TOKEN}))));
        assert!(is_refused(1, &create, &answer(201, json!({"key": TOKEN, "description": TOKEN}))));
        let reset = Request::new("POST", "/api/org/v1/users/x/password/reset");
        assert!(!is_refused(1, &reset, &answer(200, json!({"password": "MFZWI3DPEB4XG53BOJWGK43T"}))));
        assert!(is_refused(1, &read, &answer(200, json!({"a": "MFZWI3DPEB4XG53BOJWGK43T"}))));
    }

    #[test]
    fn what_was_presented_or_sent_does_not_come_back_in_answer_or_log() {
        let basic = format!("Basic {}", BASE64.encode(b"ada:a long passphrase"));
        let body = json!({"security": {"password": "correct horse"}});
        let sent = Request::new("PATCH", "/api/v1/user").header("authorization", &basic).json(&body);
        for echoed in ["a long passphrase", "correct horse", &basic] {
            assert!(is_refused(2, &sent, &answer(400, json!({"message": echoed}))), "{echoed}");
            assert!(find_in_log(Some(address(2)), &format!("refused {echoed}")).is_some(), "{echoed}");
        }
        assert!(!is_refused(2, &sent, &answer(200, json!({"user_name": "ada"}))));
        assert!(is_refused(
            2,
            &sent,
            &Answer { headers: vec![("Location".into(), "/?p=correct horse".into())], ..answer(302, json!({})) }
        ));
        begin(address(2));
        assert_eq!(find_in_log(Some(address(2)), "correct horse"), None, "another server with this address");
    }

    #[test]
    fn the_list_of_operations_that_create_secrets_is_that_of_the_contract() {
        let contract: Value = serde_json::from_str(include_str!("../../generated/openapi.json")).expect("it is JSON");
        let found: BTreeSet<(String, String)> = created_by_contract(&contract).into_iter().collect();
        let listed = CREATED.map(|(operation, member)| (operation.to_owned(), member.to_owned()));
        assert_eq!(found, BTreeSet::from(listed));
    }

    /// Each operation with a member of a successful answer that is a secret. Elastic has one schema for a key that is made and
    /// for one that is read, so an operation that only reads creates none, whatever its schema has.
    fn created_by_contract(contract: &Value) -> Vec<(String, String)> {
        let at = |value: &Value| {
            let reference = value["$ref"].as_str().map(|reference| reference.trim_start_matches('#'));
            reference.map_or(value.clone(), |pointer| contract.pointer(pointer).cloned().unwrap_or_default())
        };
        let mut found = Vec::new();
        let paths = contract["paths"].as_object().into_iter().flatten();
        let operations = paths.flat_map(|(_, path)| path.as_object().into_iter().flatten());
        for (_, operation) in operations.filter(|(method, _)| *method != "get") {
            let responses = operation["responses"].as_object().into_iter().flatten();
            for (_, response) in responses.filter(|(status, _)| status.starts_with('2')) {
                let content = at(response)["content"].as_object().cloned().unwrap_or_default();
                for media in content.values() {
                    let schema = at(&media["schema"]);
                    let members = schema["properties"].as_object().into_iter().flatten();
                    let secret = members.filter(|(_, member)| member["format"] == "password");
                    let id = operation["operationId"].as_str().unwrap_or_default();
                    found.extend(secret.map(|(name, _)| (id.to_owned(), name.clone())));
                }
            }
        }
        found
    }
}
