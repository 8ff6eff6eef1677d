//! From Wavefront's searches to the directory's: which key stands for what, and what its methods mean there.
//! It must not know what is in the directory at the moment.

use chrono::{DateTime, Utc};

use crate::directory::Window;
use crate::domain::search::{
    Condition, GroupKey, GroupText, GroupTime, GroupTrait, RoleKey, RoleText, RoleTime, RoleTrait, Search, Searched,
    Sort, TextTest, TimeTest, UserKey, UserText, UserTime, UserTrait,
};
use crate::domain::{self, Error, Group, Id, InvalidReason, Role, User};
use crate::generated::wavefront::{
    MatchingMethod, Permission, RoleSearchQuery, RoleSearchQueryKey, RoleSearchRequest, RoleSortingField, Sorting,
    UserGroupSearchQuery, UserGroupSearchQueryKey, UserGroupSearchRequest, UserGroupSortingField, UserSearchQuery,
    UserSearchQueryKey, UserSearchRequest, UserSortingField,
};

use super::{permission, window};

/// Entries of a page where the request does not say how many.
const LIMIT_DEFAULT: i32 = 100;

/// What a request asks for: a page of a search.
pub(crate) struct Asked<N: Searched> {
    pub(crate) search: Search<N>,
    pub(crate) window: Window,
    pub(crate) named: Named,
}

/// What a request named, to be named in the answer again.
pub(crate) struct Named {
    pub(crate) offset: i32,
    pub(crate) limit: i32,
    pub(crate) sort: Option<Sorting>,
}

/// A condition of a request, whatever it is about.
struct Question {
    /// Its place in the list of conditions.
    index: usize,
    method: MatchingMethod,
    /// `None` where neither `value` nor `values` is given.
    values: Option<Vec<String>>,
    start: Option<i64>,
    end: Option<i64>,
    negated: bool,
}

/// What a key stands for.
enum Meaning<N: Searched> {
    /// One of these texts.
    Texts(&'static [N::Text]),
    /// A time.
    Time(N::Time),
    /// Things that one has: those that a value names by this method.
    Things(fn(MatchingMethod, &str) -> Vec<N::Trait>),
}

/// The noun of a request type: where its members are, as the contract gives each noun types of its own.
macro_rules! asked {
    ($function:ident, $request:ty, $query:ty, $noun:ty, $key:expr, $field:expr, $doc:literal) => {
        #[doc = $doc]
        ///
        /// # Errors
        /// `Invalid` for a condition without anything to compare with, and for a time that is no number.
        pub(crate) fn $function(request: $request) -> Result<Asked<$noun>, Error> {
            let question = |(index, query): (usize, $query)| {
                let values = query.values.value().or_else(|| query.value.value().map(|value| vec![value]));
                let question = Question {
                    index,
                    method: query.matching_method.value().unwrap_or(MatchingMethod::Contains),
                    values,
                    start: query.start.value(),
                    end: query.end.value(),
                    negated: query.negated.value().unwrap_or(false),
                };
                condition(question, &$key(query.key))
            };
            let queries = request.query.value().unwrap_or_default();
            let conditions = queries.into_iter().enumerate().map(question).collect::<Result<_, _>>()?;
            let sort = request.sort.value().filter(|sort| !sort.default.value().unwrap_or(false)).map(|sort| {
                let ascending = sort.ascending.value().unwrap_or(true);
                let named = Sorting { ascending, field: sort.field.as_str().to_owned(), default: false };
                (Sort { by: $field(sort.field), descending: !ascending }, named)
            });
            let (order, sort) = sort.unzip();
            let search = Search { conditions, sort: order.into_iter().collect() };
            let (offset, limit) = (request.offset.value().unwrap_or(0), request.limit.value().unwrap_or(LIMIT_DEFAULT));
            Ok(Asked { search, window: window(offset, limit)?, named: Named { offset, limit, sort } })
        }
    };
}

asked!(users, UserSearchRequest, UserSearchQuery, User, user_key, user_field, "What a search for users asks for.");
asked!(
    groups,
    UserGroupSearchRequest,
    UserGroupSearchQuery,
    Group,
    group_key,
    group_field,
    "What a search for user groups asks for."
);
asked!(roles, RoleSearchRequest, RoleSearchQuery, Role, role_key, role_field, "What a search for roles asks for.");

fn condition<N: Searched>(question: Question, meaning: &Meaning<N>) -> Result<Condition<N>, Error> {
    let negated = question.negated;
    let condition = match meaning {
        Meaning::Texts(fields) => {
            let tests = text_tests(question.method, question.given()?);
            let texts = tests.iter().flat_map(|test| fields.iter().map(|field| Condition::Text(*field, test.clone())));
            Condition::Any(texts.collect())
        }
        Meaning::Things(named) => {
            let things = question.given()?.iter().flat_map(|value| named(question.method, value));
            Condition::Any(things.map(Condition::Is).collect())
        }
        Meaning::Time(time) => question.time_test(*time)?,
    };
    Ok(if negated { condition.negated() } else { condition })
}

fn text_tests(method: MatchingMethod, values: &[String]) -> Vec<TextTest> {
    let each = |test: fn(String) -> TextTest| values.iter().cloned().map(test).collect();
    match method {
        MatchingMethod::Contains => each(TextTest::Contains),
        MatchingMethod::Startswith => each(TextTest::StartsWith),
        MatchingMethod::Exact => vec![TextTest::OneOf(values.to_vec())],
    }
}

impl Question {
    /// The values to compare with.
    fn given(&self) -> Result<&[String], Error> {
        self.values.as_deref().ok_or_else(|| self.refused(InvalidReason::Missing))
    }

