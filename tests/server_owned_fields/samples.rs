//! A valid request for every operation that reads an object: each member that belongs to the client is in it, so that any
//! other member is the server's. Knows nothing of what is done with them.

/// An operation, where it is sent, and how its effect is seen.
///
/// In the texts, `{n}` is a name that was never used before, `{N}` the same in the letters of ids, `{id}` is the id of what was created, `{user}`, `{user_uuid}`,
/// `{bob_uuid}`, `{service}`, `{service_key}`, `{group}`, `{role}`, `{schema}` are ids of what is there before, and `{password}` is the
/// user's.
pub(super) struct Sample {
    pub(super) operation: &'static str,
    pub(super) target: &'static str,
    pub(super) body: &'static str,
    /// What shows the effect: through the owning dialect and at least one other where there is one.
    pub(super) views: &'static [&'static str],
    /// Whether it is sent with the user's own key and not with the admin's.
    pub(super) own: bool,
    /// What is deleted after each try, where there can only be so many.
    pub(super) undo: Option<&'static str>,
}

const fn sample(
    operation: &'static str,
    target: &'static str,
    body: &'static str,
    views: &'static [&'static str],
) -> Sample {
    Sample { operation, target, body, views, own: false, undo: None }
}

/// The user through every door.
pub(super) const USER: &[&str] = &[
    "/api/org/v1/users/{user}",
    "/api/v1/users/augusta",
    "/v1beta1/users/augusta",
    "/api/v2/user/augusta@example.org",
];
const CREATED: &[&str] = &["/api/v1/users/{n}", "/v1beta1/users/{n}", "/api/v2/user/{n}@example.org"];
const CREATED_BY_MAIL: &[&str] = &["/v1beta1/users/{n}@example.org", "/api/v2/user/{n}@example.org"];
const SERVICE: &[&str] = &["/api/org/v1/service-accounts/{service}", "/api/org/v1/service-accounts/{service}/keys"];
const GROUP: &[&str] = &["/api/v2/usergroup/{group}", "/v1beta1/organizations/default/groups/{group}"];
const ROLE: &[&str] = &["/api/v2/role/{role}", "/api/v2/usergroup/{group}"];

pub(super) const LAKESAIL: &[Sample] = &[
    sample(
        "CreateUser",
        "/api/org/v1/users",
        r#"{"username": "{n}", "email": "{n}@example.org", "firstName": "F", "lastName": "L", "displayName": "D"}"#,
        &["/api/org/v1/users/{id}", "/api/v1/users/{n}", "/v1beta1/users/{n}", "/api/v2/user/{n}@example.org"],
    ),
    sample(
        "UpdateUser",
        "/api/org/v1/users/{user}",
        r#"{"username": "augusta", "email": "augusta@example.org", "firstName": "A", "lastName": "L", "displayName": "Ada"}"#,
        USER,
    ),
    Sample {
        own: true,
        ..sample(
            "ChangePassword",
            "/api/org/v1/users/{user}/password",
            r#"{"currentPassword": "{password}", "newPassword": "{password}"}"#,
            USER,
        )
    },
    sample(
        "CreateServiceAccount",
        "/api/org/v1/service-accounts",
        r#"{"username": "{n}", "description": "D"}"#,
        &["/api/org/v1/service-accounts/{id}", "/api/org/v1/service-accounts/{id}/keys"],
    ),
    sample(
        "UpdateServiceAccount",
        "/api/org/v1/service-accounts/{service}",
        r#"{"username": "robot", "description": "D"}"#,
        SERVICE,
    ),
    sample(
        "UpdateServiceAccountKey",
        "/api/org/v1/service-accounts/{service}/keys/{service_key}",
        r#"{"expiresAt": "2090-01-01T00:00:00.000Z"}"#,
        SERVICE,
    ),
    sample(
        "CreateServiceAccountKey",
        "/api/org/v1/service-accounts/{service}/keys",
        r#"{"expiresAt": "2090-01-01T00:00:00.000Z"}"#,
        &["/api/org/v1/service-accounts/{service}/keys/{id}", "/api/org/v1/service-accounts/{service}"],
    ),
    Sample {
        undo: Some("/api/admin/v1/organizations/{id}"),
        ..sample(
            "CreateOrganization",
            "/api/admin/v1/organizations",
            r#"{"name": "{n}"}"#,
            &["/api/admin/v1/organizations/{id}"],
        )
    },
    sample(
        "UpdateOrganization",
        "/api/admin/v1/organizations/{organization}",
        r#"{"name": "analytics"}"#,
        &["/api/admin/v1/organizations/{organization}"],
    ),
];

