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
    pub credential: rt::Field<rt::Secret>,
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
            .field(
                "credential",
                &rt::secret(rt::string().min_length(8).max_length(1024)),
            );
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

/// A user at the top level, as the vendor declares it, and beside it the envelope with what the user
/// can do.
///
/// Contract: `/components/schemas/WavefrontUserModelWithBusinessFunctions`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserModelWithBusinessFunctions {
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
    /// What the user can do.
    pub response: Vec<BusinessFunction>,
}

impl rt::Model for UserModelWithBusinessFunctions {
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
        let response = object
            .required("response", &rt::array(rt::model::<BusinessFunction>()));
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

/// Something that one can do. These are the vendor's that Roster has a deed for.
///
/// Contract: `/components/schemas/WavefrontBusinessFunction`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum BusinessFunction {
    /// `LOGIN`
    #[serde(rename = "LOGIN")]
    Login,
    /// `LOGOUT`
    #[serde(rename = "LOGOUT")]
    Logout,
    /// `CHANGE_PASSWORD`
    #[serde(rename = "CHANGE_PASSWORD")]
    ChangePassword,
    /// `CREATE_TOKEN`
    #[serde(rename = "CREATE_TOKEN")]
    CreateToken,
    /// `REVOKE_TOKEN`
    #[serde(rename = "REVOKE_TOKEN")]
    RevokeToken,
    /// `GET_TOKENS`
    #[serde(rename = "GET_TOKENS")]
    GetTokens,
    /// `GET_ALL_ACCOUNTS`
    #[serde(rename = "GET_ALL_ACCOUNTS")]
    GetAllAccounts,
    /// `GET_ALL_USERS`
    #[serde(rename = "GET_ALL_USERS")]
    GetAllUsers,
    /// `GET_ALL_SERVICE_ACCOUNTS`
    #[serde(rename = "GET_ALL_SERVICE_ACCOUNTS")]
    GetAllServiceAccounts,
    /// `DELETE_ACCOUNT`
    #[serde(rename = "DELETE_ACCOUNT")]
    DeleteAccount,
    /// `INVITE_USER`
    #[serde(rename = "INVITE_USER")]
    InviteUser,
    /// `ADMINISTER_SERVICE_ACCOUNTS`
    #[serde(rename = "ADMINISTER_SERVICE_ACCOUNTS")]
    AdministerServiceAccounts,
    /// `ADMINISTER_USER_GROUPS`
    #[serde(rename = "ADMINISTER_USER_GROUPS")]
    AdministerUserGroups,
    /// `ADMINISTER_ALL_TOKENS`
    #[serde(rename = "ADMINISTER_ALL_TOKENS")]
    AdministerAllTokens,
    /// `ROLES_MANAGEMENT`
    #[serde(rename = "ROLES_MANAGEMENT")]
    RolesManagement,
}

impl BusinessFunction {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Login,
        Self::Logout,
        Self::ChangePassword,
        Self::CreateToken,
        Self::RevokeToken,
        Self::GetTokens,
        Self::GetAllAccounts,
        Self::GetAllUsers,
        Self::GetAllServiceAccounts,
        Self::DeleteAccount,
        Self::InviteUser,
        Self::AdministerServiceAccounts,
        Self::AdministerUserGroups,
        Self::AdministerAllTokens,
        Self::RolesManagement,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Login => "LOGIN",
            Self::Logout => "LOGOUT",
            Self::ChangePassword => "CHANGE_PASSWORD",
            Self::CreateToken => "CREATE_TOKEN",
            Self::RevokeToken => "REVOKE_TOKEN",
            Self::GetTokens => "GET_TOKENS",
            Self::GetAllAccounts => "GET_ALL_ACCOUNTS",
            Self::GetAllUsers => "GET_ALL_USERS",
            Self::GetAllServiceAccounts => "GET_ALL_SERVICE_ACCOUNTS",
            Self::DeleteAccount => "DELETE_ACCOUNT",
            Self::InviteUser => "INVITE_USER",
            Self::AdministerServiceAccounts => "ADMINISTER_SERVICE_ACCOUNTS",
            Self::AdministerUserGroups => "ADMINISTER_USER_GROUPS",
            Self::AdministerAllTokens => "ADMINISTER_ALL_TOKENS",
            Self::RolesManagement => "ROLES_MANAGEMENT",
        }
    }
}

rt::enumeration!(BusinessFunction);

/// That a request succeeded which has nothing else to answer.
///
/// Contract: `/components/schemas/WavefrontResponseContainer`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainer {
    /// How a request ended.
    pub status: ResponseStatus,
}

impl rt::Model for ResponseContainer {
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

/// A list of texts in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerListString`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerListString {
    /// How a request ended.
    pub status: ResponseStatus,
    /// The texts.
    pub response: Vec<String>,
}

impl rt::Model for ResponseContainerListString {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::array(rt::string()));
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// Who exists and who does not, in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerValidatedUsersDTO`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerValidatedUsersDto {
    /// How a request ended.
    pub status: ResponseStatus,
    /// Who exists and who does not.
    pub response: ValidatedUsersDto,
}

impl rt::Model for ResponseContainerValidatedUsersDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::model::<ValidatedUsersDto>());
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// Who exists and who does not.
///
/// Contract: `/components/schemas/WavefrontValidatedUsersDTO`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValidatedUsersDto {
    /// The users and service accounts. The vendor's UserDTO has the members of its UserModel, none of them
    /// required.
    #[serde(rename = "validUsers")]
    pub valid_users: Vec<UserModel>,
    /// The identifiers that name nobody, as the request has them.
    #[serde(rename = "invalidIdentifiers")]
    pub invalid_identifiers: Vec<String>,
}

impl rt::Model for ValidatedUsersDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let valid_users = object
            .required("validUsers", &rt::array(rt::model::<UserModel>()));
        let invalid_identifiers = object
            .required("invalidIdentifiers", &rt::array(rt::string()));
        Ok(Self {
            valid_users: valid_users?,
            invalid_identifiers: invalid_identifiers?,
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

/// A page of a search for users.
///
/// Contract: `/components/schemas/WavefrontUserSearchRequest`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserSearchRequest {
    /// The conditions, all of which must be met. Roster's choice, at most 32, which compare at most 100
    /// times together: each value with each text that its key stands for.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub query: rt::Field<Vec<UserSearchQuery>>,
    /// How many entries the page has at most; 100 where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub limit: rt::Field<i32>,
    /// How many entries are left out before the page; none where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub offset: rt::Field<i32>,
    /// The order of a search for users.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub sort: rt::Field<UserSorting>,
}

impl rt::Model for UserSearchRequest {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let query = object
            .field("query", &rt::array(rt::model::<UserSearchQuery>()).max_items(32));
        let limit = object
            .field("limit", &rt::integer::<i32>().minimum(1).maximum(1000));
        let offset = object.field("offset", &rt::integer::<i32>().minimum(0));
        let sort = object.field("sort", &rt::model::<UserSorting>());
        Ok(Self {
            query: query?,
            limit: limit?,
            offset: offset?,
            sort: sort?,
        })
    }
}

/// A condition of a search for users.
///
/// Contract: `/components/schemas/WavefrontUserSearchQuery`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserSearchQuery {
    /// What is compared: a member of the answer, or `freetext` for all of its names and texts.
    pub key: UserSearchQueryKey,
    /// What it is compared with. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub value: rt::Field<String>,
    /// What it is compared with: one of these has to fit. It goes before `value`. Roster's choice, at most
    /// 100.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub values: rt::Field<Vec<String>>,
    /// The earliest time that fits `lastSuccessfulLogin`, in milliseconds since 1970. Other keys ignore it.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub start: rt::Field<i64>,
    /// The latest time that fits `lastSuccessfulLogin`, in milliseconds since 1970. Other keys ignore it.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub end: rt::Field<i64>,
    /// How a text is compared; CONTAINS where it is not given. TAGPATH, which the vendor has for tags, is
    /// 400: nothing here has tags.
    #[serde(rename = "matchingMethod", skip_serializing_if = "rt::Field::is_absent")]
    pub matching_method: rt::Field<MatchingMethod>,
    /// Whether those are found that do not meet the condition.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub negated: rt::Field<bool>,
}

impl rt::Model for UserSearchQuery {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let key = object.required("key", &rt::model::<UserSearchQueryKey>());
        let value = object.field("value", &rt::string().max_length(1024));
        let values = object
            .field("values", &rt::array(rt::string().max_length(1024)).max_items(100));
        let start = object.field("start", &rt::integer::<i64>());
        let end = object.field("end", &rt::integer::<i64>());
        let matching_method = object
            .field("matchingMethod", &rt::model::<MatchingMethod>());
        let negated = object.field("negated", &rt::boolean());
        Ok(Self {
            key: key?,
            value: value?,
            values: values?,
            start: start?,
            end: end?,
            matching_method: matching_method?,
            negated: negated?,
        })
    }
}

/// What is compared: a member of the answer, or `freetext` for all of its names and texts.
///
/// Contract: `/components/schemas/WavefrontUserSearchQuery/properties/key`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum UserSearchQueryKey {
    /// `freetext`
    #[serde(rename = "freetext")]
    Freetext,
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `identifier`
    #[serde(rename = "identifier")]
    Identifier,
    /// `groups`
    #[serde(rename = "groups")]
    Groups,
    /// `userGroups`
    #[serde(rename = "userGroups")]
    UserGroups,
    /// `lastSuccessfulLogin`
    #[serde(rename = "lastSuccessfulLogin")]
    LastSuccessfulLogin,
}

impl UserSearchQueryKey {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Freetext,
        Self::Id,
        Self::Identifier,
        Self::Groups,
        Self::UserGroups,
        Self::LastSuccessfulLogin,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Freetext => "freetext",
            Self::Id => "id",
            Self::Identifier => "identifier",
            Self::Groups => "groups",
            Self::UserGroups => "userGroups",
            Self::LastSuccessfulLogin => "lastSuccessfulLogin",
        }
    }
}

rt::enumeration!(UserSearchQueryKey);

/// The order of a search for users.
///
/// Contract: `/components/schemas/WavefrontUserSorting`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserSorting {
    /// What it is ordered by.
    pub field: UserSortingField,
    /// Whether the least comes first, as it does where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub ascending: rt::Field<bool>,
    /// Whether the default order is wanted, whatever the other members say.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub default: rt::Field<bool>,
}

impl rt::Model for UserSorting {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let field = object.required("field", &rt::model::<UserSortingField>());
        let ascending = object.field("ascending", &rt::boolean());
        let default = object.field("default", &rt::boolean());
        Ok(Self {
            field: field?,
            ascending: ascending?,
            default: default?,
        })
    }
}

/// What it is ordered by.
///
/// Contract: `/components/schemas/WavefrontUserSorting/properties/field`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum UserSortingField {
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `identifier`
    #[serde(rename = "identifier")]
    Identifier,
    /// `lastSuccessfulLogin`
    #[serde(rename = "lastSuccessfulLogin")]
    LastSuccessfulLogin,
}

