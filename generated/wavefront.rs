//! The module `wavefront`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use serde::Serialize;
use specgen_runtime as rt;

/// The identifier of a user.
///
/// Contract: `/components/schemas/WavefrontIdentifier`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Identifier(String);

rt::constrained_string!(Identifier, rt::string().min_length(1).max_length(255));

/// A permission. `user_management` grants the user, group and role actions; the others are stored and
/// shown, and grant nothing in Roster.
///
/// Contract: `/components/schemas/WavefrontPermission`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Permission {
    /// `log_management`
    #[serde(rename = "log_management")]
    LogManagement,
    /// `dashboard_management`
    #[serde(rename = "dashboard_management")]
    DashboardManagement,
    /// `events_management`
    #[serde(rename = "events_management")]
    EventsManagement,
    /// `alerts_management`
    #[serde(rename = "alerts_management")]
    AlertsManagement,
    /// `derived_metrics_management`
    #[serde(rename = "derived_metrics_management")]
    DerivedMetricsManagement,
    /// `host_tag_management`
    #[serde(rename = "host_tag_management")]
    HostTagManagement,
    /// `agent_management`
    #[serde(rename = "agent_management")]
    AgentManagement,
    /// `token_management`
    #[serde(rename = "token_management")]
    TokenManagement,
    /// `ingestion`
    #[serde(rename = "ingestion")]
    Ingestion,
    /// `user_management`
    #[serde(rename = "user_management")]
    UserManagement,
    /// `embedded_charts`
    #[serde(rename = "embedded_charts")]
    EmbeddedCharts,
    /// `metrics_management`
    #[serde(rename = "metrics_management")]
    MetricsManagement,
    /// `external_links_management`
    #[serde(rename = "external_links_management")]
    ExternalLinksManagement,
    /// `application_management`
    #[serde(rename = "application_management")]
    ApplicationManagement,
    /// `batch_query_priority`
    #[serde(rename = "batch_query_priority")]
    BatchQueryPriority,
    /// `saml_sso_management`
    #[serde(rename = "saml_sso_management")]
    SamlSsoManagement,
    /// `monitored_application_service_management`
    #[serde(rename = "monitored_application_service_management")]
    MonitoredApplicationServiceManagement,
}

impl Permission {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::LogManagement,
        Self::DashboardManagement,
        Self::EventsManagement,
        Self::AlertsManagement,
        Self::DerivedMetricsManagement,
        Self::HostTagManagement,
        Self::AgentManagement,
        Self::TokenManagement,
        Self::Ingestion,
        Self::UserManagement,
        Self::EmbeddedCharts,
        Self::MetricsManagement,
        Self::ExternalLinksManagement,
        Self::ApplicationManagement,
        Self::BatchQueryPriority,
        Self::SamlSsoManagement,
        Self::MonitoredApplicationServiceManagement,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LogManagement => "log_management",
            Self::DashboardManagement => "dashboard_management",
            Self::EventsManagement => "events_management",
            Self::AlertsManagement => "alerts_management",
            Self::DerivedMetricsManagement => "derived_metrics_management",
            Self::HostTagManagement => "host_tag_management",
            Self::AgentManagement => "agent_management",
            Self::TokenManagement => "token_management",
            Self::Ingestion => "ingestion",
            Self::UserManagement => "user_management",
            Self::EmbeddedCharts => "embedded_charts",
            Self::MetricsManagement => "metrics_management",
            Self::ExternalLinksManagement => "external_links_management",
            Self::ApplicationManagement => "application_management",
            Self::BatchQueryPriority => "batch_query_priority",
            Self::SamlSsoManagement => "saml_sso_management",
            Self::MonitoredApplicationServiceManagement => {
                "monitored_application_service_management"
            }
        }
    }
}

rt::enumeration!(Permission);

/// One permission as a form.
///
/// Contract: `/components/schemas/WavefrontPermissionForm`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PermissionForm {
    /// A permission. `user_management` grants the user, group and role actions; the others are stored and
    /// shown, and grant nothing in Roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Permission>,
}

