//! The contract about searches: what fits, in which order, by whatever parts it is read. The rules stand here a second
//! time, as plain functions of one user, and random searches have to agree with them.

use std::cmp::Ordering;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};

use super::{Backend, Variant, on_every_furnished_backend};
use crate::domain::search::{
    GroupKey, GroupText, GroupTrait, RoleKey, RoleText, RoleTrait, Searched, Start, UserKey, UserText, UserTime,
    UserTrait,
};
use crate::domain::text::fold;
use crate::domain::{
    Condition, Email, Group, GroupId, Id, Permission, Role, RoleId, Search, Sort, Status, TextTest, TimeTest, User,
    UserKind, Username,
};
use crate::limits::STORE_SLICE_BYTES_MAX;
use crate::store::samples::{full_user, group, id, plain_user, role, time};

const NAMES: [&str; 12] = [
    "ada",
    "Ada",
    "\u{c1}da",
    "A\u{301}da",
    "Stra\u{df}e",
    "STRASSE",
    "100%",
    "a_b",
    "a\\b",
    "\u{ff21}da",
    "da a",
    "\u{200b}",
];

const TEXTS: [UserText; 8] = [
    UserText::Id,
    UserText::Username,
    UserText::Email,
    UserText::EmailOrUsername,
    UserText::FirstName,
    UserText::LastName,
    UserText::DisplayName,
    UserText::Avatar,
];

const KEYS: [UserKey; 9] = [
    UserKey::Id,
    UserKey::Username,
    UserKey::Email,
    UserKey::EmailOrUsername,
    UserKey::DisplayName,
    UserKey::Status,
    UserKey::CreatedAt,
    UserKey::UpdatedAt,
    UserKey::LastLoginAt,
];

/// Users who differ in everything that can be looked for, by id.
fn crowd() -> Vec<User> {
    (0..60).map(member).collect()
}

fn member(number: u32) -> User {
    let every = |step: u32| number.is_multiple_of(step);
    let name = |shift: u32| NAMES.iter().cycle().nth((number + shift) as usize).expect("it goes on").to_string();
    let long_ago = |millis: u32| time(i64::from(millis));
    let groups = [(every(3), group(1, 1).id), (every(4), group(1, 2).id)];
    let roles = [(every(5), role(1, 1).id), (every(2), role(1, 2).id)];
    User {
        kind: if every(13) { UserKind::Service } else { UserKind::Person },
        username: Username::parse(&format!("{}{}", name(0), 100 - number)).expect("valid"),
        email: (!every(3))
            .then(|| Email::parse(&format!("{}{number}@Example.org", name(5).replace(' ', "-"))).expect("valid")),
        first_name: every(2).then(|| name(1)),
        last_name: every(5).then(String::new),
        display_name: (!every(4)).then(|| name(3 + number / 7)),
        avatar: every(7).then(|| format!("data:,{}", name(4))),
        status: if every(4) { Status::Disabled } else { Status::Active },
        groups: groups.into_iter().filter_map(|(has, group)| has.then_some(group)).collect(),
        roles: roles.into_iter().filter_map(|(has, role)| has.then_some(role)).collect(),
        permissions: every(6).then(permission).into_iter().collect(),
        created_at: long_ago(1000 + number * 7 % 10),
        updated_at: long_ago(1000 + number * 3 % 5),
        last_login_at: every(3).then(|| long_ago(1000 + number % 4)),
        ..plain_user(1, u64::from(number))
    }
}

fn permission() -> Permission {
    Permission::parse("ingestion").expect("valid")
}

// The rules, a second time.

fn written(user: &User, field: UserText) -> String {
    let email = user.email.as_ref().map(|email| email.as_str().to_owned());
    match field {
        UserText::Id => user.id.to_uuid(),
        UserText::Username => user.username.to_string(),
        UserText::Email => email.unwrap_or_default(),
        UserText::EmailOrUsername => email.unwrap_or_else(|| user.username.to_string()),
        UserText::FirstName => user.first_name.clone().unwrap_or_default(),
        UserText::LastName => user.last_name.clone().unwrap_or_default(),
        UserText::DisplayName => user.display_name.clone().unwrap_or_default(),
        UserText::Avatar => user.avatar.clone().unwrap_or_default(),
    }
}

