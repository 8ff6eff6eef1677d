//! The matrix: every operation of the contract, done by everybody, to every kind of target. What is expected of each cell is
//! computed from two tables, who may do what (`actors.rs`) and what an operation is done to (`rows.rs`), in which an operation
//! or an action that has no row fails. Row 1 of the ten ways in which a user API fails.

mod actors;
mod conditions;
mod fixture;
mod rows;
mod served_table;
mod targets;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use roster::config::{Flags, ThrottleFlags};
use roster::generated;
use specgen_runtime::Operation;

use crate::support::http::{Answer, Request};
use crate::support::server::{READONLY_KEY, TestServer};
use actors::Actor;
use fixture::{Account, Populated};
use rows::{GIVING, Noun, ROWS, Row, Variant};
use targets::{Maker, Names};

/// The dialects that have a test below.
const MODULES: [&str; 5] = ["lakesail", "elastic", "frontier", "wavefront", "roster"];

/// The codes with which elastic refuses by 400 what is forbidden.
pub(crate) const FORBIDDEN_CODES: [&str; 5] = [
    "user.cannot_modify",
    "user.cannot_modify_external",
    "user.restricted_field",
    "user.restricted_deletion",
    "user.roles.forbidden",
];

/// What is expected of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is the same for everybody, whatever they come with.
    Same,
    Unauthenticated,
    Refused,
    /// As if the object did not exist.
    Absent,
    Done,
}

/// What is expected where somebody does this to such a target.
fn expected(row: &Row, action: Option<&str>, actor: Actor, variant: Variant) -> Verdict {
    let Some(action) = action.filter(|_| row.noun != Noun::Open) else { return Verdict::Same };
    if !actor.is_let_in() {
        return Verdict::Unauthenticated;
    }
    let is_of_elsewhere = actor == Actor::ElsewhereAdmin;
    let is_read = action.split(':').any(|part| part.starts_with("read"));
    let has_all_else = row.also.iter().all(|action| actor.may(action));
    let may = match (row.noun, variant) {
        _ if row.gives && !is_of_elsewhere => {
            let is_builtin = actor.is_builtin() && (row.noun == Noun::Oneself || variant == Variant::Own);
            actor.can_do_everything() && !is_builtin
        }
        (Noun::Session, _) => true,
        (Noun::Oneself, _) => actor.may(action) && (is_read || !actor.is_builtin()),
        (Noun::Collection | Noun::Tenant, _) => actor.may(action),
        _ if is_of_elsewhere => return Verdict::Absent,
        // Nobody deletes themselves.
        (_, Variant::Own) if action == "users:delete" => false,
        (_, Variant::Own) => actor.may_on_own_account(action) && (is_read || !actor.is_builtin()) && has_all_else,
        _ if row.only_own => false,
        (_, Variant::Other) => actor.may(action) && has_all_else,
        (_, Variant::Stronger) => actor.may(action) && (is_read || actor.can_do_everything()),
        (_, Variant::Builtin) => actor.may(action) && is_read,
    };
    if may { Verdict::Done } else { Verdict::Refused }
}

/// Whether there is such a cell.
fn has_cell(row: &Row, actor: Actor, variant: Variant) -> bool {
    let is_of_here = actor != Actor::ElsewhereAdmin;
    // On its own side of the wall an admin of elsewhere is but another admin, and has nothing of here to give.
    let has_own = actor.is_service() == (row.noun == Noun::Service) && is_of_here;
    let has_gift = is_of_here || !matches!(row.noun, Noun::Collection | Noun::Oneself);
    // Who is not let in is not asked what it is about.
    let is_asked = actor.is_let_in() || variant == Variant::Other && !row.gives;
    is_asked && (variant != Variant::Own || has_own) && (!row.gives || has_gift)
}

/// A server with everybody, what was made on it, and an eye on its store.
struct Matrix<'a> {
    server: SocketAddr,
    populated: &'a Populated,
    maker: Maker<'a>,
    targets: BTreeMap<String, Names>,
    spent_keys: BTreeMap<String, usize>,
    spent_sessions: BTreeMap<String, usize>,
    store: rusqlite::Connection,
    wrong: Vec<String>,
}

