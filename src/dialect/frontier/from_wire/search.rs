//! Frontier's query language (RQL) as a search: filters, free text, order, and which part is wanted.

use chrono::{DateTime, Utc};
use specgen_runtime::Field;

use crate::directory::Span;
use crate::domain::search::{Condition, Search, Sort, TextTest, TimeTest, UserKey, UserText, UserTime, UserTrait};
use crate::domain::text::fold;
use crate::domain::{Error, InvalidReason, Status, User};
use crate::generated::frontier::{
    SearchFilter, SearchFilterName, SearchFilterOperator as Operator, SearchRequest, SearchSort, SearchSortName,
    SearchSortOrder,
};

/// The state of a user who may authenticate.
pub(super) const ENABLED: &str = "enabled";
/// The state of a user who may not.
const DISABLED: &str = "disabled";

/// What SearchUsers asks for.
#[derive(Clone, Debug)]
pub(in super::super) struct UserSearch {
    /// Who is looked for, and in which order.
    pub(in super::super) search: Search<User>,
    /// Which part of them is wanted.
    pub(in super::super) span: Span,
    /// The offset as it was sent.
    pub(in super::super) offset: i64,
    /// The limit as it was sent.
    pub(in super::super) limit: i64,
    /// Whether they are to be counted by state.
    pub(in super::super) is_grouped: bool,
}

/// What SearchUsers asks for.
///
/// # Errors
/// `Invalid` for a filter whose operator or value does not fit what it is about.
pub(in super::super) fn user_search(request: Option<SearchRequest>) -> Result<UserSearch, Error> {
    let Some(request) = request else { return user_search(Some(SearchRequest::default())) };
    let filters = request.filters.value().unwrap_or_default();
    let filters = filters.into_iter().enumerate().map(|(place, filter)| condition(place, filter));
    let mut conditions = filters.collect::<Result<Vec<_>, _>>()?;
    conditions.extend(super::given(request.search).map(|text| free_text(&text)));
    let is_grouped = request.group_by.value().is_some_and(|columns| !columns.is_empty());
    let (offset, limit) = (request.offset.value().unwrap_or(0), request.limit.value().unwrap_or(0));
    let number = |sent: i64| u64::try_from(sent).unwrap_or_default();
    Ok(UserSearch {
        search: Search { conditions, sort: order(is_grouped, request.sort.value().unwrap_or_default()) },
        span: Span { offset: number(offset), limit: Some(number(limit)).filter(|limit| *limit > 0) },
        offset,
        limit,
        is_grouped,
    })
}

/// Who is in one of the states whose words pass a test.
pub(super) fn in_states(test: impl Fn(&str) -> bool) -> Condition<User> {
    let states = [(ENABLED, Status::Active), (DISABLED, Status::Disabled)];
    let fitting = states.into_iter().filter(|(word, _)| test(word));
    Condition::Any(fitting.map(|(_, status)| Condition::Is(UserTrait::Status(status))).collect())
}

fn condition(place: usize, filter: SearchFilter) -> Result<Condition<User>, Error> {
    let value = filter.string_value.value().unwrap_or_default();
    let text = |field| on_text(field, filter.operator, &value);
    let time = |field| on_time(place, field, filter.operator, &value);
    let found = match filter.name {
        SearchFilterName::Id => text(UserText::Id),
        SearchFilterName::Name => text(UserText::Username),
        SearchFilterName::Email => text(UserText::Email),
        SearchFilterName::Avatar => text(UserText::Avatar),
        SearchFilterName::Title => text(UserText::DisplayName),
        SearchFilterName::State => on_state(filter.operator, &value),
        SearchFilterName::CreatedAt => time(UserTime::CreatedAt)?,
        SearchFilterName::UpdatedAt => time(UserTime::UpdatedAt)?,
    };
    let misfit = || refused(place, "operator", "does not go with this name");
    found.ok_or_else(misfit)
}

/// A test of a text; `None` where the operator is none of texts.
fn on_text(field: UserText, operator: Operator, value: &str) -> Option<Condition<User>> {
    let same = |values: Vec<String>| match field {
        // The directory holds these without regard to case, and Frontier in lower case.
        UserText::Id | UserText::Username | UserText::Email => TextTest::OneOf(values),
        _ => TextTest::Exactly(values),
    };
    let (is_wanted, operator) = polarity(operator);
    let test = match operator {
        Operator::Eq => same(vec![value.to_owned()]),
        Operator::In => same(listed(value)),
        Operator::Like => TextTest::Like(value.to_owned()),
        Operator::Empty => TextTest::Empty,
        _ => return None,
    };
    Some(polarized(is_wanted, Condition::Text(field, test)))
}