impl rt::FormModel for PermissionForm {
    fn read_form(form: &mut rt::PairsReader<'_>) -> Result<Self, rt::Reported> {
        let group = form.optional("group", &rt::model::<Permission>());
        Ok(Self { group: group? })
    }
}

/// A user to create. The vendor declares `groups` and `userGroups` as required too, but its clients
/// leave them out or send null.
///
/// Contract: `/components/schemas/WavefrontUserToCreate`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserToCreate {
    /// The e-mail address, which becomes the identifier. Roster's choice: at most 254 characters, one `@`
    /// with text on both sides, no white space and no control characters.
    #[serde(rename = "emailAddress")]
    pub email_address: String,
    /// The permissions of the user; those given twice count once. Roster's choice, at most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub groups: rt::Field<Vec<Permission>>,
    /// The ids of the user groups. Roster's choice, at most 1024.
    #[serde(rename = "userGroups", skip_serializing_if = "rt::Field::is_absent")]
    pub user_groups: rt::Field<Vec<String>>,
    /// The ids of the roles. Roster's choice, at most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub roles: rt::Field<Vec<String>>,
}

impl rt::Model for UserToCreate {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let email_address = object
            .required(
                "emailAddress",
                &rt::string()
                    .min_length(1)
                    .max_length(254)
                    .pattern(&USER_TO_CREATE_EMAIL_ADDRESS_PATTERN),
            );
        let groups = object
            .field("groups", &rt::array(rt::model::<Permission>()).max_items(256));
        let user_groups = object
            .field(
                "userGroups",
                &rt::array(rt::string().max_length(255)).max_items(1024),
            );
        let roles = object
            .field("roles", &rt::array(rt::string().max_length(255)).max_items(256));
        Ok(Self {
            email_address: email_address?,
            groups: groups?,
            user_groups: user_groups?,
            roles: roles?,
        })
    }
}

/// The members of a user to change. One that is left out or null keeps its value.
///
/// Contract: `/components/schemas/WavefrontUserRequestDTO`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserRequestDto {
    /// The identifier of the user, or it is refused. Roster's choice, at most 255 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub identifier: rt::Field<String>,
    /// The id of the user in a single sign-on system; an empty string removes it. Roster's choice, at most
    /// 1024 characters.
    #[serde(rename = "ssoId", skip_serializing_if = "rt::Field::is_absent")]
    pub sso_id: rt::Field<String>,
    /// Ignored. Roster's choice, at most 255 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub customer: rt::Field<String>,
    /// All permissions that the user shall have directly; those given twice count once. Roster's choice, at
    /// most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub groups: rt::Field<Vec<Permission>>,
    /// The ids of all user groups that the user shall be in. Roster's choice, at most 1024.
    #[serde(rename = "userGroups", skip_serializing_if = "rt::Field::is_absent")]
    pub user_groups: rt::Field<Vec<String>>,
    /// The new password. Roster's choice, at least 8 characters and at most 1024 bytes of UTF-8.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub credential: rt::Field<String>,
    /// The ids of all roles that the user shall have. Roster's choice, at most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub roles: rt::Field<Vec<String>>,
}

impl rt::Model for UserRequestDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let identifier = object.field("identifier", &rt::string().max_length(255));
        let sso_id = object.field("ssoId", &rt::string().max_length(1024));
        let customer = object.field("customer", &rt::string().max_length(255));
        let groups = object
            .field("groups", &rt::array(rt::model::<Permission>()).max_items(256));
        let user_groups = object
            .field(
                "userGroups",
                &rt::array(rt::string().max_length(255)).max_items(1024),
            );
        let credential = object
            .field("credential", &rt::string().min_length(8).max_length(1024));
        let roles = object
            .field("roles", &rt::array(rt::string().max_length(255)).max_items(256));
        Ok(Self {
            identifier: identifier?,
            sso_id: sso_id?,
            customer: customer?,
            groups: groups?,
            user_groups: user_groups?,
            credential: credential?,
            roles: roles?,
        })
    }
}

