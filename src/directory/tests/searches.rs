//! Searches: what they find, in parts that join, and for whom. That conditions mean what they say is the store's contract.

use futures::TryStreamExt;

use super::*;
use crate::domain::search::{GroupText, RoleText, Searched, UserKey, UserText, UserTrait};
use crate::domain::{Condition, Group, Role, Search, Sort, Status, TextTest, UserKind};
use crate::limits::{AVATAR_CHARS_MAX, PAGE_SIZE_MAX, SEARCH_SORT_KEYS_MAX};

fn window(offset: u64, limit: u32) -> Window {
    Window { offset, limit: PageSize::parse(limit).expect("a page size") }
}

fn contains<N: Searched>(field: N::Text, text: &str) -> Search<N> {
    Search { conditions: vec![Condition::Text(field, TextTest::Contains(text.into()))], ..Search::default() }
}

/// A directory with users by these names, of whom every other one is disabled, and one who may read users.
async fn crowd(names: &[&str]) -> (Rig, Caller) {
    let rig = Rig::new().await;
    for (index, name) in names.iter().enumerate() {
        let status = if index % 2 == 0 { Status::Active } else { Status::Disabled };
        rig.create(NewUser { status, ..named(name) }).await.expect("created");
    }
    let caller = rig.caller(&rig.readonly, Action::UsersRead).await.expect("it reads");
    (rig, caller)
}

fn usernames(views: &[UserView]) -> Vec<&str> {
    views.iter().map(|view| view.user.username.as_str()).collect()
}

async fn streamed(rig: &Rig, caller: &Caller, search: Search<User>, span: Span) -> Vec<UserView> {
    let listing = rig.directory.stream_users(caller, search, span).await.expect("it begins");
    listing.try_collect().await.expect("it ends")
}

#[tokio::test]
async fn windows_join_to_all_that_fits_and_tell_how_much_that_is() {
    let (rig, caller) = crowd(&["b1", "a2", "x", "B3", "a4"]).await;
    let search = Search { sort: vec![Sort::ascending(UserKey::Username)], ..Search::default() };
    let all = ["a2", "a4", "admin", "b1", "B3", "readonly", "x"];
    for limit in 1..=8 {
        let mut joined = Vec::new();
        for offset in (0..8).step_by(limit as usize) {
            let found =
                rig.directory.search_users(&caller, search.clone(), window(offset, limit)).await.expect("found");
            assert_eq!(found.total, 7);
            assert!(found.items.len() <= limit as usize);
            joined.extend(found.items);
        }
        assert_eq!(usernames(&joined), all, "windows of {limit}");
    }
    let beyond = rig.directory.search_users(&caller, search, window(u64::MAX, 1)).await.expect("found");
    assert_eq!((beyond.items.len(), beyond.total), (0, 7));
}

#[tokio::test]
async fn a_stream_is_what_a_window_is_and_a_part_of_it_if_asked() {
    let (rig, caller) = crowd(&["ada", "bob", "adam", "eve"]).await;
    let search = contains(UserText::Username, "AD");
    let found = rig.directory.search_users(&caller, search.clone(), window(0, PAGE_SIZE_MAX)).await.expect("found");
    assert_eq!(usernames(&found.items), ["admin", "readonly", "ada", "adam"]);
    assert_eq!(streamed(&rig, &caller, search.clone(), Span::default()).await, found.items);
    for (offset, limit, expected) in [
        (1, None, &["readonly", "ada", "adam"][..]),
        (1, Some(2), &["readonly", "ada"]),
        (0, Some(0), &[]),
        (4, Some(9), &[]),
        (u64::MAX, Some(u64::MAX), &[]),
    ] {
        let part = streamed(&rig, &caller, search.clone(), Span { offset, limit }).await;
        assert_eq!(usernames(&part), expected, "{limit:?} after {offset}");
    }
}

#[tokio::test]
async fn a_found_user_is_the_one_that_is_gotten() {
    let (rig, caller) = crowd(&["ada"]).await;
    let found = rig.directory.search_users(&caller, Search::default(), window(0, 10)).await.expect("found");
    assert_eq!(found.items.len(), 3);
    for view in found.items {
        assert_eq!(view, rig.get(view.user.id).await);
    }
}

#[tokio::test]
async fn searches_of_users_find_persons_of_the_own_organization_only() {
    let (rig, caller) = crowd(&["ada"]).await;
    rig.stranger().await;
    rig.create(NewUser { kind: UserKind::Service, ..named("robot") }).await.expect("created");
    let everybody = ["admin", "readonly", "ada", "like"];
    let services = Search {
        conditions: vec![Condition::Any(vec![
            Condition::Is(UserTrait::Kind(UserKind::Service)),
            Condition::Is(UserTrait::Kind(UserKind::Person)),
        ])],
        ..Search::default()
    };
    for search in [Search::default(), services] {
        assert_eq!(usernames(&streamed(&rig, &caller, search, Span::default()).await), everybody);
    }
    assert_eq!(rig.directory.count_users(&caller, vec![]).await.expect("counted"), 4);
}