/// A test of the state; `None` where the operator is none of texts.
fn on_state(operator: Operator, value: &str) -> Option<Condition<User>> {
    let (is_wanted, operator) = polarity(operator);
    let condition = match operator {
        Operator::Eq => in_states(|word| word == value),
        Operator::In => in_states(|word| listed(value).iter().any(|listed| listed == word)),
        Operator::Like => in_states(|word| is_like(word, &fold(value))),
        Operator::Empty => Condition::Any(Vec::new()),
        _ => return None,
    };
    Some(polarized(is_wanted, condition))
}

/// A test of a time; `None` where the operator is none of times.
fn on_time(place: usize, field: UserTime, operator: Operator, value: &str) -> Result<Option<Condition<User>>, Error> {
    let (is_wanted, operator) = polarity(operator);
    let test: fn(DateTime<Utc>) -> TimeTest = match operator {
        Operator::Eq => TimeTest::At,
        Operator::Lt => TimeTest::Before,
        Operator::Lte => TimeTest::UpTo,
        Operator::Gt => TimeTest::After,
        Operator::Gte => TimeTest::From,
        _ => return Ok(None),
    };
    let at =
        DateTime::parse_from_rfc3339(value).map_err(|_| refused(place, "string_value", "is not a time of RFC 3339"))?;
    Ok(Some(polarized(is_wanted, Condition::Time(field, test(at.to_utc())))))
}

/// An operator that says no, as one that says yes.
const fn polarity(operator: Operator) -> (bool, Operator) {
    match operator {
        Operator::Neq => (false, Operator::Eq),
        Operator::Notlike => (false, Operator::Like),
        Operator::Notin => (false, Operator::In),
        Operator::Notempty => (false, Operator::Empty),
        other => (true, other),
    }
}

fn polarized(is_wanted: bool, condition: Condition<User>) -> Condition<User> {
    if is_wanted { condition } else { condition.negated() }
}

/// The values of `in`, which have commas between them.
fn listed(value: &str) -> Vec<String> {
    value.split(',').map(str::to_owned).collect()
}

/// Whether a word fits a pattern, in which `%` is any text, `_` any character, and `\` takes the next as it is.
fn is_like(word: &str, pattern: &str) -> bool {
    let mut rest = pattern.chars();
    match rest.next() {
        None => word.is_empty(),
        Some('%') => {
            // Several in a row are one; each of them would multiply the ways to try.
            let rest = rest.as_str().trim_start_matches('%');
            let mut ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
            ends.any(|at| is_like(&word[at..], rest))
        }
        Some(wanted) => {
            let literal = if wanted == '\\' { rest.next() } else { Some(wanted).filter(|wanted| *wanted != '_') };
            let mut word = word.chars();
            word.next().is_some_and(|next| literal.is_none_or(|literal| literal == next))
                && is_like(word.as_str(), rest.as_str())
        }
    }
}

/// Who has this text in one of the fields that Frontier looks at, of which the address is none.
fn free_text(text: &str) -> Condition<User> {
    let folded = fold(text);
    let fields = [UserText::Id, UserText::DisplayName, UserText::Username];
    let in_field = Condition::any_text(&fields, &TextTest::Contains(text.to_owned()));
    Condition::Any(vec![in_field, in_states(|word| word.contains(&folded))])
}

/// The order: by state first where it is grouped by it, and by id last.
fn order(is_grouped: bool, sort: Vec<SearchSort>) -> Vec<Sort<User>> {
    let by_state = SearchSort { name: SearchSortName::State, order: Field::Absent };
    let sort = is_grouped.then_some(by_state).into_iter().chain(sort);
    sort.map(key).chain([Sort::ascending(UserKey::Id)]).collect()
}

fn key(sort: SearchSort) -> Sort<User> {
    let descending = sort.order.value() == Some(SearchSortOrder::Desc);
    match sort.name {
        SearchSortName::Title => Sort { by: UserKey::DisplayName, descending },
        SearchSortName::Name => Sort { by: UserKey::Username, descending },
        // The words are in the order of the alphabet, which is the opposite of the directory's.
        SearchSortName::State => Sort { by: UserKey::Status, descending: !descending },
        SearchSortName::CreatedAt => Sort { by: UserKey::CreatedAt, descending },
        SearchSortName::UpdatedAt => Sort { by: UserKey::UpdatedAt, descending },
    }
}