/// A user. `roles` is always sent, though the vendor declares it as optional; a value that the user
/// does not have is left out.
///
/// Contract: `/components/schemas/WavefrontUserModel`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserModel {
    /// The identifier: the e-mail address as it was written, or the username where there is none.
    pub identifier: String,
    /// The tenant. Roster's choice: the name of the user's organization.
    pub customer: String,
    /// The id of the user in a single sign-on system.
    #[serde(rename = "ssoId", skip_serializing_if = "Option::is_none")]
    pub sso_id: Option<String>,
    /// When the user last logged in, in milliseconds since 1970; absent before.
    #[serde(rename = "lastSuccessfulLogin", skip_serializing_if = "Option::is_none")]
    pub last_successful_login: Option<i64>,
    /// The permissions that the user has directly, sorted.
    pub groups: Vec<String>,
    /// The user groups that the user is in, sorted by name.
    #[serde(rename = "userGroups")]
    pub user_groups: Vec<UserGroup>,
    /// The roles that the user has, sorted by name.
    pub roles: Vec<RoleDto>,
}

impl rt::Model for UserModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let identifier = object.required("identifier", &rt::string());
        let customer = object.required("customer", &rt::string());
        let sso_id = object.optional("ssoId", &rt::string());
        let last_successful_login = object
            .optional("lastSuccessfulLogin", &rt::integer::<i64>());
        let groups = object.required("groups", &rt::array(rt::string()));
        let user_groups = object
            .required("userGroups", &rt::array(rt::model::<UserGroup>()));
        let roles = object.required("roles", &rt::array(rt::model::<RoleDto>()));
        Ok(Self {
            identifier: identifier?,
            customer: customer?,
            sso_id: sso_id?,
            last_successful_login: last_successful_login?,
            groups: groups?,
            user_groups: user_groups?,
            roles: roles?,
        })
    }
}

/// A user at the top level, as the vendor declares it and its Python client needs it, and in an
/// envelope, as its Go client needs it. Both show the same user.
///
/// Contract: `/components/schemas/WavefrontUserModelInEnvelope`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserModelInEnvelope {
    /// The identifier: the e-mail address as it was written, or the username where there is none.
    pub identifier: String,
    /// The tenant. Roster's choice: the name of the user's organization.
    pub customer: String,
    /// The id of the user in a single sign-on system.
    #[serde(rename = "ssoId", skip_serializing_if = "Option::is_none")]
    pub sso_id: Option<String>,
    /// When the user last logged in, in milliseconds since 1970; absent before.
    #[serde(rename = "lastSuccessfulLogin", skip_serializing_if = "Option::is_none")]
    pub last_successful_login: Option<i64>,
    /// The permissions that the user has directly, sorted.
    pub groups: Vec<String>,
    /// The user groups that the user is in, sorted by name.
    #[serde(rename = "userGroups")]
    pub user_groups: Vec<UserGroup>,
    /// The roles that the user has, sorted by name.
    pub roles: Vec<RoleDto>,
    /// How a request ended.
    pub status: ResponseStatus,
    /// A user. `roles` is always sent, though the vendor declares it as optional; a value that the user
    /// does not have is left out.
    pub response: UserModel,
}

impl rt::Model for UserModelInEnvelope {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let identifier = object.required("identifier", &rt::string());
        let customer = object.required("customer", &rt::string());
        let sso_id = object.optional("ssoId", &rt::string());
        let last_successful_login = object
            .optional("lastSuccessfulLogin", &rt::integer::<i64>());
        let groups = object.required("groups", &rt::array(rt::string()));
        let user_groups = object
            .required("userGroups", &rt::array(rt::model::<UserGroup>()));
        let roles = object.required("roles", &rt::array(rt::model::<RoleDto>()));
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::model::<UserModel>());
        Ok(Self {
            identifier: identifier?,
            customer: customer?,
            sso_id: sso_id?,
            last_successful_login: last_successful_login?,
            groups: groups?,
            user_groups: user_groups?,
            roles: roles?,
            status: status?,
            response: response?,
        })
    }
}

