//! For every place of the contract where an object can be named, a request that names one there. `{person.id}` and the like
//! stand for an object and the form in which it is named, `{own_person.id}` for one that is always the caller's, and `{fresh}` for a
//! name that nothing has.

/// A request of an operation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) operation: &'static str,
    /// The path, and a query.
    pub(super) target: &'static str,
    /// The body; empty for none. What is not JSON is a form.
    pub(super) body: &'static str,
    /// What is answered where everything in it is the caller's own, if that is no success.
    pub(super) own: Option<u16>,
}

const fn get(operation: &'static str, target: &'static str) -> Row {
    Row { operation, target, body: "", own: None }
}

const fn with(operation: &'static str, target: &'static str, body: &'static str) -> Row {
    Row { operation, target, body, own: None }
}

const fn refused(own: u16, row: Row) -> Row {
    Row { own: Some(own), ..row }
}

/// What is of the platform only: to everybody else it is 403, whatever is named.
pub(super) const PLATFORM_ROWS: &[Row] = &[
    refused(403, get("DescribeOrganization", "/api/admin/v1/organizations/{organization.id}")),
    refused(403, with("UpdateOrganization", "/api/admin/v1/organizations/{organization.id}", r#"{"name": "{fresh}"}"#)),
    refused(
        403,
        with(
            "UpdateOrganization",
            "/api/admin/v1/organizations/{organization.id}",
            r#"{"name": "{organization.name}"}"#,
        ),
    ),
    refused(403, with("CreateOrganization", "/api/admin/v1/organizations", r#"{"name": "{organization.name}"}"#)),
    refused(403, get("DeleteOrganization", "/api/admin/v1/organizations/{organization.id}")),
    refused(
        403,
        with(
            "createAdministrator",
            "/roster/v1/organizations/{organization.id}/administrators",
            r#"{"username": "{fresh}"}"#,
        ),
    ),
    refused(
        403,
        with(
            "createAdministrator",
            "/roster/v1/organizations/{organization.uuid}/administrators",
            r#"{"username": "{fresh}"}"#,
        ),
    ),
    refused(
        403,
        with(
            "createAdministrator",
            "/roster/v1/organizations/{organization.name}/administrators",
            r#"{"username": "{person.name}", "email": "{person.email}"}"#,
        ),
    ),
];

/// Where another organization's object is as one that does not exist.
pub(super) const ROWS: &[Row] = &[
    // lakesail
    get("DescribeUser", "/api/org/v1/users/{person.id}"),
    with("UpdateUser", "/api/org/v1/users/{person.id}", r#"{"displayName": "Changed"}"#),
    get("DeleteUser", "/api/org/v1/users/{person.id}"),
    get("ResetPassword", "/api/org/v1/users/{person.id}/password/reset"),
    refused(
        403,
        with(
            "ChangePassword",
            "/api/org/v1/users/{person.id}/password",
            r#"{"currentPassword": "one of the old ones", "newPassword": "one of the new ones"}"#,
        ),
    ),
    get("DescribeServiceAccount", "/api/org/v1/service-accounts/{service.id}"),
    with("UpdateServiceAccount", "/api/org/v1/service-accounts/{service.id}", r#"{"description": "changed"}"#),
    get("DeleteServiceAccount", "/api/org/v1/service-accounts/{service.id}"),
    get("ListServiceAccountKeys", "/api/org/v1/service-accounts/{service.id}/keys"),
    with("CreateServiceAccountKey", "/api/org/v1/service-accounts/{service.id}/keys", "{}"),
    get("DescribeServiceAccountKey", "/api/org/v1/service-accounts/{service.id}/keys/{service_key.id}"),
    with(
        "UpdateServiceAccountKey",
        "/api/org/v1/service-accounts/{service.id}/keys/{service_key.id}",
        r#"{"expiresAt": null}"#,
    ),
    get("DeleteServiceAccountKey", "/api/org/v1/service-accounts/{service.id}/keys/{service_key.id}"),
    // elastic
    refused(400, with("update-current-user", "/api/v1/user", r#"{"user_name": "{person.name}"}"#)),
    with("update-current-user", "/api/v1/user", r#"{"security": {"roles": ["{role.name}"]}}"#),
    with("create-user", "/api/v1/users", r#"{"user_name": "{fresh}", "security": {"roles": ["{role.name}"]}}"#),
    get("get-user", "/api/v1/users/{person.name}"),
    with("update-user", "/api/v1/users/{person.name}", r#"{"full_name": "Changed"}"#),
    refused(400, with("update-user", "/api/v1/users/{person.name}", r#"{"user_name": "{service.name}"}"#)),
    with("update-user", "/api/v1/users/{person.name}", r#"{"security": {"roles": ["{role.name}"]}}"#),
    get("delete-user", "/api/v1/users/{person.name}"),
    refused(
        401,
        with("login", "/api/v1/users/auth/_login", r#"{"username": "{person.name}", "password": "not the right one"}"#),
    ),
    with("delete-api-keys", "/api/v1/users/auth/keys", r#"{"keys": ["{admin_key.id}"]}"#),
    with(
        "delete-users-api-keys",
        "/api/v1/users/auth/keys/_all",
        r#"{"user_api_keys": [{"user_id": "{person.name}", "api_key_id": "{key.id}"}]}"#,
    ),
    get("get-api-key", "/api/v1/users/auth/keys/{admin_key.id}"),
    get("delete-api-key", "/api/v1/users/auth/keys/{admin_key.id}"),
    get("get-user-api-keys", "/api/v1/users/{person.name}/auth/keys"),
    get("delete-user-api-keys", "/api/v1/users/{person.name}/auth/keys"),
    get("get-user-api-key", "/api/v1/users/{person.name}/auth/keys/{key.id}"),
    get("delete-user-api-key", "/api/v1/users/{person.name}/auth/keys/{key.id}"),
    // frontier
    get("FrontierService_ListUsers", "/v1beta1/users?org_id={organization.uuid}"),
    get("FrontierService_ListUsers", "/v1beta1/users?org_id={organization.name}"),
    get("FrontierService_ListUsers", "/v1beta1/users?org_id={organization.name}&group_id={group.uuid}"),
    get("FrontierService_ListUsers", "/v1beta1/users?keyword={person.name}"),
    get("FrontierService_GetUser", "/v1beta1/users/{person.uuid}"),
    get("FrontierService_GetUser", "/v1beta1/users/{person.name}"),
    get("FrontierService_GetUser", "/v1beta1/users/{person.email}"),
    with(
        "FrontierService_UpdateUser",
        "/v1beta1/users/{person.uuid}",
        r#"{"email": "{fresh}@example.org", "title": "T"}"#,
    ),
    with(
        "FrontierService_UpdateUser",
        "/v1beta1/users/{person.name}",
        r#"{"email": "{fresh}@example.org", "title": "T"}"#,
    ),
    get("FrontierService_DeleteUser", "/v1beta1/users/{person.uuid}"),
    get("FrontierService_ListCurrentUserGroups", "/v1beta1/users/self/groups?org_id={organization.uuid}"),
    get("FrontierService_ListCurrentUserGroups", "/v1beta1/users/self/groups?org_id={organization.name}"),
    with("FrontierService_EnableUser", "/v1beta1/users/{person.uuid}/enable", "{}"),
    with("FrontierService_DisableUser", "/v1beta1/users/{person.uuid}/disable", "{}"),
    get("FrontierService_ListUserGroups", "/v1beta1/users/{person.uuid}/groups?org_id={organization.uuid}"),
    get("FrontierService_ListOrganizationsByUser", "/v1beta1/users/{person.uuid}/organizations"),
    get("AdminService_ListAllUsers", "/v1beta1/admin/users?org_id={organization.uuid}"),
    get("AdminService_ListAllUsers", "/v1beta1/admin/users?org_id={organization.name}&group_id={group.uuid}"),
    get("AdminService_ListAllUsers", "/v1beta1/admin/users?keyword={person.email}"),
    with(
        "AdminService_SearchUsers",
        "/v1beta1/admin/users/search",
        r#"{"filters": [{"name": "email", "operator": "eq", "string_value": "{person.email}"}]}"#,
    ),
    with("AdminService_SearchUsers", "/v1beta1/admin/users/search", r#"{"search": "{person.name}"}"#),
    refused(
        409,
        with(
            "FrontierService_CreateMetaSchema",
            "/v1beta1/meta/schemas",
            r#"{"name": "{schema.name}", "schema": "true"}"#,
        ),
    ),
    get("FrontierService_GetMetaSchema", "/v1beta1/meta/schemas/{schema.uuid}"),
    get("FrontierService_GetMetaSchema", "/v1beta1/meta/schemas/{schema.name}"),
    with(
        "FrontierService_UpdateMetaSchema",
        "/v1beta1/meta/schemas/{schema.uuid}",
        r#"{"name": "{schema.name}", "schema": "true"}"#,
    ),
    get("FrontierService_DeleteMetaSchema", "/v1beta1/meta/schemas/{schema.uuid}"),
    get("FrontierService_ListOrganizationGroups", "/v1beta1/organizations/{organization.uuid}/groups"),
    get(
        "FrontierService_ListOrganizationGroups",
        "/v1beta1/organizations/{organization.name}/groups?group_ids={group.uuid}",
    ),
    with("FrontierService_CreateGroup", "/v1beta1/organizations/{organization.uuid}/groups", r#"{"name": "{fresh}"}"#),
    refused(
        409,
        with(
            "FrontierService_CreateGroup",
            "/v1beta1/organizations/{organization.name}/groups",
            r#"{"name": "{group.name}"}"#,
        ),
    ),
    get("FrontierService_GetGroup", "/v1beta1/organizations/{organization.uuid}/groups/{group.uuid}"),
    with(
        "FrontierService_UpdateGroup",
        "/v1beta1/organizations/{organization.uuid}/groups/{group.uuid}",
        r#"{"name": "{group.name}"}"#,
    ),
    get("FrontierService_DeleteGroup", "/v1beta1/organizations/{organization.uuid}/groups/{group.uuid}"),
    get("FrontierService_ListGroupUsers", "/v1beta1/organizations/{organization.uuid}/groups/{group.uuid}/users"),
    with(
        "FrontierService_AddGroupUsers",
        "/v1beta1/organizations/{organization.uuid}/groups/{group.uuid}/users",
        r#"{"user_ids": ["{person.uuid}"]}"#,
    ),
    get(
        "FrontierService_RemoveGroupUser",
        "/v1beta1/organizations/{organization.uuid}/groups/{group.uuid}/users/{person.uuid}",
    ),
    // wavefront
    with(
        "createUser",
        "/api/v2/user",
        r#"{"emailAddress": "{fresh}@example.org", "userGroups": ["{group.uuid}"], "roles": ["{role.uuid}"]}"#,
    ),
    with(
        "inviteUsers",
        "/api/v2/user/invite",
        r#"[{"emailAddress": "{fresh}@example.org", "userGroups": ["{group.uuid}"], "roles": ["{role.uuid}"]}]"#,
    ),
    with("deleteMultipleUsers", "/api/v2/user/deleteUsers", r#"["{person.email}"]"#),
    with("deleteMultipleUsers", "/api/v2/user/deleteUsers", r#"["sa::{service.name}"]"#),
    with("validateUsers", "/api/v2/user/validateUsers", r#"["{person.email}"]"#),
    with("grantPermissionToUsers", "/api/v2/user/grant/ingestion", r#"["{person.email}"]"#),
    with("revokePermissionFromUsers", "/api/v2/user/revoke/ingestion", r#"["{person.name}"]"#),
    get("getUser", "/api/v2/user/{person.email}"),
    get("getUser", "/api/v2/user/{person.name}"),
    with("updateUser", "/api/v2/user/{person.email}", r#"{"ssoId": "s"}"#),
    with("updateUser", "/api/v2/user/{person.email}", r#"{"userGroups": ["{group.uuid}"], "roles": ["{role.uuid}"]}"#),
    with("updateUser", "/api/v2/user/{person.email}", r#"{"customer": "{organization.name}"}"#),
    get("deleteUser", "/api/v2/user/{person.email}"),
    with("grantUserPermission", "/api/v2/user/{person.email}/grant", "group=ingestion"),
    with("revokeUserPermission", "/api/v2/user/{person.email}/revoke", "group=ingestion"),
    with("addUserToUserGroups", "/api/v2/user/{person.email}/addUserGroups", r#"["{group.uuid}"]"#),
    with("removeUserFromUserGroups", "/api/v2/user/{person.email}/removeUserGroups", r#"["{group.uuid}"]"#),
    get("getUserBusinessFunctions", "/api/v2/user/{person.email}/businessFunctions"),
    with(
        "searchUserEntities",
        "/api/v2/search/user",
        r#"{"query": [{"key": "identifier", "value": "{person.email}", "matchingMethod": "EXACT"}]}"#,
    ),
    with(
        "searchUserEntities",
        "/api/v2/search/user",
        r#"{"query": [{"key": "userGroups", "values": ["{group.uuid}"], "matchingMethod": "EXACT"}]}"#,
    ),
    with(
        "searchUserGroupEntities",
        "/api/v2/search/usergroup",
        r#"{"query": [{"key": "name", "value": "{group.name}", "matchingMethod": "EXACT"}]}"#,
    ),
    with(
        "searchUserGroupEntities",
        "/api/v2/search/usergroup",
        r#"{"query": [{"key": "id", "values": ["{group.uuid}"], "matchingMethod": "EXACT"}]}"#,
    ),
    with(
        "searchRoleEntities",
        "/api/v2/search/role",
        r#"{"query": [{"key": "name", "value": "{role.name}", "matchingMethod": "EXACT"}]}"#,
    ),
    with(
        "searchRoleEntities",
        "/api/v2/search/role",
        r#"{"query": [{"key": "id", "values": ["{role.uuid}"], "matchingMethod": "EXACT"}]}"#,
    ),
    with("createUserGroup", "/api/v2/usergroup", r#"{"name": "{fresh}", "roleIDs": ["{role.uuid}"]}"#),
    refused(409, with("createUserGroup", "/api/v2/usergroup", r#"{"id": "{group.uuid}", "name": "{group.name}"}"#)),
    get("getUserGroup", "/api/v2/usergroup/{group.uuid}"),
    with(
        "updateUserGroup",
        "/api/v2/usergroup/{group.uuid}",
        r#"{"name": "{group.name}", "roleIDs": ["{role.uuid}"]}"#,
    ),
    with("updateUserGroup", "/api/v2/usergroup/{group.uuid}", r#"{"id": "{group.uuid}", "name": "{fresh}"}"#),
    get("deleteUserGroup", "/api/v2/usergroup/{group.uuid}"),
    with("addUsersToUserGroup", "/api/v2/usergroup/{group.uuid}/addUsers", r#"["{person.email}"]"#),
    with("removeUsersFromUserGroup", "/api/v2/usergroup/{group.uuid}/removeUsers", r#"["{person.email}"]"#),
    with("addRolesToUserGroup", "/api/v2/usergroup/{group.uuid}/addRoles", r#"["{role.uuid}"]"#),
    with("removeRolesFromUserGroup", "/api/v2/usergroup/{group.uuid}/removeRoles", r#"["{role.uuid}"]"#),
    refused(409, with("createRole", "/api/v2/role", r#"{"name": "{role.name}"}"#)),
    get("getRole", "/api/v2/role/{role.uuid}"),
    with("updateRole", "/api/v2/role/{role.uuid}", r#"{"id": "{role.uuid}", "name": "{role.name}"}"#),
    get("deleteRole", "/api/v2/role/{role.uuid}"),
    with("addAssignees", "/api/v2/role/{role.uuid}/addAssignees", r#"["{person.email}"]"#),
    with("addAssignees", "/api/v2/role/{role.uuid}/addAssignees", r#"["{group.uuid}"]"#),
    with("removeAssignees", "/api/v2/role/{role.uuid}/removeAssignees", r#"["{person.email}"]"#),
    with("grantPermissionToRoles", "/api/v2/role/grant/ingestion", r#"["{role.uuid}"]"#),
    with("revokePermissionFromRoles", "/api/v2/role/revoke/ingestion", r#"["{role.uuid}"]"#),
    // roster
    with("createUserKey", "/roster/v1/users/{person.id}/keys", r#"{"description": "new"}"#),
    with("createUserKey", "/roster/v1/users/{person.uuid}/keys", r#"{"description": "new"}"#),
    with("createUserKey", "/roster/v1/users/{person.name}/keys", r#"{"description": "new"}"#),
    with("createUserKey", "/roster/v1/users/{person.email}/keys", r#"{"description": "new"}"#),
    with(
        "importUsers",
        "/roster/v1/import",
        r#"{"users": [{"username": "{fresh}", "roles": ["{role.name}"], "groups": ["{group.name}"]}]}"#,
    ),
    get("listAudit", "/roster/v1/audit?actor={person.id}"),
    get("listAudit", "/roster/v1/audit?actor={person.name}"),
    get("listAudit", "/roster/v1/audit?actor={person.email}"),
    get("listAudit", "/roster/v1/audit?targetId={person.id}"),
    get("exportAudit", "/roster/v1/audit/export?actor={person.name}"),
    get("exportAudit", "/roster/v1/audit/export?targetId={group.uuid}"),
    // An address that is not the user's own changes nothing here, whose ever it is.
    refused(400, with("FrontierService_UpdateCurrentUser", "/v1beta1/users/self", r#"{"email": "{person.email}"}"#)),
    with("FrontierService_UpdateUser", "/v1beta1/users/{own_person.uuid}", r#"{"email": "{person.email}"}"#),
    with("updateUser", "/api/v2/user/{own_person.email}", r#"{"identifier": "{person.email}"}"#),
];

/// Where a name is given, or by an import an id, that is unique in the whole instance. That it is taken is told, and nothing else: what has a name in one
/// organization cannot be had in another, so it could be found out in any case. `own` is here what is answered if not 409.
pub(super) const TAKEN: &[Row] = &[
    with(
        "CreateUser",
        "/api/org/v1/users",
        r#"{"username": "{person.name}", "email": "", "firstName": "", "lastName": "", "displayName": ""}"#,
    ),
    with(
        "CreateUser",
        "/api/org/v1/users",
        r#"{"username": "{fresh}", "email": "{person.email}", "firstName": "", "lastName": "", "displayName": ""}"#,
    ),
    with("UpdateUser", "/api/org/v1/users/{own_person.id}", r#"{"username": "{person.name}"}"#),
    with("UpdateUser", "/api/org/v1/users/{own_person.id}", r#"{"email": "{person.email}"}"#),
    with("CreateServiceAccount", "/api/org/v1/service-accounts", r#"{"username": "{person.name}", "description": ""}"#),
    with("UpdateServiceAccount", "/api/org/v1/service-accounts/{own_service.id}", r#"{"username": "{person.name}"}"#),
    with("update-current-user", "/api/v1/user", r#"{"email": "{person.email}"}"#),
    with(
        "create-user",
        "/api/v1/users",
        r#"{"user_name": "{person.name}", "security": {"roles": ["ece_deployment_viewer"]}}"#,
    ),
    with(
        "create-user",
        "/api/v1/users",
        r#"{"user_name": "{fresh}", "email": "{person.email}", "security": {"roles": ["ece_deployment_viewer"]}}"#,
    ),
    with("update-user", "/api/v1/users/{own_person.name}", r#"{"email": "{person.email}"}"#),
    with(
        "FrontierService_CreateUser",
        "/v1beta1/users",
        r#"{"name": "{person.name}", "email": "{fresh}@example.org"}"#,
    ),
    with("FrontierService_CreateUser", "/v1beta1/users", r#"{"email": "{person.email}"}"#),
    with("createUser", "/api/v2/user", r#"{"emailAddress": "{person.email}"}"#),
    with("inviteUsers", "/api/v2/user/invite", r#"[{"emailAddress": "{person.email}"}]"#),
    refused(200, with("importUsers", "/roster/v1/import", r#"{"users": [{"username": "{person.name}"}]}"#)),
    refused(
        200,
        with("importUsers", "/roster/v1/import", r#"{"users": [{"username": "{fresh}", "id": "{person.id}"}]}"#),
    ),
    refused(
        200,
        with("importUsers", "/roster/v1/import", r#"{"users": [{"username": "{fresh}", "email": "{person.email}"}]}"#),
    ),
];

/// Parameters and members that name no object: what they are called, in whatever operation.
pub(super) const PLAIN: &[&str] = &[
    "limit",
    "marker",
    "cursor",
    "offset",
    "page_size",
    "page_num",
    "order",
    "include_disabled",
    "state",
    "status",
    "sendEmail",
    "from",
    "to",
    "operation",
    "action",
    "targetKind",
    "passwordHashes",
    "permission",
    "description",
    "expiration",
    "schema",
    "firstName",
    "lastName",
    "displayName",
    "full_name",
    "title",
    "avatar",
    "metadata",
    "ssoId",
    "permissions",
    "elevated_permissions",
    "security_realm",
    "login_state",
];

/// Where a name is given to something of the caller's own, in an operation that has no row with another's name there.
pub(super) const NEW_NAMES: &[(&str, &str, &str)] = &[
    ("FrontierService_UpdateUser", "body /name", "ignored, as the vendor does"),
    ("FrontierService_UpdateCurrentUser", "body /name", "ignored, as the vendor does"),
    ("importUsers", "body /users/*/realm/id", "the name of another system"),
];