pub(super) const ELASTIC: &[Sample] = &[
    Sample {
        own: true,
        ..sample(
            "update-current-user",
            "/api/v1/user",
            r#"{"user_name": "augusta", "full_name": "Ada", "email": "augusta@example.org", "security": {"password": "{password}"}}"#,
            USER,
        )
    },
    sample(
        "create-user",
        "/api/v1/users",
        r#"{"user_name": "{n}", "full_name": "N", "email": "{n}@example.org",
            "security": {"roles": ["ece_deployment_viewer"], "password": "{password}", "enabled": true}}"#,
        CREATED,
    ),
    sample(
        "update-user",
        "/api/v1/users/augusta",
        r#"{"user_name": "augusta", "full_name": "Ada", "email": "augusta@example.org",
            "security": {"roles": ["ece_deployment_viewer"], "password": "{password}", "enabled": true}}"#,
        USER,
    ),
    sample(
        "login",
        "/api/v1/users/auth/_login",
        r#"{"username": "augusta", "password": "{password}", "login_state": {"path": "/home"}}"#,
        USER,
    ),
    Sample {
        own: true,
        ..sample(
            "delete-api-keys",
            "/api/v1/users/auth/keys",
            r#"{"keys": ["06DRTZFHR2DJFW53R5F0"]}"#,
            &["/api/v1/users/augusta/auth/keys", "/v1beta1/users/augusta"],
        )
    },
    sample(
        "delete-users-api-keys",
        "/api/v1/users/auth/keys/_all",
        r#"{"user_api_keys": [{"user_id": "augusta", "api_key_id": "06DRTZFHR2DJFW53R5F0"}]}"#,
        &["/api/v1/users/augusta/auth/keys", "/v1beta1/users/augusta"],
    ),
    Sample {
        own: true,
        ..sample(
            "create-api-key",
            "/api/v1/users/auth/keys",
            r#"{"description": "D", "expiration": "1d"}"#,
            &["/api/v1/users/augusta/auth/keys/{id}", "/v1beta1/users/augusta"],
        )
    },
];

pub(super) const FRONTIER: &[Sample] = &[
    sample(
        "FrontierService_CreateUser",
        "/v1beta1/users",
        r#"{"name": "{n}", "email": "{n}@example.org", "metadata": {"description": "d"}, "title": "T", "avatar": ""}"#,
        CREATED,
    ),
    Sample {
        own: true,
        ..sample(
            "FrontierService_UpdateCurrentUser",
            "/v1beta1/users/self",
            r#"{"name": "augusta", "email": "augusta@example.org", "metadata": {"description": "d"}, "title": "T", "avatar": ""}"#,
            USER,
        )
    },
    sample(
        "FrontierService_UpdateUser",
        "/v1beta1/users/augusta",
        r#"{"name": "augusta", "email": "augusta@example.org", "metadata": {"description": "d"}, "title": "T", "avatar": ""}"#,
        USER,
    ),
    sample("FrontierService_EnableUser", "/v1beta1/users/{user_uuid}/enable", "{}", USER),
    sample(
        "FrontierService_DisableUser",
        "/v1beta1/users/{bob_uuid}/disable",
        "{}",
        &["/v1beta1/users/bob", "/api/v1/users/bob"],
    ),
    sample(
        "AdminService_SearchUsers",
        "/v1beta1/admin/users/search",
        r#"{"filters": [{"name": "name", "operator": "eq", "string_value": "augusta", "bool_value": null, "number_value": null}],
            "group_by": ["state"], "offset": 0, "limit": 5, "search": "a", "sort": [{"name": "name", "order": "asc"}]}"#,
        USER,
    ),
    Sample {
        undo: Some("/v1beta1/meta/schemas/{id}"),
        ..sample(
            "FrontierService_CreateMetaSchema",
            "/v1beta1/meta/schemas",
            r#"{"name": "{n}", "schema": "{}"}"#,
            &["/v1beta1/meta/schemas/{n}"],
        )
    },
    sample(
        "FrontierService_UpdateMetaSchema",
        "/v1beta1/meta/schemas/{schema}",
        r#"{"name": "user", "schema": "true"}"#,
        &["/v1beta1/meta/schemas/user"],
    ),
    sample(
        "FrontierService_CreateGroup",
        "/v1beta1/organizations/default/groups",
        r#"{"name": "{n}", "title": "T", "metadata": {}}"#,
        &["/v1beta1/organizations/default/groups/{id}", "/api/v2/usergroup/{id}"],
    ),
    sample(
        "FrontierService_UpdateGroup",
        "/v1beta1/organizations/default/groups/{group}",
        r#"{"name": "crew", "title": "T", "metadata": {}}"#,
        GROUP,
    ),
    sample(
        "FrontierService_AddGroupUsers",
        "/v1beta1/organizations/default/groups/{group}/users",
        r#"{"user_ids": ["{user_uuid}"]}"#,
        GROUP,
    ),
];

