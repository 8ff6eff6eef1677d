//! What an answer comes to, whatever the dialect says it in, and whether the verdicts of all doors are one.

use std::collections::BTreeSet;

use super::intent::Deed;
use super::rules::{Applied, Rule};
use crate::support::http::{Answer, Request};

/// What became of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Done,
    Unauthenticated,
    Forbidden,
    Absent,
    Invalid,
    Conflict,
    /// What no door should answer here.
    Other(u16),
}

/// The codes with which elastic says by 400 that something is forbidden (`docs/WIRE-NOTES.md`, elastic).
const ELASTIC_FORBIDS: [&str; 5] = [
    "user.cannot_modify",
    "user.cannot_modify_external",
    "user.restricted_field",
    "user.restricted_deletion",
    "user.roles.forbidden",
];
/// What elastic says of the keys of built-in users, with the code that it has for everything about keys.
const ELASTIC_BUILTIN_KEYS: &str = "Built-in users have no API keys";
/// Wavefront's operation that leaves out of its answer who was not there.
const DELETE_MANY: &str = "/api/v2/user/deleteUsers";

impl Verdict {
    pub(super) fn of(request: &Request, answer: &Answer) -> Self {
        match answer.status {
            200..300 if request.target() == DELETE_MANY && answer.json()["response"] == serde_json::json!([]) => {
                Self::Absent
            }
            200..300 => Self::Done,
            400 if is_forbidden_by_elastic(answer) => Self::Forbidden,
            400 => Self::Invalid,
            401 => Self::Unauthenticated,
            403 => Self::Forbidden,
            404 => Self::Absent,
            409 => Self::Conflict,
            other => Self::Other(other),
        }
    }
}

fn is_forbidden_by_elastic(answer: &Answer) -> bool {
    let codes = answer.header("x-cloud-error-codes").unwrap_or_default();
    codes.split(',').any(|code| ELASTIC_FORBIDS.contains(&code)) || answer.text().contains(ELASTIC_BUILTIN_KEYS)
}

/// Whether these verdicts about one intent are the same, or differ by a rule that is known.
pub(super) fn agree(deed: &Deed, verdicts: &[Verdict], is_changed: bool, applied: &mut Applied) -> bool {
    let mut found: BTreeSet<Verdict> = verdicts.iter().copied().collect();
    if found.iter().any(|verdict| matches!(verdict, Verdict::Other(_))) {
        return false;
    }
    if deed.names_another() && found.contains(&Verdict::Invalid) && found.remove(&Verdict::Absent) {
        applied.count(Rule::NamedInBody);
    }
    if deed.names_another() && !is_changed && found.len() > 1 && found.remove(&Verdict::Forbidden) {
        applied.count(Rule::OwnAction);
    }
    found.len() == 1
}

#[cfg(test)]
mod tests {
    use super::super::intent::{OfPerson, Thing, Whom};
    use super::*;
    use Verdict::{Absent, Conflict, Done, Forbidden, Invalid, Other, Unauthenticated};
    use roster::domain::Id;

    fn deed(names_another: bool) -> Deed {
        let (id, organization) = (Id::new(1, [1; 6]), Id::new(2, [2; 6]).into());
        let whom = Whom { id, organization, username: "ada".to_owned(), email: None };
        let role = Thing { id, organization, name: "role".to_owned() };
        Deed::OfPerson(whom, if names_another { OfPerson::AddRole(role) } else { OfPerson::Delete })
    }

    #[test]
    fn verdicts_differ_only_by_the_rules_that_are_written_down() {
        let cases: [(bool, &[Verdict], bool, bool); 11] = [
            (false, &[Done, Done], true, true),
            (false, &[Forbidden, Forbidden], false, true),
            (false, &[Forbidden, Absent], false, false),
            (false, &[Done, Forbidden], true, false),
            (false, &[Unauthenticated, Forbidden], false, false),
            (false, &[Conflict, Invalid], false, false),
            (true, &[Absent, Invalid], false, true),
            (true, &[Forbidden, Absent, Done], false, false),
            (true, &[Forbidden, Absent], false, true),
            (true, &[Forbidden, Done], true, false),
            (false, &[Other(500), Other(500)], false, false),
        ];
        for (names_another, verdicts, is_changed, expected) in cases {
            let agreed = agree(&deed(names_another), verdicts, is_changed, &mut Applied::default());
            assert_eq!(agreed, expected, "{names_another} {verdicts:?} {is_changed}");
        }
    }
}
