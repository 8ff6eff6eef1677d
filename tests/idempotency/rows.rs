//! What to send to each operation that takes an `Idempotency-Key`.

/// An operation with requests that make something new for each number.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) operation: &'a str,
    /// Where to; `{service_account}` and `{organization}` are of the scene.
    pub(super) target: &'a str,
    /// The body; `{unique}` is three digits.
    pub(super) body: &'a str,
    /// A body that fails; without one, the first fails the second time.
    pub(super) failing: Option<&'a str>,
}

const fn row(operation: &'static str, target: &'static str, body: &'static str) -> Row<'static> {
    Row { operation, target, body, failing: None }
}

/// All operations that declare the header.
pub(super) const ROWS: &[Row<'static>] = &[
    row(
        "CreateUser",
        "/api/org/v1/users",
        r#"{"username": "l{unique}", "email": "l{unique}@example.org", "firstName": "", "lastName": "", "displayName": ""}"#,
    ),
    row("CreateServiceAccount", "/api/org/v1/service-accounts", r#"{"username": "s{unique}", "description": ""}"#),
    Row {
        failing: Some(r#"{"expiresAt": "1999-01-01T00:00:00.{unique}Z"}"#),
        ..row(
            "CreateServiceAccountKey",
            "/api/org/v1/service-accounts/{service_account}/keys",
            r#"{"expiresAt": "2099-01-01T00:00:00.{unique}Z"}"#,
        )
    },
    row("CreateOrganization", "/api/admin/v1/organizations", r#"{"name": "organization{unique}"}"#),
    row(
        "create-user",
        "/api/v1/users",
        r#"{"user_name": "e{unique}", "email": "e{unique}@example.org", "security": {"roles": ["ece_deployment_viewer"]}}"#,
    ),
    Row {
        failing: Some(r#"{"description": "{unique}", "expiration": "no time"}"#),
        ..row("create-api-key", "/api/v1/users/auth/keys", r#"{"description": "{unique}"}"#)
    },
    row(
        "FrontierService_CreateUser",
        "/v1beta1/users",
        r#"{"name": "f{unique}", "email": "f{unique}@example.org", "title": "F"}"#,
    ),
    row("FrontierService_CreateMetaSchema", "/v1beta1/meta/schemas", r#"{"name": "schema{unique}", "schema": "true"}"#),
    row(
        "FrontierService_CreateGroup",
        "/v1beta1/organizations/default/groups",
        r#"{"name": "f-group{unique}", "title": "G"}"#,
    ),
    row("createUser", "/api/v2/user", r#"{"emailAddress": "w{unique}@example.org"}"#),
    row(
        "inviteUsers",
        "/api/v2/user/invite",
        r#"[{"emailAddress": "i{unique}@example.org"}, {"emailAddress": "j{unique}@example.org"}]"#,
    ),
    row("createUserGroup", "/api/v2/usergroup", r#"{"name": "w-group{unique}"}"#),
    row("createRole", "/api/v2/role", r#"{"name": "role{unique}", "permissions": ["user_management"]}"#),
    Row {
        failing: Some(r#"{"description": "{unique}", "expiresAt": "1999-01-01T00:00:00Z"}"#),
        ..row("createUserKey", "/roster/v1/users/first/keys", r#"{"description": "{unique}"}"#)
    },
    row(
        "createAdministrator",
        "/roster/v1/organizations/{organization}/administrators",
        r#"{"username": "a{unique}", "email": "a{unique}@example.org"}"#,
    ),
    Row {
        failing: Some(r#"{"users": "none"}"#),
        ..row("importUsers", "/roster/v1/import", r#"{"users": [{"username": "p{unique}"}]}"#)
    },
];
