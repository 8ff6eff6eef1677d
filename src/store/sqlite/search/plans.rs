//! What the engine does for the lists that are long: it follows an index, and neither sorts nor looks at everybody.

use super::*;
use crate::domain::UserKind;
use crate::domain::search::{Mark, Position, Sort, TextTest, TimeTest, UserKey, UserText, UserTime, UserTrait};
use crate::store::samples::{id, plain_user, time};
use crate::store::sqlite::plan::empty;

fn persons(conditions: &[Condition<User>], sort: &[Sort<User>]) -> Search<User> {
    let kind = Condition::Is(UserTrait::Kind(UserKind::Person));
    Search { conditions: [&[kind], conditions].concat(), sort: sort.to_vec() }
}

fn plan(search: &Search<User>, start: &Start) -> Vec<String> {
    let connection = empty();
    let lead = Lead::of(&connection, &search.conditions).expect("the index is readable");
    let from = match start {
        Start::Offset(offset) => (None, *offset),
        Start::After(position) => (Some(position), 0),
    };
    select(id(1), search, &lead, from, 10).plan(&connection)
}

fn behind(search: &Search<User>) -> Start {
    Start::After(search.position_of(&plain_user(1, 1)))
}

#[test]
fn long_lists_follow_an_index_from_where_they_go_on() {
    let active = Condition::Is(UserTrait::Status(Status::Active));
    let cases = [
        ("all", persons(&[], &[]), "users_by_kind (organization=? AND kind=? AND id>?)"),
        ("active", persons(&[active], &[]), "users_by_status (organization=? AND kind=? AND status=? AND id>?)"),
        (
            "by username",
            persons(&[], &[Sort::ascending(UserKey::Username)]),
            "users_by_username (organization=? AND kind=? AND (username_folded,id)>(?,?))",
        ),
        (
            "by display name, from the last",
            persons(&[], &[Sort::descending(UserKey::DisplayName)]),
            "users_by_display_name (organization=? AND kind=? AND (display_name_folded,id)<(?,?))",
        ),
        (
            "by address, from the last",
            persons(&[], &[Sort::descending(UserKey::EmailOrUsername)]),
            "users_by_address (organization=? AND kind=? AND <expr><?)",
        ),
        (
            "by creation",
            persons(&[], &[Sort::ascending(UserKey::CreatedAt)]),
            "users_by_created_at (organization=? AND kind=? AND (created_at,id)>(?,?))",
        ),
        (
            "the last changed first",
            persons(&[], &[Sort::descending(UserKey::UpdatedAt)]),
            "users_by_updated_at (organization=? AND kind=? AND (updated_at,id)<(?,?))",
        ),
        (
            "by status",
            persons(&[], &[Sort::ascending(UserKey::Status)]),
            "users_by_status (organization=? AND kind=? AND (status,id)>(?,?))",
        ),
    ];
    for (name, search, index) in cases {
        let expected = [format!("SEARCH users USING COVERING INDEX {index}")];
        assert_eq!(plan(&search, &behind(&search)), expected, "{name}");
        let from_the_first = plan(&search, &Start::Offset(0));
        assert!(!from_the_first.iter().any(|step| step.contains("SCAN") || step.contains("B-TREE")), "{name}");
    }
}

#[test]
fn conditions_do_not_lead_away_from_the_order() {
    let active = Condition::Is(UserTrait::Status(Status::Active));
    let recent = Condition::Time(UserTime::UpdatedAt, TimeTest::From(time(0)));
    let named = Condition::Text(UserText::DisplayName, TextTest::Contains("x".to_owned()));
    let cases = [
        (vec![active.clone()], vec![Sort::ascending(UserKey::Username)], "users_by_username "),
        (vec![recent.clone()], vec![], "users_by_kind "),
        (vec![recent.clone(), named], vec![Sort::descending(UserKey::CreatedAt)], "users_by_created_at "),
        (vec![recent, active], vec![], "users_by_status "),
    ];
    for (conditions, sort, index) in cases {
        let search = persons(&conditions, &sort);
        for start in [Start::Offset(0), behind(&search)] {
            let plan = plan(&search, &start);
            assert!(matches!(plan.as_slice(), [only] if only.contains(index)), "{plan:?}");
        }
    }
}

#[test]
fn an_order_that_goes_two_ways_is_entered_by_its_first_key() {
    let sort = [Sort::descending(UserKey::DisplayName), Sort::ascending(UserKey::Id)];
    let search = persons(&[Condition::Is(UserTrait::Status(Status::Active))], &sort);
    let plan = plan(&search, &behind(&search));
    let index = "users_by_display_name (organization=? AND kind=? AND display_name_folded<?)";
    assert!(plan.first().is_some_and(|step| step.ends_with(index)), "{plan:?}");
    let rest = plan.get(1..).unwrap_or_default();
    let is_of_one_name = matches!(rest, [only] if only.starts_with("USE TEMP B-TREE FOR LAST "));
    assert!(is_of_one_name, "no more is sorted: {plan:?}");
}

#[test]
fn the_members_of_a_group_are_read_along_their_edges() {
    let search = persons(&[Condition::Any(vec![Condition::Is(UserTrait::Group(id(3101)))])], &[]);
    let expected = [
        "SEARCH link USING COVERING INDEX user_groups_by_group (organization=? AND group=? AND user>?)",
        "SEARCH users USING COVERING INDEX users_by_kind (organization=? AND kind=? AND id=?)",
    ];
    assert_eq!(plan(&search, &behind(&search)), expected);
}

fn counting(conditions: &[Condition<User>]) -> Vec<String> {
    let connection = empty();
    let lead = Lead::of(&connection, conditions).expect("the index is readable");
    let mut statement = Statement::new("SELECT count(*) FROM ");
    condition::source(&mut statement, id(1), conditions, &lead, false);
    statement.plan(&connection)
}

#[test]
fn whoever_has_a_part_in_the_name_is_looked_for_in_the_index_of_texts() {
    let named = |text: &str| Condition::Text(UserText::Username, TextTest::Contains(text.to_owned()));
    let by_texts = ["SCAN found VIRTUAL TABLE INDEX 1:", "SEARCH users USING INTEGER PRIMARY KEY (rowid=?)"];
    assert_eq!(counting(&persons(&[named("xyz")], &[]).conditions), by_texts);
    let by_names = ["SEARCH users USING COVERING INDEX users_by_username (organization=? AND kind=?)"];
    assert_eq!(counting(&persons(&[named("x")], &[]).conditions), by_names, "too short for the other");
}

#[test]
fn no_value_stands_in_the_text_of_a_statement() {
    let value = "'; DROP TABLE users; --";
    let tests = [
        TextTest::OneOf(vec![value.to_owned()]),
        TextTest::Exactly(vec![value.to_owned()]),
        TextTest::Contains(value.to_owned()),
        TextTest::StartsWith(value.to_owned()),
        TextTest::EndsWith(value.to_owned()),
        TextTest::Like(value.to_owned()),
    ];
    for test in tests {
        let search = persons(&[Condition::Text(UserText::DisplayName, test)], &[Sort::ascending(UserKey::Email)]);
        let place = Position { marks: vec![Mark::Text(value.to_owned())], id: id(1) };
        let statement = format!("{:?}", select(id(1), &search, &Lead::Everybody, (Some(&place), 0), 10));
        let text = statement.split("values:").next().expect("it is shown");
        assert!(!text.contains("DROP"), "{text}");
    }
}