/// A group of users.
///
/// Contract: `/components/schemas/WavefrontUserGroup`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserGroup {
    /// The id, a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The tenant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Some of the users in the group. Roster's choice, left out inside a user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub users: Option<Vec<String>>,
    /// How many users are in the group. Roster's choice, left out inside a user.
    #[serde(rename = "userCount", skip_serializing_if = "Option::is_none")]
    pub user_count: Option<i32>,
    /// What can be changed about a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<UserGroupPropertiesDto>,
    /// What the group is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The roles of the group. Roster's choice, left out inside a user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<RoleDto>>,
}

impl rt::Model for UserGroup {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.optional("id", &rt::string());
        let name = object.optional("name", &rt::string());
        let customer = object.optional("customer", &rt::string());
        let users = object.optional("users", &rt::array(rt::string()));
        let user_count = object.optional("userCount", &rt::integer::<i32>());
        let properties = object
            .optional("properties", &rt::model::<UserGroupPropertiesDto>());
        let description = object.optional("description", &rt::string());
        let roles = object.optional("roles", &rt::array(rt::model::<RoleDto>()));
        Ok(Self {
            id: id?,
            name: name?,
            customer: customer?,
            users: users?,
            user_count: user_count?,
            properties: properties?,
            description: description?,
            roles: roles?,
        })
    }
}

/// What can be changed about a group.
///
/// Contract: `/components/schemas/WavefrontUserGroupPropertiesDTO`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserGroupPropertiesDto {
    /// Whether its name can be changed.
    #[serde(rename = "nameEditable", skip_serializing_if = "Option::is_none")]
    pub name_editable: Option<bool>,
    /// Whether users can be added and removed.
    #[serde(rename = "usersEditable", skip_serializing_if = "Option::is_none")]
    pub users_editable: Option<bool>,
    /// Whether roles can be added and removed.
    #[serde(rename = "rolesEditable", skip_serializing_if = "Option::is_none")]
    pub roles_editable: Option<bool>,
}

impl rt::Model for UserGroupPropertiesDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name_editable = object.optional("nameEditable", &rt::boolean());
        let users_editable = object.optional("usersEditable", &rt::boolean());
        let roles_editable = object.optional("rolesEditable", &rt::boolean());
        Ok(Self {
            name_editable: name_editable?,
            users_editable: users_editable?,
            roles_editable: roles_editable?,
        })
    }
}

/// A role.
///
/// Contract: `/components/schemas/WavefrontRoleDTO`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RoleDto {
    /// Some of the groups that have the role. Roster's choice, left out inside a user.
    #[serde(rename = "sampleLinkedGroups", skip_serializing_if = "Option::is_none")]
    pub sample_linked_groups: Option<Vec<UserGroup>>,
    /// How many groups have the role. Roster's choice, left out inside a user.
    #[serde(rename = "linkedGroupsCount", skip_serializing_if = "Option::is_none")]
    pub linked_groups_count: Option<i32>,
    /// Some of the users who have the role. Roster's choice, left out inside a user.
    #[serde(rename = "sampleLinkedAccounts", skip_serializing_if = "Option::is_none")]
    pub sample_linked_accounts: Option<Vec<String>>,
    /// How many users have the role. Roster's choice, left out inside a user.
    #[serde(rename = "linkedAccountsCount", skip_serializing_if = "Option::is_none")]
    pub linked_accounts_count: Option<i32>,
    /// Permissions that the role cannot have. Roster's choice, not sent.
    #[serde(rename = "restrictedPermissions", skip_serializing_if = "Option::is_none")]
    pub restricted_permissions: Option<Vec<String>>,
    /// What can be changed about a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<RolePropertiesDto>,
    /// The permissions that the role grants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<String>>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The id, a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the role is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// When the role was created, in milliseconds since 1970.
    #[serde(rename = "createdEpochMillis", skip_serializing_if = "Option::is_none")]
    pub created_epoch_millis: Option<i64>,
    /// When the role was last changed, in milliseconds since 1970.
    #[serde(rename = "lastUpdatedMs", skip_serializing_if = "Option::is_none")]
    pub last_updated_ms: Option<i64>,
    /// Who changed the role last. Roster's choice, not sent.
    #[serde(rename = "lastUpdatedAccountId", skip_serializing_if = "Option::is_none")]
    pub last_updated_account_id: Option<String>,
    /// The tenant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
}