pub(super) fn passes(user: &User, field: UserText, test: &TextTest) -> bool {
    let (written, folded) = (written(user, field), fold(&written(user, field)));
    let is_own_id = |text: &String| Id::parse(text) == Some(user.id.id());
    match test {
        TextTest::OneOf(texts) | TextTest::Exactly(texts) if field == UserText::Id => texts.iter().any(is_own_id),
        TextTest::OneOf(texts) => texts.iter().any(|text| fold(text) == folded),
        TextTest::Exactly(texts) => texts.contains(&written),
        TextTest::Contains(text) => folded.contains(&fold(text)),
        TextTest::StartsWith(text) => folded.starts_with(&fold(text)),
        TextTest::EndsWith(text) => folded.ends_with(&fold(text)),
        TextTest::Like(pattern) => is_like(&folded.chars().collect::<Vec<_>>(), &pattern.chars().collect::<Vec<_>>()),
        TextTest::Empty => written.is_empty(),
    }
}

/// The tests' patterns are folded as they are, and no character of theirs folds into a neighbour.
fn is_like(text: &[char], pattern: &[char]) -> bool {
    match (pattern, text) {
        ([], _) => text.is_empty(),
        (['%', rest @ ..], _) => (0..=text.len()).any(|skipped| is_like(&text[skipped..], rest)),
        (['_', rest @ ..], [_, text @ ..]) => is_like(text, rest),
        (['\\', plain, rest @ ..], [char, text @ ..]) | ([plain, rest @ ..], [char, text @ ..]) => {
            plain == char && is_like(text, rest)
        }
        _ => false,
    }
}

fn holds(user: &User, condition: &Condition<User>) -> bool {
    match condition {
        Condition::Text(field, test) => passes(user, *field, test),
        Condition::Time(field, test) => {
            let at = match field {
                UserTime::CreatedAt => Some(user.created_at),
                UserTime::UpdatedAt => Some(user.updated_at),
                UserTime::LastLoginAt => user.last_login_at,
            };
            match test {
                TimeTest::At(bound) => at == Some(*bound),
                TimeTest::Before(bound) => at.is_some_and(|at| at < *bound),
                TimeTest::UpTo(bound) => at.is_some_and(|at| at <= *bound),
                TimeTest::After(bound) => at.is_some_and(|at| at > *bound),
                TimeTest::From(bound) => at.is_some_and(|at| at >= *bound),
                TimeTest::Never => at.is_none(),
            }
        }
        Condition::Is(UserTrait::Kind(kind)) => user.kind == *kind,
        Condition::Is(UserTrait::Status(status)) => user.status == *status,
        Condition::Is(UserTrait::Group(group)) => user.groups.contains(group),
        Condition::Is(UserTrait::Role(role)) => user.roles.contains(role),
        Condition::Is(UserTrait::Permission(permission)) => user.permissions.contains(permission),
        Condition::Any(inner) => inner.iter().any(|condition| holds(user, condition)),
        Condition::Not(inner) => !holds(user, inner),
    }
}

fn compare(search: &Search<User>, left: &User, right: &User) -> Ordering {
    let turned = |ordering: Ordering, descending| if descending { ordering.reverse() } else { ordering };
    let by_keys = search.sort.iter().map(|sort| turned(left.mark(sort.by).cmp(&right.mark(sort.by)), sort.descending));
    let by_id = turned(left.id.cmp(&right.id), search.sort.last().is_some_and(|sort| sort.descending));
    by_keys.fold(Ordering::Equal, Ordering::then).then(by_id)
}

pub(super) fn expected(crowd: &[User], search: &Search<User>) -> Vec<User> {
    let fits = |user: &&User| search.conditions.iter().all(|condition| holds(user, condition));
    let mut found: Vec<User> = crowd.iter().filter(fits).cloned().collect();
    found.sort_by(|left, right| compare(search, left, right));
    found
}

// Random searches.

fn texts() -> impl Strategy<Value = String> {
    let name = select(NAMES.to_vec()).prop_map(str::to_owned);
    let id = (0_u64..60).prop_map(|number| plain_user(1, number).id);
    prop_oneof![
        3 => name.clone(),
        2 => (name, 0_u32..60).prop_map(|(name, number)| format!("{name}{number}")),
        2 => "[adAs%_\\\\0-9@.-]{0,3}",
        1 => id.clone().prop_map(|id| id.to_uuid()),
        1 => id.prop_map(|id| id.to_base32()),
    ]
}

fn text_tests() -> impl Strategy<Value = TextTest> {
    prop_oneof![
        vec(texts(), 0..4).prop_map(TextTest::OneOf),
        vec(texts(), 0..4).prop_map(TextTest::Exactly),
        texts().prop_map(TextTest::Contains),
        texts().prop_map(TextTest::StartsWith),
        texts().prop_map(TextTest::EndsWith),
        // A backslash at the very end stands for itself, which the second telling of the rules does not know.
        "([ads%_0-9]|\\\\[%_a]){0,5}".prop_map(TextTest::Like),
        Just(TextTest::Empty),
    ]
}