impl UserSortingField {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Id,
        Self::Identifier,
        Self::LastSuccessfulLogin,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Identifier => "identifier",
            Self::LastSuccessfulLogin => "lastSuccessfulLogin",
        }
    }
}

rt::enumeration!(UserSortingField);

/// A page of a search for user groups.
///
/// Contract: `/components/schemas/WavefrontUserGroupSearchRequest`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserGroupSearchRequest {
    /// The conditions, all of which must be met. Roster's choice, at most 32, which compare at most 100
    /// times together: each value with each text that its key stands for.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub query: rt::Field<Vec<UserGroupSearchQuery>>,
    /// How many entries the page has at most; 100 where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub limit: rt::Field<i32>,
    /// How many entries are left out before the page; none where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub offset: rt::Field<i32>,
    /// The order of a search for user groups.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub sort: rt::Field<UserGroupSorting>,
}

impl rt::Model for UserGroupSearchRequest {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let query = object
            .field(
                "query",
                &rt::array(rt::model::<UserGroupSearchQuery>()).max_items(32),
            );
        let limit = object
            .field("limit", &rt::integer::<i32>().minimum(1).maximum(1000));
        let offset = object.field("offset", &rt::integer::<i32>().minimum(0));
        let sort = object.field("sort", &rt::model::<UserGroupSorting>());
        Ok(Self {
            query: query?,
            limit: limit?,
            offset: offset?,
            sort: sort?,
        })
    }
}

/// A condition of a search for user groups.
///
/// Contract: `/components/schemas/WavefrontUserGroupSearchQuery`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserGroupSearchQuery {
    /// What is compared: a member of the answer, or `freetext` for all of its names and texts.
    pub key: UserGroupSearchQueryKey,
    /// What it is compared with. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub value: rt::Field<String>,
    /// What it is compared with: one of these has to fit. It goes before `value`. Roster's choice, at most
    /// 100.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub values: rt::Field<Vec<String>>,
    /// The earliest time that fits `createdEpochMillis`, in milliseconds since 1970. Other keys ignore it.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub start: rt::Field<i64>,
    /// The latest time that fits `createdEpochMillis`, in milliseconds since 1970. Other keys ignore it.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub end: rt::Field<i64>,
    /// How a text is compared; CONTAINS where it is not given. TAGPATH, which the vendor has for tags, is
    /// 400: nothing here has tags.
    #[serde(rename = "matchingMethod", skip_serializing_if = "rt::Field::is_absent")]
    pub matching_method: rt::Field<MatchingMethod>,
    /// Whether those are found that do not meet the condition.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub negated: rt::Field<bool>,
}

impl rt::Model for UserGroupSearchQuery {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let key = object.required("key", &rt::model::<UserGroupSearchQueryKey>());
        let value = object.field("value", &rt::string().max_length(1024));
        let values = object
            .field("values", &rt::array(rt::string().max_length(1024)).max_items(100));
        let start = object.field("start", &rt::integer::<i64>());
        let end = object.field("end", &rt::integer::<i64>());
        let matching_method = object
            .field("matchingMethod", &rt::model::<MatchingMethod>());
        let negated = object.field("negated", &rt::boolean());
        Ok(Self {
            key: key?,
            value: value?,
            values: values?,
            start: start?,
            end: end?,
            matching_method: matching_method?,
            negated: negated?,
        })
    }
}

/// What is compared: a member of the answer, or `freetext` for all of its names and texts.
///
/// Contract: `/components/schemas/WavefrontUserGroupSearchQuery/properties/key`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum UserGroupSearchQueryKey {
    /// `freetext`
    #[serde(rename = "freetext")]
    Freetext,
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `name`
    #[serde(rename = "name")]
    Name,
    /// `description`
    #[serde(rename = "description")]
    Description,
    /// `roles`
    #[serde(rename = "roles")]
    Roles,
    /// `createdEpochMillis`
    #[serde(rename = "createdEpochMillis")]
    CreatedEpochMillis,
}

impl UserGroupSearchQueryKey {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Freetext,
        Self::Id,
        Self::Name,
        Self::Description,
        Self::Roles,
        Self::CreatedEpochMillis,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Freetext => "freetext",
            Self::Id => "id",
            Self::Name => "name",
            Self::Description => "description",
            Self::Roles => "roles",
            Self::CreatedEpochMillis => "createdEpochMillis",
        }
    }
}

rt::enumeration!(UserGroupSearchQueryKey);

/// The order of a search for user groups.
///
/// Contract: `/components/schemas/WavefrontUserGroupSorting`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserGroupSorting {
    /// What it is ordered by.
    pub field: UserGroupSortingField,
    /// Whether the least comes first, as it does where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub ascending: rt::Field<bool>,
    /// Whether the default order is wanted, whatever the other members say.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub default: rt::Field<bool>,
}

impl rt::Model for UserGroupSorting {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let field = object.required("field", &rt::model::<UserGroupSortingField>());
        let ascending = object.field("ascending", &rt::boolean());
        let default = object.field("default", &rt::boolean());
        Ok(Self {
            field: field?,
            ascending: ascending?,
            default: default?,
        })
    }
}

/// What it is ordered by.
///
/// Contract: `/components/schemas/WavefrontUserGroupSorting/properties/field`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum UserGroupSortingField {
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `name`
    #[serde(rename = "name")]
    Name,
    /// `createdEpochMillis`
    #[serde(rename = "createdEpochMillis")]
    CreatedEpochMillis,
}

impl UserGroupSortingField {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Id, Self::Name, Self::CreatedEpochMillis];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::CreatedEpochMillis => "createdEpochMillis",
        }
    }
}

rt::enumeration!(UserGroupSortingField);

/// A page of a search for roles.
///
/// Contract: `/components/schemas/WavefrontRoleSearchRequest`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RoleSearchRequest {
    /// The conditions, all of which must be met. Roster's choice, at most 32, which compare at most 100
    /// times together: each value with each text that its key stands for.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub query: rt::Field<Vec<RoleSearchQuery>>,
    /// How many entries the page has at most; 100 where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub limit: rt::Field<i32>,
    /// How many entries are left out before the page; none where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub offset: rt::Field<i32>,
    /// The order of a search for roles.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub sort: rt::Field<RoleSorting>,
}

impl rt::Model for RoleSearchRequest {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let query = object
            .field("query", &rt::array(rt::model::<RoleSearchQuery>()).max_items(32));
        let limit = object
            .field("limit", &rt::integer::<i32>().minimum(1).maximum(1000));
        let offset = object.field("offset", &rt::integer::<i32>().minimum(0));
        let sort = object.field("sort", &rt::model::<RoleSorting>());
        Ok(Self {
            query: query?,
            limit: limit?,
            offset: offset?,
            sort: sort?,
        })
    }
}

/// A condition of a search for roles.
///
/// Contract: `/components/schemas/WavefrontRoleSearchQuery`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleSearchQuery {
    /// What is compared: a member of the answer, or `freetext` for all of its names and texts.
    pub key: RoleSearchQueryKey,
    /// What it is compared with. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub value: rt::Field<String>,
    /// What it is compared with: one of these has to fit. It goes before `value`. Roster's choice, at most
    /// 100.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub values: rt::Field<Vec<String>>,
    /// The earliest time that fits `createdEpochMillis` and `lastUpdatedMs`, in milliseconds since 1970.
    /// Other keys ignore it.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub start: rt::Field<i64>,
    /// The latest time that fits `createdEpochMillis` and `lastUpdatedMs`, in milliseconds since 1970.
    /// Other keys ignore it.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub end: rt::Field<i64>,
    /// How a text is compared; CONTAINS where it is not given. TAGPATH, which the vendor has for tags, is
    /// 400: nothing here has tags.
    #[serde(rename = "matchingMethod", skip_serializing_if = "rt::Field::is_absent")]
    pub matching_method: rt::Field<MatchingMethod>,
    /// Whether those are found that do not meet the condition.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub negated: rt::Field<bool>,
}

impl rt::Model for RoleSearchQuery {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let key = object.required("key", &rt::model::<RoleSearchQueryKey>());
        let value = object.field("value", &rt::string().max_length(1024));
        let values = object
            .field("values", &rt::array(rt::string().max_length(1024)).max_items(100));
        let start = object.field("start", &rt::integer::<i64>());
        let end = object.field("end", &rt::integer::<i64>());
        let matching_method = object
            .field("matchingMethod", &rt::model::<MatchingMethod>());
        let negated = object.field("negated", &rt::boolean());
        Ok(Self {
            key: key?,
            value: value?,
            values: values?,
            start: start?,
            end: end?,
            matching_method: matching_method?,
            negated: negated?,
        })
    }
}

/// What is compared: a member of the answer, or `freetext` for all of its names and texts.
///
/// Contract: `/components/schemas/WavefrontRoleSearchQuery/properties/key`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum RoleSearchQueryKey {
    /// `freetext`
    #[serde(rename = "freetext")]
    Freetext,
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `name`
    #[serde(rename = "name")]
    Name,
    /// `description`
    #[serde(rename = "description")]
    Description,
    /// `permissions`
    #[serde(rename = "permissions")]
    Permissions,
    /// `createdEpochMillis`
    #[serde(rename = "createdEpochMillis")]
    CreatedEpochMillis,
    /// `lastUpdatedMs`
    #[serde(rename = "lastUpdatedMs")]
    LastUpdatedMs,
}

impl RoleSearchQueryKey {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Freetext,
        Self::Id,
        Self::Name,
        Self::Description,
        Self::Permissions,
        Self::CreatedEpochMillis,
        Self::LastUpdatedMs,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Freetext => "freetext",
            Self::Id => "id",
            Self::Name => "name",
            Self::Description => "description",
            Self::Permissions => "permissions",
            Self::CreatedEpochMillis => "createdEpochMillis",
            Self::LastUpdatedMs => "lastUpdatedMs",
        }
    }
}

rt::enumeration!(RoleSearchQueryKey);

/// The order of a search for roles.
///
/// Contract: `/components/schemas/WavefrontRoleSorting`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleSorting {
    /// What it is ordered by.
    pub field: RoleSortingField,
    /// Whether the least comes first, as it does where it is not given.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub ascending: rt::Field<bool>,
    /// Whether the default order is wanted, whatever the other members say.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub default: rt::Field<bool>,
}

impl rt::Model for RoleSorting {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let field = object.required("field", &rt::model::<RoleSortingField>());
        let ascending = object.field("ascending", &rt::boolean());
        let default = object.field("default", &rt::boolean());
        Ok(Self {
            field: field?,
            ascending: ascending?,
            default: default?,
        })
    }
}

/// What it is ordered by.
///
/// Contract: `/components/schemas/WavefrontRoleSorting/properties/field`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum RoleSortingField {
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `name`
    #[serde(rename = "name")]
    Name,
    /// `createdEpochMillis`
    #[serde(rename = "createdEpochMillis")]
    CreatedEpochMillis,
    /// `lastUpdatedMs`
    #[serde(rename = "lastUpdatedMs")]
    LastUpdatedMs,
}