impl rt::Model for RoleDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let sample_linked_groups = object
            .optional("sampleLinkedGroups", &rt::array(rt::model::<UserGroup>()));
        let linked_groups_count = object
            .optional("linkedGroupsCount", &rt::integer::<i32>());
        let sample_linked_accounts = object
            .optional("sampleLinkedAccounts", &rt::array(rt::string()));
        let linked_accounts_count = object
            .optional("linkedAccountsCount", &rt::integer::<i32>());
        let restricted_permissions = object
            .optional("restrictedPermissions", &rt::array(rt::string()));
        let properties = object
            .optional("properties", &rt::model::<RolePropertiesDto>());
        let permissions = object.optional("permissions", &rt::array(rt::string()));
        let name = object.optional("name", &rt::string());
        let id = object.optional("id", &rt::string());
        let description = object.optional("description", &rt::string());
        let created_epoch_millis = object
            .optional("createdEpochMillis", &rt::integer::<i64>());
        let last_updated_ms = object.optional("lastUpdatedMs", &rt::integer::<i64>());
        let last_updated_account_id = object
            .optional("lastUpdatedAccountId", &rt::string());
        let customer = object.optional("customer", &rt::string());
        Ok(Self {
            sample_linked_groups: sample_linked_groups?,
            linked_groups_count: linked_groups_count?,
            sample_linked_accounts: sample_linked_accounts?,
            linked_accounts_count: linked_accounts_count?,
            restricted_permissions: restricted_permissions?,
            properties: properties?,
            permissions: permissions?,
            name: name?,
            id: id?,
            description: description?,
            created_epoch_millis: created_epoch_millis?,
            last_updated_ms: last_updated_ms?,
            last_updated_account_id: last_updated_account_id?,
            customer: customer?,
        })
    }
}

/// What can be changed about a role.
///
/// Contract: `/components/schemas/WavefrontRolePropertiesDTO`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RolePropertiesDto {
    /// Whether its name can be changed.
    #[serde(rename = "nameEditable", skip_serializing_if = "Option::is_none")]
    pub name_editable: Option<bool>,
    /// Whether it can be taken from users.
    #[serde(rename = "usersRemovable", skip_serializing_if = "Option::is_none")]
    pub users_removable: Option<bool>,
    /// Whether it can be given to users.
    #[serde(rename = "usersAddable", skip_serializing_if = "Option::is_none")]
    pub users_addable: Option<bool>,
    /// Whether its permissions can be changed.
    #[serde(rename = "permsEditable", skip_serializing_if = "Option::is_none")]
    pub perms_editable: Option<bool>,
    /// Whether it can be deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletable: Option<bool>,
}

impl rt::Model for RolePropertiesDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name_editable = object.optional("nameEditable", &rt::boolean());
        let users_removable = object.optional("usersRemovable", &rt::boolean());
        let users_addable = object.optional("usersAddable", &rt::boolean());
        let perms_editable = object.optional("permsEditable", &rt::boolean());
        let deletable = object.optional("deletable", &rt::boolean());
        Ok(Self {
            name_editable: name_editable?,
            users_removable: users_removable?,
            users_addable: users_addable?,
            perms_editable: perms_editable?,
            deletable: deletable?,
        })
    }
}

/// How a request ended.
///
/// Contract: `/components/schemas/WavefrontResponseStatus`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseStatus {
    /// Whether it succeeded.
    pub result: ResponseStatusResult,
    /// What is to be said about it, for people; empty for a plain success.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The status code of the answer.
    pub code: i64,
}

impl rt::Model for ResponseStatus {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let result = object.required("result", &rt::model::<ResponseStatusResult>());
        let message = object.optional("message", &rt::string());
        let code = object.required("code", &rt::integer::<i64>());
        Ok(Self {
            result: result?,
            message: message?,
            code: code?,
        })
    }
}

