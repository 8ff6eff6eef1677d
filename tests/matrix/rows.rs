//! One row for each operation of the contract: what it is done to, and a request that works.

use Noun::{Collection, Group, Metaschema, Oneself, Open, Organization, Person, Role, Service, Session, Tenant};
use Variant::{Builtin, Other, Own, Stronger};

/// What an operation is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// Nothing that anybody would have to be known for.
    Open,
    /// Whoever asks, without being named.
    Oneself,
    /// The session that it is asked with.
    Session,
    /// A collection of the caller's organization, whichever that is.
    Collection,
    /// A collection of the organization that the path names.
    Organization,
    /// A person that is named.
    Person,
    /// A service account that is named.
    Service,
    Group,
    Role,
    Metaschema,
    /// An organization as a whole, which is named.
    Tenant,
}

/// Which object of the kind it is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant {
    /// One that can do no more than anybody, or gives nothing.
    Other,
    /// The caller's own account.
    Own,
    /// One that can do, or gives, what only full administrators have.
    Stronger,
    Builtin,
}

/// An operation with a request that works. In `body`, `{id}` and the like stand for the object; see `Names::fill`.
pub(super) struct Row {
    pub(super) operation: &'static str,
    pub(super) noun: Noun,
    pub(super) variants: &'static [Variant],
    pub(super) body: Option<&'static str>,
    /// Whether the body is a form.
    pub(super) is_form: bool,
    /// What it takes besides the operation's action, on one's own account too.
    pub(super) also: &'static [&'static str],
    /// Whether it can be done to nobody but oneself.
    pub(super) only_own: bool,
    /// Whether the request gives what only full administrators have.
    pub(super) gives: bool,
    /// What is answered, besides success, to whoever may do it, with the reason.
    pub(super) not_done: &'static [(u16, &'static str)],
}

const ONE: &[Variant] = &[Other];
const READ: &[Variant] = &[Other, Own, Stronger, Builtin];
const WRITTEN: &[Variant] = &[Other, Own, Stronger, Builtin];
/// Of what would lock those out who do it to themselves.
const OTHERS: &[Variant] = &[Other, Stronger, Builtin];
const NEW_POWERS: &[Variant] = &[Other, Own];
const SERVICES: &[Variant] = &[Other, Own, Stronger];
const TENANTS: &[Variant] = &[Other, Builtin];

const NO_SERVICE: (u16, &str) = (404, "this dialect has no current user for a service account");

const fn row(operation: &'static str, noun: Noun, variants: &'static [Variant]) -> Row {
    Row {
        operation,
        noun,
        variants,
        body: None,
        is_form: false,
        also: &[],
        only_own: false,
        gives: false,
        not_done: &[],
    }
}

const fn with(operation: &'static str, noun: Noun, variants: &'static [Variant], body: &'static str) -> Row {
    Row { body: Some(body), ..row(operation, noun, variants) }
}

const fn giving(operation: &'static str, noun: Noun, variants: &'static [Variant], body: &'static str) -> Row {
    Row { gives: true, ..with(operation, noun, variants, body) }
}