impl RoleSortingField {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Id,
        Self::Name,
        Self::CreatedEpochMillis,
        Self::LastUpdatedMs,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::CreatedEpochMillis => "createdEpochMillis",
            Self::LastUpdatedMs => "lastUpdatedMs",
        }
    }
}

rt::enumeration!(RoleSortingField);

/// How a text is compared; CONTAINS where it is not given. TAGPATH, which the vendor has for tags, is
/// 400: nothing here has tags.
///
/// Contract: `/components/schemas/WavefrontMatchingMethod`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum MatchingMethod {
    /// `CONTAINS`
    #[serde(rename = "CONTAINS")]
    Contains,
    /// `STARTSWITH`
    #[serde(rename = "STARTSWITH")]
    Startswith,
    /// `EXACT`
    #[serde(rename = "EXACT")]
    Exact,
}

impl MatchingMethod {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Contains, Self::Startswith, Self::Exact];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contains => "CONTAINS",
            Self::Startswith => "STARTSWITH",
            Self::Exact => "EXACT",
        }
    }
}

rt::enumeration!(MatchingMethod);

/// The order of a page.
///
/// Contract: `/components/schemas/WavefrontSorting`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sorting {
    /// Whether the least comes first.
    pub ascending: bool,
    /// What it is ordered by.
    pub field: String,
    /// Whether it is the default order.
    pub default: bool,
}

impl rt::Model for Sorting {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let ascending = object.required("ascending", &rt::boolean());
        let field = object.required("field", &rt::string());
        let default = object.required("default", &rt::boolean());
        Ok(Self {
            ascending: ascending?,
            field: field?,
            default: default?,
        })
    }
}

/// A page of users in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerPagedCustomerFacingUserObject`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerPagedCustomerFacingUserObject {
    /// How a request ended.
    pub status: ResponseStatus,
    /// A page of users.
    pub response: PagedCustomerFacingUserObject,
}

impl rt::Model for ResponseContainerPagedCustomerFacingUserObject {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object
            .required("response", &rt::model::<PagedCustomerFacingUserObject>());
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// A page of users.
///
/// Contract: `/components/schemas/WavefrontPagedCustomerFacingUserObject`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PagedCustomerFacingUserObject {
    /// The entries.
    pub items: Vec<CustomerFacingUserObject>,
    /// How many entries were left out before the page.
    pub offset: i32,
    /// How many entries the page has at most.
    pub limit: i32,
    /// How many entries there are on all pages.
    #[serde(rename = "totalItems")]
    pub total_items: i32,
    /// Whether there is another page.
    #[serde(rename = "moreItems")]
    pub more_items: bool,
    /// The order of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sorting>,
}

impl rt::Model for PagedCustomerFacingUserObject {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object
            .required("items", &rt::array(rt::model::<CustomerFacingUserObject>()));
        let offset = object.required("offset", &rt::integer::<i32>());
        let limit = object.required("limit", &rt::integer::<i32>());
        let total_items = object.required("totalItems", &rt::integer::<i32>());
        let more_items = object.required("moreItems", &rt::boolean());
        let sort = object.optional("sort", &rt::model::<Sorting>());
        Ok(Self {
            items: items?,
            offset: offset?,
            limit: limit?,
            total_items: total_items?,
            more_items: more_items?,
            sort: sort?,
        })
    }
}

/// A user as searches show it, with ids for what belongs to it. The vendor's `gravatarUrl` is not sent:
/// it would tell a digest of the address to others.
///
/// Contract: `/components/schemas/WavefrontCustomerFacingUserObject`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CustomerFacingUserObject {
    /// The identifier.
    pub id: String,
    /// The identifier: the e-mail address as it was written, or the username where there is none.
    pub identifier: String,
    /// The identifier with percent escapes, as one segment of a path.
    #[serde(rename = "escapedIdentifier")]
    pub escaped_identifier: String,
    /// The tenant. Roster's choice: the name of the user's organization.
    pub customer: String,
    /// Whether it is the caller's own user.
    #[serde(rename = "self")]
    pub self_: bool,
    /// The permissions that the user has directly, sorted.
    pub groups: Vec<String>,
    /// The ids of the user groups that the user is in.
    #[serde(rename = "userGroups")]
    pub user_groups: Vec<String>,
    /// The permissions that the user has directly, through its roles, or through its user groups, sorted.
    #[serde(rename = "unitedPermissions")]
    pub united_permissions: Vec<String>,
    /// The ids of the roles that the user has directly or through its user groups.
    #[serde(rename = "unitedRoles")]
    pub united_roles: Vec<String>,
    /// When the user last logged in, in milliseconds since 1970; absent before.
    #[serde(rename = "lastSuccessfulLogin", skip_serializing_if = "Option::is_none")]
    pub last_successful_login: Option<i64>,
}

impl rt::Model for CustomerFacingUserObject {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let identifier = object.required("identifier", &rt::string());
        let escaped_identifier = object.required("escapedIdentifier", &rt::string());
        let customer = object.required("customer", &rt::string());
        let self_ = object.required("self", &rt::boolean());
        let groups = object.required("groups", &rt::array(rt::string()));
        let user_groups = object.required("userGroups", &rt::array(rt::string()));
        let united_permissions = object
            .required("unitedPermissions", &rt::array(rt::string()));
        let united_roles = object.required("unitedRoles", &rt::array(rt::string()));
        let last_successful_login = object
            .optional("lastSuccessfulLogin", &rt::integer::<i64>());
        Ok(Self {
            id: id?,
            identifier: identifier?,
            escaped_identifier: escaped_identifier?,
            customer: customer?,
            self_: self_?,
            groups: groups?,
            user_groups: user_groups?,
            united_permissions: united_permissions?,
            united_roles: united_roles?,
            last_successful_login: last_successful_login?,
        })
    }
}

/// A user group to create. The vendor declares `roleIDs` as required too.
///
/// Contract: `/components/schemas/WavefrontUserGroupWrite`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserGroupWrite {
    /// Ignored. Roster's choice, at most 255 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub id: rt::Field<String>,
    /// The name. Roster's choice, at most 1024 characters.
    pub name: String,
    /// What the group is for. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub description: rt::Field<String>,
    /// The ids of all roles of the group. Roster's choice, at most 256.
    #[serde(rename = "roleIDs", skip_serializing_if = "rt::Field::is_absent")]
    pub role_i_ds: rt::Field<Vec<String>>,
}

impl rt::Model for UserGroupWrite {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.field("id", &rt::string().max_length(255));
        let name = object.required("name", &rt::string().min_length(1).max_length(1024));
        let description = object.field("description", &rt::string().max_length(1024));
        let role_i_ds = object
            .field("roleIDs", &rt::array(rt::string().max_length(255)).max_items(256));
        Ok(Self {
            id: id?,
            name: name?,
            description: description?,
            role_i_ds: role_i_ds?,
        })
    }
}

/// The members of a user group to change; the vendor calls it UserGroupWrite too.
///
/// Contract: `/components/schemas/WavefrontUserGroupUpdate`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserGroupUpdate {
    /// The id of the user group, or it is refused. Roster's choice, at most 255 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub id: rt::Field<String>,
    /// The name. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub name: rt::Field<String>,
    /// What the group is for. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub description: rt::Field<String>,
    /// The ids of all roles of the group. Roster's choice, at most 256.
    #[serde(rename = "roleIDs", skip_serializing_if = "rt::Field::is_absent")]
    pub role_i_ds: rt::Field<Vec<String>>,
}

impl rt::Model for UserGroupUpdate {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.field("id", &rt::string().max_length(255));
        let name = object.field("name", &rt::string().min_length(1).max_length(1024));
        let description = object.field("description", &rt::string().max_length(1024));
        let role_i_ds = object
            .field("roleIDs", &rt::array(rt::string().max_length(255)).max_items(256));
        Ok(Self {
            id: id?,
            name: name?,
            description: description?,
            role_i_ds: role_i_ds?,
        })
    }
}

/// A role to create.
///
/// Contract: `/components/schemas/WavefrontRoleCreateDTO`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleCreateDto {
    /// The name. Roster's choice, at most 1024 characters.
    pub name: String,
    /// All permissions that the role grants; those given twice count once. Roster's choice, at most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub permissions: rt::Field<Vec<Permission>>,
    /// What the role is for. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub description: rt::Field<String>,
}

impl rt::Model for RoleCreateDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::string().min_length(1).max_length(1024));
        let permissions = object
            .field("permissions", &rt::array(rt::model::<Permission>()).max_items(256));
        let description = object.field("description", &rt::string().max_length(1024));
        Ok(Self {
            name: name?,
            permissions: permissions?,
            description: description?,
        })
    }
}

/// The members of a role to change. One that is left out or null keeps its value.
///
/// Contract: `/components/schemas/WavefrontRoleUpdateDTO`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RoleUpdateDto {
    /// The id of the role, or it is refused. Roster's choice, at most 255 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub id: rt::Field<String>,
    /// The name. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub name: rt::Field<String>,
    /// All permissions that the role grants; those given twice count once. Roster's choice, at most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub permissions: rt::Field<Vec<Permission>>,
    /// What the role is for. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub description: rt::Field<String>,
}

impl rt::Model for RoleUpdateDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.field("id", &rt::string().max_length(255));
        let name = object.field("name", &rt::string().min_length(1).max_length(1024));
        let permissions = object
            .field("permissions", &rt::array(rt::model::<Permission>()).max_items(256));
        let description = object.field("description", &rt::string().max_length(1024));
        Ok(Self {
            id: id?,
            name: name?,
            permissions: permissions?,
            description: description?,
        })
    }
}

/// A user group in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerUserGroupModel`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerUserGroupModel {
    /// How a request ended.
    pub status: ResponseStatus,
    /// A group of users.
    pub response: UserGroupModel,
}

impl rt::Model for ResponseContainerUserGroupModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::model::<UserGroupModel>());
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// A role in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerRoleDTO`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerRoleDto {
    /// How a request ended.
    pub status: ResponseStatus,
    /// A role.
    pub response: RoleDto,
}

impl rt::Model for ResponseContainerRoleDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::model::<RoleDto>());
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// A page of user groups in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerPagedUserGroupModel`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerPagedUserGroupModel {
    /// How a request ended.
    pub status: ResponseStatus,
    /// A page of user groups.
    pub response: PagedUserGroupModel,
}

impl rt::Model for ResponseContainerPagedUserGroupModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::model::<PagedUserGroupModel>());
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// A page of user groups.
///
/// Contract: `/components/schemas/WavefrontPagedUserGroupModel`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PagedUserGroupModel {
    /// The entries.
    pub items: Vec<UserGroupModel>,
    /// How many entries were left out before the page.
    pub offset: i32,
    /// How many entries the page has at most.
    pub limit: i32,
    /// How many entries there are on all pages.
    #[serde(rename = "totalItems")]
    pub total_items: i32,
    /// Whether there is another page.
    #[serde(rename = "moreItems")]
    pub more_items: bool,
    /// The order of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sorting>,
}