/// Whether it succeeded.
///
/// Contract: `/components/schemas/WavefrontResponseStatus/properties/result`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum ResponseStatusResult {
    /// `OK`
    #[serde(rename = "OK")]
    Ok,
    /// `ERROR`
    #[serde(rename = "ERROR")]
    Error,
}

impl ResponseStatusResult {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Ok, Self::Error];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Error => "ERROR",
        }
    }
}

rt::enumeration!(ResponseStatusResult);

/// Why a request failed. The vendor declares no failure of these operations; this is the shape of its
/// other operations, which all known clients read.
///
/// Contract: `/components/schemas/WavefrontErrorContainer`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ErrorContainer {
    /// How a request ended.
    pub status: ResponseStatus,
}

impl rt::Model for ErrorContainer {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        Ok(Self { status: status? })
    }
}

static USER_TO_CREATE_EMAIL_ADDRESS_PATTERN: rt::Pattern = rt::Pattern::new(
    "^[^@\\s]+@[^@\\s]+$",
);

/// What `createUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// Whether a mail is sent to the user. `true` and `false` are accepted in any capitalisation. Roster's
    /// choice: nothing is sent by a server without outgoing mail, which is no failure.
    pub send_email: bool,
    /// The user to create.
    pub body: UserToCreate,
}

impl rt::Request for CreateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let send_email = query.or("sendEmail", &rt::boolean().lenient(), false);
        let body = parts.json_body(&rt::model::<UserToCreate>());
        Ok(Self {
            send_email: send_email?,
            body: body?,
        })
    }
}

/// What `createUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 200: The user was created.
    Ok(UserModelInEnvelope),
    /// 202: The user was created, without the user groups that do not exist; the message names them.
    Accepted(UserModelInEnvelope),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 409: A user with this identifier exists, or the user changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for CreateUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::Accepted(body) => {
                rt::Outgoing::status(202).json("application/json", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for CreateUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `inviteUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct InviteUsersRequest {
    /// The users to invite.
    pub body: Vec<UserToCreate>,
}

impl rt::Request for InviteUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::model::<UserToCreate>()).min_items(1).max_items(1000),
            );
        Ok(Self { body: body? })
    }
}

/// What `inviteUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum InviteUsersResponse {
    /// 200: The users were invited.
    Ok(UserModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 409: A user with this identifier exists, or the user changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for InviteUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for InviteUsersResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `grantPermissionToUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantPermissionToUsersRequest {
    /// The permission to grant.
    pub permission: Permission,
    /// The users.
    pub body: Vec<Identifier>,
}

impl rt::Request for GrantPermissionToUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let permission = parts.path(4, "permission", &rt::model::<Permission>());
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::model::<Identifier>()).min_items(1).max_items(1000),
            );
        Ok(Self {
            permission: permission?,
            body: body?,
        })
    }
}

/// What `grantPermissionToUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GrantPermissionToUsersResponse {
    /// 200: The permission was granted.
    Ok(UserModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier exists, or the user changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for GrantPermissionToUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GrantPermissionToUsersResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
}

impl rt::Request for GetUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        Ok(Self { id: id? })
    }
}

/// What `getUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetUserResponse {
    /// 200: The user.
    Ok(UserModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for GetUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    body,
                }
            }
            Failure::UnsupportedMediaType(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    body,
                }
            }
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `updateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
    /// The members to change.
    pub body: Option<UserRequestDto>,
}

impl rt::Request for UpdateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let body = parts.optional_json_body(&rt::model::<UserRequestDto>());
        Ok(Self { id: id?, body: body? })
    }
}

/// What `updateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserResponse {
    /// 200: The user was updated.
    Ok(UserModelInEnvelope),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier exists, or the user changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for UpdateUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for UpdateUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `grantUserPermission` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantUserPermissionRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
    /// The permission, as a form.
    pub body: Option<PermissionForm>,
}

impl rt::Request for GrantUserPermissionRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/x-www-form-urlencoded"),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let body = parts.optional_form_body();
        Ok(Self { id: id?, body: body? })
    }
}

