//! Lists that are read while somebody writes: whoever is there all the time, and does not change places, is listed once.

use std::sync::atomic::{AtomicBool, Ordering};

use futures::{StreamExt, TryStreamExt};
use tempfile::TempDir;

use super::*;
use crate::domain::search::{UserKey, UserTrait};
use crate::domain::{Change, Condition, Search, Sort, Status, UserPatch};
use crate::limits::LISTING_OBJECTS_MAX;

/// Users who stay; as many come and go.
const KEPT: usize = 700;

/// A directory in files with users of whom every other one stays, and a reader.
async fn crowd() -> (TempDir, Rig, Caller) {
    let files = TempDir::new().expect("a temporary directory can be made");
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let rig = Rig::over(SqliteStore::open(files.path(), 2, &log).expect("nobody else has it")).await;
    let like = rig.create(named("like")).await.expect("created").view.user;
    let context = Arc::clone(&rig.directory.context);
    let fill = move |txn: &dyn WriteTransaction| {
        for number in 0..2 * KEPT {
            let username =
                Username::parse(&format!("{}{number:04}", if number % 2 == 0 { "kept" } else { "passing" }))?;
            txn.insert_user(&User { id: context.id(), username, ..like.clone() })?;
        }
        Ok(())
    };
    rig.directory.write(fill).await.expect("they are new");
    let caller = rig.caller(&rig.readonly, Action::UsersRead).await.expect("it reads");
    (files, rig, caller)
}

/// Deletes, creates and changes users, once at least and until told to stop, and says how often.
async fn disturb(directory: Directory, admin: Caller, stop: Arc<AtomicBool>) -> usize {
    let mut rounds = 0;
    loop {
        let passing = format!("passing{:04}", (rounds * 37 * 2 + 1) % (2 * KEPT));
        let _gone_or_not = directory.delete_user(&admin, UserSelector::Username(passing)).await;
        directory.create_user(&admin, named(&format!("new{rounds:04}"))).await.expect("created");
        let kept = UserSelector::Username(format!("kept{:04}", rounds * 31 * 2 % (2 * KEPT)));
        let patch = UserPatch { display_name: Change::Set(rounds.to_string()), ..UserPatch::default() };
        let update = UserUpdate { patch, ..UserUpdate::default() };
        directory.update_user(&admin, kept, update).await.expect("changed");
        rounds += 1;
        if stop.load(Ordering::Relaxed) {
            return rounds;
        }
    }
}

/// Reads one list after another while somebody writes, and checks each.
async fn read_while_disturbed(read: impl AsyncFn(&Rig, &Caller) -> Vec<Vec<String>>) {
    let (_files, rig, caller) = crowd().await;
    let stop = Arc::new(AtomicBool::new(false));
    let admin = rig.admin().await;
    let disturbance = tokio::spawn(disturb(rig.directory.clone(), admin, Arc::clone(&stop)));
    let lists = read(&rig, &caller).await;
    stop.store(true, Ordering::Relaxed);
    assert!(disturbance.await.expect("nothing went wrong") > 0);
    for (index, list) in lists.into_iter().enumerate() {
        let kept = list.iter().filter(|name| name.starts_with("kept")).count();
        assert_eq!(kept, KEPT, "list {index}: who stays is listed");
        let different: BTreeSet<&String> = list.iter().collect();
        assert_eq!(different.len(), list.len(), "list {index}: nobody is listed twice");
    }
}

fn username(view: &UserView) -> String {
    view.user.username.to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn joined_pages_hold_whoever_stays_once() {
    read_while_disturbed(async |rig, caller| {
        let mut lists = Vec::new();
        for entries in [1000, 100, 23] {
            let page_size = PageSize::parse(entries).expect("a page size");
            let (mut list, mut marker) = (Vec::new(), None);
            loop {
                let page = rig.directory.list_users(caller, UserQuery { marker, page_size }).await.expect("listed");
                list.extend(page.items.iter().map(username));
                marker = page.next;
                if marker.is_none() {
                    break;
                }
            }
            lists.push(list);
        }
        lists
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_is_read_as_it_is_taken_holds_whoever_stays_once() {
    assert!((LISTING_OBJECTS_MAX as usize) < KEPT, "it takes several parts");
    read_while_disturbed(async |rig, caller| {
        let active = Condition::Is(UserTrait::Status(Status::Active));
        let searches = [
            Search::default(),
            Search { conditions: vec![active], sort: vec![Sort::descending(UserKey::CreatedAt)] },
            Search { conditions: vec![], sort: vec![Sort::ascending(UserKey::Username)] },
            Search {
                conditions: vec![],
                sort: vec![Sort::descending(UserKey::Status), Sort::ascending(UserKey::Email)],
            },
        ];
        let mut lists = Vec::new();
        for search in searches {
            let listing = rig.directory.stream_users(caller, search, Span::default()).await.expect("it begins");
            let slowly = listing.chunks(100).then(async |views| {
                tokio::task::yield_now().await;
                views.into_iter().collect::<Result<Vec<_>, Error>>()
            });
            let views: Vec<Vec<UserView>> = slowly.try_collect().await.expect("it ends");
            lists.push(views.iter().flatten().map(username).collect());
        }
        lists
    })
    .await;
}
