//! Random searches, filters, sort orders and cursors (SECURITY-TESTS 8 and 9), close to what is valid and far from it, to every
//! operation that takes some: each is answered, none by a failure of the server, and none changes anything.
//! `ROSTER_FUZZ_REQUESTS=200000 cargo test --release --test roster fuzz` sends that many.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::ADMIN_KEY;

/// How many requests are sent unless the variable says otherwise.
const REQUESTS_DEFAULT: usize = 600;
/// How many requests one world answers before another takes its place.
const REQUESTS_OF_A_WORLD: usize = 5000;

/// Texts that mean something to a database, a pattern, a parser or a terminal.
const SHARP: [&str; 15] = [
    "' OR '1'='1",
    "\"; DROP TABLE users; --",
    "%",
    "_",
    "\\",
    "a\\%",
    "\u{0}",
    "\u{202e}",
    "\u{1f468}\u{200d}\u{1f469}",
    "1e309",
    "-1",
    "9223372036854775808",
    "NaN",
    "2026-01-01T00:00:00Z",
    "{{7*7}}",
];
const NAMES: [&str; 14] = [
    "id",
    "name",
    "email",
    "title",
    "state",
    "created_at",
    "metadata",
    "identifier",
    "freetext",
    "roles",
    "lastLogin",
    "password_hash",
    "organization",
    "",
];
const OPERATORS: [&str; 12] =
    ["eq", "neq", "like", "notlike", "in", "notin", "gt", "lte", "empty", "CONTAINS", "EXACT", "regexp"];
const SEARCHES: [&str; 4] =
    ["/v1beta1/admin/users/search", "/api/v2/search/user", "/api/v2/search/usergroup", "/api/v2/search/role"];
/// Lists, each with the parameters that say where it begins and what is in it.
const LISTS: [(&str, &[&str]); 7] = [
    ("/api/org/v1/users", &["marker", "limit"]),
    ("/api/org/v1/service-accounts", &["marker", "limit"]),
    ("/v1beta1/users", &["page_size", "page_num", "keyword", "org_id", "group_id", "state"]),
    ("/v1beta1/admin/users", &["page_size", "page_num", "keyword"]),
    ("/api/v2/usergroup", &["offset", "limit"]),
    ("/roster/v1/mail", &["cursor", "limit", "status"]),
    ("/roster/v1/audit", &["cursor", "limit", "actor", "action", "targetKind", "targetId", "from", "to", "order"]),
];

fn text() -> impl Strategy<Value = String> {
    let word = |words: &'static [&'static str]| select(words).prop_map(str::to_owned);
    prop_oneof![word(&SHARP), word(&NAMES), word(&OPERATORS), "[ -~]{0,12}", any::<String>(), Just("a".repeat(3000))]
}

/// Any JSON, not too deep.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(text(), inner, 0..4).prop_map(|members| json!(members)),
        ]
    })
}

