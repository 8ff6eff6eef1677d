//! Lists that say beforehand how much they have.

use futures::TryStreamExt;

use super::*;
use crate::domain::search::{Condition, Search, TextTest, UserText};
use crate::limits::COUNTED_OBJECTS_MAX;

/// Those whose name begins so.
fn starting(with: &str) -> Search<User> {
    let conditions = vec![Condition::Text(UserText::Username, TextTest::StartsWith(with.to_owned()))];
    Search { conditions, ..Search::default() }
}

impl Rig {
    /// How many a list says that it has, and how many it has.
    async fn counted(&self, search: Search<User>, span: Span) -> (u64, usize) {
        let admin = self.admin().await;
        let counted = self.directory.stream_counted_users(&admin, search, span).await.expect("listed");
        let items: Vec<UserView> = counted.items.try_collect().await.expect("read");
        (counted.count, items.len())
    }
}

#[tokio::test]
async fn a_list_has_as_much_as_it_says_whatever_its_size() {
    let rig = Rig::new().await;
    let all = COUNTED_OBJECTS_MAX + 20;
    let admin = rig.admin().await;
    let new = (0..all).map(|number| named(&format!("one{number}"))).collect();
    rig.directory.invite_users(&admin, new).await.expect("created");
    let edges = [0, 1, COUNTED_OBJECTS_MAX - 1, COUNTED_OBJECTS_MAX, COUNTED_OBJECTS_MAX + 1, all, all + 1, 5000];
    for offset in edges {
        let left = all.saturating_sub(offset);
        let from = u64::try_from(offset).expect("small");
        let unlimited = rig.counted(starting("one"), Span { offset: from, limit: None }).await;
        assert_eq!(unlimited, (left as u64, left), "from {offset}");
        for limit in edges.into_iter().filter(|limit| *limit > 0) {
            let expected = left.min(limit);
            let span = Span { offset: from, limit: Some(limit as u64) };
            assert_eq!(rig.counted(starting("one"), span).await, (expected as u64, expected), "{limit} from {offset}");
        }
    }
    assert_eq!(rig.counted(starting("none"), Span::default()).await, (0, 0));
}

#[tokio::test]
async fn who_may_not_list_users_gets_no_number() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(named("plain")).await;
    let plain = rig.caller(&key, Action::UsersReadSelf).await.expect("admitted");
    let outcome = rig.directory.stream_counted_users(&plain, Search::default(), Span::default()).await;
    assert_forbidden(outcome.map(|counted| counted.count), ForbiddenReason::MissingAction(Action::UsersRead));
}
