//! Pages: of everybody, of those whose names contain a text, and of those who fit conditions in an order.
//! Lists without pages, which answer everybody, are measured by `bench lists`.

use super::{About, BEARER, Kind, Workload, X_AUTH_TOKEN};
use crate::requests::RequestTemplate;

/// How many users a page has, in every dialect.
pub(crate) const PAGE_USERS: usize = 100;

const LAKESAIL_PAGE: RequestTemplate = RequestTemplate::get("/api/org/v1/users?limit=100{marker}", BEARER);
const FRONTIER_PAGE: RequestTemplate = RequestTemplate::get("/v1beta1/users?page_size=100&page_num={page}", BEARER);
const WAVEFRONT_PAGE: RequestTemplate =
    RequestTemplate::new("POST", "/api/v2/search/user", X_AUTH_TOKEN, r#"{"offset":{offset},"limit":100}"#, 200);

const FRONTIER_KEYWORD: RequestTemplate = RequestTemplate::get("/v1beta1/users?page_size=100&keyword={needle}", BEARER);
const FRONTIER_LIKE: RequestTemplate = RequestTemplate::new(
    "POST",
    "/v1beta1/admin/users/search",
    BEARER,
    r#"{"filters":[{"name":"email","operator":"like","string_value":"%{needle}%"}],"limit":100}"#,
    200,
);
const WAVEFRONT_CONTAINS: RequestTemplate = RequestTemplate::new(
    "POST",
    "/api/v2/search/user",
    X_AUTH_TOKEN,
    r#"{"query":[{"key":"identifier","value":"{needle}","matchingMethod":"CONTAINS"}],"limit":100}"#,
    200,
);

const FRONTIER_SORTED: RequestTemplate = RequestTemplate::new(
    "POST",
    "/v1beta1/admin/users/search",
    BEARER,
    concat!(
        r#"{"filters":[{"name":"state","operator":"eq","string_value":"enabled"}],"#,
        r#""sort":[{"name":"title","order":"desc"}],"offset":{offset},"limit":100}"#
    ),
    200,
);
const WAVEFRONT_SORTED: RequestTemplate = RequestTemplate::new(
    "POST",
    "/api/v2/search/user",
    X_AUTH_TOKEN,
    concat!(
        r#"{"query":[{"key":"identifier","value":"u","matchingMethod":"STARTSWITH"}],"#,
        r#""sort":{"field":"identifier","ascending":false},"offset":{offset},"limit":100}"#
    ),
    200,
);

pub(super) const WORKLOADS: &[Workload] = &[
    Workload::new("lakesail ListUsers", Kind::ListPage, About::Place, &[(1, LAKESAIL_PAGE)]),
    Workload::new("frontier ListUsers", Kind::ListPage, About::Place, &[(1, FRONTIER_PAGE)]),
    Workload::new("wavefront searchUserEntities", Kind::ListPage, About::Place, &[(1, WAVEFRONT_PAGE)]),
    Workload::new("frontier ListUsers keyword", Kind::Search, About::Needle, &[(1, FRONTIER_KEYWORD)]),
    Workload::new("frontier SearchUsers like", Kind::Search, About::Needle, &[(1, FRONTIER_LIKE)]),
    Workload::new("wavefront searchUserEntities contains", Kind::Search, About::Needle, &[(1, WAVEFRONT_CONTAINS)]),
    Workload::new("frontier SearchUsers sorted", Kind::FilterSort, About::Place, &[(1, FRONTIER_SORTED)]),
    Workload::new("wavefront searchUserEntities sorted", Kind::FilterSort, About::Place, &[(1, WAVEFRONT_SORTED)]),
];