impl rt::Model for PagedUserGroupModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<UserGroupModel>()));
        let offset = object.required("offset", &rt::integer::<i32>());
        let limit = object.required("limit", &rt::integer::<i32>());
        let total_items = object.required("totalItems", &rt::integer::<i32>());
        let more_items = object.required("moreItems", &rt::boolean());
        let sort = object.optional("sort", &rt::model::<Sorting>());
        Ok(Self {
            items: items?,
            offset: offset?,
            limit: limit?,
            total_items: total_items?,
            more_items: more_items?,
            sort: sort?,
        })
    }
}

/// A group of users.
///
/// Contract: `/components/schemas/WavefrontUserGroupModel`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserGroupModel {
    /// The id, a UUID.
    pub id: String,
    /// The name.
    pub name: String,
    /// What the group is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The tenant.
    pub customer: String,
    /// Some of the users in the group.
    pub users: Vec<String>,
    /// How many users are in the group.
    #[serde(rename = "userCount")]
    pub user_count: i32,
    /// The roles of the group.
    pub roles: Vec<RoleDto>,
    /// How many roles the group has.
    #[serde(rename = "roleCount")]
    pub role_count: i32,
    /// What can be changed about a group.
    pub properties: UserGroupPropertiesDto,
    /// When the group was created, in milliseconds since 1970.
    #[serde(rename = "createdEpochMillis")]
    pub created_epoch_millis: i64,
}

impl rt::Model for UserGroupModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let name = object.required("name", &rt::string());
        let description = object.optional("description", &rt::string());
        let customer = object.required("customer", &rt::string());
        let users = object.required("users", &rt::array(rt::string()));
        let user_count = object.required("userCount", &rt::integer::<i32>());
        let roles = object.required("roles", &rt::array(rt::model::<RoleDto>()));
        let role_count = object.required("roleCount", &rt::integer::<i32>());
        let properties = object
            .required("properties", &rt::model::<UserGroupPropertiesDto>());
        let created_epoch_millis = object
            .required("createdEpochMillis", &rt::integer::<i64>());
        Ok(Self {
            id: id?,
            name: name?,
            description: description?,
            customer: customer?,
            users: users?,
            user_count: user_count?,
            roles: roles?,
            role_count: role_count?,
            properties: properties?,
            created_epoch_millis: created_epoch_millis?,
        })
    }
}

/// A page of roles in an envelope.
///
/// Contract: `/components/schemas/WavefrontResponseContainerPagedRoleDTO`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseContainerPagedRoleDto {
    /// How a request ended.
    pub status: ResponseStatus,
    /// A page of roles.
    pub response: PagedRoleDto,
}

impl rt::Model for ResponseContainerPagedRoleDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::model::<ResponseStatus>());
        let response = object.required("response", &rt::model::<PagedRoleDto>());
        Ok(Self {
            status: status?,
            response: response?,
        })
    }
}

/// A page of roles.
///
/// Contract: `/components/schemas/WavefrontPagedRoleDTO`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PagedRoleDto {
    /// The entries.
    pub items: Vec<RoleDto>,
    /// How many entries were left out before the page.
    pub offset: i32,
    /// How many entries the page has at most.
    pub limit: i32,
    /// How many entries there are on all pages.
    #[serde(rename = "totalItems")]
    pub total_items: i32,
    /// Whether there is another page.
    #[serde(rename = "moreItems")]
    pub more_items: bool,
    /// The order of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sorting>,
}

impl rt::Model for PagedRoleDto {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<RoleDto>()));
        let offset = object.required("offset", &rt::integer::<i32>());
        let limit = object.required("limit", &rt::integer::<i32>());
        let total_items = object.required("totalItems", &rt::integer::<i32>());
        let more_items = object.required("moreItems", &rt::boolean());
        let sort = object.optional("sort", &rt::model::<Sorting>());
        Ok(Self {
            items: items?,
            offset: offset?,
            limit: limit?,
            total_items: total_items?,
            more_items: more_items?,
            sort: sort?,
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

static CREATE_USER_IDEMPOTENCY_KEY_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[!-~]+$",
    "^[!-\\~]+$",
);

static UPDATE_USER_IF_MATCH_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^(\\*|[ \\t,]*(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-~]*\")?)*)$",
    "^(\\*|[ \\t,]*(W/)?\"[!#-\\~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-\\~]*\")?)*)$",
);

static USER_TO_CREATE_EMAIL_ADDRESS_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[^@\\s]+@[^@\\s]+$",
    "^[^@\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]+@[^@\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]+$",
);

/// What `getAllUsers` answers.
#[derive(Debug)]
pub enum GetAllUsersResponse {
    /// 200: The users.
    Ok(rt::Items<UserModel>),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetAllUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GetAllUsersResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `createUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// Whether a mail is sent to the user. `true` and `false` are accepted in any capitalisation. Roster's
    /// choice: the mail is kept with the user and sent later; a server without outgoing mail only keeps it,
    /// which is no failure.
    pub send_email: bool,
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The user to create.
    pub body: UserToCreate,
}

impl rt::Request for CreateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let send_email = query.or("sendEmail", &rt::boolean().lenient(), false);
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserToCreate>());
        Ok(Self {
            send_email: send_email?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `createUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 200: The user was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModelInEnvelope,
    },
    /// 202: The user was created, without the user groups that do not exist; the message names them.
    Accepted {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModelInEnvelope,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
            Self::Accepted { etag, body } => {
                rt::Outgoing::status(202)
                    .header("etag", etag)
                    .json("application/json", &body)
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateUserResponse {
    const OPERATION: &'static str = "createUser";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Accepted { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `inviteUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct InviteUsersRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The users to invite.
    pub body: Vec<UserToCreate>,
}

impl rt::Request for InviteUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::model::<UserToCreate>()).min_items(1).max_items(1000),
            );
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `inviteUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum InviteUsersResponse {
    /// 200: The users were invited.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for InviteUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for InviteUsersResponse {
    const OPERATION: &'static str = "inviteUsers";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `deleteMultipleUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteMultipleUsersRequest {
    /// The users and service accounts.
    pub body: Option<Vec<Identifier>>,
}

impl rt::Request for DeleteMultipleUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::model::<Identifier>()).max_items(1000));
        Ok(Self { body: body? })
    }
}

/// What `deleteMultipleUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteMultipleUsersResponse {
    /// 200: The users were deleted.
    Ok(ResponseContainerListString),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DeleteMultipleUsersResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for DeleteMultipleUsersResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `validateUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidateUsersRequest {
    /// The identifiers.
    pub body: Option<Vec<Identifier>>,
}

impl rt::Request for ValidateUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::model::<Identifier>()).max_items(1000));
        Ok(Self { body: body? })
    }
}

/// What `validateUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ValidateUsersResponse {
    /// 200: Who exists and who does not.
    Ok(ResponseContainerValidatedUsersDto),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ValidateUsersResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for ValidateUsersResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `revokePermissionFromUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RevokePermissionFromUsersRequest {
    /// The permission to revoke.
    pub permission: Permission,
    /// The users and service accounts.
    pub body: Vec<Identifier>,
}

impl rt::Request for RevokePermissionFromUsersRequest {
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

/// What `revokePermissionFromUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RevokePermissionFromUsersResponse {
    /// 200: The permission was revoked.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RevokePermissionFromUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RevokePermissionFromUsersResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<UserModel>,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .rendered("application/json", body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: Option<UserRequestDto>,
}

impl rt::Request for UpdateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.optional_json_body(&rt::model::<UserRequestDto>());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `updateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserResponse {
    /// 200: The user was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModelInEnvelope,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `deleteUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
        })
    }
}

/// What `deleteUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserResponse {
    /// 200: The user was deleted.
    Ok(ResponseContainer),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DeleteUserResponse {
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for DeleteUserResponse {
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
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The permission, as a form.
    pub body: Option<PermissionForm>,
}

impl rt::Request for GrantUserPermissionRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/x-www-form-urlencoded"),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.optional_form_body();
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `grantUserPermission` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GrantUserPermissionResponse {
    /// 200: The permission was granted.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `revokeUserPermission` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RevokeUserPermissionRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The permission, as a form.
    pub body: Option<PermissionForm>,
}

impl rt::Request for RevokeUserPermissionRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/x-www-form-urlencoded"),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.optional_form_body();
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `revokeUserPermission` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RevokeUserPermissionResponse {
    /// 200: The permission was revoked.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RevokeUserPermissionResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RevokeUserPermissionResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `addUserToUserGroups` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AddUserToUserGroupsRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The user groups.
    pub body: Option<Vec<String>>,
}

impl rt::Request for AddUserToUserGroupsRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(
                &rt::array(rt::string().max_length(255)).max_items(1024),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `addUserToUserGroups` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum AddUserToUserGroupsResponse {
    /// 200: The user is in the groups.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for AddUserToUserGroupsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for AddUserToUserGroupsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `removeUserFromUserGroups` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveUserFromUserGroupsRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The user groups.
    pub body: Option<Vec<String>>,
}

impl rt::Request for RemoveUserFromUserGroupsRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(
                &rt::array(rt::string().max_length(255)).max_items(1024),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `removeUserFromUserGroups` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoveUserFromUserGroupsResponse {
    /// 200: The user is not in the groups.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RemoveUserFromUserGroupsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RemoveUserFromUserGroupsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getUserBusinessFunctions` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserBusinessFunctionsRequest {
    /// The identifier of the user: the e-mail address, without regard to case. Roster's choice: the
    /// username for a user who has no address. A `+` is a plus, not a space.
    pub id: Identifier,
}

impl rt::Request for GetUserBusinessFunctionsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::model::<Identifier>());
        Ok(Self { id: id? })
    }
}

/// What `getUserBusinessFunctions` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetUserBusinessFunctionsResponse {
    /// 200: The user and what it can do.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserModelWithBusinessFunctions,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetUserBusinessFunctionsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GetUserBusinessFunctionsResponse {
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `searchUserEntities` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchUserEntitiesRequest {
    /// What is looked for.
    pub body: Option<UserSearchRequest>,
}

impl rt::Request for SearchUserEntitiesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.optional_json_body(&rt::model::<UserSearchRequest>());
        Ok(Self { body: body? })
    }
}

/// What `searchUserEntities` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchUserEntitiesResponse {
    /// 200: The page.
    Ok(ResponseContainerPagedCustomerFacingUserObject),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for SearchUserEntitiesResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for SearchUserEntitiesResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `searchUserGroupEntities` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchUserGroupEntitiesRequest {
    /// What is looked for.
    pub body: Option<UserGroupSearchRequest>,
}

impl rt::Request for SearchUserGroupEntitiesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.optional_json_body(&rt::model::<UserGroupSearchRequest>());
        Ok(Self { body: body? })
    }
}