/// What `grantUserPermission` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GrantUserPermissionResponse {
    /// 200: The permission was granted.
    Ok(UserModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier exists, or the user changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for GrantUserPermissionResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GrantUserPermissionResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// There are no valid credentials with the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Unauthorized {
    /// The challenge (RFC 9110, section 11.6.1).
    pub www_authenticate: String,
    /// The body.
    pub body: ErrorContainer,
}

impl rt::Respond for Unauthorized {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(401)
            .header("www-authenticate", self.www_authenticate)
            .json("application/json", &self.body)
    }
}

/// The server is too busy to take the request; nothing was changed. It is never 406, which the Go
/// client would take for a request to slow down.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceUnavailable {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: ErrorContainer,
}

impl rt::Respond for ServiceUnavailable {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(503)
            .header("retry-after", self.retry_after)
            .json("application/json", &self.body)
    }
}

/// What can go wrong in any operation of the module. Every operation's response can be made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier exists, or the user changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(ErrorContainer),
    /// 503: The server is too busy to take the request; nothing was changed. It is never 406, which the Go
    /// client would take for a request to slow down.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Other {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: ErrorContainer,
    },
}

impl rt::Respond for Failure {
    fn into_response(self) -> rt::Response {
        match self {
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Other { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

/// The operations of `wavefront`, one method each. Arguments are parsed and valid, and only declared
/// responses can be given.
pub trait Api: Send + Sync + 'static {
    /// Who is asking; only `authenticate` makes it.
    type Caller: std::fmt::Display + Send;

    /// Finds out who is asking, before anything of the request is parsed.
    fn authenticate(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = Result<Self::Caller, rt::Rejection>> + Send;

    /// Says in the module's own shape why a request does not get an answer of its operation.
    fn reject(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure;

    /// Creates a user.
    ///
    /// Creates a user with permissions, user groups and roles. Every user is also in the system group
    /// `Everyone`.
    ///
    /// The answer holds the members of the user at its top level, as the vendor declares it, and also
    /// `status` and `response`, as its server sends them; its clients need the one or the other.
    ///
    /// User groups that do not exist are left out; the answer is then 202 and its message names them.
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * An identifier that exists is 409 and changes nothing.
    /// * `groups` left out or null means no permissions, as `[]` does: there are no defaults for new users.
    /// * A role that does not exist is 400, and so is a permission that is not in the list.
    /// * A permission, role or group that would let the new user do what the caller cannot is 403.
    /// * The username is made from the address as in the dialect frontier, with a numeric suffix where it
    ///   is taken.
    ///
    /// `POST /api/v2/user`
    ///
    /// Contract: `/paths/~1api~1v2~1user/post`
    fn create_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateUserRequest,
    ) -> impl Future<Output = CreateUserResponse> + Send;

    /// Invites users.
    ///
    /// Creates many users, each as createUser does, and invites them by mail where the server has outgoing
    /// mail.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All users are created or none. One that exists is 409, and so is one that the list has twice; the
    ///   message names it.
    /// * The answer is the first user of the list, since one user is declared.
    /// * User groups that do not exist are left out without a word: the declared answer has no place for a
    ///   message.
    /// * Without a body, and with `{}` (which the Python client sends instead) or `[]`, the request is 400.
    ///   The vendor declares the body as optional.
    ///
    /// `POST /api/v2/user/invite`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1invite/post`
    fn invite_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: InviteUsersRequest,
    ) -> impl Future<Output = InviteUsersResponse> + Send;

    /// Grants a permission to users.
    ///
    /// Adds one permission to many users. A user who has it already stays as it is.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All users receive it or none. An identifier that names nobody is 404, and the message names it.
    /// * The answer is the first user of the list, since one user is declared.
    /// * Without a body, and with `{}` or `[]`, the request is 400. The vendor declares the body as
    ///   optional.
    /// * An unknown permission is 400. One that would let a user do what the caller cannot is 403.
    ///
    /// `POST /api/v2/user/grant/{permission}`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1grant~1{permission}/post`
    fn grant_permission_to_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GrantPermissionToUsersRequest,
    ) -> impl Future<Output = GrantPermissionToUsersResponse> + Send;

    /// Gets a user.
    ///
    /// Answers a user by its identifier, without an envelope.
    ///
    /// Roster's choice: a disabled user is answered like any other, since this API has no state.
    ///
    /// `GET /api/v2/user/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}/get`
    fn get_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserRequest,
    ) -> impl Future<Output = GetUserResponse> + Send;

    /// Updates a user.
    ///
    /// Changes permissions, user groups, roles, single sign-on id and password of a user. The answer has
    /// the shape of createUser's.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A member that is left out or null keeps its value; `[]` removes all. No user leaves the group
    ///   `Everyone`.
    /// * `identifier` must be the user's own, without regard to case, or it is 400. `customer` is ignored,
    ///   and so is `lastSuccessfulLogin`, which the Go client sends.
    /// * `credential` sets the password.
    /// * A user group or role that does not exist is 400, and so is a permission that is not in the list.
    /// * A permission, role or group that would let the user do what the caller cannot is 403, and so is a
    ///   change of a user who can do what the caller cannot.
    /// * Built-in users cannot be changed: 403.
    /// * Without a body, and with `{}`, nothing is changed.
    ///
    /// `PUT /api/v2/user/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}/put`
    fn update_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateUserRequest,
    ) -> impl Future<Output = UpdateUserResponse> + Send;