    /// A range, or one of several times. Methods are for texts.
    fn time_test<N: Searched>(&self, time: N::Time) -> Result<Condition<N>, Error> {
        let test = |test| Condition::Time(time, test);
        let start = self.start.map(|start| self.time(start)).transpose()?.map(|start| test(TimeTest::From(start)));
        let end = self.end.map(|end| self.time(end)).transpose()?.map(|end| test(TimeTest::UpTo(end)));
        match (start, end) {
            (Some(start), Some(end)) => Ok(Condition::Any(vec![start.negated(), end.negated()]).negated()),
            (Some(bound), None) | (None, Some(bound)) => Ok(bound),
            (None, None) => {
                let at = |value: &String| {
                    let millis = value.parse().map_err(|_| self.refused(NOT_A_TIME))?;
                    Ok(test(TimeTest::At(self.time(millis)?)))
                };
                Ok(Condition::Any(self.given()?.iter().map(at).collect::<Result<_, Error>>()?))
            }
        }
    }

    fn time(&self, millis: i64) -> Result<DateTime<Utc>, Error> {
        DateTime::from_timestamp_millis(millis).ok_or_else(|| self.refused(NOT_A_TIME))
    }

    fn refused(&self, reason: InvalidReason) -> Error {
        Error::invalid(format!("query/{}/value", self.index), reason)
    }
}

const NOT_A_TIME: InvalidReason = InvalidReason::Malformed("is not a time in milliseconds since 1970");

fn user_key(key: UserSearchQueryKey) -> Meaning<User> {
    use UserText::{DisplayName, Email, EmailOrUsername, FirstName, LastName, Username};
    match key {
        UserSearchQueryKey::Freetext => Meaning::Texts(&[Email, Username, DisplayName, FirstName, LastName]),
        UserSearchQueryKey::Id | UserSearchQueryKey::Identifier => Meaning::Texts(&[EmailOrUsername]),
        UserSearchQueryKey::Groups => {
            Meaning::Things(|method, value| permissions(method, value, UserTrait::Permission))
        }
        UserSearchQueryKey::UserGroups => Meaning::Things(|_, value| of_id(value, UserTrait::Group)),
        UserSearchQueryKey::LastSuccessfulLogin => Meaning::Time(UserTime::LastLoginAt),
    }
}

const fn user_field(field: UserSortingField) -> UserKey {
    match field {
        UserSortingField::Id | UserSortingField::Identifier => UserKey::EmailOrUsername,
        UserSortingField::LastSuccessfulLogin => UserKey::LastLoginAt,
    }
}

fn group_key(key: UserGroupSearchQueryKey) -> Meaning<Group> {
    match key {
        UserGroupSearchQueryKey::Freetext => Meaning::Texts(&[GroupText::Name, GroupText::Description]),
        UserGroupSearchQueryKey::Id => Meaning::Texts(&[GroupText::Id]),
        UserGroupSearchQueryKey::Name => Meaning::Texts(&[GroupText::Name]),
        UserGroupSearchQueryKey::Description => Meaning::Texts(&[GroupText::Description]),
        UserGroupSearchQueryKey::Roles => Meaning::Things(|_, value| of_id(value, GroupTrait::Role)),
        UserGroupSearchQueryKey::CreatedEpochMillis => Meaning::Time(GroupTime::CreatedAt),
    }
}

const fn group_field(field: UserGroupSortingField) -> GroupKey {
    match field {
        UserGroupSortingField::Id => GroupKey::Id,
        UserGroupSortingField::Name => GroupKey::Name,
        UserGroupSortingField::CreatedEpochMillis => GroupKey::CreatedAt,
    }
}

fn role_key(key: RoleSearchQueryKey) -> Meaning<Role> {
    match key {
        RoleSearchQueryKey::Freetext => Meaning::Texts(&[RoleText::Name, RoleText::Description]),
        RoleSearchQueryKey::Id => Meaning::Texts(&[RoleText::Id]),
        RoleSearchQueryKey::Name => Meaning::Texts(&[RoleText::Name]),
        RoleSearchQueryKey::Description => Meaning::Texts(&[RoleText::Description]),
        RoleSearchQueryKey::Permissions => {
            Meaning::Things(|method, value| permissions(method, value, RoleTrait::Permission))
        }
        RoleSearchQueryKey::CreatedEpochMillis => Meaning::Time(RoleTime::CreatedAt),
        RoleSearchQueryKey::LastUpdatedMs => Meaning::Time(RoleTime::UpdatedAt),
    }
}

const fn role_field(field: RoleSortingField) -> RoleKey {
    match field {
        RoleSortingField::Id => RoleKey::Id,
        RoleSortingField::Name => RoleKey::Name,
        RoleSortingField::CreatedEpochMillis => RoleKey::CreatedAt,
        RoleSortingField::LastUpdatedMs => RoleKey::UpdatedAt,
    }
}

/// The permissions of the contract that a text stands for: it is in them, begins them, or is one.
fn permissions<T>(method: MatchingMethod, value: &str, having: fn(domain::Permission) -> T) -> Vec<T> {
    let value = value.to_ascii_lowercase();
    let fits = |id: &str| match method {
        MatchingMethod::Contains => id.contains(&value),
        MatchingMethod::Startswith => id.starts_with(&value),
        MatchingMethod::Exact => id == value,
    };
    let named = Permission::ALL.iter().filter(|id| fits(id.as_str()));
    named.map(|id| having(permission(*id))).collect()
}

/// Whatever has this id; nothing for a text that is no id.
fn of_id<I: From<Id>, T>(value: &str, having: fn(I) -> T) -> Vec<T> {
    Id::parse(value).map(|id| having(id.into())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use specgen_runtime::Field;

    use super::*;

    fn query(key: UserSearchQueryKey, method: MatchingMethod, values: &[&str]) -> UserSearchQuery {
        UserSearchQuery {
            key,
            value: Field::Value("not looked at".to_owned()),
            values: Field::Value(values.iter().map(|value| (*value).to_owned()).collect()),
            start: Field::Absent,
            end: Field::Absent,
            matching_method: Field::Value(method),
            negated: Field::Absent,
        }
    }

    fn conditions(query: UserSearchQuery) -> Vec<Condition<User>> {
        let request = UserSearchRequest { query: Field::Value(vec![query]), ..UserSearchRequest::default() };
        users(request).expect("nothing in it is wrong").search.conditions
    }

    #[test]
    fn a_method_says_how_a_text_is_looked_for() {
        let text = |test| Condition::Text(UserText::EmailOrUsername, test);
        let (a, b) = (|| "a".to_owned(), || "b".to_owned());
        let cases = [
            (MatchingMethod::Contains, vec![text(TextTest::Contains(a())), text(TextTest::Contains(b()))]),
            (MatchingMethod::Startswith, vec![text(TextTest::StartsWith(a())), text(TextTest::StartsWith(b()))]),
            (MatchingMethod::Exact, vec![text(TextTest::OneOf(vec![a(), b()]))]),
        ];
        for (method, expected) in cases {
            let found = conditions(query(UserSearchQueryKey::Identifier, method, &["a", "b"]));
            assert_eq!(found, [Condition::Any(expected)], "{method}");
        }
    }

    #[test]
    fn a_permission_is_one_of_the_contracts_that_fit() {
        let named = |text: &str| {
            Condition::Is(UserTrait::Permission(domain::Permission::parse(text).expect("the test's are permissions")))
        };
        let cases = [
            (MatchingMethod::Contains, "SAML", vec![named("saml_sso_management")]),
            (
                MatchingMethod::Startswith,
                "e",
                vec![named("events_management"), named("embedded_charts"), named("external_links_management")],
            ),
            (MatchingMethod::Exact, "ingestion", vec![named("ingestion")]),
            (MatchingMethod::Exact, "ingest", vec![]),
        ];
        for (method, value, expected) in cases {
            let found = conditions(query(UserSearchQueryKey::Groups, method, &[value]));
            assert_eq!(found, [Condition::Any(expected)], "{value}");
        }
    }

    #[test]
    fn a_range_has_one_end_or_two() {
        let at = |millis| DateTime::from_timestamp_millis(millis).expect("the test's are times");
        let test = |test| Condition::Time(UserTime::LastLoginAt, test);
        let (from, to) = (|| test(TimeTest::From(at(1))), || test(TimeTest::UpTo(at(2))));
        let cases = [
            (Field::Value(1), Field::Absent, from()),
            (Field::Null, Field::Value(2), to()),
            (Field::Value(1), Field::Value(2), Condition::Any(vec![from().negated(), to().negated()]).negated()),
            (Field::Absent, Field::Null, Condition::Any(vec![test(TimeTest::At(at(7)))])),
        ];
        for (start, end, expected) in cases {
            let key = UserSearchQueryKey::LastSuccessfulLogin;
            let query = UserSearchQuery { start, end, ..query(key, MatchingMethod::Exact, &["7"]) };
            assert_eq!(conditions(query), [expected]);
        }
    }

    #[test]
    fn a_condition_without_a_value_is_refused_with_its_place() {
        let mut without = query(UserSearchQueryKey::Id, MatchingMethod::Exact, &[]);
        (without.value, without.values) = (Field::Null, Field::Absent);
        let good = query(UserSearchQueryKey::Id, MatchingMethod::Exact, &[]);
        let request = UserSearchRequest { query: Field::Value(vec![good, without]), ..UserSearchRequest::default() };
        let refused = users(request).err().map(|error| error.to_string());
        assert_eq!(refused.as_deref(), Some("query/1/value is required"));
    }
}
