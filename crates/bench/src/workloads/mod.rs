//! What is asked of the server, as data: one row per workload and dialect, each a request with placeholders.
//! Must not know how requests are sent, measured or compared. A new workload is a new row in one of the tables.

pub(crate) mod lists;
mod login;
mod mixed;
mod one_user;
mod reads;

use serde::{Deserialize, Serialize};

use crate::requests::RequestTemplate;

/// What a workload does, which decides what it is compared with. Another program's description has the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Reads one user.
    Read,
    /// Reads the user whom the request is from.
    ReadSelf,
    /// Changes one field of one user with a PATCH.
    Patch,
    /// Changes one field of one user with a PUT.
    Put,
    /// Creates a user without a password.
    Create,
    /// Deletes a user.
    Delete,
    /// 80 % reads of one user, 15 % changes, 5 % creations.
    Mixed,
    /// A page of all users, at the beginning and in the middle and at the end.
    ListPage,
    /// The first page of the users whose name or address contains a text.
    Search,
    /// A page of the users who fit conditions, in an order.
    FilterSort,
    /// A login with a password.
    Login,
}

impl Kind {
    /// As reports and descriptions write it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Kind::Read => "read",
            Kind::ReadSelf => "read-self",
            Kind::Patch => "patch",
            Kind::Put => "put",
            Kind::Create => "create",
            Kind::Delete => "delete",
            Kind::Mixed => "mixed",
            Kind::ListPage => "list-page",
            Kind::Search => "search",
            Kind::FilterSort => "filter-sort",
            Kind::Login => "login",
        }
    }

    /// Whether each operation is one durable change with an audit record.
    pub(crate) const fn is_write(self) -> bool {
        matches!(self, Kind::Patch | Kind::Put | Kind::Create | Kind::Delete)
    }

    /// Whether each operation answers a page of a list.
    pub(crate) const fn is_list(self) -> bool {
        matches!(self, Kind::ListPage | Kind::Search | Kind::FilterSort)
    }
}

/// What the requests of a workload are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// A seeded user with a key, `{id} {uuid} {username} {email} {key}`.
    Subject,
    /// A user made for this one request, with the same words but no key.
    Victim,
    /// A seeded user with a password, `{username} {password}`.
    Account,
    /// A place in the list of everybody, `{marker} {offset} {page}`.
    Place,
    /// A text that stands in the names of a few users, `{needle}`.
    Needle,
}

/// One row of the benchmark.
#[derive(Debug)]
pub(crate) struct Workload {
    /// Dialect and operation, as the report shows them.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) about: About,
    /// What is sent, each as often as its weight says.
    pub(crate) requests: &'static [(u32, RequestTemplate)],
}

impl Workload {
    /// A row of one request.
    const fn new(name: &'static str, kind: Kind, about: About, requests: &'static [(u32, RequestTemplate)]) -> Self {
        Workload { name, kind, about, requests }
    }
}

/// Every workload; those that let the directory grow come after those that only read it.
pub(crate) fn all() -> impl Iterator<Item = &'static Workload> {
    [reads::WORKLOADS, lists::WORKLOADS, login::WORKLOADS, one_user::WORKLOADS, mixed::WORKLOADS].into_iter().flatten()
}

/// The workload with a name.
pub(crate) fn named(name: &str) -> Option<&'static Workload> {
    all().find(|workload| workload.name == name)
}

/// The caller's key in the headers of each dialect.
const BEARER: &str = "authorization: Bearer {admin}";
const X_AUTH_TOKEN: &str = "x-auth-token: {admin}";
const OWN_KEY: &str = "authorization: ApiKey {key}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::fill;

    const WORDS: &[&str] = &[
        "admin", "serial", "id", "uuid", "username", "email", "key", "password", "marker", "offset", "page", "needle",
    ];

    #[test]
    fn no_row_leaves_a_placeholder_and_every_body_is_json() {
        for row in all() {
            for (_, request) in row.requests {
                let value = |word: &str| WORDS.contains(&word).then_some("1");
                let head = fill(request.path, value) + &fill(request.credential, value);
                assert!(!head.contains('{'), "{}: {head}", row.name);
                let body = fill(request.body, value);
                assert!(body.is_empty() || serde_json::from_str::<serde_json::Value>(&body).is_ok(), "{}", row.name);
            }
        }
    }

    #[test]
    fn names_are_unique_and_every_changing_write_depends_on_the_serial() {
        let names: Vec<_> = all().map(|row| row.name).collect();
        for (index, name) in names.iter().enumerate() {
            assert!(!names[..index].contains(name), "{name}");
        }
        for row in all().filter(|row| row.kind.is_write() && row.kind != Kind::Delete) {
            assert!(row.requests.iter().all(|(_, request)| request.body.contains("{serial}")), "{}", row.name);
        }
    }

    #[test]
    fn kinds_have_one_spelling() {
        for row in all() {
            assert_eq!(serde_json::to_value(row.kind).ok(), Some(row.kind.as_str().into()));
        }
    }

    #[test]
    fn mixed_workloads_are_80_15_5() {
        for row in all().filter(|row| row.kind == Kind::Mixed) {
            let weights: Vec<u32> = row.requests.iter().map(|(weight, _)| *weight).collect();
            assert_eq!(weights, [80, 15, 5], "{}", row.name);
        }
    }
}