/// What `searchUserGroupEntities` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchUserGroupEntitiesResponse {
    /// 200: The page.
    Ok(ResponseContainerPagedUserGroupModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for SearchUserGroupEntitiesResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for SearchUserGroupEntitiesResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `searchRoleEntities` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchRoleEntitiesRequest {
    /// What is looked for.
    pub body: Option<RoleSearchRequest>,
}

impl rt::Request for SearchRoleEntitiesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.optional_json_body(&rt::model::<RoleSearchRequest>());
        Ok(Self { body: body? })
    }
}

/// What `searchRoleEntities` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchRoleEntitiesResponse {
    /// 200: The page.
    Ok(ResponseContainerPagedRoleDto),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for SearchRoleEntitiesResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for SearchRoleEntitiesResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getAllUserGroups` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAllUserGroupsRequest {
    /// How many entries are left out before the page.
    pub offset: i32,
    /// How many entries the page has at most. Roster's choice, from 1 to 1000.
    pub limit: i32,
}

impl rt::Request for GetAllUserGroupsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let offset = query.or("offset", &rt::integer::<i32>().minimum(0), 0);
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(1000), 100);
        Ok(Self {
            offset: offset?,
            limit: limit?,
        })
    }
}

/// What `getAllUserGroups` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetAllUserGroupsResponse {
    /// 200: The page.
    Ok(ResponseContainerPagedUserGroupModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetAllUserGroupsResponse {
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GetAllUserGroupsResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `createUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserGroupRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The user group to create.
    pub body: UserGroupWrite,
}

impl rt::Request for CreateUserGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserGroupWrite>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `createUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserGroupResponse {
    /// 200: The user group was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateUserGroupResponse {
    const OPERATION: &'static str = "createUserGroup";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateUserGroupResponse {
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
}

impl rt::Request for GetUserGroupRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        Ok(Self { id: id? })
    }
}

/// What `getUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetUserGroupResponse {
    /// 200: The user group.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GetUserGroupResponse {
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `updateUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: Option<UserGroupUpdate>,
}

impl rt::Request for UpdateUserGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.optional_json_body(&rt::model::<UserGroupUpdate>());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `updateUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserGroupResponse {
    /// 200: The user group was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for UpdateUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for UpdateUserGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `deleteUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteUserGroupRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
        })
    }
}

/// What `deleteUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserGroupResponse {
    /// 200: The user group was deleted.
    Ok(ResponseContainerUserGroupModel),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DeleteUserGroupResponse {
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for DeleteUserGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `addUsersToUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AddUsersToUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The users.
    pub body: Option<Vec<Identifier>>,
}

impl rt::Request for AddUsersToUserGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::model::<Identifier>()).max_items(1000));
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `addUsersToUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum AddUsersToUserGroupResponse {
    /// 200: The users are in the user group.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for AddUsersToUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for AddUsersToUserGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `removeUsersFromUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveUsersFromUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The users.
    pub body: Option<Vec<Identifier>>,
}

impl rt::Request for RemoveUsersFromUserGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::model::<Identifier>()).max_items(1000));
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `removeUsersFromUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoveUsersFromUserGroupResponse {
    /// 200: The users are not in the user group.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RemoveUsersFromUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RemoveUsersFromUserGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `addRolesToUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AddRolesToUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The roles.
    pub body: Option<Vec<String>>,
}

impl rt::Request for AddRolesToUserGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::string().max_length(255)).max_items(256));
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `addRolesToUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum AddRolesToUserGroupResponse {
    /// 200: The user group has the roles.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for AddRolesToUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for AddRolesToUserGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `removeRolesFromUserGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveRolesFromUserGroupRequest {
    /// The id of the user group, a UUID. Roster's choice, what is no id names no user group.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The roles.
    pub body: Option<Vec<String>>,
}

impl rt::Request for RemoveRolesFromUserGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::string().max_length(255)).max_items(256));
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `removeRolesFromUserGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoveRolesFromUserGroupResponse {
    /// 200: The user group does not have the roles.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerUserGroupModel,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RemoveRolesFromUserGroupResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RemoveRolesFromUserGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getAllRoles` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAllRolesRequest {
    /// How many entries are left out before the page.
    pub offset: i32,
    /// How many entries the page has at most. Roster's choice, from 1 to 1000.
    pub limit: i32,
}

impl rt::Request for GetAllRolesRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let offset = query.or("offset", &rt::integer::<i32>().minimum(0), 0);
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(1000), 100);
        Ok(Self {
            offset: offset?,
            limit: limit?,
        })
    }
}

/// What `getAllRoles` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetAllRolesResponse {
    /// 200: The page.
    Ok(ResponseContainerPagedRoleDto),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetAllRolesResponse {
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GetAllRolesResponse {
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
            Failure::Conflict(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body,
                }
            }
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `createRole` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateRoleRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The role to create.
    pub body: RoleCreateDto,
}

