//! What a search found.

use super::super::from_wire::UserSearch;
use super::users::users;
use super::{long, state};
use crate::directory::{Listing, UserView};
use crate::domain::Status;
use crate::generated::frontier::{Pagination, SearchGroup, SearchGroupData, SearchReply};

/// The users who were found, with how many there are in all, and in each state where that was asked for.
pub(in super::super) fn search_reply(
    asked: &UserSearch,
    counts: Vec<(Status, u64)>,
    listing: Listing<UserView>,
) -> SearchReply {
    let total = counts.iter().map(|(_, number)| number).sum();
    let pagination = Pagination { offset: asked.offset, limit: asked.limit, total_count: long(total) };
    let group = if asked.is_grouped { group(counts) } else { SearchGroup { name: String::new(), data: Vec::new() } };
    SearchReply { users: users(listing), pagination, group }
}

/// The counts in the order of the states' words.
fn group(counts: Vec<(Status, u64)>) -> SearchGroup {
    let mut data: Vec<SearchGroupData> = counts
        .into_iter()
        .map(|(status, number)| SearchGroupData { name: state(status).to_owned(), count: long(number) })
        .collect();
    data.sort_by(|one, other| one.name.cmp(&other.name));
    SearchGroup { name: "state".to_owned(), data }
}