fn times() -> impl Strategy<Value = DateTime<Utc>> {
    (998_000_i64..1_012_000).prop_map(|micros| {
        let at = time(0) + TimeDelta::microseconds(micros);
        if micros % 2 == 0 { time(at.timestamp_millis()) } else { at }
    })
}

fn time_tests() -> impl Strategy<Value = TimeTest> {
    prop_oneof![
        times().prop_map(TimeTest::At),
        times().prop_map(TimeTest::Before),
        times().prop_map(TimeTest::UpTo),
        times().prop_map(TimeTest::After),
        times().prop_map(TimeTest::From),
        Just(TimeTest::Never),
    ]
}

fn traits() -> impl Strategy<Value = UserTrait> {
    let groups: Vec<GroupId> = vec![group(1, 1).id, group(1, 2).id, group(2, 1).id];
    let roles: Vec<RoleId> = vec![role(1, 1).id, role(1, 2).id, id(9)];
    prop_oneof![
        select(vec![UserKind::Person, UserKind::Service]).prop_map(UserTrait::Kind),
        select(vec![Status::Active, Status::Disabled]).prop_map(UserTrait::Status),
        select(groups).prop_map(UserTrait::Group),
        select(roles).prop_map(UserTrait::Role),
        Just(UserTrait::Permission(permission())),
    ]
}

fn conditions() -> impl Strategy<Value = Condition<User>> {
    let fields = vec![UserTime::CreatedAt, UserTime::UpdatedAt, UserTime::LastLoginAt];
    let plain = prop_oneof![
        4 => (select(TEXTS.to_vec()), text_tests()).prop_map(|(field, test)| Condition::Text(field, test)),
        2 => (select(fields), time_tests()).prop_map(|(field, test)| Condition::Time(field, test)),
        3 => traits().prop_map(Condition::Is),
    ];
    plain.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(|condition| Condition::Not(Box::new(condition))),
        ]
    })
}

fn searches() -> impl Strategy<Value = Search<User>> {
    let sort = (select(KEYS.to_vec()), any::<bool>()).prop_map(|(by, descending)| Sort { by, descending });
    (vec(conditions(), 0..3), vec(sort, 0..4)).prop_map(|(conditions, sort)| Search { conditions, sort })
}

/// All that fits, read by parts of a size: by where the last part ended, or by how many there were before.
fn read_by_parts(backend: &mut Backend, search: &Search<User>, size: u32, by_place: bool) -> Vec<User> {
    let mut found: Vec<User> = Vec::new();
    loop {
        let start = match found.last() {
            Some(last) if by_place => Start::After(search.position_of(last)),
            _ => Start::Offset(found.len() as u64),
        };
        let wanted = search.clone();
        let slice = backend.read(move |txn| txn.search_users(id(1), &wanted, &start, size)).expect("the store reads");
        assert!(slice.items.len() <= size as usize);
        found.extend(slice.items);
        if !slice.more {
            return found;
        }
    }
}

