//! Durable changes of one user: merge patches, PUTs, creations without a password, and deletions, in every dialect.

use super::{About, BEARER, Kind, OWN_KEY, Workload, X_AUTH_TOKEN};
use crate::requests::RequestTemplate;

pub(super) const LAKESAIL_UPDATE: RequestTemplate =
    RequestTemplate::new("PATCH", "/api/org/v1/users/{id}", BEARER, r#"{"displayName":"Name {serial}"}"#, 200);
const ELASTIC_UPDATE_SELF: RequestTemplate = RequestTemplate::new(
    "PATCH",
    "/api/v1/user",
    OWN_KEY,
    r#"{"full_name":"Name {serial}","security":{},"user_name":"{username}"}"#,
    200,
);
pub(super) const ELASTIC_UPDATE: RequestTemplate = RequestTemplate::new(
    "PATCH",
    "/api/v1/users/{username}",
    BEARER,
    r#"{"full_name":"Name {serial}","security":{},"user_name":"{username}"}"#,
    200,
);
pub(super) const FRONTIER_UPDATE: RequestTemplate = RequestTemplate::new(
    "PUT",
    "/v1beta1/users/{uuid}",
    BEARER,
    r#"{"email":"{email}","title":"Name {serial}","metadata":{}}"#,
    200,
);
const FRONTIER_UPDATE_SELF: RequestTemplate = RequestTemplate::new(
    "PUT",
    "/v1beta1/users/self",
    OWN_KEY,
    r#"{"email":"{email}","title":"Name {serial}","metadata":{}}"#,
    200,
);
pub(super) const WAVEFRONT_UPDATE: RequestTemplate = RequestTemplate::new(
    "PUT",
    "/api/v2/user/{email}",
    X_AUTH_TOKEN,
    r#"{"identifier":"{email}","ssoId":"sso-{serial}"}"#,
    200,
);

pub(super) const LAKESAIL_CREATE: RequestTemplate = RequestTemplate::new(
    "POST",
    "/api/org/v1/users",
    BEARER,
    concat!(
        r#"{"username":"c{serial}","email":"c{serial}@bench.example","#,
        r#""firstName":"First","lastName":"Last","displayName":"Name {serial}"}"#
    ),
    201,
);
pub(super) const ELASTIC_CREATE: RequestTemplate = RequestTemplate::new(
    "POST",
    "/api/v1/users",
    BEARER,
    concat!(
        r#"{"user_name":"c{serial}","email":"c{serial}@bench.example","full_name":"Name {serial}","#,
        r#""security":{"roles":["ece_deployment_viewer"]}}"#
    ),
    200,
);
pub(super) const FRONTIER_CREATE: RequestTemplate = RequestTemplate::new(
    "POST",
    "/v1beta1/users",
    BEARER,
    r#"{"name":"c{serial}","email":"c{serial}@bench.example","title":"Name {serial}"}"#,
    200,
);
pub(super) const WAVEFRONT_CREATE: RequestTemplate = RequestTemplate::new(
    "POST",
    "/api/v2/user?sendEmail=false",
    X_AUTH_TOKEN,
    r#"{"emailAddress":"c{serial}@bench.example","groups":[],"userGroups":[]}"#,
    200,
);

const LAKESAIL_DELETE: RequestTemplate = RequestTemplate::new("DELETE", "/api/org/v1/users/{id}", BEARER, "", 204);
const ELASTIC_DELETE: RequestTemplate = RequestTemplate::new("DELETE", "/api/v1/users/{username}", BEARER, "", 200);
const FRONTIER_DELETE: RequestTemplate = RequestTemplate::new("DELETE", "/v1beta1/users/{uuid}", BEARER, "", 200);
const WAVEFRONT_DELETE: RequestTemplate = RequestTemplate::new("DELETE", "/api/v2/user/{email}", X_AUTH_TOKEN, "", 200);

pub(super) const WORKLOADS: &[Workload] = &[
    Workload::new("lakesail UpdateUser", Kind::Patch, About::Subject, &[(1, LAKESAIL_UPDATE)]),
    Workload::new("elastic update-user", Kind::Patch, About::Subject, &[(1, ELASTIC_UPDATE)]),
    Workload::new("elastic update-current-user", Kind::Patch, About::Subject, &[(1, ELASTIC_UPDATE_SELF)]),
    Workload::new("frontier UpdateUser", Kind::Put, About::Subject, &[(1, FRONTIER_UPDATE)]),
    Workload::new("frontier UpdateCurrentUser", Kind::Put, About::Subject, &[(1, FRONTIER_UPDATE_SELF)]),
    Workload::new("wavefront updateUser", Kind::Put, About::Subject, &[(1, WAVEFRONT_UPDATE)]),
    Workload::new("lakesail CreateUser", Kind::Create, About::Subject, &[(1, LAKESAIL_CREATE)]),
    Workload::new("elastic create-user", Kind::Create, About::Subject, &[(1, ELASTIC_CREATE)]),
    Workload::new("frontier CreateUser", Kind::Create, About::Subject, &[(1, FRONTIER_CREATE)]),
    Workload::new("wavefront createUser", Kind::Create, About::Subject, &[(1, WAVEFRONT_CREATE)]),
    Workload::new("lakesail DeleteUser", Kind::Delete, About::Victim, &[(1, LAKESAIL_DELETE)]),
    Workload::new("elastic delete-user", Kind::Delete, About::Victim, &[(1, ELASTIC_DELETE)]),
    Workload::new("frontier DeleteUser", Kind::Delete, About::Victim, &[(1, FRONTIER_DELETE)]),
    Workload::new("wavefront deleteUser", Kind::Delete, About::Victim, &[(1, WAVEFRONT_DELETE)]),
];