/// The ways to make somebody stronger, each with a request that gives more than a user manager has. Where it is the object
/// that gives, that is its variant above.
pub(super) const GIVING: &[Row] = &[
    Row {
        not_done: &[NO_SERVICE],
        ..giving("update-current-user", Oneself, ONE, r#"{"security": {"roles": ["ece_platform_admin"]}}"#)
    },
    giving(
        "create-user",
        Collection,
        ONE,
        r#"{"user_name": "elastic{unique}", "security": {"roles": ["ece_platform_admin"]}}"#,
    ),
    giving("update-user", Person, NEW_POWERS, r#"{"security": {"roles": ["ece_platform_admin"]}}"#),
    giving("createUser", Collection, ONE, r#"{"emailAddress": "w{unique}@example.org", "roles": ["{strong_role}"]}"#),
    giving(
        "createUser",
        Collection,
        ONE,
        r#"{"emailAddress": "w{unique}@example.org", "userGroups": ["{strong_group}"]}"#,
    ),
    giving(
        "createUser",
        Collection,
        ONE,
        r#"{"emailAddress": "w{unique}@example.org", "groups": ["agent_management"]}"#,
    ),
    giving(
        "inviteUsers",
        Collection,
        ONE,
        r#"[{"emailAddress": "i{unique}@example.org", "roles": ["{strong_role}"]}]"#,
    ),
    giving(
        "inviteUsers",
        Collection,
        ONE,
        r#"[{"emailAddress": "i{unique}@example.org", "userGroups": ["{strong_group}"]}]"#,
    ),
    giving(
        "inviteUsers",
        Collection,
        ONE,
        r#"[{"emailAddress": "i{unique}@example.org", "groups": ["agent_management"]}]"#,
    ),
    giving("updateUser", Person, NEW_POWERS, r#"{"identifier": "{email}", "roles": ["{strong_role}"]}"#),
    giving("updateUser", Person, NEW_POWERS, r#"{"identifier": "{email}", "userGroups": ["{strong_group}"]}"#),
    giving("updateUser", Person, NEW_POWERS, r#"{"identifier": "{email}", "groups": ["agent_management"]}"#),
    giving("grantPermissionToUsers", Person, NEW_POWERS, r#"["{email}"]"#),
    Row { is_form: true, ..giving("grantUserPermission", Person, NEW_POWERS, "group=agent_management") },
    giving("addUserToUserGroups", Person, NEW_POWERS, r#"["{strong_group}"]"#),
    giving("createUserGroup", Collection, ONE, r#"{"name": "group{unique}", "roleIDs": ["{strong_role}"]}"#),
    giving(
        "updateUserGroup",
        Group,
        ONE,
        r#"{"id": "{group}", "name": "group{unique}", "roleIDs": ["{strong_role}"]}"#,
    ),
    giving("addRolesToUserGroup", Group, ONE, r#"["{strong_role}"]"#),
    giving("createRole", Collection, ONE, r#"{"name": "role{unique}", "permissions": ["agent_management"]}"#),
    giving("updateRole", Role, ONE, r#"{"id": "{role}", "name": "role{unique}", "permissions": ["agent_management"]}"#),
    giving("grantPermissionToRoles", Role, ONE, r#"["{role}"]"#),
    giving("createAdministrator", Tenant, TENANTS, r#"{"username": "boss{unique}"}"#),
];

pub(super) const ROWS: &[Row] = &[
    // lakesail
    row("DescribeCurrentIdentity", Oneself, ONE),
    row("ListUsers", Collection, ONE),
    with(
        "CreateUser",
        Collection,
        ONE,
        r#"{"username": "lakesail{unique}", "email": "lakesail{unique}@example.org", "firstName": "A", "lastName": "B", "displayName": "C"}"#,
    ),
    row("DescribeUser", Person, READ),
    with("UpdateUser", Person, WRITTEN, r#"{"displayName": "Changed {unique}"}"#),
    row("DeleteUser", Person, WRITTEN),
    Row {
        only_own: true,
        not_done: &[(400, "no actor has a password to change")],
        ..with("ChangePassword", Person, WRITTEN, r#"{"currentPassword": "none at all", "newPassword": "another one"}"#)
    },
    Row { also: &["users:update"], ..row("ResetPassword", Person, WRITTEN) },
    row("ListServiceAccounts", Collection, ONE),
    with("CreateServiceAccount", Collection, ONE, r#"{"username": "service{unique}", "description": "new"}"#),
    row("DescribeServiceAccount", Service, SERVICES),
    with("UpdateServiceAccount", Service, SERVICES, r#"{"description": "changed {unique}"}"#),
    row("DeleteServiceAccount", Service, SERVICES),
    row("ListServiceAccountKeys", Service, SERVICES),
    with("CreateServiceAccountKey", Service, SERVICES, "{}"),
    row("DescribeServiceAccountKey", Service, SERVICES),
    with("UpdateServiceAccountKey", Service, SERVICES, r#"{"expiresAt": "2100-01-01T00:00:00Z"}"#),
    row("DeleteServiceAccountKey", Service, SERVICES),
    row("ListOrganizations", Collection, ONE),
    with("CreateOrganization", Collection, ONE, r#"{"name": "made {unique}"}"#),
    row("DescribeOrganization", Tenant, TENANTS),
    with("UpdateOrganization", Tenant, TENANTS, r#"{"name": "renamed {unique}"}"#),
    Row { not_done: &[(409, "the platform stays")], ..row("DeleteOrganization", Tenant, TENANTS) },
    // elastic
    Row { not_done: &[NO_SERVICE], ..row("get-current-user", Oneself, ONE) },
    Row {
        not_done: &[NO_SERVICE],
        ..with("update-current-user", Oneself, ONE, r#"{"full_name": "Changed {unique}"}"#)
    },
    row("get-users", Collection, ONE),
    with(
        "create-user",
        Collection,
        ONE,
        r#"{"user_name": "elastic{unique}", "security": {"roles": ["ece_deployment_viewer"]}}"#,
    ),
    row("get-user", Person, READ),
    with("update-user", Person, WRITTEN, r#"{"full_name": "Changed {unique}"}"#),
    row("delete-user", Person, WRITTEN),
    row("get-authentication-info", Oneself, ONE),
    with("login", Open, ONE, r#"{"username": "nobody", "password": "wrong"}"#),
    row("logout", Session, ONE),
    row("refresh-token", Session, ONE),
    row("methods", Open, ONE),
    row("saml-init", Open, ONE),
    row("saml-callback", Open, ONE),
    Row { not_done: &[NO_SERVICE], ..row("get-api-keys", Oneself, ONE) },
    Row { not_done: &[NO_SERVICE], ..with("create-api-key", Oneself, ONE, r#"{"description": "new"}"#) },
    Row { not_done: &[NO_SERVICE], ..with("delete-api-keys", Oneself, ONE, r#"{"keys": ["{key}"]}"#) },
    row("get-users-api-keys", Collection, ONE),
    with(
        "delete-users-api-keys",
        Person,
        WRITTEN,
        r#"{"user_api_keys": [{"user_id": "{username}", "api_key_id": "{key}"}]}"#,
    ),
    Row { not_done: &[NO_SERVICE], ..row("get-api-key", Oneself, ONE) },
    Row { not_done: &[NO_SERVICE], ..row("delete-api-key", Oneself, ONE) },
    row("get-user-api-keys", Person, READ),
    row("delete-user-api-keys", Person, OTHERS),
    row("get-user-api-key", Person, READ),
    row("delete-user-api-key", Person, WRITTEN),
    // frontier
    row("ping", Open, ONE),
    row("FrontierService_ListUsers", Collection, ONE),
    with(
        "FrontierService_CreateUser",
        Collection,
        ONE,
        r#"{"name": "frontier{unique}", "email": "frontier{unique}@example.org", "title": "F"}"#,
    ),
    row("FrontierService_GetCurrentUser", Oneself, ONE),
    Row {
        not_done: &[NO_SERVICE],
        ..with(
            "FrontierService_UpdateCurrentUser",
            Oneself,
            ONE,
            r#"{"email": "{address}", "title": "Changed {unique}"}"#,
        )
    },
    row("FrontierService_GetUser", Person, READ),
    with("FrontierService_UpdateUser", Person, WRITTEN, r#"{"email": "{address}", "title": "Changed {unique}"}"#),
    row("FrontierService_DeleteUser", Person, WRITTEN),
    row("FrontierService_ListCurrentUserGroups", Oneself, ONE),
    row("FrontierService_ListOrganizationsByCurrentUser", Oneself, ONE),
    Row { also: &["users:update"], ..row("FrontierService_EnableUser", Person, OTHERS) },
    Row { also: &["users:update"], ..row("FrontierService_DisableUser", Person, OTHERS) },
    row("FrontierService_ListUserGroups", Person, READ),
    row("FrontierService_ListOrganizationsByUser", Person, READ),
    row("AdminService_ListAllUsers", Collection, ONE),
    with("AdminService_SearchUsers", Collection, ONE, "{}"),
    row("AdminService_ExportUsers", Collection, ONE),
    row("FrontierService_ListMetaSchemas", Collection, ONE),
    with("FrontierService_CreateMetaSchema", Collection, ONE, r#"{"name": "schema{unique}", "schema": "true"}"#),
    row("FrontierService_GetMetaSchema", Metaschema, ONE),
    with("FrontierService_UpdateMetaSchema", Metaschema, ONE, r#"{"name": "schema{unique}", "schema": "false"}"#),
    row("FrontierService_DeleteMetaSchema", Metaschema, ONE),
    row("FrontierService_ListOrganizationGroups", Organization, ONE),
    with("FrontierService_CreateGroup", Organization, ONE, r#"{"name": "group{unique}", "title": "G"}"#),
    row("FrontierService_GetGroup", Group, &[Other, Stronger, Builtin]),
    with("FrontierService_UpdateGroup", Group, &[Other, Builtin], r#"{"name": "group{unique}", "title": "G"}"#),
    row("FrontierService_DeleteGroup", Group, OTHERS),
    row("FrontierService_ListGroupUsers", Group, &[Other, Stronger, Builtin]),
    with("FrontierService_AddGroupUsers", Group, OTHERS, r#"{"user_ids": ["{member_uuid}"]}"#),
    row("FrontierService_RemoveGroupUser", Group, &[Other, Builtin]),
    // wavefront
    row("getAllUsers", Collection, ONE),
    with("createUser", Collection, ONE, r#"{"emailAddress": "wavefront{unique}@example.org"}"#),
    with("inviteUsers", Collection, ONE, r#"[{"emailAddress": "invited{unique}@example.org"}]"#),
    with("deleteMultipleUsers", Person, WRITTEN, r#"["{email}"]"#),
    with("validateUsers", Person, READ, r#"["{email}"]"#),
    Row { also: &["roles:assign"], ..with("grantPermissionToUsers", Person, WRITTEN, r#"["{email}"]"#) },
    Row { also: &["roles:assign"], ..with("revokePermissionFromUsers", Person, OTHERS, r#"["{email}"]"#) },
    row("getUser", Person, READ),
    with("updateUser", Person, OTHERS, r#"{"identifier": "{email}", "ssoId": "sso{unique}"}"#),
    row("deleteUser", Person, WRITTEN),
    Row {
        is_form: true,
        also: &["roles:assign"],
        ..with("grantUserPermission", Person, WRITTEN, "group=user_management")
    },
    Row {
        is_form: true,
        also: &["roles:assign"],
        ..with("revokeUserPermission", Person, OTHERS, "group=user_management")
    },
    Row { also: &["groups:update"], ..with("addUserToUserGroups", Person, WRITTEN, r#"["{group}"]"#) },
    Row { also: &["groups:update"], ..with("removeUserFromUserGroups", Person, OTHERS, r#"["{group}"]"#) },
    row("getUserBusinessFunctions", Person, READ),
    with("searchUserEntities", Collection, ONE, "{}"),
    with("searchUserGroupEntities", Collection, ONE, "{}"),
    with("searchRoleEntities", Collection, ONE, "{}"),
    row("getAllUserGroups", Collection, ONE),
    with("createUserGroup", Collection, ONE, r#"{"name": "group{unique}"}"#),
    row("getUserGroup", Group, &[Other, Stronger, Builtin]),
    with("updateUserGroup", Group, &[Other, Builtin], r#"{"id": "{group}", "name": "group{unique}"}"#),
    row("deleteUserGroup", Group, OTHERS),
    with("addUsersToUserGroup", Group, OTHERS, r#"["{member_email}"]"#),
    with("removeUsersFromUserGroup", Group, &[Other, Builtin], r#"["{member_email}"]"#),
    Row { also: &["roles:assign"], ..with("addRolesToUserGroup", Group, &[Other, Stronger], r#"["{role}"]"#) },
    Row {
        also: &["roles:assign"],
        ..with("removeRolesFromUserGroup", Group, &[Other, Stronger], r#"["{held_role}"]"#)
    },
    row("getAllRoles", Collection, ONE),
    with("createRole", Collection, ONE, r#"{"name": "role{unique}", "permissions": ["user_management"]}"#),
    row("getRole", Role, &[Other, Stronger, Builtin]),
    with("updateRole", Role, OTHERS, r#"{"id": "{role}", "name": "role{unique}", "permissions": ["user_management"]}"#),
    row("deleteRole", Role, OTHERS),
    with("addAssignees", Role, &[Other, Stronger], r#"["{member_email}"]"#),
    with("removeAssignees", Role, ONE, r#"["{member_email}"]"#),
    with("grantPermissionToRoles", Role, OTHERS, r#"["{role}"]"#),
    with("revokePermissionFromRoles", Role, &[Other, Builtin], r#"["{role}"]"#),
    // roster
    with("createUserKey", Person, WRITTEN, r#"{"description": "new"}"#),
    row("listActions", Oneself, ONE),
    with("createAdministrator", Tenant, TENANTS, r#"{"username": "administrator{unique}"}"#),
    row("listMail", Collection, ONE),
    row("listAudit", Collection, ONE),
    row("exportAudit", Collection, ONE),
    with("importUsers", Collection, ONE, r#"{"users": [{"username": "imported{unique}"}]}"#),
    row("exportUsers", Collection, ONE),
    row("getHealth", Open, ONE),
    row("getReadiness", Open, ONE),
    row("getMetrics", Collection, ONE),
    row("getContract", Open, ONE),
];