#[tokio::test]
async fn users_are_counted_by_status() {
    let (rig, caller) = crowd(&["ada", "adam", "bob"]).await;
    let count = async |conditions| rig.directory.count_users_by_status(&caller, conditions).await.expect("counted");
    assert_eq!(count(vec![]).await, [(Status::Active, 4), (Status::Disabled, 1)]);
    let named_adam = Condition::Text(UserText::Username, TextTest::OneOf(vec!["Adam".into()]));
    assert_eq!(count(vec![named_adam]).await, [(Status::Disabled, 1)]);
}

#[tokio::test]
async fn members_are_the_persons_in_a_group() {
    let (rig, caller) = crowd(&["ada", "bob"]).await;
    let admin = rig.caller(&rig.admin, Action::GroupsCreate).await.expect("the admin may");
    let new = NewGroup { name: "Crew".into(), ..NewGroup::default() };
    let group = rig.directory.create_group(&admin, new).await.expect("created").group;
    let crew = Reference::Id(group.id.to_uuid());
    let bob = vec![UserSelector::Username("bob".into())];
    rig.directory.add_members(&admin, crew.clone(), bob).await.expect("added");
    let members = async |group: Reference| {
        let listing = rig.directory.stream_members(&caller, group, Search::default(), Span::default()).await?;
        listing.try_collect::<Vec<_>>().await
    };
    let found = members(crew).await.expect("there is such a group");
    assert_eq!(usernames(&found), ["bob"]);
    let everyone = members(Reference::Name("everyone".into())).await.expect("there is such a group");
    assert_eq!(usernames(&everyone), ["admin", "readonly", "ada", "bob"]);
    for absent in [Reference::Name("nothing".into()), Reference::Id("nothing".into())] {
        let outcome = members(absent).await;
        assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Group })), "{outcome:?}");
    }
}

#[tokio::test]
async fn groups_and_roles_are_searched_too() {
    let rig = Rig::new().await;
    let admin = rig.caller(&rig.admin, Action::GroupsCreate).await.expect("the admin may");
    let new = NewGroup { name: "Crew".into(), ..NewGroup::default() };
    let made = rig.directory.create_group(&admin, new).await.expect("created");
    let reader = rig.caller(&rig.readonly, Action::GroupsRead).await.expect("it reads");
    let search = contains::<Group>(GroupText::Name, "cRe");
    let found = rig.directory.search_groups(&reader, search.clone(), window(0, 10)).await.expect("found");
    assert_eq!(found, Found { items: vec![made], total: 1 });
    let listing = rig.directory.stream_groups(&reader, search, Span::default()).await.expect("it begins");
    assert_eq!(listing.try_collect::<Vec<_>>().await.expect("it ends"), found.items);
    let search = contains::<Role>(RoleText::Name, "platform");
    let roles = rig.directory.search_roles(&reader, search, window(1, 1)).await.expect("found");
    let names: Vec<&str> = roles.items.iter().map(|view| view.role.name.as_str()).collect();
    assert_eq!((names, roles.total), (vec!["ece_platform_viewer"], 2));
}

#[tokio::test]
async fn who_may_not_read_is_refused_before_anything_else() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(named("jane")).await;
    let jane = rig.caller(&key, Action::UsersReadSelf).await.expect("authenticated");
    let directory = &rig.directory;
    let absurd = Search { sort: vec![Sort::ascending(UserKey::Id); SEARCH_SORT_KEYS_MAX + 1], ..Search::default() };
    let users = ForbiddenReason::MissingAction(Action::UsersRead);
    assert_forbidden(directory.search_users(&jane, absurd.clone(), window(0, 1)).await, users);
    assert_forbidden(directory.stream_users(&jane, absurd.clone(), Span::default()).await.map(|_| ()), users);
    assert_forbidden(directory.count_users(&jane, vec![]).await, users);
    assert_forbidden(directory.count_users_by_status(&jane, vec![]).await, users);
    for group in ["Everyone", "nothing"].map(|name| Reference::Name(name.into())) {
        let refused = directory.stream_members(&jane, group, absurd.clone(), Span::default()).await;
        assert_forbidden(refused.map(|_| ()), users);
    }
    let groups = ForbiddenReason::MissingAction(Action::GroupsRead);
    assert_forbidden(directory.search_groups(&jane, Search::default(), window(0, 1)).await, groups);
    let roles = ForbiddenReason::MissingAction(Action::RolesRead);
    assert_forbidden(directory.search_roles(&jane, Search::default(), window(0, 1)).await, roles);
    let reader = rig.caller(&rig.readonly, Action::UsersRead).await.expect("it reads");
    let refused = directory.stream_users(&reader, absurd, Span::default()).await.map(|_| ());
    assert_invalid(refused, "sort", InvalidReason::TooMany { max: SEARCH_SORT_KEYS_MAX });
}