impl Matrix<'_> {
    fn check_operation(&mut self, operation: &Operation) {
        let rows = ROWS.iter().chain(GIVING).filter(|row| row.operation == operation.id);
        for row in rows {
            self.check_row(operation, row);
        }
    }

    fn check_row(&mut self, operation: &Operation, row: &Row) {
        for &variant in row.variants {
            for actor in Actor::ALL.into_iter().filter(|actor| has_cell(row, *actor, variant)) {
                self.check_cell(operation, row, actor, variant);
            }
        }
    }

    fn check_cell(&mut self, operation: &Operation, row: &Row, actor: Actor, variant: Variant) {
        let mut names = self.names(row.noun, actor, variant);
        if row.gives {
            names.insert("permission", "agent_management".to_owned());
        }
        let credential = self.credential(row.noun, actor);
        let before = self.store_version();
        let answer = request(operation, row, &names, credential.as_deref()).send(self.server);
        let is_unchanged = before == self.store_version();
        let verdict = expected(row, operation.action, actor, variant);
        let is_excused = row.not_done.iter().any(|(status, _)| *status == answer.status);
        let complaint = match verdict {
            Verdict::Same => {
                let other = request(operation, row, &names, None).send(self.server);
                let is_same = (answer.status, &answer.body) == (other.status, &other.body);
                (!is_same || !is_unchanged).then_some("depends on who asks")
            }
            Verdict::Unauthenticated if answer.status != 401 => Some("is not 401"),
            Verdict::Refused if !(is_refusal(&answer) || row.gives && is_excused) => Some("is not refused"),
            Verdict::Unauthenticated | Verdict::Refused => (!is_unchanged).then_some("changed something"),
            Verdict::Absent => {
                let mut absent = self.maker.absent();
                for same in ["unique", "permission"] {
                    absent.insert(same, names[same].clone());
                }
                let other = request(operation, row, &absent, credential.as_deref()).send(self.server);
                let is_same = answer.status == other.status && shape(&answer, &names) == shape(&other, &absent);
                let is_unchanged = before == self.store_version();
                (!is_same || !is_unchanged).then_some("is not as if it did not exist")
            }
            Verdict::Done => self.complain_of_done(actor, &answer, is_excused),
        };
        if let Some(complaint) = complaint {
            let Answer { status, .. } = answer;
            self.wrong.push(format!(
                "{} by {actor:?} on {variant:?}: {verdict:?} is expected, {complaint}: {status} {}",
                operation.id,
                answer.text().chars().take(300).collect::<String>(),
            ));
        }
        if before != self.store_version() {
            self.targets.retain(|_, kept| kept.get("unique") != names.get("unique"));
        }
    }

    /// What is wrong with an answer to somebody who may do it.
    fn complain_of_done(&self, actor: Actor, answer: &Answer, is_excused: bool) -> Option<&'static str> {
        if is_refusal(answer) || !(200..300).contains(&answer.status) && !is_excused {
            return Some("is not done");
        }
        let known = self.populated.account(Actor::Plain);
        let known = [&known.username, &known.identifier, &known.id.to_base32(), &known.id.to_uuid()];
        let text = answer.text();
        let is_seen = known.iter().any(|name| text.contains(name.as_str()));
        (actor == Actor::ElsewhereAdmin && is_seen).then_some("shows another organization")
    }

    /// The names of what it is done to, of which a request may use each.
    fn names(&mut self, noun: Noun, actor: Actor, variant: Variant) -> Names {
        let is_builtin_user = variant == Variant::Builtin && noun == Noun::Person;
        let who = match (variant, noun) {
            (Variant::Own, _) | (_, Noun::Oneself | Noun::Session) => Some(actor),
            _ if is_builtin_user && actor == Actor::Admin => Some(Actor::Readonly),
            _ if is_builtin_user => Some(Actor::Admin),
            _ => None,
        };
        let maker = &self.maker;
        let kept = self.targets.entry(format!("{noun:?} {variant:?}")).or_insert_with(|| maker.make(noun, variant));
        let mut names = kept.clone();
        names.insert("unique", self.maker.unique());
        kept.insert("unique", names["unique"].clone());
        if let Some(who) = who {
            let account = self.populated.account(who);
            targets::name_user(&mut names, account.id, &account.username, &account.identifier);
            names.insert("key", self.spare_key(account));
        }
        names
    }

    fn spare_key(&mut self, account: &Account) -> String {
        let spent = self.spent_keys.entry(account.username.clone()).or_default();
        let key = account.spare_keys[*spent % account.spare_keys.len()];
        *spent += 1;
        key.to_base32()
    }

    fn credential(&mut self, noun: Noun, actor: Actor) -> Option<String> {
        let account = self.populated.account(actor);
        if noun != Noun::Session {
            return account.key.clone();
        }
        let spent = self.spent_sessions.entry(account.username.clone()).or_default();
        *spent += 1;
        account.sessions.get(*spent - 1).cloned()
    }

    /// A number that differs when anything was written meanwhile.
    fn store_version(&self) -> i64 {
        let version = self.store.query_row("PRAGMA data_version", [], |row| row.get(0));
        version.expect("the store can be read")
    }
}

fn request(operation: &Operation, row: &Row, names: &Names, credential: Option<&str>) -> Request {
    let segments = operation.path.split('/').map(|segment| {
        let parameter = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        parameter.map_or(segment.to_owned(), |name| names[targets::parameter(operation.module, name, row.noun)].clone())
    });
    let target = segments.collect::<Vec<_>>().join("/");
    let request = Request::new(operation.method, &target);
    let request = match credential {
        Some(key) => request.bearer(key),
        None => request,
    };
    let media_type = if row.is_form { "application/x-www-form-urlencoded" } else { "application/json" };
    match row.body {
        Some(body) => request.header("Content-Type", media_type).body(targets::fill(body, names)),
        None => request,
    }
}

