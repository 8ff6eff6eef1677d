//! What the lists ask for: whom, and which part of them.

use crate::directory::{Reference, Span};
use crate::domain::search::{Condition, GroupText, Search, TextTest, UserText, UserTrait};
use crate::domain::{Group, Id, Status, User};
use crate::generated::frontier::{ListAllUsersRequest, ListUsersRequest};

/// How many users a page has where the request does not say.
const PAGE_SIZE_DEFAULT: u64 = 50;

/// What a list of users asks for.
#[derive(Clone, Debug)]
pub(in super::super) struct UserListing {
    /// The organization that it names.
    pub(in super::super) organization: Option<Reference>,
    /// Who is in it.
    pub(in super::super) search: Search<User>,
    /// Which part of them.
    pub(in super::super) span: Span,
}

/// The two lists of users are one.
impl From<ListAllUsersRequest> for ListUsersRequest {
    fn from(request: ListAllUsersRequest) -> Self {
        let ListAllUsersRequest { page_size, page_num, keyword, org_id, group_id, state } = request;
        Self { page_size, page_num, keyword, org_id, group_id, state }
    }
}

/// What ListUsers and ListAllUsers ask for. What is empty was not said, as in protocol buffers.
pub(in super::super) fn listing(request: ListUsersRequest) -> UserListing {
    let said = |text: Option<String>| text.filter(|text| !text.is_empty());
    let (organization, group) = (super::said_organization(request.org_id), said(request.group_id));
    let is_whole = organization.is_some() || group.is_some();
    let keyword = said(request.keyword)
        .map(|keyword| Condition::any_text(&[UserText::Username, UserText::Email], &TextTest::Contains(keyword)));
    let conditions = [Some(in_state(said(request.state))), keyword, group.map(|group| in_group(&group))];
    UserListing {
        organization,
        search: Search { conditions: conditions.into_iter().flatten().collect(), ..Search::default() },
        span: span(number(request.page_size), number(request.page_num), is_whole),
    }
}

/// Which members of a group are listed.
pub(in super::super) fn members() -> Search<User> {
    Search { conditions: vec![in_state(None)], ..Search::default() }
}

/// Which groups are listed. All of them are enabled.
pub(in super::super) fn groups(group_ids: Option<Vec<String>>, state: Option<String>) -> Search<Group> {
    let nothing = (!is_enabled(state)).then(|| Condition::Any(Vec::new()));
    let ids = group_ids.filter(|ids| !ids.is_empty());
    let those = ids.map(|ids| Condition::Text(GroupText::Id, TextTest::OneOf(ids)));
    Search { conditions: nothing.into_iter().chain(those).collect(), ..Search::default() }
}

/// Whether a list of what is always enabled has anything in it.
pub(in super::super) fn is_enabled(state: Option<String>) -> bool {
    state.is_none_or(|state| state.is_empty() || state == super::search::ENABLED)
}

fn in_state(state: Option<String>) -> Condition<User> {
    match state {
        None => Condition::Is(UserTrait::Status(Status::Active)),
        Some(state) => super::search::in_states(|word| word == state),
    }
}

fn in_group(group: &str) -> Condition<User> {
    let known = Id::parse_uuid(group).map(|id| Condition::Is(UserTrait::Group(id.into())));
    known.unwrap_or(Condition::Any(Vec::new()))
}

/// The part that a page is. A list that is whole where the request says no size has one page.
fn span(page_size: u64, page_num: u64, is_whole: bool) -> Span {
    let page_size = match page_size {
        0 if is_whole => return Span::default(),
        0 => PAGE_SIZE_DEFAULT,
        size => size,
    };
    Span { offset: page_num.saturating_sub(1).saturating_mul(page_size), limit: Some(page_size) }
}

/// A number that the contract lets be zero or more.
fn number(number: Option<i32>) -> u64 {
    number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> ListUsersRequest {
        let (keyword, org_id, group_id, state) = (None, None, None, None);
        ListUsersRequest { page_size: None, page_num: None, keyword, org_id, group_id, state }
    }

    #[test]
    fn pages_have_fifty_users_unless_they_are_the_whole_list() {
        let page = |page_size, page_num| ListUsersRequest { page_size, page_num, ..request() };
        let of_org = |request| ListUsersRequest { org_id: Some("default".into()), ..request };
        let of_group = |request| ListUsersRequest { group_id: Some("x".into()), ..request };
        let cases = [
            (page(None, None), 0, Some(50)),
            (page(Some(0), Some(0)), 0, Some(50)),
            (page(None, Some(3)), 100, Some(50)),
            (page(Some(10), Some(1)), 0, Some(10)),
            (page(Some(i32::MAX), Some(i32::MAX)), 4_611_686_011_984_936_962, Some(2_147_483_647)),
            (of_org(page(None, Some(7))), 0, None),
            (of_group(page(Some(0), None)), 0, None),
            (of_org(page(Some(5), Some(2))), 5, Some(5)),
        ];
        for (request, offset, limit) in cases {
            let shown = format!("{request:?}");
            assert_eq!(listing(request).span, Span { offset, limit }, "{shown}");
        }
    }

    #[test]
    fn a_state_is_a_word_or_nobody() {
        let of = |state: &str| listing(ListUsersRequest { state: Some(state.into()), ..request() }).search.conditions;
        let active = Condition::Is(UserTrait::Status(Status::Active));
        assert_eq!(of("enabled"), [Condition::Any(vec![active.clone()])]);
        assert_eq!(of(""), listing(request()).search.conditions);
        assert_eq!(of(""), [active]);
        assert_eq!(of("disabled"), [Condition::Any(vec![Condition::Is(UserTrait::Status(Status::Disabled))])]);
        assert_eq!(of("Enabled"), [Condition::Any(vec![])]);
    }
}
