//! Logins with a password, which Elastic's dialect alone has; the others take a password with each request (HTTP Basic).

use super::{About, Kind, Workload};
use crate::requests::RequestTemplate;

pub(super) const WORKLOADS: &[Workload] = &[Workload::new(
    "elastic login",
    Kind::Login,
    About::Account,
    &[(
        1,
        RequestTemplate::new(
            "POST",
            "/api/v1/users/auth/_login",
            "",
            r#"{"username":"{username}","password":"{password}"}"#,
            200,
        ),
    )],
)];