/// The body of an answer without the names of what it is about, and of itself.
fn shape(answer: &Answer, names: &Names) -> String {
    let id = answer.header("x-request-id").expect("every answer has an id");
    targets::without_names(answer.text(), names).replace(id, "<request>")
}

fn is_refusal(answer: &Answer) -> bool {
    let codes = answer.header("x-cloud-error-codes").unwrap_or_default();
    matches!(answer.status, 401 | 403)
        || answer.status == 400 && codes.split(',').any(|code| FORBIDDEN_CODES.contains(&code.trim()))
        || answer.status == 400 && codes == "api_keys.invalid_input" && answer.text().contains("Built-in users have no")
}

/// A server with everybody on it, without limits on how often somebody is wrong.
fn start() -> (TestServer, Populated, rusqlite::Connection) {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut populated = fixture::populate(directory.path());
    let database = directory.path().join("roster.db");
    let throttle = ThrottleFlags {
        login_failures_max: Some(0),
        account_failures_max: Some(0),
        address_failures_max: Some(0),
        ..ThrottleFlags::default()
    };
    let server = TestServer::start_in(directory, Flags { throttle, ..Flags::default() });
    fixture::populate_elsewhere(server.address(), &mut populated);
    let store = rusqlite::Connection::open_with_flags(database, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY);
    (server, populated, store.expect("the database can be read"))
}

/// Checks every cell of a dialect: those that read first, while there is little to read.
fn check(module: &str) {
    let (server, populated, store) = start();
    let mut matrix = Matrix {
        server: server.address(),
        populated: &populated,
        maker: Maker::new(server.address(), &populated),
        targets: BTreeMap::new(),
        spent_keys: BTreeMap::new(),
        spent_sessions: BTreeMap::new(),
        store,
        wrong: Vec::new(),
    };
    let mut operations: Vec<&Operation> =
        generated::server::operations().filter(|operation| operation.module == module).collect();
    operations.sort_by_key(|operation| operation.method != "GET");
    assert!(!operations.is_empty(), "{module} has operations");
    for operation in operations {
        matrix.check_operation(operation);
    }
    assert!(matrix.wrong.is_empty(), "{} cells:\n{}", matrix.wrong.len(), matrix.wrong.join("\n"));
}

#[test]
fn every_cell_of_lakesail_is_as_expected() {
    check("lakesail");
}

#[test]
fn every_cell_of_elastic_is_as_expected() {
    check("elastic");
}

#[test]
fn every_cell_of_frontier_is_as_expected() {
    check("frontier");
}

#[test]
fn every_cell_of_wavefront_is_as_expected() {
    check("wavefront");
}

#[test]
fn every_cell_of_roster_is_as_expected() {
    check("roster");
}

#[test]
fn the_rows_are_the_operations_of_the_contract() {
    let operations: BTreeSet<_> = generated::server::operations().map(|operation| operation.id).collect();
    let rows: BTreeSet<_> = ROWS.iter().map(|row| row.operation).collect();
    assert_eq!(rows, operations);
    assert_eq!(rows.len(), ROWS.len(), "an operation has one row");
    let modules: BTreeSet<_> = generated::server::operations().map(|operation| operation.module).collect();
    assert_eq!(modules, MODULES.into_iter().collect(), "every dialect has a test");
}

/// What the built-in user `readonly` of Elastic Cloud Enterprise could write (ESA-2025-22).
#[test]
fn readonly_cannot_write_cve_2025_37736() {
    const WRITES: [&str; 9] = [
        "update-current-user",
        "create-user",
        "create-api-key",
        "delete-api-keys",
        "delete-users-api-keys",
        "delete-api-key",
        "delete-user-api-keys",
        "delete-user-api-key",
        "delete-user",
    ];
    let (server, populated, store) = start();
    let maker = Maker::new(server.address(), &populated);
    let readonly = populated.account(Actor::Readonly);
    let somebody = maker.make(Noun::Person, Variant::Other);
    let mut own = somebody.clone();
    targets::name_user(&mut own, readonly.id, &readonly.username, &readonly.identifier);
    own.insert("key", readonly.spare_keys[0].to_base32());
    let version =
        || -> i64 { store.query_row("PRAGMA data_version", [], |row| row.get(0)).expect("the store can be read") };
    let before = version();
    for operation in WRITES.into_iter().chain(["update-user"]) {
        let row = ROWS.iter().find(|row| row.operation == operation).expect("it has a row");
        let operation = generated::server::operations().find(|known| known.id == operation).expect("it is served");
        for names in [&somebody, &own] {
            let answer = request(operation, row, names, Some(READONLY_KEY)).send(server.address());
            assert_eq!(answer.status, 403, "{}: {}", operation.id, answer.text());
        }
    }
    assert_eq!(version(), before, "nothing was written");
}
