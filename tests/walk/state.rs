//! What is stored, as plain sets of texts: who has what and what gives what. It is read by SQL past every room of the
//! server, and says nothing of what anybody may do.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::rc::Rc;

use roster::domain::Id;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row};

/// Words, each once.
pub(super) type Words = BTreeSet<String>;

/// The edges of every organization.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) users: BTreeMap<Id, UserRow>,
    pub(super) groups: BTreeMap<Id, GroupRow>,
    pub(super) roles: BTreeMap<Id, RoleRow>,
    /// Each key that is shown, and whose it is.
    pub(super) keys: BTreeMap<Id, Id>,
    pub(super) metaschemas: Vec<Id>,
    pub(super) organizations: BTreeMap<Id, String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UserRow {
    pub(super) organization: Id,
    pub(super) username: String,
    pub(super) email: Option<String>,
    pub(super) is_service: bool,
    pub(super) is_builtin: bool,
    pub(super) is_active: bool,
    pub(super) permissions: Words,
    pub(super) roles: BTreeSet<Id>,
    pub(super) groups: BTreeSet<Id>,
    /// Differs when anything of its own does: its row, its password or its keys.
    pub(super) own: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GroupRow {
    pub(super) organization: Id,
    pub(super) name: String,
    pub(super) is_builtin: bool,
    pub(super) roles: BTreeSet<Id>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RoleRow {
    pub(super) organization: Id,
    pub(super) name: String,
    pub(super) is_builtin: bool,
    pub(super) actions: Words,
    pub(super) permissions: Words,
}

impl State {
    /// The organization whose people manage the others: the first that there was.
    pub(super) fn platform(&self) -> Option<Id> {
        self.organizations.keys().next().copied()
    }

    /// Who has this username.
    pub(super) fn named(&self, username: &str) -> Option<Id> {
        self.users.iter().find(|(_, user)| user.username == username).map(|(id, _)| *id)
    }
}

/// An eye on a store that somebody else writes to.
pub(super) struct Eye {
    store: Connection,
    seen: Option<(i64, Rc<State>)>,
}

impl Eye {
    pub(super) fn on(data_dir: &Path) -> Self {
        let opened = Connection::open_with_flags(data_dir.join("roster.db"), OpenFlags::SQLITE_OPEN_READ_ONLY);
        Self { store: opened.expect("the database can be read"), seen: None }
    }

    /// What is stored now: the same as before, and not read anew, if nothing was written.
    pub(super) fn look(&mut self) -> Rc<State> {
        let version = self.store.query_row("PRAGMA data_version", [], |row| row.get(0));
        let version: i64 = version.expect("the database can be read");
        match &self.seen {
            Some((seen, state)) if *seen == version => Rc::clone(state),
            _ => {
                let state = Rc::new(self.read().expect("the tables are as the walk knows them"));
                self.seen = Some((version, Rc::clone(&state)));
                state
            }
        }
    }

    fn read(&self) -> rusqlite::Result<State> {
        let mut state = State::default();
        self.each("SELECT id, name FROM organizations", |row| {
            state.organizations.insert(id(row, 0)?, row.get(1)?);
            Ok(())
        })?;
        self.each("SELECT id, organization, username, email, kind, builtin, status, * FROM users", |row| {
            let user = UserRow {
                organization: id(row, 1)?,
                username: row.get(2)?,
                email: row.get(3)?,
                is_service: row.get::<_, String>(4)? == "service",
                is_builtin: row.get(5)?,
                is_active: row.get::<_, String>(6)? == "active",
                permissions: Words::new(),
                roles: BTreeSet::new(),
                groups: BTreeSet::new(),
                own: fingerprint(row)?,
            };
            state.users.insert(id(row, 0)?, user);
            Ok(())
        })?;
        self.read_own(&mut state)?;
        self.read_givers(&mut state)?;
        self.each("SELECT id FROM metaschemas", |row| {
            state.metaschemas.push(id(row, 0)?);
            Ok(())
        })?;
        Ok(state)
    }

    fn read_own(&self, state: &mut State) -> rusqlite::Result<()> {
        let State { users, keys, .. } = state;
        let mut of = |user, change: &dyn Fn(&mut UserRow)| {
            if let Some(user) = users.get_mut(&user) {
                change(user);
            }
        };
        self.each("SELECT user, permission FROM user_permissions", |row| {
            let permission: String = row.get(1)?;
            of(id(row, 0)?, &|user| user.permissions.extend([permission.clone()]));
            Ok(())
        })?;
        self.each("SELECT user, role FROM user_roles", |row| {
            let role = id(row, 1)?;
            of(id(row, 0)?, &|user| user.roles.extend([role]));
            Ok(())
        })?;
        self.each("SELECT user, \"group\" FROM user_groups", |row| {
            let group = id(row, 1)?;
            of(id(row, 0)?, &|user| user.groups.extend([group]));
            Ok(())
        })?;
        self.each("SELECT user, phc FROM passwords", |row| {
            let print = fingerprint(row)?;
            of(id(row, 0)?, &|user| user.own = user.own.wrapping_add(print));
            Ok(())
        })?;
        self.each("SELECT user, id, bootstrap, session IS NULL, * FROM credentials", |row| {
            let (owner, print) = (id(row, 0)?, fingerprint(row)?);
            of(owner, &|user| user.own = user.own.wrapping_add(print));
            let is_shown = !row.get::<_, bool>(2)? && row.get::<_, bool>(3)?;
            if is_shown {
                keys.insert(id(row, 1)?, owner);
            }
            Ok(())
        })
    }

    fn read_givers(&self, state: &mut State) -> rusqlite::Result<()> {
        let words = |row: &Row<'_>, column| -> rusqlite::Result<Words> {
            Ok(row.get::<_, String>(column)?.split_whitespace().map(str::to_owned).collect())
        };
        self.each("SELECT id, organization, name, builtin, actions, permissions FROM roles", |row| {
            let role = RoleRow {
                organization: id(row, 1)?,
                name: row.get(2)?,
                is_builtin: row.get(3)?,
                actions: words(row, 4)?,
                permissions: words(row, 5)?,
            };
            state.roles.insert(id(row, 0)?, role);
            Ok(())
        })?;
        self.each("SELECT id, organization, name, builtin FROM groups", |row| {
            let (organization, name, is_builtin) = (id(row, 1)?, row.get(2)?, row.get(3)?);
            state.groups.insert(id(row, 0)?, GroupRow { organization, name, is_builtin, roles: BTreeSet::new() });
            Ok(())
        })?;
        self.each("SELECT \"group\", role FROM group_roles", |row| {
            let role = id(row, 1)?;
            if let Some(group) = state.groups.get_mut(&id(row, 0)?) {
                group.roles.insert(role);
            }
            Ok(())
        })
    }

    fn each(&self, query: &str, mut keep: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> rusqlite::Result<()> {
        let mut statement = self.store.prepare_cached(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            keep(row)?;
        }
        Ok(())
    }
}

fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<Id> {
    row.get(column).map(Id::from_bytes)
}

/// Differs when any column does, whichever columns there are.
fn fingerprint(row: &Row<'_>) -> rusqlite::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for column in 0..row.as_ref().column_count() {
        match row.get_ref(column)? {
            ValueRef::Null => 0.hash(&mut hasher),
            ValueRef::Integer(value) => value.hash(&mut hasher),
            ValueRef::Real(value) => value.to_bits().hash(&mut hasher),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.hash(&mut hasher),
        }
    }
    Ok(hasher.finish())
}