pub(super) const WAVEFRONT: &[Sample] = &[
    sample(
        "createUser",
        "/api/v2/user",
        r#"{"emailAddress": "{n}@example.org", "groups": ["ingestion"], "userGroups": ["{group}"], "roles": ["{role}"]}"#,
        CREATED_BY_MAIL,
    ),
    sample(
        "inviteUsers",
        "/api/v2/user/invite",
        r#"[{"emailAddress": "{n}@example.org", "groups": ["ingestion"], "userGroups": ["{group}"], "roles": ["{role}"]}]"#,
        CREATED_BY_MAIL,
    ),
    sample(
        "updateUser",
        "/api/v2/user/augusta@example.org",
        r#"{"ssoId": "s", "groups": ["ingestion"], "userGroups": ["{group}"], "credential": "{password}", "roles": ["{role}"]}"#,
        USER,
    ),
    sample("grantUserPermission", "/api/v2/user/augusta@example.org/grant", r#"{"group": "ingestion"}"#, USER),
    sample("revokeUserPermission", "/api/v2/user/augusta@example.org/revoke", r#"{"group": "embedded_charts"}"#, USER),
    sample(
        "searchUserEntities",
        "/api/v2/search/user",
        r#"{"query": [{"key": "identifier", "value": "augusta", "values": null, "start": null, "end": null,
                       "matchingMethod": "CONTAINS", "negated": false}],
            "limit": 5, "offset": 0, "sort": {"field": "id", "ascending": true, "default": false}}"#,
        USER,
    ),
    sample(
        "searchUserGroupEntities",
        "/api/v2/search/usergroup",
        r#"{"query": [{"key": "name", "value": "crew", "values": null, "start": null, "end": null,
                       "matchingMethod": "EXACT", "negated": false}],
            "limit": 5, "offset": 0, "sort": {"field": "id", "ascending": true, "default": false}}"#,
        GROUP,
    ),
    sample(
        "searchRoleEntities",
        "/api/v2/search/role",
        r#"{"query": [{"key": "name", "value": "crew", "values": null, "start": null, "end": null,
                       "matchingMethod": "EXACT", "negated": false}],
            "limit": 5, "offset": 0, "sort": {"field": "id", "ascending": true, "default": false}}"#,
        ROLE,
    ),
    sample(
        "createUserGroup",
        "/api/v2/usergroup",
        r#"{"name": "{n}", "description": "d", "roleIDs": ["{role}"]}"#,
        &["/api/v2/usergroup/{id}", "/v1beta1/organizations/default/groups/{id}"],
    ),
    sample(
        "updateUserGroup",
        "/api/v2/usergroup/{group}",
        r#"{"name": "crew", "description": "d", "roleIDs": ["{role}"]}"#,
        GROUP,
    ),
    sample(
        "createRole",
        "/api/v2/role",
        r#"{"name": "{n}", "permissions": ["ingestion"], "description": "d"}"#,
        &["/api/v2/role/{id}"],
    ),
    sample(
        "updateRole",
        "/api/v2/role/{role}",
        r#"{"name": "crew", "permissions": ["ingestion"], "description": "d"}"#,
        ROLE,
    ),
];

pub(super) const ROSTER: &[Sample] = &[
    sample(
        "createUserKey",
        "/roster/v1/users/augusta/keys",
        r#"{"description": "d", "expiresAt": "2090-01-01T00:00:00.000Z"}"#,
        &["/api/v1/users/augusta/auth/keys/{id}", "/v1beta1/users/augusta"],
    ),
    sample(
        "createAdministrator",
        "/roster/v1/organizations/default/administrators",
        r#"{"username": "{n}", "email": "{n}@example.org", "displayName": "N"}"#,
        &["/api/org/v1/users/{id}", "/api/v1/users/{n}", "/v1beta1/users/{n}", "/api/v2/user/{n}@example.org"],
    ),
    sample(
        "importUsers",
        "/roster/v1/import",
        r#"{"dryRun": false, "users": [{"id": "06DRTZFHR31Y{N}0", "kind": "person", "username": "{n}", "email": "{n}@example.org",
            "firstName": "F", "lastName": "L", "displayName": "D", "description": "d", "avatar": "data:,", "ssoId": "{n}",
            "status": "active", "realm": {"kind": "ldap", "id": "ldap1"}, "permissions": ["ingestion"], "roles": [], "groups": [],
            "metadata": {}, "passwordHash": "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
            "createdAt": "2020-01-01T00:00:00.000Z", "updatedAt": "2020-01-01T00:00:00.000Z",
            "firstLoginAt": "2020-01-01T00:00:00.000Z", "lastLoginAt": "2020-01-01T00:00:00.000Z"}]}"#,
        CREATED,
    ),
];

pub(super) const ALL: [&[Sample]; 5] = [LAKESAIL, ELASTIC, FRONTIER, WAVEFRONT, ROSTER];