#[tokio::test]
async fn everybody_knows_the_own_organization_and_the_own_groups_and_no_other() {
    let rig = Rig::new().await;
    let stranger = rig.stranger().await;
    let (jane, key) = rig.person(named("jane")).await;
    let caller = rig.caller(&key, Action::UsersReadSelf).await.expect("authenticated");
    let directory = &rig.directory;
    let own = jane.organization.clone();
    for named in [Reference::Id(own.id.to_uuid()), Reference::Id(own.id.to_base32()), Reference::Name(own.name.clone())]
    {
        assert_eq!(directory.get_organization(&caller, named).await.expect("it is the own"), own);
    }
    let others = [stranger.organization.to_uuid(), "other".to_owned(), String::new()];
    for other in others.into_iter().flat_map(|text| [Reference::Id(text.clone()), Reference::Name(text)]) {
        let outcome = directory.get_organization(&caller, other).await;
        assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Organization })), "{outcome:?}");
    }
    let oneself = UserSelector::oneself(&caller);
    assert_eq!(directory.organization_of(&caller, oneself.clone()).await.expect("it is the own"), own);
    let groups = directory.groups_of(&caller, oneself).await.expect("they are the own");
    assert_eq!(groups.into_iter().map(Arc::new).collect::<Vec<_>>(), jane.groups);
    let admin = UserSelector::Username("admin".into());
    assert_forbidden(
        directory.groups_of(&caller, admin.clone()).await,
        ForbiddenReason::MissingAction(Action::UsersRead),
    );
    let reader = rig.caller(&rig.readonly, Action::UsersRead).await.expect("it reads");
    assert_eq!(directory.groups_of(&reader, admin).await.expect("it reads").len(), 1);
    assert_not_found(directory.groups_of(&reader, UserSelector::Id(stranger.id)).await);
}

#[tokio::test]
async fn large_pictures_shorten_pages_and_not_windows() {
    let rig = Rig::new().await;
    let avatar = format!("data:,{}", "x".repeat(AVATAR_CHARS_MAX - 6));
    for number in 0..20 {
        let new = NewUser { avatar: Some(avatar.clone()), ..named(&format!("u{number:02}")) };
        rig.create(new).await.expect("created");
    }
    let reader = rig.caller(&rig.readonly, Action::UsersRead).await.expect("it reads");
    let name = |view: UserView| view.user.username.to_string();
    let found = rig.directory.search_users_as(&reader, Search::default(), window(0, 100), name).await.expect("found");
    assert_eq!((found.items.len(), found.total), (22, 22));
    let (mut listed, mut marker, mut sizes) = (Vec::new(), None, Vec::new());
    loop {
        let query = UserQuery { marker, page_size: PageSize::parse(100).expect("a page size") };
        let page = rig.directory.list_users(&reader, query).await.expect("listed");
        sizes.push(page.items.len());
        listed.extend(page.items.into_iter().map(name));
        marker = page.next;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(listed, found.items);
    assert!(sizes.len() > 1, "{sizes:?}");
}

#[tokio::test]
async fn several_users_are_found_in_the_order_asked_for() {
    let rig = Rig::new().await;
    let (jane, key) = rig.person(mailed("jane@example.com")).await;
    rig.create(NewUser { kind: UserKind::Service, ..named("robot") }).await.expect("created");
    rig.stranger().await;
    let selectors = || {
        vec![
            UserSelector::ServiceAccountNamed("ROBOT".into()),
            UserSelector::EmailOrUsername("stranger@example.com".into()),
            UserSelector::EmailOrUsername("JANE@example.com".into()),
            UserSelector::EmailOrUsername("robot".into()),
            UserSelector::Id(jane.user.id),
        ]
    };
    let found = rig.directory.find_users(&rig.admin().await, selectors()).await.expect("found");
    let names: Vec<Option<String>> =
        found.into_iter().map(|view| view.map(|view| view.user.username.to_string())).collect();
    let jane_named = Some(jane.user.username.to_string());
    assert_eq!(names, [Some("robot".to_owned()), None, jane_named.clone(), None, jane_named]);

    let jane = rig.caller(&key, Action::UsersRead).await.expect("the own account");
    let missing = ForbiddenReason::MissingAction(Action::UsersRead);
    assert_forbidden(rig.directory.find_users(&jane, selectors()).await, missing);
    let own = rig.directory.find_users(&jane, vec![UserSelector::oneself(&jane)]).await.expect("the own account");
    assert!(own[0].is_some());
}
