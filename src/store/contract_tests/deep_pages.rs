//! The contract about pages deep in a list and about counts: they are those of the moment, whatever changed since they were asked
//! for before, and whoever asked.

use super::search::expected;
use super::{Backend, on_every_furnished_backend};
use crate::domain::search::{Start, UserKey, UserText, UserTrait};
use crate::domain::{Condition, Email, Search, Sort, Status, TextTest, User, UserKind, Username};
use crate::limits::OFFSET_PASSED_MAX;
use crate::store::samples::{id, plain_user, time};

fn user(number: u64) -> User {
    let mixed = number * 7919 % 10_007;
    User {
        username: Username::parse(&format!("u{mixed:05}")).expect("valid"),
        email: (!number.is_multiple_of(4)).then(|| Email::parse(&format!("{mixed}@example.org")).expect("valid")),
        display_name: Some(format!("Name {}", mixed % 100)),
        status: if number.is_multiple_of(3) { Status::Disabled } else { Status::Active },
        created_at: time(i64::try_from(number / 10).expect("it is small")),
        ..plain_user(1, number)
    }
}

fn searches() -> Vec<Search<User>> {
    let person = || Condition::Is(UserTrait::Kind(UserKind::Person));
    let search = |more: Option<Condition<User>>, sort: &[Sort<User>]| Search {
        conditions: [person()].into_iter().chain(more).collect(),
        sort: sort.to_vec(),
    };
    let active = || Some(Condition::Any(vec![Condition::Is(UserTrait::Status(Status::Active))]));
    let named = || Some(Condition::Text(UserText::EmailOrUsername, TextTest::Contains("1".to_owned())));
    vec![
        search(None, &[]),
        search(active(), &[]),
        search(None, &[Sort::descending(UserKey::Username)]),
        search(active(), &[Sort::descending(UserKey::DisplayName), Sort::ascending(UserKey::Id)]),
        search(named(), &[Sort::descending(UserKey::EmailOrUsername)]),
        search(None, &[Sort::ascending(UserKey::CreatedAt)]),
        search(None, &[Sort::descending(UserKey::LastLoginAt)]),
        search(active(), &[Sort::ascending(UserKey::UpdatedAt)]),
    ]
}

fn check(backend: &mut Backend, crowd: &[User], when: &str) {
    for search in searches() {
        let fitting = expected(crowd, &search);
        for offset in [OFFSET_PASSED_MAX + 1, OFFSET_PASSED_MAX + 600, OFFSET_PASSED_MAX + 5000, 3] {
            let wanted = search.clone();
            let (slice, count, counts) = backend
                .read(move |txn| {
                    let slice = txn.search_users(id(1), &wanted, &Start::Offset(offset), 20)?;
                    let counts = txn.count_users_by_status(id(1), &wanted.conditions)?;
                    Ok((slice, txn.count_users(id(1), &wanted.conditions)?, counts))
                })
                .expect("the store reads");
            let skipped = usize::try_from(offset).expect("it is small");
            let ids = |users: &[User]| users.iter().map(|user| user.id).collect::<Vec<_>>();
            let page: Vec<User> = fitting.iter().skip(skipped).take(20).cloned().collect();
            assert_eq!(ids(&slice.items), ids(&page), "{when}: {search:?} from {offset}");
            assert_eq!(slice.more, fitting.len() > skipped + 20, "{when}: {search:?} from {offset}");
            assert_eq!(count, fitting.len() as u64, "{when}: {search:?}");
            assert_eq!(counts.iter().map(|(_, count)| count).sum::<u64>(), count, "{when}: {search:?}");
        }
    }
}

#[test]
fn pages_deep_in_a_list_follow_every_change() {
    on_every_furnished_backend(|backend| {
        let mut crowd: Vec<User> = (0..3000).map(user).collect();
        let users = crowd.clone();
        backend.write(move |txn| users.iter().try_for_each(|user| txn.insert_user(user))).expect("they are new");
        check(backend, &crowd, "at first");
        check(backend, &crowd, "again");

        let old = crowd[17].clone();
        let new = User { display_name: Some("A".to_owned()), updated_at: time(99), ..old.clone() };
        crowd[17] = User { version: old.version + 1, ..new.clone() };
        backend.write(move |txn| txn.update_user(&old, &new)).expect("it is there");
        check(backend, &crowd, "after another name");

        let old = crowd[1].clone();
        let new = User { status: Status::Disabled, ..old.clone() };
        crowd[1] = User { version: old.version + 1, ..new.clone() };
        backend.write(move |txn| txn.update_user(&old, &new)).expect("it is there");
        check(backend, &crowd, "after another status");

        let login = crowd[29].id;
        crowd[29].last_login_at = Some(time(5));
        backend.write(move |txn| txn.touch_login(id(1), login, time(5))).expect("it is there");
        check(backend, &crowd, "after a login");

        let gone = crowd.remove(5);
        backend.write(move |txn| txn.delete_user(&gone)).expect("it is there");
        check(backend, &crowd, "after somebody went");

        crowd.push(user(5000));
        backend.write(|txn| txn.insert_user(&user(5000))).expect("it is new");
        check(backend, &crowd, "after somebody came");

        let undone = backend.write(|txn| {
            txn.insert_user(&user(5001))?;
            Err::<(), _>(crate::domain::Error::internal("it is undone"))
        });
        undone.expect_err("it is undone");
        check(backend, &crowd, "after somebody did not come");
    });
}