    /// Grants a permission to a user.
    ///
    /// Adds one permission to one user. A permission that the user has already changes nothing.
    ///
    /// Roster's choice, where the vendor publishes nothing: without `group`, which the vendor declares as
    /// optional, the user is answered unchanged. An unknown permission is 400; one that would let the user
    /// do what the caller cannot is 403.
    ///
    /// `POST /api/v2/user/{id}/grant`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}~1grant/post`
    fn grant_user_permission(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GrantUserPermissionRequest,
    ) -> impl Future<Output = GrantUserPermissionResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `POST /api/v2/user`
    CreateUser,
    /// `POST /api/v2/user/invite`
    InviteUsers,
    /// `POST /api/v2/user/grant/{permission}`
    GrantPermissionToUsers,
    /// `GET /api/v2/user/{id}`
    GetUser,
    /// `PUT /api/v2/user/{id}`
    UpdateUser,
    /// `POST /api/v2/user/{id}/grant`
    GrantUserPermission,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 6] = [
    rt::Operation {
        id: "createUser",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "inviteUsers",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/invite",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "grantPermissionToUsers",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/grant/{permission}",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getUser",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/user/{id}",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "updateUser",
        module: "wavefront",
        method: "PUT",
        path: "/api/v2/user/{id}",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "grantUserPermission",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/{id}/grant",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
];

impl From<OperationId> for &'static rt::Operation {
    fn from(id: OperationId) -> Self {
        &OPERATIONS[id as usize]
    }
}

/// Leads from the runtime to an implementation of the trait.
#[derive(Clone, Copy, Debug)]
pub struct Door<'a, A>(pub &'a A);

impl<A: Api> rt::Module for Door<'_, A> {
    type OperationId = OperationId;
    type Failure = Failure;

    fn operations_at(path: &[&str]) -> &'static [OperationId] {
        match path {
            ["api", "v2", "user"] => &[OperationId::CreateUser],
            ["api", "v2", "user", "invite"] => &[OperationId::InviteUsers],
            ["api", "v2", "user", "grant", _] => &[OperationId::GrantPermissionToUsers],
            ["api", "v2", "user", _] => &[OperationId::GetUser, OperationId::UpdateUser],
            ["api", "v2", "user", _, "grant"] => &[OperationId::GrantUserPermission],
            _ => &[],
        }
    }

    async fn answer(
        &self,
        call: &rt::Call,
        id: OperationId,
        incoming: rt::Incoming<'_>,
    ) -> rt::Response {
        let api = self.0;
        match id {
            OperationId::CreateUser => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.create_user(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::InviteUsers => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.invite_users(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::GrantPermissionToUsers => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.grant_permission_to_users(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::GetUser => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.get_user(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::UpdateUser => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.update_user(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::GrantUserPermission => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.grant_user_permission(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
        }
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