#[test]
fn random_searches_find_what_the_rules_say_in_every_way_of_reading() {
    let crowd = crowd();
    let mut backend = Backend::new(Variant::Memory);
    backend.furnish();
    let users = crowd.clone();
    backend.write(move |txn| users.iter().try_for_each(|user| txn.insert_user(user))).expect("the names are free");
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(400) });
    let backend = std::cell::RefCell::new(backend);
    let ways = (searches(), 1_u32..70, any::<bool>());
    let outcome = runner.run(&ways, |(search, size, by_place)| {
        let mut backend = backend.borrow_mut();
        let expected = expected(&crowd, &search);
        prop_assert_eq!(&read_by_parts(&mut backend, &search, size, by_place), &expected);
        let (wanted, by_status) = (search.conditions.clone(), search.conditions);
        let count = backend.read(move |txn| txn.count_users(id(1), &wanted)).expect("the store reads");
        prop_assert_eq!(count, expected.len() as u64);
        let counts = backend.read(move |txn| txn.count_users_by_status(id(1), &by_status)).expect("the store reads");
        let of = |status: Status| expected.iter().filter(|user| user.status == status).count() as u64;
        let of_each = [Status::Active, Status::Disabled].map(|status| (status, of(status)));
        prop_assert_eq!(counts, of_each.into_iter().filter(|(_, count)| *count > 0).collect::<Vec<_>>());
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn every_size_of_a_part_joins_to_the_same_list() {
    on_every_furnished_backend(|backend| {
        let mine = [plain_user(1, 1), full_user(1, 2), plain_user(1, 4), full_user(1, 5)];
        let users: Vec<User> = [full_user(2, 3)].iter().chain(&mine).cloned().collect();
        backend.write(move |txn| users.iter().try_for_each(|user| txn.insert_user(user))).expect("they are new");
        for size in 1..=5 {
            assert_eq!(read_by_parts(backend, &Search::default(), size, true), mine, "parts of {size}");
            assert_eq!(read_by_parts(backend, &Search::default(), size, false), mine, "parts of {size}");
        }
    });
}

#[test]
fn a_part_with_large_objects_ends_early() {
    on_every_furnished_backend(|backend| {
        let large = |number| User { avatar: Some("x".repeat(STORE_SLICE_BYTES_MAX / 2)), ..plain_user(1, number) };
        let users = [large(1), large(2), large(3), plain_user(1, 4)];
        let expected = users.clone();
        backend.write(move |txn| users.iter().try_for_each(|user| txn.insert_user(user))).expect("they are new");
        let first = backend
            .read(|txn| txn.search_users(id(1), &Search::default(), &Start::Offset(0), 10))
            .expect("the store reads");
        assert_eq!((first.items.len(), first.more), (2, true));
        assert_eq!(read_by_parts(backend, &Search::default(), 10, true), expected);
    });
}

/// What is asked, the conditions, and what is found.
type Case<N> = (&'static str, Vec<Condition<N>>, Vec<N>);

#[test]
fn groups_are_searched_by_their_texts_and_what_they_have() {
    on_every_furnished_backend(|backend| {
        let (one, two) = (group(1, 1), group(1, 2));
        let user = full_user(1, 1);
        let member = user.id;
        backend.write(move |txn| txn.insert_user(&user)).expect("it is new");
        let named = |text: &str| Condition::Text(GroupText::Name, TextTest::Contains(text.to_owned()));
        let cases: [Case<Group>; 5] = [
            ("all", vec![], vec![two.clone(), one.clone()]),
            ("a part of the name", vec![named("UP 2")], vec![two.clone()]),
            ("an id", vec![Condition::Text(GroupText::Id, TextTest::OneOf(vec![one.id.to_uuid()]))], vec![one.clone()]),
            ("a member", vec![Condition::Is(GroupTrait::Member(member))], vec![one]),
            ("no member", vec![Condition::Is(GroupTrait::Member(member)).negated()], vec![two]),
        ];
        for (name, conditions, expected) in cases {
            let search = Search { conditions, sort: vec![Sort::descending(GroupKey::Name)] };
            let (count, slice) = backend
                .read(move |txn| {
                    let count = txn.count_groups(id(1), &search.conditions)?;
                    Ok((count, txn.search_groups(id(1), &search, &Start::Offset(0), 10)?))
                })
                .expect("the store reads");
            assert_eq!((slice.items, slice.more), (expected.clone(), false), "{name}");
            assert_eq!(count, expected.len() as u64, "{name}");
        }
    });
}

#[test]
fn roles_are_searched_by_their_texts_and_what_they_give() {
    on_every_furnished_backend(|backend| {
        let (one, two) = (role(1, 1), role(1, 2));
        let user = full_user(1, 1);
        let holder = user.id;
        backend.write(move |txn| txn.insert_user(&user)).expect("it is new");
        let gives = |name: &str| Condition::Is(RoleTrait::Permission(Permission::parse(name).expect("valid")));
        let described = |text: &str| Condition::Text(RoleText::Description, TextTest::Like(text.to_owned()));
        let cases: [Case<Role>; 5] = [
            ("all", vec![described("reads%")], vec![one.clone(), two.clone()]),
            ("none", vec![described("%write%")], vec![]),
            ("a permission", vec![gives("user_management")], vec![one.clone(), two.clone()]),
            ("a part of a permission", vec![gives("management")], vec![]),
            ("a holder", vec![Condition::Is(RoleTrait::Holder(holder))], vec![one]),
        ];
        for (name, conditions, expected) in cases {
            let search = Search { conditions, sort: vec![Sort::ascending(RoleKey::Name)] };
            let (count, slice) = backend
                .read(move |txn| {
                    let count = txn.count_roles(id(1), &search.conditions)?;
                    Ok((count, txn.search_roles(id(1), &search, &Start::Offset(0), 10)?))
                })
                .expect("the store reads");
            assert_eq!((slice.items, slice.more), (expected.clone(), false), "{name}");
            assert_eq!(count, expected.len() as u64, "{name}");
        }
    });
}