fn refused(place: usize, member: &str, why: &'static str) -> Error {
    Error::invalid(format!("filters/{place}/{member}"), InvalidReason::Malformed(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(name: SearchFilterName, operator: Operator, value: &str) -> SearchFilter {
        let (bool_value, number_value) = (Field::Absent, Field::Absent);
        SearchFilter { name, operator, string_value: Field::Value(value.into()), bool_value, number_value }
    }

    fn searched(filter: SearchFilter) -> Result<Condition<User>, Error> {
        condition(3, filter)
    }

    fn text(field: UserText, test: TextTest) -> Condition<User> {
        Condition::Text(field, test)
    }

    #[test]
    fn filters_of_texts_become_conditions() {
        use SearchFilterName as Name;
        let x = || "x".to_owned();
        let cases = [
            (filter(Name::Title, Operator::Eq, "x"), text(UserText::DisplayName, TextTest::Exactly(vec![x()]))),
            (filter(Name::Email, Operator::Eq, "x"), text(UserText::Email, TextTest::OneOf(vec![x()]))),
            (filter(Name::Name, Operator::Neq, "x"), text(UserText::Username, TextTest::OneOf(vec![x()])).negated()),
            (
                filter(Name::Id, Operator::In, "x,,y"),
                text(UserText::Id, TextTest::OneOf(vec![x(), "".into(), "y".into()])),
            ),
            (filter(Name::Avatar, Operator::Notempty, ""), text(UserText::Avatar, TextTest::Empty).negated()),
            (
                filter(Name::Title, Operator::Notlike, "x%"),
                text(UserText::DisplayName, TextTest::Like("x%".into())).negated(),
            ),
        ];
        for (filter, expected) in cases {
            let shown = format!("{filter:?}");
            assert_eq!(searched(filter).expect("it fits"), expected, "{shown}");
        }
    }

    #[test]
    fn filters_of_the_state_look_at_its_words() {
        use Operator::{Empty, Eq, In, Like, Neq, Notempty, Notin, Notlike};
        let cases = [
            (Eq, "enabled", "enabled"),
            (Eq, "Enabled", ""),
            (Neq, "enabled", "disabled"),
            (In, "enabled,disabled,x", "enabled disabled"),
            (Notin, "disabled", "enabled"),
            (Like, "EN%", "enabled"),
            (Like, "%abled", "enabled disabled"),
            (Like, "e_abled", "enabled"),
            (Like, r"e\_abled", ""),
            (Like, "enable", ""),
            (Like, &"%".repeat(60_000), "enabled disabled"),
            (Like, &format!("{}x", "%".repeat(60_000)), ""),
            (Like, &format!("{}x", "%_".repeat(30_000)), ""),
            (Notlike, "%s%", "enabled"),
            (Empty, "", ""),
            (Notempty, "", "enabled disabled"),
        ];
        for (operator, value, expected) in cases {
            let found = searched(filter(SearchFilterName::State, operator, value)).expect("it fits");
            let (is_wanted, found) = match found {
                Condition::Not(inner) => (false, *inner),
                other => (true, other),
            };
            let states = [(ENABLED, Status::Active), (DISABLED, Status::Disabled)].into_iter().filter(|(_, status)| {
                let Condition::Any(any) = &found else { panic!("{found:?}") };
                any.contains(&Condition::Is(UserTrait::Status(*status))) == is_wanted
            });
            let words: Vec<&str> = states.map(|(word, _)| word).collect();
            assert_eq!(words.join(" "), expected, "{operator:?} {value}");
        }
    }

    #[test]
    fn a_filter_that_does_not_fit_says_where() {
        let cases = [
            (filter(SearchFilterName::CreatedAt, Operator::Like, "2026%"), "filters/3/operator"),
            (filter(SearchFilterName::CreatedAt, Operator::Gt, "yesterday"), "filters/3/string_value"),
            (filter(SearchFilterName::Email, Operator::Gte, "a"), "filters/3/operator"),
            (filter(SearchFilterName::State, Operator::Lt, "a"), "filters/3/operator"),
        ];
        for (filter, expected) in cases {
            let refused = searched(filter).expect_err("it does not fit");
            assert!(matches!(&refused, Error::Invalid { field, .. } if field == expected), "{refused:?}");
        }
    }

    #[test]
    fn grouping_sorts_by_the_word_of_the_state_first() {
        let title = SearchSort { name: SearchSortName::Title, order: Field::Value(SearchSortOrder::Desc) };
        let expected =
            [Sort::descending(UserKey::Status), Sort::descending(UserKey::DisplayName), Sort::ascending(UserKey::Id)];
        assert_eq!(order(true, vec![title]), expected);
    }
}
