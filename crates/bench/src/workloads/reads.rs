//! Reads of one user, and of the user whom the request is from, in every dialect that has them.

use super::{About, BEARER, Kind, OWN_KEY, Workload, X_AUTH_TOKEN};
use crate::requests::RequestTemplate;

pub(super) const LAKESAIL_READ: RequestTemplate = RequestTemplate::get("/api/org/v1/users/{id}", BEARER);
pub(super) const ELASTIC_READ: RequestTemplate = RequestTemplate::get("/api/v1/users/{username}", BEARER);
pub(super) const FRONTIER_READ: RequestTemplate = RequestTemplate::get("/v1beta1/users/{uuid}", BEARER);
pub(super) const WAVEFRONT_READ: RequestTemplate = RequestTemplate::get("/api/v2/user/{email}", X_AUTH_TOKEN);

pub(super) const WORKLOADS: &[Workload] = &[
    Workload::new("lakesail DescribeUser", Kind::Read, About::Subject, &[(1, LAKESAIL_READ)]),
    Workload::new("elastic get-user", Kind::Read, About::Subject, &[(1, ELASTIC_READ)]),
    Workload::new("frontier GetUser", Kind::Read, About::Subject, &[(1, FRONTIER_READ)]),
    Workload::new("wavefront getUser", Kind::Read, About::Subject, &[(1, WAVEFRONT_READ)]),
    Workload::new(
        "lakesail DescribeCurrentIdentity",
        Kind::ReadSelf,
        About::Subject,
        &[(1, RequestTemplate::get("/api/org/v1/me", OWN_KEY))],
    ),
    Workload::new(
        "elastic get-current-user",
        Kind::ReadSelf,
        About::Subject,
        &[(1, RequestTemplate::get("/api/v1/user", OWN_KEY))],
    ),
    Workload::new(
        "frontier GetCurrentUser",
        Kind::ReadSelf,
        About::Subject,
        &[(1, RequestTemplate::get("/v1beta1/users/self", OWN_KEY))],
    ),
];
