//! Users by pages: every page size, changes between pages, and markers that are nobody's.

use super::*;
use crate::limits::PAGE_SIZE_MAX;

fn query(marker: Option<&str>, entries: u32) -> UserQuery {
    UserQuery { marker: marker.map(ToOwned::to_owned), page_size: PageSize::parse(entries).expect("a page size") }
}

/// A directory with `count` users beside the built-in two, and a caller who may list them.
async fn crowd(count: usize) -> (Rig, Caller) {
    let rig = Rig::new().await;
    for number in 0..count {
        rig.create(named(&format!("user{number}"))).await.expect("created");
    }
    let caller = rig.caller(&rig.readonly, Action::UsersRead).await.expect("it reads");
    (rig, caller)
}

fn usernames(views: &[UserView]) -> Vec<String> {
    views.iter().map(|view| view.user.username.to_string()).collect()
}

async fn names_by_pages_of(rig: &Rig, caller: &Caller, entries: u32) -> Vec<String> {
    let mut names = Vec::new();
    let mut marker = None;
    loop {
        let page = rig.directory.list_users(caller, query(marker.as_deref(), entries)).await.expect("listed");
        assert!(page.items.len() <= entries as usize);
        names.extend(usernames(&page.items));
        marker = page.next;
        if marker.is_none() {
            return names;
        }
        assert_eq!(page.items.len(), entries as usize, "only the last page is shorter");
    }
}

#[tokio::test]
async fn joined_pages_hold_everybody_once_in_the_order_of_creation() {
    let (rig, caller) = crowd(7).await;
    rig.stranger().await;
    let all = names_by_pages_of(&rig, &caller, PAGE_SIZE_MAX).await;
    assert_eq!(all.len(), 7 + 2 + 1, "with the two that are built in, and the one that the stranger is like");
    assert_eq!(all[..4], ["admin", "readonly", "user0", "user1"]);
    for entries in 1..=11 {
        assert_eq!(names_by_pages_of(&rig, &caller, entries).await, all, "pages of {entries}");
    }
}

#[tokio::test]
async fn every_page_size_joins_to_the_same_list() {
    let (rig, caller) = crowd(198).await;
    let all = names_by_pages_of(&rig, &caller, PAGE_SIZE_MAX).await;
    assert_eq!(all.len(), 200);
    // Beyond what there is, one page is like another.
    for entries in (1..=201).chain([PAGE_SIZE_MAX - 1]) {
        assert_eq!(names_by_pages_of(&rig, &caller, entries).await, all, "pages of {entries}");
    }
}

#[tokio::test]
async fn a_listed_user_is_the_one_that_is_gotten() {
    let (rig, _) = crowd(0).await;
    let (_, manager_key) = rig.person(manager()).await;
    let manager = rig.caller(&manager_key, Action::UsersCreate).await.expect("a manager may");
    rig.directory.create_user(&manager, mailed("jane@example.com")).await.expect("created");
    let admin = rig.admin().await;
    let page = rig.directory.list_users(&admin, query(None, 10)).await.expect("listed");
    assert_eq!(usernames(&page.items), ["admin", "readonly", "manager", "jane_example_com"]);
    for view in page.items {
        assert_eq!(view, rig.get(view.user.id).await);
    }
}

#[tokio::test]
async fn changes_between_pages_neither_hide_nor_repeat_anybody_else() {
    let (rig, caller) = crowd(6).await;
    let first = rig.directory.list_users(&caller, query(None, 4)).await.expect("listed");
    assert_eq!(usernames(&first.items), ["admin", "readonly", "user0", "user1"]);
    let admin = rig.admin().await;
    for gone in ["user0", "user1", "user3"] {
        rig.directory.delete_user(&admin, UserSelector::Username(gone.into())).await.expect("deleted");
    }
    rig.create(named("late")).await.expect("created");
    let second = rig.directory.list_users(&caller, query(first.next.as_deref(), 10)).await.expect("listed");
    assert_eq!(usernames(&second.items), ["user2", "user4", "user5", "late"]);
    assert_eq!(second.next, None);
}

#[tokio::test]
async fn a_marker_is_of_use_only_to_whom_it_was_given() {
    let (rig, caller) = crowd(3).await;
    let marker = rig.directory.list_users(&caller, query(None, 1)).await.expect("listed").next.expect("there are more");
    let because = InvalidReason::Malformed("is not a marker of this list");
    let admin = rig.admin().await;
    assert_invalid(rig.directory.list_users(&admin, query(Some(&marker), 1)).await, "marker", because.clone());
    let forged = format!("B{}", &marker[1..]);
    for bad in ["", "1", "../..", "AAAAAAAAAAAAAAAA", &forged, &marker[1..]] {
        let outcome = rig.directory.list_users(&caller, query(Some(bad), 1)).await;
        assert_invalid(outcome, "marker", because.clone());
    }
    rig.directory.list_users(&caller, query(Some(&marker), 1)).await.expect("its own caller may use it again");
}

#[tokio::test]
async fn who_may_not_read_users_gets_no_list() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(named("jane")).await;
    let caller = rig.caller(&key, Action::UsersReadSelf).await.expect("authenticated");
    let missing = ForbiddenReason::MissingAction(Action::UsersRead);
    for marker in [None, Some("x")] {
        assert_forbidden(rig.directory.list_users(&caller, query(marker, 1)).await, missing);
    }
}