/// An object of which each member is there or not, and seldom of the right type.
fn object(members: &'static [(&'static str, bool)]) -> impl Strategy<Value = Value> {
    let member = |(name, is_text): &(&'static str, bool)| {
        let name = *name;
        let likely =
            if *is_text { text().prop_map(Value::from).boxed() } else { (-2..2000_i64).prop_map(Value::from).boxed() };
        let value = prop_oneof![8 => likely, 2 => value()];
        prop::option::of(value).prop_map(move |value| value.map(|value| (name, value)))
    };
    let all: Vec<_> = members.iter().map(member).collect();
    all.prop_map(|members| members.into_iter().flatten().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn search() -> impl Strategy<Value = Value> {
    let filter = object(&[("name", true), ("operator", true), ("string_value", true), ("number_value", false)]);
    let sort = object(&[("name", true), ("order", true)]);
    let query = object(&[("key", true), ("value", true), ("matchingMethod", true), ("start", false), ("end", false)]);
    let order = object(&[("field", true), ("ascending", false)]);
    let page = object(&[("offset", false), ("limit", false), ("search", true)]);
    let lists =
        (prop::collection::vec(filter, 0..4), prop::collection::vec(sort, 0..3), prop::collection::vec(query, 0..4));
    let body = (lists, order, page).prop_map(|((filters, sorts, queries), order, mut body)| {
        body["filters"] = filters.into();
        body["query"] = queries.into();
        body["sort"] = if sorts.len().is_multiple_of(2) { sorts.into() } else { order };
        body
    });
    prop_oneof![8 => body, 1 => value()]
}

fn request() -> impl Strategy<Value = Request> {
    let search = (select(&SEARCHES[..]), search()).prop_map(|(target, body)| Request::new("POST", target).json(&body));
    let list = (select(&LISTS[..]), prop::collection::vec((any::<prop::sample::Index>(), text()), 0..4));
    let list = list.prop_map(|((target, parameters), said)| {
        let pair = |(index, text): &(prop::sample::Index, String)| {
            format!("{}={}", parameters[index.index(parameters.len())], utf8_percent_encode(text, NON_ALPHANUMERIC))
        };
        Request::new("GET", &format!("{target}?{}", said.iter().map(pair).collect::<Vec<_>>().join("&")))
    });
    prop_oneof![search, list]
}

/// A world in which there is somebody to be found.
fn world() -> World {
    let world = World::open();
    for name in ["ada", "bob", "eve"] {
        let user = json!({
            "user_name": name, "email": format!("{name}@example.org"), "full_name": "100% \\_ o'clock",
            "security": {"roles": ["ece_deployment_viewer"]},
        });
        let created = world.send(&Request::new("POST", "/api/v1/users").bearer(ADMIN_KEY).json(&user));
        assert_eq!(created.status, 200, "{}", created.text());
    }
    world
}

fn state(world: &World) -> [Value; 2] {
    ["/api/v1/users", "/roster/v1/audit?limit=1000"]
        .map(|target| world.send(&Request::new("GET", target).bearer(ADMIN_KEY)).json())
}

#[test]
fn no_search_filter_sort_or_cursor_fails_the_server_or_changes_anything() {
    let wanted = std::env::var("ROSTER_FUZZ_REQUESTS").ok();
    let requests = wanted.map_or(REQUESTS_DEFAULT, |text| text.parse().expect("ROSTER_FUZZ_REQUESTS is a number"));
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let strategy = request();
    let (mut found, mut refused) = (0, 0);
    let mut left = requests;
    while left > 0 {
        let world = world();
        let before = state(&world);
        for _ in 0..left.min(REQUESTS_OF_A_WORLD) {
            let request = strategy.new_tree(&mut runner).expect("nothing is filtered").current().bearer(ADMIN_KEY);
            let answer = world.send(&request);
            let told = String::from_utf8_lossy(request.content()).into_owned();
            assert!(answer.status < 500, "{} {told}: {}", request.target(), answer.text());
            *if answer.status < 300 { &mut found } else { &mut refused } += 1;
        }
        assert_eq!(state(&world), before);
        left = left.saturating_sub(REQUESTS_OF_A_WORLD);
    }
    println!("{requests} requests: {found} answered, {refused} refused");
    assert!(found * 20 > requests && refused * 20 > requests, "{found} answered, {refused} refused");
}

#[test]
fn a_cursor_that_was_changed_anywhere_is_refused() {
    let world = world();
    let get = |target: &str| world.send(&Request::new("GET", target).bearer(ADMIN_KEY));
    for (list, parameter, pointer) in
        [("/api/org/v1/users?limit=1", "marker", "/marker"), ("/roster/v1/audit?limit=1", "cursor", "/next")]
    {
        let page = get(list).json();
        let cursor = page.pointer(pointer).and_then(Value::as_str).expect("there is more").to_owned();
        assert_eq!(get(&format!("{list}&{parameter}={cursor}")).status, 200);
        for (at, letter) in cursor.char_indices() {
            let other = if letter == 'A' { 'B' } else { 'A' };
            let changed = format!("{}{other}{}", &cursor[..at], &cursor[at + 1..]);
            let answer = get(&format!("{list}&{parameter}={changed}"));
            assert_eq!(answer.status, 400, "{at}: {}", answer.text());
        }
        assert_eq!(get(&format!("{list}&{parameter}={}", &cursor[1..])).status, 400);
    }
}