impl rt::Request for CreateRoleRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<RoleCreateDto>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `createRole` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateRoleResponse {
    /// 200: The role was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateRoleResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateRoleResponse {
    const OPERATION: &'static str = "createRole";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateRoleResponse {
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getRole` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetRoleRequest {
    /// The id of the role, a UUID. Roster's choice, what is no id names no role.
    pub id: String,
}

impl rt::Request for GetRoleRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        Ok(Self { id: id? })
    }
}

/// What `getRole` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetRoleResponse {
    /// 200: The role.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetRoleResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GetRoleResponse {
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
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `updateRole` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateRoleRequest {
    /// The id of the role, a UUID. Roster's choice, what is no id names no role.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: RoleUpdateDto,
}

impl rt::Request for UpdateRoleRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<RoleUpdateDto>());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `updateRole` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateRoleResponse {
    /// 200: The role was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for UpdateRoleResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for UpdateRoleResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `deleteRole` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteRoleRequest {
    /// The id of the role, a UUID. Roster's choice, what is no id names no role.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteRoleRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
        })
    }
}

/// What `deleteRole` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteRoleResponse {
    /// 200: The role was deleted.
    Ok(ResponseContainerRoleDto),
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DeleteRoleResponse {
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for DeleteRoleResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `addAssignees` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AddAssigneesRequest {
    /// The id of the role, a UUID. Roster's choice, what is no id names no role.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The accounts and user groups.
    pub body: Vec<String>,
}

impl rt::Request for AddAssigneesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::string().min_length(1).max_length(257))
                    .min_items(1)
                    .max_items(1000),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `addAssignees` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum AddAssigneesResponse {
    /// 200: The accounts and user groups have the role.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for AddAssigneesResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for AddAssigneesResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `removeAssignees` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveAssigneesRequest {
    /// The id of the role, a UUID. Roster's choice, what is no id names no role.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The accounts and user groups.
    pub body: Vec<String>,
}

impl rt::Request for RemoveAssigneesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::string().min_length(1).max_length(257))
                    .min_items(1)
                    .max_items(1000),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `removeAssignees` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoveAssigneesResponse {
    /// 200: The accounts and user groups do not have the role.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RemoveAssigneesResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RemoveAssigneesResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `grantPermissionToRoles` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantPermissionToRolesRequest {
    /// The permission to grant.
    pub permission: Permission,
    /// The roles.
    pub body: Vec<String>,
}

impl rt::Request for GrantPermissionToRolesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let permission = parts.path(4, "permission", &rt::model::<Permission>());
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::string().max_length(255)).min_items(1).max_items(1000),
            );
        Ok(Self {
            permission: permission?,
            body: body?,
        })
    }
}

/// What `grantPermissionToRoles` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GrantPermissionToRolesResponse {
    /// 200: The permission was granted.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GrantPermissionToRolesResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for GrantPermissionToRolesResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `revokePermissionFromRoles` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RevokePermissionFromRolesRequest {
    /// The permission to revoke.
    pub permission: Permission,
    /// The roles.
    pub body: Vec<String>,
}

impl rt::Request for RevokePermissionFromRolesRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let permission = parts.path(4, "permission", &rt::model::<Permission>());
        parts.empty_object_is_absent();
        let body = parts
            .json_body(
                &rt::array(rt::string().max_length(255)).min_items(1).max_items(1000),
            );
        Ok(Self {
            permission: permission?,
            body: body?,
        })
    }
}

/// What `revokePermissionFromRoles` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RevokePermissionFromRolesResponse {
    /// 200: The permission was revoked.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ResponseContainerRoleDto,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Where there are several
    /// violations, the message has all of them, separated by `; `, each with its place.
    BadRequest(ErrorContainer),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user. Where the request names several users, the
    /// message begins with the identifier of the one that it is about.
    Forbidden(ErrorContainer),
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RevokePermissionFromRolesResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
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
            Self::TooManyRequests(failure) => failure.into_response(),
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

impl From<Failure> for RevokePermissionFromRolesResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    body,
                }
            }
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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

/// More requests than are allowed, or too many wrong passwords or keys from this address; nothing was
/// changed.
#[derive(Clone, Debug, PartialEq)]
pub struct TooManyRequests {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: ErrorContainer,
}

impl rt::Respond for TooManyRequests {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(429)
            .header("retry-after", self.retry_after)
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
    /// 404: A user, user group or role that the request names does not exist in the caller's organization.
    NotFound(ErrorContainer),
    /// 409: A user with this identifier, or a user group or role with this name, exists; or what was to be
    /// changed was changed at the same time.
    Conflict(ErrorContainer),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(ErrorContainer),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(ErrorContainer),
    /// 415: The body is not declared as the media type of the operation. A body without a content type is
    /// read as if it were.
    UnsupportedMediaType(ErrorContainer),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(ErrorContainer),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
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

    /// Gets all users.
    ///
    /// Answers all users of the caller's tenant as one array without an envelope and without pages.
    ///
    /// Roster's choice: the array comes as a stream, in which no user is missing or twice however many come
    /// and go meanwhile, the oldest first. Disabled users are in it, and service accounts are not. Who may
    /// see only the own account is refused.
    ///
    /// `GET /api/v2/user`
    ///
    /// Contract: `/paths/~1api~1v2~1user/get`
    fn get_all_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetAllUsersResponse> + Send;

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
    /// Creates many users, each as createUser does with `sendEmail=true`.
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

    /// Deletes users.
    ///
    /// Deletes many users and service accounts with all that is theirs. The answer lists the identifiers of
    /// those who were deleted, as the request has them.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All who exist are deleted or none. An identifier that names nobody is left out of the answer, and
    ///   so is one that the list has twice.
    /// * Oneself, built-in users and users who can do what the caller cannot are 403; the message begins
    ///   with the identifier.
    /// * Without a body, and with `{}` (which the Python client sends instead) or `[]`, nobody is deleted.
    ///
    /// `POST /api/v2/user/deleteUsers`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1deleteUsers/post`
    fn delete_multiple_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteMultipleUsersRequest,
    ) -> impl Future<Output = DeleteMultipleUsersResponse> + Send;

    /// Tells which identifiers name users.
    ///
    /// Answers the users and service accounts that a list of identifiers names, and the identifiers that
    /// name nobody, both in the order of the list.
    ///
    /// Roster's choice: without a body, and with `{}` (which the Python client sends instead) or `[]`, both
    /// lists of the answer are empty. What the list has twice is in the answer twice.
    ///
    /// `POST /api/v2/user/validateUsers`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1validateUsers/post`
    fn validate_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ValidateUsersRequest,
    ) -> impl Future<Output = ValidateUsersResponse> + Send;

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

    /// Revokes a permission from users.
    ///
    /// Takes one permission from many users and service accounts. One who does not have it stays as it is;
    /// what roles give is not touched.
    ///
    /// Roster's choice, where the vendor publishes nothing: as for grantPermissionToUsers. To take a
    /// permission from somebody who can do what the caller cannot is 403.
    ///
    /// `POST /api/v2/user/revoke/{permission}`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1revoke~1{permission}/post`
    fn revoke_permission_from_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RevokePermissionFromUsersRequest,
    ) -> impl Future<Output = RevokePermissionFromUsersResponse> + Send;

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

    /// Deletes a user.
    ///
    /// Deletes a user or a service account with all that is theirs. A body is ignored; the Python client
    /// sends `{}`.
    ///
    /// Roster's choice, where the vendor declares no answer: 200 with an envelope without `response`, which
    /// its clients that read a body can parse and the others ignore. Oneself, built-in users and users who
    /// can do what the caller cannot are 403.
    ///
    /// `DELETE /api/v2/user/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}/delete`
    fn delete_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserRequest,
    ) -> impl Future<Output = DeleteUserResponse> + Send;

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

    /// Revokes a permission from a user.
    ///
    /// Takes one permission from one user or service account. A permission that it does not have changes
    /// nothing; what roles give is not touched.
    ///
    /// Roster's choice, where the vendor publishes nothing: without `group`, which the vendor declares as
    /// optional, the user is answered unchanged. A permission that is not in the list is 400, though the
    /// vendor declares no list here: a misspelt one would seem to be taken away.
    ///
    /// `POST /api/v2/user/{id}/revoke`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}~1revoke/post`
    fn revoke_user_permission(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RevokeUserPermissionRequest,
    ) -> impl Future<Output = RevokeUserPermissionResponse> + Send;

    /// Adds a user to user groups.
    ///
    /// Adds a user to user groups. One that the user is in already changes nothing.
    ///
    /// Roster's choice, where the vendor publishes nothing: a user group that does not exist is 400 and
    /// nothing is changed. One that would let the user do what the caller cannot is 403. Without a body,
    /// and with `{}` or `[]`, the user is answered unchanged.
    ///
    /// `POST /api/v2/user/{id}/addUserGroups`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}~1addUserGroups/post`
    fn add_user_to_user_groups(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: AddUserToUserGroupsRequest,
    ) -> impl Future<Output = AddUserToUserGroupsResponse> + Send;

    /// Removes a user from user groups.
    ///
    /// Removes a user from user groups. One that the user is not in changes nothing, and `Everyone` is
    /// never left.
    ///
    /// Roster's choice, where the vendor publishes nothing: a user group that does not exist is 400 and
    /// nothing is changed. Without a body, and with `{}` or `[]`, the user is answered unchanged.
    ///
    /// `POST /api/v2/user/{id}/removeUserGroups`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}~1removeUserGroups/post`
    fn remove_user_from_user_groups(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RemoveUserFromUserGroupsRequest,
    ) -> impl Future<Output = RemoveUserFromUserGroupsResponse> + Send;

    /// Gets what a user can do.
    ///
    /// Answers a user or service account, as the vendor declares it, and its business functions in
    /// `response`, as the same operation of the vendor's accounts answers them.
    ///
    /// Roster's choice, where the vendor publishes no mapping from permissions to business functions: those
    /// that Roster has a deed for, whether a permission, a role or a group gives it, in the order of the
    /// vendor's list. A disabled user has none, and a service account none that take a password.
    ///
    /// `GET /api/v2/user/{id}/businessFunctions`
    ///
    /// Contract: `/paths/~1api~1v2~1user~1{id}~1businessFunctions/get`
    fn get_user_business_functions(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserBusinessFunctionsRequest,
    ) -> impl Future<Output = GetUserBusinessFunctionsResponse> + Send;

    /// Searches users.
    ///
    /// Answers one page of the users that meet all conditions. A condition is met where one of its values
    /// fits the key. Texts are compared without regard to case and compatible forms, as names are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A key or a field to sort by that is not in its list is 400.
    /// * A condition with neither `value`, `values` nor a range is 400, and so is a method that the key
    ///   does not have.
    /// * Without `sort` the oldest come first. `totalItems` is exact.
    /// * Without a body, and with `{}` or a `query` of null (which the Go client sends), everything is
    ///   answered.
    /// * A disabled user is found like any other; a service account is not.
    /// * `groups` and `userGroups` are met by whoever has one that fits; ids fit as a whole only.
    ///   `unitedPermissions` and `unitedRoles` are no keys.
    ///
    /// `POST /api/v2/search/user`
    ///
    /// Contract: `/paths/~1api~1v2~1search~1user/post`
    fn search_user_entities(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: SearchUserEntitiesRequest,
    ) -> impl Future<Output = SearchUserEntitiesResponse> + Send;

    /// Searches user groups.
    ///
    /// Answers one page of the user groups that meet all conditions. A condition is met where one of its
    /// values fits the key. Texts are compared without regard to case and compatible forms, as names are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A key or a field to sort by that is not in its list is 400.
    /// * A condition with neither `value`, `values` nor a range is 400, and so is a method that the key
    ///   does not have.
    /// * Without `sort` the oldest come first. `totalItems` is exact.
    /// * Without a body, and with `{}` or a `query` of null (which the Go client sends), everything is
    ///   answered.
    /// * `roles` is met by a group that has one of the roles; ids fit as a whole only.
    ///
    /// `POST /api/v2/search/usergroup`
    ///
    /// Contract: `/paths/~1api~1v2~1search~1usergroup/post`
    fn search_user_group_entities(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: SearchUserGroupEntitiesRequest,
    ) -> impl Future<Output = SearchUserGroupEntitiesResponse> + Send;

    /// Searches roles.
    ///
    /// Answers one page of the roles that meet all conditions. A condition is met where one of its values
    /// fits the key. Texts are compared without regard to case and compatible forms, as names are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A key or a field to sort by that is not in its list is 400.
    /// * A condition with neither `value`, `values` nor a range is 400, and so is a method that the key
    ///   does not have.
    /// * Without `sort` the oldest come first. `totalItems` is exact.
    /// * Without a body, and with `{}` or a `query` of null (which the Go client sends), everything is
    ///   answered.
    /// * `permissions` is met by a role that grants one of the permissions.
    ///
    /// `POST /api/v2/search/role`
    ///
    /// Contract: `/paths/~1api~1v2~1search~1role/post`
    fn search_role_entities(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: SearchRoleEntitiesRequest,
    ) -> impl Future<Output = SearchRoleEntitiesResponse> + Send;

    /// Gets all user groups.
    ///
    /// Answers the user groups of the caller's tenant by pages, the oldest first, so `Everyone` is on the
    /// first page.
    ///
    /// Roster's choice: a page has at most 1000 user groups, and `totalItems` is exact. Of the users in a
    /// group only the first 100 are shown, and their number.
    ///
    /// `GET /api/v2/usergroup`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup/get`
    fn get_all_user_groups(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetAllUserGroupsRequest,
    ) -> impl Future<Output = GetAllUserGroupsResponse> + Send;

    /// Creates a user group.
    ///
    /// Creates a user group with roles and without users.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A name that is taken, without regard to case, is 409 and changes nothing.
    /// * `roleIDs`, which the vendor declares as required, means no roles where it is left out or null.
    /// * A role that does not exist is 400. One that gives what the caller does not have is 403.
    /// * `id`, `customer` and `createdEpochMillis` are ignored.
    ///
    /// `POST /api/v2/usergroup`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup/post`
    fn create_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateUserGroupRequest,
    ) -> impl Future<Output = CreateUserGroupResponse> + Send;

    /// Gets a user group.
    ///
    /// Answers a user group with its roles. Of its users only the first 100 are shown, and their number.
    ///
    /// `GET /api/v2/usergroup/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}/get`
    fn get_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserGroupRequest,
    ) -> impl Future<Output = GetUserGroupResponse> + Send;

    /// Updates a user group.
    ///
    /// Changes name, description and roles of a user group. Who is in it is changed by addUsersToUserGroup
    /// and removeUsersFromUserGroup.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A member that is left out or null keeps its value; `roleIDs` of `[]` takes all roles away.
    /// * `id` must be that of the path, or it is 400. `customer` and `createdEpochMillis` are ignored.
    /// * A name that is taken is 409, a role that does not exist is 400.
    /// * Roles that give what the caller does not have, before or after, cannot be changed: 403. Neither
    ///   can the name and the description of `Everyone`.
    /// * Without a body, and with `{}`, nothing is changed.
    ///
    /// `PUT /api/v2/usergroup/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}/put`
    fn update_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateUserGroupRequest,
    ) -> impl Future<Output = UpdateUserGroupResponse> + Send;

    /// Deletes a user group.
    ///
    /// Deletes a user group and answers it as it was. Its users stay, without the roles that it gave them.
    /// A body is ignored.
    ///
    /// Roster's choice, where the vendor publishes nothing: `Everyone` cannot be deleted, nor a user group
    /// whose roles give what the caller does not have: 403.
    ///
    /// `DELETE /api/v2/usergroup/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}/delete`
    fn delete_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserGroupRequest,
    ) -> impl Future<Output = DeleteUserGroupResponse> + Send;

    /// Adds users to a user group.
    ///
    /// Adds users to a user group. Users who are in it already stay as they are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All users are added or none. An identifier that names nobody is 404, and the message names it.
    /// * Who is in `Everyone` is not chosen: 403.
    /// * Each user must be one whom the caller may update; roles of the group that would let a user do what
    ///   the caller cannot are 403.
    /// * Without a body, and with `{}` (which the Python client sends instead) or `[]`, the user group is
    ///   answered unchanged.
    ///
    /// `POST /api/v2/usergroup/{id}/addUsers`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}~1addUsers/post`
    fn add_users_to_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: AddUsersToUserGroupRequest,
    ) -> impl Future<Output = AddUsersToUserGroupResponse> + Send;

    /// Removes users from a user group.
    ///
    /// Removes users from a user group. Users who are not in it stay as they are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All users are removed or none. An identifier that names nobody is 404, and the message names it.
    /// * Who is in `Everyone` is not chosen: 403.
    /// * Each user must be one whom the caller may update; a user who can do what the caller cannot is 403.
    /// * Without a body, and with `{}` (which the Python client sends instead) or `[]`, the user group is
    ///   answered unchanged.
    ///
    /// `POST /api/v2/usergroup/{id}/removeUsers`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}~1removeUsers/post`
    fn remove_users_from_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RemoveUsersFromUserGroupRequest,
    ) -> impl Future<Output = RemoveUsersFromUserGroupResponse> + Send;

    /// Adds roles to a user group.
    ///
    /// Adds roles to a user group, `Everyone` included. Roles that it has already change nothing.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A role that does not exist is 400, and nothing is changed.
    /// * Roles that give what the caller does not have, before or after, cannot be changed: 403.
    /// * Without a body, and with `{}` or `[]`, the user group is answered unchanged.
    ///
    /// `POST /api/v2/usergroup/{id}/addRoles`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}~1addRoles/post`
    fn add_roles_to_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: AddRolesToUserGroupRequest,
    ) -> impl Future<Output = AddRolesToUserGroupResponse> + Send;

    /// Removes roles from a user group.
    ///
    /// Removes roles from a user group, `Everyone` included. Roles that it does not have change nothing.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A role that does not exist is 400, and nothing is changed.
    /// * Roles that give what the caller does not have, before or after, cannot be changed: 403.
    /// * Without a body, and with `{}` or `[]`, the user group is answered unchanged.
    ///
    /// `POST /api/v2/usergroup/{id}/removeRoles`
    ///
    /// Contract: `/paths/~1api~1v2~1usergroup~1{id}~1removeRoles/post`
    fn remove_roles_from_user_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RemoveRolesFromUserGroupRequest,
    ) -> impl Future<Output = RemoveRolesFromUserGroupResponse> + Send;

    /// Gets all roles.
    ///
    /// Answers the roles of the caller's tenant by pages, the oldest first; the built-in roles are among
    /// them.
    ///
    /// Roster's choice: a page has at most 1000 roles, and `totalItems` is exact. Of the accounts and
    /// groups that have a role only the first 100 each are shown, and their numbers.
    ///
    /// `GET /api/v2/role`
    ///
    /// Contract: `/paths/~1api~1v2~1role/get`
    fn get_all_roles(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetAllRolesRequest,
    ) -> impl Future<Output = GetAllRolesResponse> + Send;

    /// Creates a role.
    ///
    /// Creates a role that nobody has.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A name that is taken, without regard to case, is 409 and changes nothing.
    /// * A permission that is not in the list is 400. One that the caller does not have is 403.
    /// * `permissions` left out or null means none.
    /// * All other members of a role are ignored.
    ///
    /// `POST /api/v2/role`
    ///
    /// Contract: `/paths/~1api~1v2~1role/post`
    fn create_role(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateRoleRequest,
    ) -> impl Future<Output = CreateRoleResponse> + Send;

    /// Gets a role.
    ///
    /// Answers a role. Of the accounts and groups that have it only the first 100 each are shown, and their
    /// numbers.
    ///
    /// `GET /api/v2/role/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1{id}/get`
    fn get_role(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetRoleRequest,
    ) -> impl Future<Output = GetRoleResponse> + Send;

    /// Updates a role.
    ///
    /// Changes name, description and permissions of a role.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A member that is left out or null keeps its value; `permissions` of `[]` takes all away.
    /// * `id` must be that of the path, or it is 400. All other members of a role are ignored.
    /// * A name that is taken is 409, a permission that is not in the list is 400.
    /// * A role that gives what the caller does not have, before or after, is 403, and so is a built-in
    ///   role.
    ///
    /// `PUT /api/v2/role/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1{id}/put`
    fn update_role(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateRoleRequest,
    ) -> impl Future<Output = UpdateRoleResponse> + Send;

    /// Deletes a role.
    ///
    /// Deletes a role, takes it from all who have it, and answers it as it was. A body is ignored.
    ///
    /// Roster's choice, where the vendor publishes nothing: a built-in role cannot be deleted, nor one that
    /// gives what the caller does not have: 403.
    ///
    /// `DELETE /api/v2/role/{id}`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1{id}/delete`
    fn delete_role(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteRoleRequest,
    ) -> impl Future<Output = DeleteRoleResponse> + Send;

    /// Adds accounts and groups to a role.
    ///
    /// Gives a role to users, service accounts (`sa::name`) and user groups, named in one list. Those who
    /// have it already stay as they are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A text that is the identifier of an account is that account, any other the id of a user group.
    ///   What is neither is 404, and the message names it.
    /// * All receive the role or none.
    /// * Each must be one whom the caller may change, and a role that gives what the caller does not have
    ///   is 403.
    /// * Without a body, and with `{}` or `[]`, the request is 400, as the vendor declares the body as
    ///   required.
    ///
    /// `POST /api/v2/role/{id}/addAssignees`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1{id}~1addAssignees/post`
    fn add_assignees(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: AddAssigneesRequest,
    ) -> impl Future<Output = AddAssigneesResponse> + Send;

    /// Removes accounts and groups from a role.
    ///
    /// Takes a role from users, service accounts (`sa::name`) and user groups, named in one list. Those who
    /// do not have it stay as they are.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A text that is the identifier of an account is that account, any other the id of a user group.
    ///   What is neither is 404, and the message names it.
    /// * All lose the role or none.
    /// * Each must be one whom the caller may change, and a role that gives what the caller does not have
    ///   is 403.
    /// * Without a body, and with `{}` or `[]`, the request is 400, as the vendor declares the body as
    ///   required.
    ///
    /// `POST /api/v2/role/{id}/removeAssignees`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1{id}~1removeAssignees/post`
    fn remove_assignees(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RemoveAssigneesRequest,
    ) -> impl Future<Output = RemoveAssigneesResponse> + Send;

    /// Grants a permission to roles.
    ///
    /// Adds one permission to many roles. A role that has it already stays as it is.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All roles are changed or none. An id that names no role is 404, and the message names it.
    /// * The answer is the first role of the list, since one role is declared.
    /// * Without a body, and with `{}` or `[]`, the request is 400, as the vendor declares the body as
    ///   required.
    /// * An unknown permission is 400. A role that gives what the caller does not have, before or after, is
    ///   403, and so is a built-in role.
    ///
    /// `POST /api/v2/role/grant/{permission}`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1grant~1{permission}/post`
    fn grant_permission_to_roles(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GrantPermissionToRolesRequest,
    ) -> impl Future<Output = GrantPermissionToRolesResponse> + Send;

    /// Revokes a permission from roles.
    ///
    /// Removes one permission from many roles. A role that does not have it stays as it is.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * All roles are changed or none. An id that names no role is 404, and the message names it.
    /// * The answer is the first role of the list, since one role is declared.
    /// * Without a body, and with `{}` or `[]`, the request is 400, as the vendor declares the body as
    ///   required.
    /// * An unknown permission is 400. A role that gives what the caller does not have, before or after, is
    ///   403, and so is a built-in role.
    ///
    /// `POST /api/v2/role/revoke/{permission}`
    ///
    /// Contract: `/paths/~1api~1v2~1role~1revoke~1{permission}/post`
    fn revoke_permission_from_roles(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RevokePermissionFromRolesRequest,
    ) -> impl Future<Output = RevokePermissionFromRolesResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /api/v2/user`
    GetAllUsers,
    /// `POST /api/v2/user`
    CreateUser,
    /// `POST /api/v2/user/invite`
    InviteUsers,
    /// `POST /api/v2/user/deleteUsers`
    DeleteMultipleUsers,
    /// `POST /api/v2/user/validateUsers`
    ValidateUsers,
    /// `POST /api/v2/user/grant/{permission}`
    GrantPermissionToUsers,
    /// `POST /api/v2/user/revoke/{permission}`
    RevokePermissionFromUsers,
    /// `GET /api/v2/user/{id}`
    GetUser,
    /// `PUT /api/v2/user/{id}`
    UpdateUser,
    /// `DELETE /api/v2/user/{id}`
    DeleteUser,
    /// `POST /api/v2/user/{id}/grant`
    GrantUserPermission,
    /// `POST /api/v2/user/{id}/revoke`
    RevokeUserPermission,
    /// `POST /api/v2/user/{id}/addUserGroups`
    AddUserToUserGroups,
    /// `POST /api/v2/user/{id}/removeUserGroups`
    RemoveUserFromUserGroups,
    /// `GET /api/v2/user/{id}/businessFunctions`
    GetUserBusinessFunctions,
    /// `POST /api/v2/search/user`
    SearchUserEntities,
    /// `POST /api/v2/search/usergroup`
    SearchUserGroupEntities,
    /// `POST /api/v2/search/role`
    SearchRoleEntities,
    /// `GET /api/v2/usergroup`
    GetAllUserGroups,
    /// `POST /api/v2/usergroup`
    CreateUserGroup,
    /// `GET /api/v2/usergroup/{id}`
    GetUserGroup,
    /// `PUT /api/v2/usergroup/{id}`
    UpdateUserGroup,
    /// `DELETE /api/v2/usergroup/{id}`
    DeleteUserGroup,
    /// `POST /api/v2/usergroup/{id}/addUsers`
    AddUsersToUserGroup,
    /// `POST /api/v2/usergroup/{id}/removeUsers`
    RemoveUsersFromUserGroup,
    /// `POST /api/v2/usergroup/{id}/addRoles`
    AddRolesToUserGroup,
    /// `POST /api/v2/usergroup/{id}/removeRoles`
    RemoveRolesFromUserGroup,
    /// `GET /api/v2/role`
    GetAllRoles,
    /// `POST /api/v2/role`
    CreateRole,
    /// `GET /api/v2/role/{id}`
    GetRole,
    /// `PUT /api/v2/role/{id}`
    UpdateRole,
    /// `DELETE /api/v2/role/{id}`
    DeleteRole,
    /// `POST /api/v2/role/{id}/addAssignees`
    AddAssignees,
    /// `POST /api/v2/role/{id}/removeAssignees`
    RemoveAssignees,
    /// `POST /api/v2/role/grant/{permission}`
    GrantPermissionToRoles,
    /// `POST /api/v2/role/revoke/{permission}`
    RevokePermissionFromRoles,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 36] = [
    rt::Operation {
        id: "getAllUsers",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/user",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
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
        id: "deleteMultipleUsers",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/deleteUsers",
        action: Some("users:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "validateUsers",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/validateUsers",
        action: Some("users:read"),
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
        id: "revokePermissionFromUsers",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/revoke/{permission}",
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
        id: "deleteUser",
        module: "wavefront",
        method: "DELETE",
        path: "/api/v2/user/{id}",
        action: Some("users:delete"),
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
    rt::Operation {
        id: "revokeUserPermission",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/{id}/revoke",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "addUserToUserGroups",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/{id}/addUserGroups",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "removeUserFromUserGroups",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/user/{id}/removeUserGroups",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getUserBusinessFunctions",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/user/{id}/businessFunctions",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "searchUserEntities",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/search/user",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "searchUserGroupEntities",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/search/usergroup",
        action: Some("groups:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "searchRoleEntities",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/search/role",
        action: Some("roles:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getAllUserGroups",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/usergroup",
        action: Some("groups:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "createUserGroup",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/usergroup",
        action: Some("groups:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getUserGroup",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/usergroup/{id}",
        action: Some("groups:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "updateUserGroup",
        module: "wavefront",
        method: "PUT",
        path: "/api/v2/usergroup/{id}",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "deleteUserGroup",
        module: "wavefront",
        method: "DELETE",
        path: "/api/v2/usergroup/{id}",
        action: Some("groups:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "addUsersToUserGroup",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/usergroup/{id}/addUsers",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "removeUsersFromUserGroup",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/usergroup/{id}/removeUsers",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "addRolesToUserGroup",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/usergroup/{id}/addRoles",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "removeRolesFromUserGroup",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/usergroup/{id}/removeRoles",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getAllRoles",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/role",
        action: Some("roles:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "createRole",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/role",
        action: Some("roles:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getRole",
        module: "wavefront",
        method: "GET",
        path: "/api/v2/role/{id}",
        action: Some("roles:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "updateRole",
        module: "wavefront",
        method: "PUT",
        path: "/api/v2/role/{id}",
        action: Some("roles:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "deleteRole",
        module: "wavefront",
        method: "DELETE",
        path: "/api/v2/role/{id}",
        action: Some("roles:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "addAssignees",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/role/{id}/addAssignees",
        action: Some("roles:assign"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "removeAssignees",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/role/{id}/removeAssignees",
        action: Some("roles:assign"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "grantPermissionToRoles",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/role/grant/{permission}",
        action: Some("roles:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "revokePermissionFromRoles",
        module: "wavefront",
        method: "POST",
        path: "/api/v2/role/revoke/{permission}",
        action: Some("roles:update"),
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
            ["api", "v2", "user"] => &[OperationId::GetAllUsers, OperationId::CreateUser],
            ["api", "v2", "usergroup"] => {
                &[OperationId::GetAllUserGroups, OperationId::CreateUserGroup]
            }
            ["api", "v2", "role"] => &[OperationId::GetAllRoles, OperationId::CreateRole],
            ["api", "v2", "user", "invite"] => &[OperationId::InviteUsers],
            ["api", "v2", "user", "deleteUsers"] => &[OperationId::DeleteMultipleUsers],
            ["api", "v2", "user", "validateUsers"] => &[OperationId::ValidateUsers],
            ["api", "v2", "search", "user"] => &[OperationId::SearchUserEntities],
            ["api", "v2", "search", "usergroup"] => {
                &[OperationId::SearchUserGroupEntities]
            }
            ["api", "v2", "search", "role"] => &[OperationId::SearchRoleEntities],
            ["api", "v2", "user", "grant", _] => &[OperationId::GrantPermissionToUsers],
            ["api", "v2", "user", "revoke", _] => {
                &[OperationId::RevokePermissionFromUsers]
            }
            ["api", "v2", "role", "grant", _] => &[OperationId::GrantPermissionToRoles],
            ["api", "v2", "role", "revoke", _] => {
                &[OperationId::RevokePermissionFromRoles]
            }
            ["api", "v2", "user", _] => {
                &[OperationId::GetUser, OperationId::UpdateUser, OperationId::DeleteUser]
            }
            ["api", "v2", "usergroup", _] => {
                &[
                    OperationId::GetUserGroup,
                    OperationId::UpdateUserGroup,
                    OperationId::DeleteUserGroup,
                ]
            }
            ["api", "v2", "role", _] => {
                &[OperationId::GetRole, OperationId::UpdateRole, OperationId::DeleteRole]
            }
            ["api", "v2", "user", _, "grant"] => &[OperationId::GrantUserPermission],
            ["api", "v2", "user", _, "revoke"] => &[OperationId::RevokeUserPermission],
            ["api", "v2", "user", _, "addUserGroups"] => {
                &[OperationId::AddUserToUserGroups]
            }
            ["api", "v2", "user", _, "removeUserGroups"] => {
                &[OperationId::RemoveUserFromUserGroups]
            }
            ["api", "v2", "user", _, "businessFunctions"] => {
                &[OperationId::GetUserBusinessFunctions]
            }
            ["api", "v2", "usergroup", _, "addUsers"] => {
                &[OperationId::AddUsersToUserGroup]
            }
            ["api", "v2", "usergroup", _, "removeUsers"] => {
                &[OperationId::RemoveUsersFromUserGroup]
            }
            ["api", "v2", "usergroup", _, "addRoles"] => {
                &[OperationId::AddRolesToUserGroup]
            }
            ["api", "v2", "usergroup", _, "removeRoles"] => {
                &[OperationId::RemoveRolesFromUserGroup]
            }
            ["api", "v2", "role", _, "addAssignees"] => &[OperationId::AddAssignees],
            ["api", "v2", "role", _, "removeAssignees"] => {
                &[OperationId::RemoveAssignees]
            }
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
        let outcome: rt::Outcome<'_> = match id {
            OperationId::GetAllUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.get_all_users(call, caller).await))
                })
            }
            OperationId::CreateUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::InviteUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.invite_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteMultipleUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_multiple_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ValidateUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.validate_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GrantPermissionToUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.grant_permission_to_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RevokePermissionFromUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.revoke_permission_from_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GrantUserPermission => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.grant_user_permission(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RevokeUserPermission => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.revoke_user_permission(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::AddUserToUserGroups => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.add_user_to_user_groups(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RemoveUserFromUserGroups => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.remove_user_from_user_groups(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUserBusinessFunctions => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_user_business_functions(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::SearchUserEntities => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.search_user_entities(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::SearchUserGroupEntities => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.search_user_group_entities(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::SearchRoleEntities => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.search_role_entities(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetAllUserGroups => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_all_user_groups(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::CreateUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::AddUsersToUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.add_users_to_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RemoveUsersFromUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.remove_users_from_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::AddRolesToUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.add_roles_to_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RemoveRolesFromUserGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.remove_roles_from_user_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetAllRoles => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_all_roles(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::CreateRole => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_role(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetRole => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_role(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateRole => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_role(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteRole => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_role(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::AddAssignees => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.add_assignees(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RemoveAssignees => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.remove_assignees(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GrantPermissionToRoles => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.grant_permission_to_roles(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RevokePermissionFromRoles => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.revoke_permission_from_roles(call, caller, request).await,
                        ),
                    )
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::GetAllUsers => {
                    rt::Respond::into_response(GetAllUsersResponse::from(failure))
                }
                OperationId::CreateUser => {
                    rt::Respond::into_response(CreateUserResponse::from(failure))
                }
                OperationId::InviteUsers => {
                    rt::Respond::into_response(InviteUsersResponse::from(failure))
                }
                OperationId::DeleteMultipleUsers => {
                    rt::Respond::into_response(
                        DeleteMultipleUsersResponse::from(failure),
                    )
                }
                OperationId::ValidateUsers => {
                    rt::Respond::into_response(ValidateUsersResponse::from(failure))
                }
                OperationId::GrantPermissionToUsers => {
                    rt::Respond::into_response(
                        GrantPermissionToUsersResponse::from(failure),
                    )
                }
                OperationId::RevokePermissionFromUsers => {
                    rt::Respond::into_response(
                        RevokePermissionFromUsersResponse::from(failure),
                    )
                }
                OperationId::GetUser => {
                    rt::Respond::into_response(GetUserResponse::from(failure))
                }
                OperationId::UpdateUser => {
                    rt::Respond::into_response(UpdateUserResponse::from(failure))
                }
                OperationId::DeleteUser => {
                    rt::Respond::into_response(DeleteUserResponse::from(failure))
                }
                OperationId::GrantUserPermission => {
                    rt::Respond::into_response(
                        GrantUserPermissionResponse::from(failure),
                    )
                }
                OperationId::RevokeUserPermission => {
                    rt::Respond::into_response(
                        RevokeUserPermissionResponse::from(failure),
                    )
                }
                OperationId::AddUserToUserGroups => {
                    rt::Respond::into_response(
                        AddUserToUserGroupsResponse::from(failure),
                    )
                }
                OperationId::RemoveUserFromUserGroups => {
                    rt::Respond::into_response(
                        RemoveUserFromUserGroupsResponse::from(failure),
                    )
                }
                OperationId::GetUserBusinessFunctions => {
                    rt::Respond::into_response(
                        GetUserBusinessFunctionsResponse::from(failure),
                    )
                }
                OperationId::SearchUserEntities => {
                    rt::Respond::into_response(SearchUserEntitiesResponse::from(failure))
                }
                OperationId::SearchUserGroupEntities => {
                    rt::Respond::into_response(
                        SearchUserGroupEntitiesResponse::from(failure),
                    )
                }
                OperationId::SearchRoleEntities => {
                    rt::Respond::into_response(SearchRoleEntitiesResponse::from(failure))
                }
                OperationId::GetAllUserGroups => {
                    rt::Respond::into_response(GetAllUserGroupsResponse::from(failure))
                }
                OperationId::CreateUserGroup => {
                    rt::Respond::into_response(CreateUserGroupResponse::from(failure))
                }
                OperationId::GetUserGroup => {
                    rt::Respond::into_response(GetUserGroupResponse::from(failure))
                }
                OperationId::UpdateUserGroup => {
                    rt::Respond::into_response(UpdateUserGroupResponse::from(failure))
                }
                OperationId::DeleteUserGroup => {
                    rt::Respond::into_response(DeleteUserGroupResponse::from(failure))
                }
                OperationId::AddUsersToUserGroup => {
                    rt::Respond::into_response(
                        AddUsersToUserGroupResponse::from(failure),
                    )
                }
                OperationId::RemoveUsersFromUserGroup => {
                    rt::Respond::into_response(
                        RemoveUsersFromUserGroupResponse::from(failure),
                    )
                }
                OperationId::AddRolesToUserGroup => {
                    rt::Respond::into_response(
                        AddRolesToUserGroupResponse::from(failure),
                    )
                }
                OperationId::RemoveRolesFromUserGroup => {
                    rt::Respond::into_response(
                        RemoveRolesFromUserGroupResponse::from(failure),
                    )
                }
                OperationId::GetAllRoles => {
                    rt::Respond::into_response(GetAllRolesResponse::from(failure))
                }
                OperationId::CreateRole => {
                    rt::Respond::into_response(CreateRoleResponse::from(failure))
                }
                OperationId::GetRole => {
                    rt::Respond::into_response(GetRoleResponse::from(failure))
                }
                OperationId::UpdateRole => {
                    rt::Respond::into_response(UpdateRoleResponse::from(failure))
                }
                OperationId::DeleteRole => {
                    rt::Respond::into_response(DeleteRoleResponse::from(failure))
                }
                OperationId::AddAssignees => {
                    rt::Respond::into_response(AddAssigneesResponse::from(failure))
                }
                OperationId::RemoveAssignees => {
                    rt::Respond::into_response(RemoveAssigneesResponse::from(failure))
                }
                OperationId::GrantPermissionToRoles => {
                    rt::Respond::into_response(
                        GrantPermissionToRolesResponse::from(failure),
                    )
                }
                OperationId::RevokePermissionFromRoles => {
                    rt::Respond::into_response(
                        RevokePermissionFromRolesResponse::from(failure),
                    )
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
