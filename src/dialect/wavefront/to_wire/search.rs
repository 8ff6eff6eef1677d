//! From what the directory found to Wavefront's pages, in which users have ids for what belongs to them.
//! It must not know what was looked for.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::directory::{Found, UserView};
use crate::domain::{RoleId, UserId};
use crate::generated::wavefront::{
    CustomerFacingUserObject, PagedCustomerFacingUserObject, ResponseContainerPagedCustomerFacingUserObject, Sorting,
};

use super::{goes_on, identifier, number, ok};

/// What is escaped in a segment of a path: all but RFC 3986's unreserved characters.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A page of users.
pub(crate) fn users(
    found: Found<CustomerFacingUserObject>,
    offset: i32,
    limit: i32,
    sort: Option<Sorting>,
) -> ResponseContainerPagedCustomerFacingUserObject {
    let response = PagedCustomerFacingUserObject {
        more_items: goes_on(offset, found.items.len(), found.total),
        items: found.items,
        offset,
        limit,
        total_items: number(found.total),
        sort,
    };
    ResponseContainerPagedCustomerFacingUserObject { status: ok(), response }
}

/// A user as searches show it; `own` is the one who asks.
pub(crate) fn user(view: UserView, own: UserId) -> CustomerFacingUserObject {
    let UserView { user, organization, roles, groups, permissions, .. } = view;
    let identifier = identifier(&user);
    let held = roles.iter().map(|role| role.id);
    // A built-in user has nothing through its groups.
    let joined = groups.iter().filter(|_| !user.builtin).flat_map(|group| group.roles.iter().copied());
    let united: BTreeSet<RoleId> = held.chain(joined).collect();
    CustomerFacingUserObject {
        id: identifier.clone(),
        escaped_identifier: utf8_percent_encode(&identifier, ESCAPED).to_string(),
        identifier,
        customer: organization.name,
        self_: user.id == own,
        groups: user.permissions.iter().map(ToString::to_string).collect(),
        user_groups: groups.iter().map(|group| group.id.to_uuid()).collect(),
        united_permissions: permissions.iter().map(ToString::to_string).collect(),
        united_roles: united.iter().map(|role| role.to_uuid()).collect(),
        last_successful_login: user.last_login_at.map(|at| at.timestamp_millis()),
    }
}
