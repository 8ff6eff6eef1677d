//! The module `lakesail`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use serde::Serialize;
use specgen_runtime as rt;

/// An id as it stands in paths. Roster's own ids are 20 characters of Crockford's base 32.
///
/// Contract: `/components/schemas/LakesailResourceId`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ResourceId(String);

rt::constrained_string!(ResourceId, rt::string().min_length(1).max_length(20).pattern(&RESOURCE_ID_PATTERN));

/// A username as this dialect accepts it; users created through other dialects can have others.
///
/// Contract: `/components/schemas/LakesailUsername`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Username(String);

rt::constrained_string!(Username, rt::string().min_length(2).max_length(253).pattern(&USERNAME_PATTERN));

/// A user to create.
///
/// Contract: `/components/schemas/LakesailUserSpec`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserSpec {
    /// A username as this dialect accepts it; users created through other dialects can have others.
    pub username: Username,
    /// The e-mail address, or an empty string for none. Roster's choice: at most 254 characters.
    pub email: String,
    /// The given name; it may be empty. Roster's choice, at most 1024 characters.
    #[serde(rename = "firstName")]
    pub first_name: String,
    /// The family name; it may be empty. Roster's choice, at most 1024 characters.
    #[serde(rename = "lastName")]
    pub last_name: String,
    /// The name to show; it may be empty. Roster's choice, at most 1024 characters.
    #[serde(rename = "displayName")]
    pub display_name: String,
}

impl rt::Model for UserSpec {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let username = object.required("username", &rt::model::<Username>());
        let email = object.required("email", &rt::string().max_length(254));
        let first_name = object.required("firstName", &rt::string().max_length(1024));
        let last_name = object.required("lastName", &rt::string().max_length(1024));
        let display_name = object
            .required("displayName", &rt::string().max_length(1024));
        Ok(Self {
            username: username?,
            email: email?,
            first_name: first_name?,
            last_name: last_name?,
            display_name: display_name?,
        })
    }
}

/// The members of a user to change; those left out keep their values.
///
/// Contract: `/components/schemas/LakesailUserUpdate`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserUpdate {
    /// A username as this dialect accepts it; users created through other dialects can have others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<Username>,
    /// The new e-mail address; an empty string removes it. Roster's choice: at most 254 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The new given name. Roster's choice, at most 1024 characters.
    #[serde(rename = "firstName", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// The new family name. Roster's choice, at most 1024 characters.
    #[serde(rename = "lastName", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The new name to show. Roster's choice, at most 1024 characters.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
}

impl rt::Model for UserUpdate {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let username = object.optional("username", &rt::model::<Username>());
        let email = object.optional("email", &rt::string().max_length(254));
        let first_name = object.optional("firstName", &rt::string().max_length(1024));
        let last_name = object.optional("lastName", &rt::string().max_length(1024));
        let display_name = object
            .optional("displayName", &rt::string().max_length(1024));
        Ok(Self {
            username: username?,
            email: email?,
            first_name: first_name?,
            last_name: last_name?,
            display_name: display_name?,
        })
    }
}

/// A user. All members are always present; a value that the user does not have is an empty string.
///
/// Contract: `/components/schemas/LakesailUser`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct User {
    /// The id, 20 upper-case characters.
    pub id: String,
    /// The username. A user created through another dialect can have a name that this dialect would not
    /// accept.
    pub username: String,
    /// The e-mail address; empty where the user has none.
    pub email: String,
    /// The given name; empty where the user has none.
    #[serde(rename = "firstName")]
    pub first_name: String,
    /// The family name; empty where the user has none.
    #[serde(rename = "lastName")]
    pub last_name: String,
    /// The name to show; empty where the user has none.
    #[serde(rename = "displayName")]
    pub display_name: String,
    /// When the user was created, in UTC with milliseconds.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When the user was last changed, in UTC with milliseconds.
    #[serde(rename = "updatedAt")]
    pub updated_at: rt::Timestamp,
}

impl rt::Model for User {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let username = object.required("username", &rt::string());
        let email = object.required("email", &rt::string());
        let first_name = object.required("firstName", &rt::string());
        let last_name = object.required("lastName", &rt::string());
        let display_name = object.required("displayName", &rt::string());
        let created_at = object.required("createdAt", &rt::timestamp());
        let updated_at = object.required("updatedAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            username: username?,
            email: email?,
            first_name: first_name?,
            last_name: last_name?,
            display_name: display_name?,
            created_at: created_at?,
            updated_at: updated_at?,
        })
    }
}

/// A page of users.
///
/// Contract: `/components/schemas/LakesailUserList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserList {
    /// The users of this page.
    pub items: Vec<User>,
    /// Asks for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

impl rt::Model for UserList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<User>()));
        let marker = object.optional("marker", &rt::string());
        Ok(Self {
            items: items?,
            marker: marker?,
        })
    }
}

/// A change of one's own password.
///
/// Contract: `/components/schemas/LakesailPasswordChangeSpec`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PasswordChangeSpec {
    /// The password that is to be replaced. Roster's choice, at most 1024 characters.
    #[serde(rename = "currentPassword")]
    pub current_password: rt::Secret,
    /// The password to set. Roster's choice: at least 8 characters, and at most 1024 bytes of UTF-8.
    #[serde(rename = "newPassword")]
    pub new_password: rt::Secret,
}

impl rt::Model for PasswordChangeSpec {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let current_password = object
            .required("currentPassword", &rt::secret(rt::string().max_length(1024)));
        let new_password = object
            .required(
                "newPassword",
                &rt::secret(rt::string().min_length(8).max_length(1024)),
            );
        Ok(Self {
            current_password: current_password?,
            new_password: new_password?,
        })
    }
}

/// A password that the server made up.
///
/// Contract: `/components/schemas/LakesailPasswordReset`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PasswordReset {
    /// The new password, shown only here.
    pub password: rt::Secret,
}

impl rt::Model for PasswordReset {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let password = object.required("password", &rt::secret(rt::string()));
        Ok(Self { password: password? })
    }
}

/// A service account to create.
///
/// Contract: `/components/schemas/LakesailServiceAccountSpec`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccountSpec {
    /// A username as this dialect accepts it; users created through other dialects can have others.
    pub username: Username,
    /// What it is for; it may be empty. Roster's choice, at most 1024 characters.
    pub description: String,
}

impl rt::Model for ServiceAccountSpec {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let username = object.required("username", &rt::model::<Username>());
        let description = object.required("description", &rt::string().max_length(1024));
        Ok(Self {
            username: username?,
            description: description?,
        })
    }
}

/// The members of a service account to change; those left out keep their values.
///
/// Contract: `/components/schemas/LakesailServiceAccountUpdate`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ServiceAccountUpdate {
    /// A username as this dialect accepts it; users created through other dialects can have others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<Username>,
    /// What it is for; an empty string removes it. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl rt::Model for ServiceAccountUpdate {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let username = object.optional("username", &rt::model::<Username>());
        let description = object.optional("description", &rt::string().max_length(1024));
        Ok(Self {
            username: username?,
            description: description?,
        })
    }
}

/// A service account. All members are always present.
///
/// Contract: `/components/schemas/LakesailServiceAccount`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccount {
    /// The id, 20 upper-case characters.
    pub id: String,
    /// The username.
    pub username: String,
    /// What it is for; empty where nothing was said.
    pub description: String,
    /// When the service account was created, in UTC with milliseconds.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When the service account was last changed, in UTC with milliseconds.
    #[serde(rename = "updatedAt")]
    pub updated_at: rt::Timestamp,
}

impl rt::Model for ServiceAccount {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let username = object.required("username", &rt::string());
        let description = object.required("description", &rt::string());
        let created_at = object.required("createdAt", &rt::timestamp());
        let updated_at = object.required("updatedAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            username: username?,
            description: description?,
            created_at: created_at?,
            updated_at: updated_at?,
        })
    }
}

/// A page of service accounts.
///
/// Contract: `/components/schemas/LakesailServiceAccountList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccountList {
    /// The service accounts of this page.
    pub items: Vec<ServiceAccount>,
    /// Asks for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

impl rt::Model for ServiceAccountList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<ServiceAccount>()));
        let marker = object.optional("marker", &rt::string());
        Ok(Self {
            items: items?,
            marker: marker?,
        })
    }
}

/// A key to create.
///
/// Contract: `/components/schemas/LakesailServiceAccountKeySpec`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ServiceAccountKeySpec {
    /// When the key stops working; absent for a key that does not expire.
    #[serde(rename = "expiresAt", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
}

impl rt::Model for ServiceAccountKeySpec {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let expires_at = object.optional("expiresAt", &rt::timestamp());
        Ok(Self { expires_at: expires_at? })
    }
}

/// The members of a key to change; those left out keep their values.
///
/// Contract: `/components/schemas/LakesailServiceAccountKeyUpdate`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ServiceAccountKeyUpdate {
    /// When the key stops working; `null` for never. Roster's choice.
    #[serde(rename = "expiresAt", skip_serializing_if = "rt::Field::is_absent")]
    pub expires_at: rt::Field<rt::Timestamp>,
}

impl rt::Model for ServiceAccountKeyUpdate {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let expires_at = object.field("expiresAt", &rt::timestamp());
        Ok(Self { expires_at: expires_at? })
    }
}

impl rt::MergePatch for ServiceAccountKeyUpdate {
    fn is_empty(&self) -> bool {
        self.expires_at.is_absent()
    }
}

/// A key that was just created.
///
/// Contract: `/components/schemas/LakesailServiceAccountKey`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccountKey {
    /// The id, 20 upper-case characters.
    pub id: String,
    /// When the key stops working; absent where it does not expire.
    #[serde(rename = "expiresAt", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
    /// The key itself, shown only here.
    pub key: rt::Secret,
    /// When the key was created, in UTC with milliseconds.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When the key was last changed, in UTC with milliseconds.
    #[serde(rename = "updatedAt")]
    pub updated_at: rt::Timestamp,
}

impl rt::Model for ServiceAccountKey {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let expires_at = object.optional("expiresAt", &rt::timestamp());
        let key = object.required("key", &rt::secret(rt::string()));
        let created_at = object.required("createdAt", &rt::timestamp());
        let updated_at = object.required("updatedAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            expires_at: expires_at?,
            key: key?,
            created_at: created_at?,
            updated_at: updated_at?,
        })
    }
}

/// A key without its text.
///
/// Contract: `/components/schemas/LakesailServiceAccountKeySummary`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccountKeySummary {
    /// The id, 20 upper-case characters.
    pub id: String,
    /// When the key stops working; absent where it does not expire.
    #[serde(rename = "expiresAt", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
    /// When the key was created, in UTC with milliseconds.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When the key was last changed, in UTC with milliseconds.
    #[serde(rename = "updatedAt")]
    pub updated_at: rt::Timestamp,
}

impl rt::Model for ServiceAccountKeySummary {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let expires_at = object.optional("expiresAt", &rt::timestamp());
        let created_at = object.required("createdAt", &rt::timestamp());
        let updated_at = object.required("updatedAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            expires_at: expires_at?,
            created_at: created_at?,
            updated_at: updated_at?,
        })
    }
}

/// A page of keys.
///
/// Contract: `/components/schemas/LakesailServiceAccountKeyList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccountKeyList {
    /// The keys of this page.
    pub items: Vec<ServiceAccountKeySummary>,
    /// Asks for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

impl rt::Model for ServiceAccountKeyList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object
            .required("items", &rt::array(rt::model::<ServiceAccountKeySummary>()));
        let marker = object.optional("marker", &rt::string());
        Ok(Self {
            items: items?,
            marker: marker?,
        })
    }
}

/// An organization to create.
///
/// Contract: `/components/schemas/LakesailOrganizationSpec`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrganizationSpec {
    /// The name. Roster's choice: at most 255 characters, no control characters, no white space at its
    /// ends, and not the form of an id.
    pub name: String,
}

impl rt::Model for OrganizationSpec {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::string().min_length(1).max_length(255));
        Ok(Self { name: name? })
    }
}

/// The members of an organization to change; those left out keep their values.
///
/// Contract: `/components/schemas/LakesailOrganizationUpdate`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OrganizationUpdate {
    /// The new name, with the same rules as that of a new organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl rt::Model for OrganizationUpdate {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.optional("name", &rt::string().min_length(1).max_length(255));
        Ok(Self { name: name? })
    }
}

/// An organization. All members are always present.
///
/// Contract: `/components/schemas/LakesailOrganization`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Organization {
    /// The id, 20 upper-case characters.
    pub id: String,
    /// The name.
    pub name: String,
    /// When the organization was created, in UTC with milliseconds.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When the organization was last changed, in UTC with milliseconds.
    #[serde(rename = "updatedAt")]
    pub updated_at: rt::Timestamp,
}

impl rt::Model for Organization {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let name = object.required("name", &rt::string());
        let created_at = object.required("createdAt", &rt::timestamp());
        let updated_at = object.required("updatedAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            name: name?,
            created_at: created_at?,
            updated_at: updated_at?,
        })
    }
}

/// A page of organizations.
///
/// Contract: `/components/schemas/LakesailOrganizationList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrganizationList {
    /// The organizations of this page.
    pub items: Vec<Organization>,
    /// Asks for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
}

impl rt::Model for OrganizationList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<Organization>()));
        let marker = object.optional("marker", &rt::string());
        Ok(Self {
            items: items?,
            marker: marker?,
        })
    }
}

/// Who the caller is; exactly one member is present.
///
/// Contract: `/components/schemas/LakesailCurrentIdentity`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CurrentIdentity {
    /// The bearer of a root key; it has no members. Roster's choice, not sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root: Option<rt::Map<String, rt::Value>>,
    /// A user. All members are always present; a value that the user does not have is an empty string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<User>,
    /// A service account. All members are always present.
    #[serde(rename = "serviceAccount", skip_serializing_if = "Option::is_none")]
    pub service_account: Option<ServiceAccount>,
}

impl rt::Model for CurrentIdentity {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let root = object.optional("root", &rt::json_object());
        let user = object.optional("user", &rt::model::<User>());
        let service_account = object
            .optional("serviceAccount", &rt::model::<ServiceAccount>());
        Ok(Self {
            root: root?,
            user: user?,
            service_account: service_account?,
        })
    }
}

/// Why a request failed.
///
/// Contract: `/components/schemas/LakesailError`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Error {
    /// One sentence for people. Where a request has several violations, all of them, separated by `; `,
    /// each with its place.
    pub message: String,
}

impl rt::Model for Error {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let message = object.required("message", &rt::string());
        Ok(Self { message: message? })
    }
}

static CREATE_USER_IDEMPOTENCY_KEY_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[!-~]+$",
    "^[!-\\~]+$",
);

static RESOURCE_ID_PATTERN: rt::Pattern = rt::Pattern::new("^[A-Z0-9]+$");

static UPDATE_USER_IF_MATCH_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^(\\*|[ \\t,]*(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-~]*\")?)*)$",
    "^(\\*|[ \\t,]*(W/)?\"[!#-\\~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-\\~]*\")?)*)$",
);

static USERNAME_PATTERN: rt::Pattern = rt::Pattern::new("^[a-zA-Z0-9.-]+$");

/// What `DescribeCurrentIdentity` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DescribeCurrentIdentityResponse {
    /// 200: The identity was described.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<CurrentIdentity>,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DescribeCurrentIdentityResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .rendered("application/json; charset=utf-8", body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DescribeCurrentIdentityResponse {
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

/// What `ListUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListUsersRequest {
    /// How many entries the page has at most.
    pub limit: i32,
    /// The marker that the page before came with; without it, the first page is answered.
    pub marker: Option<String>,
}

impl rt::Request for ListUsersRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(100), 100);
        let marker = query.optional("marker", &rt::string());
        Ok(Self {
            limit: limit?,
            marker: marker?,
        })
    }
}

/// What `ListUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListUsersResponse {
    /// 200: The users were listed.
    Ok(UserList),
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ListUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => {
                rt::Outgoing::status(200).json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for ListUsersResponse {
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

/// What `CreateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The user to create.
    pub body: UserSpec,
}

impl rt::Request for CreateUserRequest {
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
        let body = parts.json_body(&rt::model::<UserSpec>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `CreateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 201: The user was created.
    Created {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: User,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { etag, body } => {
                rt::Outgoing::status(201)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateUserResponse {
    const OPERATION: &'static str = "CreateUser";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
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

/// What `DescribeUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DescribeUserRequest {
    /// The id of a user.
    pub user: ResourceId,
}

impl rt::Request for DescribeUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        Ok(Self { user: user? })
    }
}

/// What `DescribeUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DescribeUserResponse {
    /// 200: The user was described.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<User>,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DescribeUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .rendered("application/json; charset=utf-8", body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DescribeUserResponse {
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

/// What `UpdateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserRequest {
    /// The id of a user.
    pub user: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: UserUpdate,
}

impl rt::Request for UpdateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserUpdate>());
        Ok(Self {
            user: user?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `UpdateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserResponse {
    /// 200: The user was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: User,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for UpdateUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
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

/// What `DeleteUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserRequest {
    /// The id of a user.
    pub user: ResourceId,
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
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            user: user?,
            if_match: if_match?,
        })
    }
}

/// What `DeleteUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserResponse {
    /// 204: The user was deleted.
    NoContent,
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DeleteUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
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

/// What `ChangePassword` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangePasswordRequest {
    /// The id of a user.
    pub user: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The current password and the new one.
    pub body: PasswordChangeSpec,
}

impl rt::Request for ChangePasswordRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<PasswordChangeSpec>());
        Ok(Self {
            user: user?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `ChangePassword` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangePasswordResponse {
    /// 204: The password was changed.
    NoContent,
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ChangePasswordResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for ChangePasswordResponse {
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

/// What `ResetPassword` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ResetPasswordRequest {
    /// The id of a user.
    pub user: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for ResetPasswordRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            user: user?,
            if_match: if_match?,
        })
    }
}

/// What `ResetPassword` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ResetPasswordResponse {
    /// 200: The password was replaced.
    Ok {
        /// Always `no-store`: the answer holds a secret. Roster's choice.
        cache_control: String,
        /// The body.
        body: PasswordReset,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ResetPasswordResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { cache_control, body } => {
                rt::Outgoing::status(200)
                    .header("cache-control", cache_control)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for ResetPasswordResponse {
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

/// What `ListServiceAccounts` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListServiceAccountsRequest {
    /// How many entries the page has at most.
    pub limit: i32,
    /// The marker that the page before came with; without it, the first page is answered.
    pub marker: Option<String>,
}

impl rt::Request for ListServiceAccountsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(100), 100);
        let marker = query.optional("marker", &rt::string());
        Ok(Self {
            limit: limit?,
            marker: marker?,
        })
    }
}

/// What `ListServiceAccounts` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListServiceAccountsResponse {
    /// 200: A page of service accounts.
    Ok(ServiceAccountList),
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ListServiceAccountsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => {
                rt::Outgoing::status(200).json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for ListServiceAccountsResponse {
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

/// What `CreateServiceAccount` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateServiceAccountRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The service account to create.
    pub body: ServiceAccountSpec,
}

impl rt::Request for CreateServiceAccountRequest {
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
        let body = parts.json_body(&rt::model::<ServiceAccountSpec>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `CreateServiceAccount` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateServiceAccountResponse {
    /// 201: The service account was created.
    Created {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ServiceAccount,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateServiceAccountResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { etag, body } => {
                rt::Outgoing::status(201)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateServiceAccountResponse {
    const OPERATION: &'static str = "CreateServiceAccount";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateServiceAccountResponse {
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

/// What `DescribeServiceAccount` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DescribeServiceAccountRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
}

impl rt::Request for DescribeServiceAccountRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        Ok(Self {
            service_account: service_account?,
        })
    }
}

/// What `DescribeServiceAccount` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DescribeServiceAccountResponse {
    /// 200: The service account was described.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ServiceAccount,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DescribeServiceAccountResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DescribeServiceAccountResponse {
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

/// What `UpdateServiceAccount` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateServiceAccountRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: ServiceAccountUpdate,
}

impl rt::Request for UpdateServiceAccountRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<ServiceAccountUpdate>());
        Ok(Self {
            service_account: service_account?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `UpdateServiceAccount` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateServiceAccountResponse {
    /// 200: The service account was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ServiceAccount,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for UpdateServiceAccountResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for UpdateServiceAccountResponse {
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

/// What `DeleteServiceAccount` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteServiceAccountRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteServiceAccountRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            service_account: service_account?,
            if_match: if_match?,
        })
    }
}

/// What `DeleteServiceAccount` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteServiceAccountResponse {
    /// 204: The service account was deleted.
    NoContent,
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DeleteServiceAccountResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DeleteServiceAccountResponse {
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

/// What `ListServiceAccountKeys` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListServiceAccountKeysRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// How many entries the page has at most.
    pub limit: i32,
    /// The marker that the page before came with; without it, the first page is answered.
    pub marker: Option<String>,
}

impl rt::Request for ListServiceAccountKeysRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let mut query = parts.query();
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(100), 100);
        let marker = query.optional("marker", &rt::string());
        Ok(Self {
            service_account: service_account?,
            limit: limit?,
            marker: marker?,
        })
    }
}

/// What `ListServiceAccountKeys` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListServiceAccountKeysResponse {
    /// 200: A page of keys.
    Ok(ServiceAccountKeyList),
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ListServiceAccountKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => {
                rt::Outgoing::status(200).json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for ListServiceAccountKeysResponse {
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

/// What `CreateServiceAccountKey` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateServiceAccountKeyRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// How long the key lasts. Roster's choice, it may be left out.
    pub body: Option<ServiceAccountKeySpec>,
}

impl rt::Request for CreateServiceAccountKeyRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.optional_json_body(&rt::model::<ServiceAccountKeySpec>());
        Ok(Self {
            service_account: service_account?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `CreateServiceAccountKey` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateServiceAccountKeyResponse {
    /// 201: The key was created.
    Created {
        /// Always `no-store`: the answer holds a secret. Roster's choice.
        cache_control: String,
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ServiceAccountKey,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateServiceAccountKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { cache_control, etag, body } => {
                rt::Outgoing::status(201)
                    .header("cache-control", cache_control)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateServiceAccountKeyResponse {
    const OPERATION: &'static str = "CreateServiceAccountKey";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateServiceAccountKeyResponse {
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
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `DescribeServiceAccountKey` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DescribeServiceAccountKeyRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// The id of a key.
    pub key: ResourceId,
}

impl rt::Request for DescribeServiceAccountKeyRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let key = parts.path(6, "key", &rt::model::<ResourceId>());
        Ok(Self {
            service_account: service_account?,
            key: key?,
        })
    }
}

/// What `DescribeServiceAccountKey` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DescribeServiceAccountKeyResponse {
    /// 200: The key was described.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ServiceAccountKeySummary,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DescribeServiceAccountKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DescribeServiceAccountKeyResponse {
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

/// What `UpdateServiceAccountKey` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateServiceAccountKeyRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// The id of a key.
    pub key: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: ServiceAccountKeyUpdate,
}

impl rt::Request for UpdateServiceAccountKeyRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let key = parts.path(6, "key", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<ServiceAccountKeyUpdate>());
        Ok(Self {
            service_account: service_account?,
            key: key?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `UpdateServiceAccountKey` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateServiceAccountKeyResponse {
    /// 200: The key was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ServiceAccountKeySummary,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for UpdateServiceAccountKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for UpdateServiceAccountKeyResponse {
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

/// What `DeleteServiceAccountKey` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteServiceAccountKeyRequest {
    /// The id of a service account.
    pub service_account: ResourceId,
    /// The id of a key.
    pub key: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteServiceAccountKeyRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let service_account = parts
            .path(4, "serviceAccount", &rt::model::<ResourceId>());
        let key = parts.path(6, "key", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            service_account: service_account?,
            key: key?,
            if_match: if_match?,
        })
    }
}

/// What `DeleteServiceAccountKey` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteServiceAccountKeyResponse {
    /// 204: The key was deleted.
    NoContent,
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DeleteServiceAccountKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DeleteServiceAccountKeyResponse {
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

/// What `ListOrganizations` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListOrganizationsRequest {
    /// How many entries the page has at most.
    pub limit: i32,
    /// The marker that the page before came with; without it, the first page is answered.
    pub marker: Option<String>,
}

impl rt::Request for ListOrganizationsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(100), 100);
        let marker = query.optional("marker", &rt::string());
        Ok(Self {
            limit: limit?,
            marker: marker?,
        })
    }
}

/// What `ListOrganizations` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListOrganizationsResponse {
    /// 200: The organizations were listed.
    Ok(OrganizationList),
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ListOrganizationsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => {
                rt::Outgoing::status(200).json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for ListOrganizationsResponse {
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

/// What `CreateOrganization` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateOrganizationRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The organization to create.
    pub body: OrganizationSpec,
}

impl rt::Request for CreateOrganizationRequest {
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
        let body = parts.json_body(&rt::model::<OrganizationSpec>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `CreateOrganization` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateOrganizationResponse {
    /// 201: The organization was created.
    Created {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: Organization,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateOrganizationResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { etag, body } => {
                rt::Outgoing::status(201)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateOrganizationResponse {
    const OPERATION: &'static str = "CreateOrganization";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateOrganizationResponse {
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

/// What `DescribeOrganization` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DescribeOrganizationRequest {
    /// The id of an organization.
    pub organization: ResourceId,
}

impl rt::Request for DescribeOrganizationRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let organization = parts.path(4, "organization", &rt::model::<ResourceId>());
        Ok(Self {
            organization: organization?,
        })
    }
}

/// What `DescribeOrganization` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DescribeOrganizationResponse {
    /// 200: The organization was described.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: Organization,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DescribeOrganizationResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DescribeOrganizationResponse {
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

/// What `UpdateOrganization` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateOrganizationRequest {
    /// The id of an organization.
    pub organization: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The members to change.
    pub body: OrganizationUpdate,
}

impl rt::Request for UpdateOrganizationRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let organization = parts.path(4, "organization", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<OrganizationUpdate>());
        Ok(Self {
            organization: organization?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `UpdateOrganization` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateOrganizationResponse {
    /// 200: The organization was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: Organization,
    },
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for UpdateOrganizationResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json; charset=utf-8", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for UpdateOrganizationResponse {
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

/// What `DeleteOrganization` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteOrganizationRequest {
    /// The id of an organization.
    pub organization: ResourceId,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteOrganizationRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let organization = parts.path(4, "organization", &rt::model::<ResourceId>());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string().max_length(4096).pattern(&UPDATE_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            organization: organization?,
            if_match: if_match?,
        })
    }
}

/// What `DeleteOrganization` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteOrganizationResponse {
    /// 204: The organization was deleted.
    NoContent,
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DeleteOrganizationResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

impl From<Failure> for DeleteOrganizationResponse {
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

/// There are no valid credentials with the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Unauthorized {
    /// The challenge (RFC 9110, section 11.6.1).
    pub www_authenticate: String,
    /// The body.
    pub body: Error,
}

impl rt::Respond for Unauthorized {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(401)
            .header("www-authenticate", self.www_authenticate)
            .json("application/json; charset=utf-8", &self.body)
    }
}

/// More requests than are allowed, or too many wrong passwords or keys from this address; nothing was
/// changed.
#[derive(Clone, Debug, PartialEq)]
pub struct TooManyRequests {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: Error,
}

impl rt::Respond for TooManyRequests {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(429)
            .header("retry-after", self.retry_after)
            .json("application/json; charset=utf-8", &self.body)
    }
}

/// The server is too busy to take the request; nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceUnavailable {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: Error,
}

impl rt::Respond for ServiceUnavailable {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(503)
            .header("retry-after", self.retry_after)
            .json("application/json; charset=utf-8", &self.body)
    }
}

/// What can go wrong in any operation of the module. Every operation's response can be made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 404: The resource, or one that the operation depends on, does not exist in the caller's
    /// organization.
    NotFound(Error),
    /// 409: Another user or service account has this username or e-mail address, another organization has
    /// this name, what is to be changed was changed at the same time, or the organization cannot be
    /// deleted. Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header.
    PreconditionFailed(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Error),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. The message is a fixed sentence and the request id; the log has the cause.
    InternalServerError(Error),
    /// 503: The server is too busy to take the request; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits: 404 for an unknown path and 405 with `Allow` for a
    /// wrong method, for example.
    Other {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for Failure {
    fn into_response(self) -> rt::Response {
        match self {
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/json; charset=utf-8", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/json; charset=utf-8", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json; charset=utf-8", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/json; charset=utf-8", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json; charset=utf-8", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Other { status, body } => {
                rt::Outgoing::new(status).json("application/json; charset=utf-8", &body)
            }
        }
    }
}

/// The operations of `lakesail`, one method each. Arguments are parsed and valid, and only declared
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

    /// Describes the identity behind the credentials.
    ///
    /// Answers who the presented credentials belong to. The member that fits the kind of identity is
    /// present.
    ///
    /// Roster's choice: there are no root keys, so it is `user` or `serviceAccount`.
    ///
    /// `GET /api/org/v1/me`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1me/get`
    fn describe_current_identity(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = DescribeCurrentIdentityResponse> + Send;

    /// Lists the users.
    ///
    /// Answers users of the caller's organization by pages. As long as there are more, `marker` is present,
    /// and sent with the next request it asks for the page that follows.
    ///
    /// Roster's choice: the vendor has no public page for this operation, so it follows the vendor's
    /// general rules of lists, and where these are silent:
    ///
    /// * `limit` is at least 1, and 100 where it is not given. A page that has a marker is full.
    /// * The oldest user comes first. A user who is created or deleted between two pages makes no other
    ///   user appear twice or not at all. Disabled and built-in users are listed like any other.
    /// * A marker is of use only to the user it was given to, and does not expire; any other text is 400.
    ///
    /// `GET /api/org/v1/users`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users/get`
    fn list_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListUsersRequest,
    ) -> impl Future<Output = ListUsersResponse> + Send;

    /// Creates a user.
    ///
    /// Creates a user in the organization of the caller. All five members are required, as the vendor has
    /// them.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * An empty `email` means that the user has none; any other value must be an address that Roster can
    ///   store (one `@` with text on both sides, no white space and no control characters).
    /// * Username and e-mail address are unique in the whole instance, compared without regard to case,
    ///   width and invisible characters. A collision is 409, since the vendor declares no status for it but
    ///   `default`.
    /// * Username and names come back as written.
    /// * The new user has no roles, groups, permissions or password.
    ///
    /// `POST /api/org/v1/users`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users/post`
    fn create_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateUserRequest,
    ) -> impl Future<Output = CreateUserResponse> + Send;

    /// Describes a user.
    ///
    /// Answers one user of the caller's organization.
    ///
    /// Roster's choice: an id that breaks the rules of ResourceId is 400, a well-formed one that names
    /// nobody is 404. A disabled user is described like any other, since this API has no state.
    ///
    /// `GET /api/org/v1/users/{user}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users~1{user}/get`
    fn describe_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DescribeUserRequest,
    ) -> impl Future<Output = DescribeUserResponse> + Send;

    /// Updates a user.
    ///
    /// Changes the members that are given and keeps the others.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * `{}` and values equal to the current ones are accepted, change nothing and keep `updatedAt`.
    /// * `null` is not a string and is 400. An empty `email`, `firstName`, `lastName` or `displayName`
    ///   removes the value.
    /// * A username or e-mail address that another user has is 409.
    /// * Built-in users cannot be changed: 403.
    ///
    /// `PATCH /api/org/v1/users/{user}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users~1{user}/patch`
    fn update_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateUserRequest,
    ) -> impl Future<Output = UpdateUserResponse> + Send;

    /// Deletes a user.
    ///
    /// Deletes a user of the caller's organization.
    ///
    /// Roster's choice: the vendor has no public page for this operation, so it follows the vendor's
    /// general rules of deletions, and where these are silent:
    ///
    /// * The user's names become free, and its password and keys end with the next request.
    /// * Nobody can delete the own account, a built-in user, or a user who may do something that the caller
    ///   may not: 403.
    /// * Deleting the same user again is 404.
    ///
    /// `DELETE /api/org/v1/users/{user}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users~1{user}/delete`
    fn delete_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserRequest,
    ) -> impl Future<Output = DeleteUserResponse> + Send;

    /// Changes one's own password.
    ///
    /// Sets a new password for the caller, who has to know the current one.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * Only one's own password can be changed: for any other user it is 403. ResetPassword is for
    ///   managers of users.
    /// * A current password that is wrong, or was never set, is 400.
    /// * Keys stay valid. A new password that equals the current one is accepted.
    ///
    /// `POST /api/org/v1/users/{user}/password`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users~1{user}~1password/post`
    fn change_password(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ChangePasswordRequest,
    ) -> impl Future<Output = ChangePasswordResponse> + Send;

    /// Sets a new password that the server makes up.
    ///
    /// Replaces the password of a user, or gives one to a user who has none, and answers it. It is in this
    /// answer and nowhere else: the server keeps only its hash.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * The password has 24 characters, capital letters and the digits 2 to 7.
    /// * The previous password ends with the next request; keys stay valid.
    /// * Refused with 403 are a caller who does not manage users, even for the own account, a built-in
    ///   user, and a user who may do something that the caller may not.
    /// * A body is not read.
    ///
    /// `POST /api/org/v1/users/{user}/password/reset`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1users~1{user}~1password~1reset/post`
    fn reset_password(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ResetPasswordRequest,
    ) -> impl Future<Output = ResetPasswordResponse> + Send;

    /// Lists the service accounts.
    ///
    /// Answers service accounts of the caller's organization by pages, in the same way as ListUsers does
    /// users.
    ///
    /// Roster's choice: the vendor has no public page for this operation, so it follows the vendor's
    /// general rules of lists, and where these are silent those of ListUsers.
    ///
    /// `GET /api/org/v1/service-accounts`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts/get`
    fn list_service_accounts(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListServiceAccountsRequest,
    ) -> impl Future<Output = ListServiceAccountsResponse> + Send;

    /// Creates a service account.
    ///
    /// Creates a service account in the caller's organization: an identity for a program, which
    /// authenticates with the keys that are made for it.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * It shares its names with users: a username that a user or another service account has is 409.
    /// * At first it may do nothing but manage its own account and keys. What it may do beyond that comes
    ///   from roles and permissions, which other dialects give.
    /// * An empty description is accepted.
    ///
    /// `POST /api/org/v1/service-accounts`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts/post`
    fn create_service_account(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateServiceAccountRequest,
    ) -> impl Future<Output = CreateServiceAccountResponse> + Send;

    /// Describes a service account.
    ///
    /// Answers a service account of the caller's organization. A service account may always describe
    /// itself.
    ///
    /// Roster's choice: users are not found here, nor service accounts among the users.
    ///
    /// `GET /api/org/v1/service-accounts/{serviceAccount}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}/get`
    fn describe_service_account(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DescribeServiceAccountRequest,
    ) -> impl Future<Output = DescribeServiceAccountResponse> + Send;

    /// Updates a service account.
    ///
    /// Changes the members that are given and keeps the others.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * `{}` and values equal to the current ones are accepted, change nothing and keep `updatedAt`.
    /// * `null` is not a string and is 400. An empty description removes it.
    /// * A username that a user or another service account has is 409.
    /// * Refused with 403 is a service account that may do something that the caller may not.
    ///
    /// `PATCH /api/org/v1/service-accounts/{serviceAccount}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}/patch`
    fn update_service_account(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateServiceAccountRequest,
    ) -> impl Future<Output = UpdateServiceAccountResponse> + Send;

    /// Deletes a service account.
    ///
    /// Deletes a service account of the caller's organization.
    ///
    /// Roster's choice: the vendor has no public page for this operation, so it follows the vendor's
    /// general rules of deletions, and where these are silent:
    ///
    /// * Its username becomes free, and its keys end with the next request.
    /// * Nobody can delete the own account, or a service account that may do something that the caller may
    ///   not: 403.
    /// * Deleting the same service account again is 404.
    ///
    /// `DELETE /api/org/v1/service-accounts/{serviceAccount}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}/delete`
    fn delete_service_account(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteServiceAccountRequest,
    ) -> impl Future<Output = DeleteServiceAccountResponse> + Send;

    /// Lists the keys of a service account.
    ///
    /// Answers the keys of a service account by pages, without their texts, the oldest first. A service
    /// account may always list its own.
    ///
    /// Roster's choice, where the vendor's page is silent: keys that have expired are listed until they are
    /// deleted.
    ///
    /// `GET /api/org/v1/service-accounts/{serviceAccount}/keys`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}~1keys/get`
    fn list_service_account_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListServiceAccountKeysRequest,
    ) -> impl Future<Output = ListServiceAccountKeysResponse> + Send;

    /// Creates a key for a service account.
    ///
    /// Makes a key that authenticates as the service account, in every dialect. The text of the key is in
    /// this answer and nowhere else: the server keeps only its hash.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * Without `expiresAt` the key does not expire. A time in the past is 400.
    /// * A service account has at most 1000 keys; one more is 400.
    /// * Refused with 403 is a key for a service account that may do something that the caller may not. A
    ///   service account may make keys for itself.
    ///
    /// `POST /api/org/v1/service-accounts/{serviceAccount}/keys`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}~1keys/post`
    fn create_service_account_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateServiceAccountKeyRequest,
    ) -> impl Future<Output = CreateServiceAccountKeyResponse> + Send;

    /// Describes a key of a service account.
    ///
    /// Answers a key without its text. A service account may always describe its own keys.
    ///
    /// `GET /api/org/v1/service-accounts/{serviceAccount}/keys/{key}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}~1keys~1{key}/get`
    fn describe_service_account_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DescribeServiceAccountKeyRequest,
    ) -> impl Future<Output = DescribeServiceAccountKeyResponse> + Send;

    /// Updates a key of a service account.
    ///
    /// Changes until when a key works; its text stays the same.
    ///
    /// Roster's choice: the vendor has no public page for this operation, so it follows the vendor's
    /// general rules of updates, and where these are silent:
    ///
    /// * `expiresAt` sets a new end, which is to come, and `null` removes it. `{}` and the current end are
    ///   accepted, change nothing and keep `updatedAt`.
    /// * Whoever may make a key for the service account may also let one last longer, and nobody else: 403.
    ///
    /// `PATCH /api/org/v1/service-accounts/{serviceAccount}/keys/{key}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}~1keys~1{key}/patch`
    fn update_service_account_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateServiceAccountKeyRequest,
    ) -> impl Future<Output = UpdateServiceAccountKeyResponse> + Send;

    /// Deletes a key of a service account.
    ///
    /// Deletes a key, which ends with the next request. A service account may delete its own keys.
    ///
    /// Roster's choice: the vendor has no public page for this operation, so it follows the vendor's
    /// general rules of deletions; deleting the same key again is 404.
    ///
    /// `DELETE /api/org/v1/service-accounts/{serviceAccount}/keys/{key}`
    ///
    /// Contract: `/paths/~1api~1org~1v1~1service-accounts~1{serviceAccount}~1keys~1{key}/delete`
    fn delete_service_account_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteServiceAccountKeyRequest,
    ) -> impl Future<Output = DeleteServiceAccountKeyResponse> + Send;

    /// Lists the organizations.
    ///
    /// Answers the organizations of the instance by pages, the oldest first. As long as there are more,
    /// `marker` is present, and sent with the next request it asks for the page that follows.
    ///
    /// Roster's choice: as all operations about organizations, it is for principals of the organization
    /// that exists from the first start, the platform, whose roles allow it; to all others it is 403,
    /// whatever their roles are where they are. The vendor has no public page for it, so it follows the
    /// vendor's general rules of lists.
    ///
    /// `GET /api/admin/v1/organizations`
    ///
    /// Contract: `/paths/~1api~1admin~1v1~1organizations/get`
    fn list_organizations(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListOrganizationsRequest,
    ) -> impl Future<Output = ListOrganizationsResponse> + Send;

    /// Creates an organization.
    ///
    /// Creates an organization, with what every organization has from its start: the group of everyone, the
    /// built-in roles, and the metaschemas.
    ///
    /// Roster's choice, where the vendor's page is silent:
    ///
    /// * The name is unique in the instance, compared without regard to case, width and invisible
    ///   characters: 409 where it is taken. With the form of an id it is 400, so that no name can be taken
    ///   for another organization's id.
    /// * There is nobody in a new organization. Its first administrator is made by `createAdministrator` of
    ///   Roster's own API.
    /// * It is for principals of the platform only, as ListOrganizations says.
    ///
    /// `POST /api/admin/v1/organizations`
    ///
    /// Contract: `/paths/~1api~1admin~1v1~1organizations/post`
    fn create_organization(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateOrganizationRequest,
    ) -> impl Future<Output = CreateOrganizationResponse> + Send;

    /// Describes an organization.
    ///
    /// Answers one organization.
    ///
    /// Roster's choice: it is for principals of the platform only, as ListOrganizations says.
    ///
    /// `GET /api/admin/v1/organizations/{organization}`
    ///
    /// Contract: `/paths/~1api~1admin~1v1~1organizations~1{organization}/get`
    fn describe_organization(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DescribeOrganizationRequest,
    ) -> impl Future<Output = DescribeOrganizationResponse> + Send;

    /// Updates an organization.
    ///
    /// Changes the name of an organization, also that of the platform. Who belongs to it, and every key,
    /// stays as it is.
    ///
    /// Roster's choice, as the vendor has no public page for it: `{}` and the current name are accepted,
    /// change nothing and keep `updatedAt`. Names are as CreateOrganization has them. It is for principals
    /// of the platform only, as ListOrganizations says.
    ///
    /// `PATCH /api/admin/v1/organizations/{organization}`
    ///
    /// Contract: `/paths/~1api~1admin~1v1~1organizations~1{organization}/patch`
    fn update_organization(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateOrganizationRequest,
    ) -> impl Future<Output = UpdateOrganizationResponse> + Send;

    /// Deletes an organization.
    ///
    /// Deletes an organization with everything that is in it, all at once: users and their names, keys,
    /// sessions and passwords, groups, roles, metaschemas, and mail. Its credentials are refused from the
    /// next request on. What stays is its audit trail, which only who runs the server can read from then
    /// on.
    ///
    /// Roster's choice, as the vendor has no public page for it: the platform cannot be deleted, nor can an
    /// organization with more than 10000 users or 100000 keys and sessions, which have to be deleted first:
    /// 409. It is for principals of the platform only, as ListOrganizations says.
    ///
    /// `DELETE /api/admin/v1/organizations/{organization}`
    ///
    /// Contract: `/paths/~1api~1admin~1v1~1organizations~1{organization}/delete`
    fn delete_organization(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteOrganizationRequest,
    ) -> impl Future<Output = DeleteOrganizationResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /api/org/v1/me`
    DescribeCurrentIdentity,
    /// `GET /api/org/v1/users`
    ListUsers,
    /// `POST /api/org/v1/users`
    CreateUser,
    /// `GET /api/org/v1/users/{user}`
    DescribeUser,
    /// `PATCH /api/org/v1/users/{user}`
    UpdateUser,
    /// `DELETE /api/org/v1/users/{user}`
    DeleteUser,
    /// `POST /api/org/v1/users/{user}/password`
    ChangePassword,
    /// `POST /api/org/v1/users/{user}/password/reset`
    ResetPassword,
    /// `GET /api/org/v1/service-accounts`
    ListServiceAccounts,
    /// `POST /api/org/v1/service-accounts`
    CreateServiceAccount,
    /// `GET /api/org/v1/service-accounts/{serviceAccount}`
    DescribeServiceAccount,
    /// `PATCH /api/org/v1/service-accounts/{serviceAccount}`
    UpdateServiceAccount,
    /// `DELETE /api/org/v1/service-accounts/{serviceAccount}`
    DeleteServiceAccount,
    /// `GET /api/org/v1/service-accounts/{serviceAccount}/keys`
    ListServiceAccountKeys,
    /// `POST /api/org/v1/service-accounts/{serviceAccount}/keys`
    CreateServiceAccountKey,
    /// `GET /api/org/v1/service-accounts/{serviceAccount}/keys/{key}`
    DescribeServiceAccountKey,
    /// `PATCH /api/org/v1/service-accounts/{serviceAccount}/keys/{key}`
    UpdateServiceAccountKey,
    /// `DELETE /api/org/v1/service-accounts/{serviceAccount}/keys/{key}`
    DeleteServiceAccountKey,
    /// `GET /api/admin/v1/organizations`
    ListOrganizations,
    /// `POST /api/admin/v1/organizations`
    CreateOrganization,
    /// `GET /api/admin/v1/organizations/{organization}`
    DescribeOrganization,
    /// `PATCH /api/admin/v1/organizations/{organization}`
    UpdateOrganization,
    /// `DELETE /api/admin/v1/organizations/{organization}`
    DeleteOrganization,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 23] = [
    rt::Operation {
        id: "DescribeCurrentIdentity",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/me",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "ListUsers",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/users",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "CreateUser",
        module: "lakesail",
        method: "POST",
        path: "/api/org/v1/users",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DescribeUser",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/users/{user}",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "UpdateUser",
        module: "lakesail",
        method: "PATCH",
        path: "/api/org/v1/users/{user}",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DeleteUser",
        module: "lakesail",
        method: "DELETE",
        path: "/api/org/v1/users/{user}",
        action: Some("users:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "ChangePassword",
        module: "lakesail",
        method: "POST",
        path: "/api/org/v1/users/{user}/password",
        action: Some("users:update-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "ResetPassword",
        module: "lakesail",
        method: "POST",
        path: "/api/org/v1/users/{user}/password/reset",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "ListServiceAccounts",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/service-accounts",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "CreateServiceAccount",
        module: "lakesail",
        method: "POST",
        path: "/api/org/v1/service-accounts",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DescribeServiceAccount",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/service-accounts/{serviceAccount}",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "UpdateServiceAccount",
        module: "lakesail",
        method: "PATCH",
        path: "/api/org/v1/service-accounts/{serviceAccount}",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DeleteServiceAccount",
        module: "lakesail",
        method: "DELETE",
        path: "/api/org/v1/service-accounts/{serviceAccount}",
        action: Some("users:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "ListServiceAccountKeys",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/service-accounts/{serviceAccount}/keys",
        action: Some("credentials:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "CreateServiceAccountKey",
        module: "lakesail",
        method: "POST",
        path: "/api/org/v1/service-accounts/{serviceAccount}/keys",
        action: Some("credentials:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DescribeServiceAccountKey",
        module: "lakesail",
        method: "GET",
        path: "/api/org/v1/service-accounts/{serviceAccount}/keys/{key}",
        action: Some("credentials:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "UpdateServiceAccountKey",
        module: "lakesail",
        method: "PATCH",
        path: "/api/org/v1/service-accounts/{serviceAccount}/keys/{key}",
        action: Some("credentials:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DeleteServiceAccountKey",
        module: "lakesail",
        method: "DELETE",
        path: "/api/org/v1/service-accounts/{serviceAccount}/keys/{key}",
        action: Some("credentials:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "ListOrganizations",
        module: "lakesail",
        method: "GET",
        path: "/api/admin/v1/organizations",
        action: Some("organizations:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "CreateOrganization",
        module: "lakesail",
        method: "POST",
        path: "/api/admin/v1/organizations",
        action: Some("organizations:write"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DescribeOrganization",
        module: "lakesail",
        method: "GET",
        path: "/api/admin/v1/organizations/{organization}",
        action: Some("organizations:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "UpdateOrganization",
        module: "lakesail",
        method: "PATCH",
        path: "/api/admin/v1/organizations/{organization}",
        action: Some("organizations:write"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "DeleteOrganization",
        module: "lakesail",
        method: "DELETE",
        path: "/api/admin/v1/organizations/{organization}",
        action: Some("organizations:write"),
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
            ["api", "org", "v1", "me"] => &[OperationId::DescribeCurrentIdentity],
            ["api", "org", "v1", "users"] => {
                &[OperationId::ListUsers, OperationId::CreateUser]
            }
            ["api", "org", "v1", "service-accounts"] => {
                &[OperationId::ListServiceAccounts, OperationId::CreateServiceAccount]
            }
            ["api", "admin", "v1", "organizations"] => {
                &[OperationId::ListOrganizations, OperationId::CreateOrganization]
            }
            ["api", "org", "v1", "users", _] => {
                &[
                    OperationId::DescribeUser,
                    OperationId::UpdateUser,
                    OperationId::DeleteUser,
                ]
            }
            ["api", "org", "v1", "service-accounts", _] => {
                &[
                    OperationId::DescribeServiceAccount,
                    OperationId::UpdateServiceAccount,
                    OperationId::DeleteServiceAccount,
                ]
            }
            ["api", "admin", "v1", "organizations", _] => {
                &[
                    OperationId::DescribeOrganization,
                    OperationId::UpdateOrganization,
                    OperationId::DeleteOrganization,
                ]
            }
            ["api", "org", "v1", "users", _, "password"] => {
                &[OperationId::ChangePassword]
            }
            ["api", "org", "v1", "service-accounts", _, "keys"] => {
                &[
                    OperationId::ListServiceAccountKeys,
                    OperationId::CreateServiceAccountKey,
                ]
            }
            ["api", "org", "v1", "users", _, "password", "reset"] => {
                &[OperationId::ResetPassword]
            }
            ["api", "org", "v1", "service-accounts", _, "keys", _] => {
                &[
                    OperationId::DescribeServiceAccountKey,
                    OperationId::UpdateServiceAccountKey,
                    OperationId::DeleteServiceAccountKey,
                ]
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
            OperationId::DescribeCurrentIdentity => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(
                        rt::Respond::into_response(
                            api.describe_current_identity(call, caller).await,
                        ),
                    )
                })
            }
            OperationId::ListUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_users(call, caller, request).await,
                        ),
                    )
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
            OperationId::DescribeUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.describe_user(call, caller, request).await,
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
            OperationId::ChangePassword => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.change_password(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ResetPassword => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.reset_password(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListServiceAccounts => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_service_accounts(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::CreateServiceAccount => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_service_account(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DescribeServiceAccount => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.describe_service_account(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateServiceAccount => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_service_account(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteServiceAccount => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_service_account(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListServiceAccountKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_service_account_keys(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::CreateServiceAccountKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_service_account_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DescribeServiceAccountKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.describe_service_account_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateServiceAccountKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_service_account_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteServiceAccountKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_service_account_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListOrganizations => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_organizations(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::CreateOrganization => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_organization(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DescribeOrganization => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.describe_organization(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateOrganization => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_organization(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteOrganization => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_organization(call, caller, request).await,
                        ),
                    )
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::DescribeCurrentIdentity => {
                    rt::Respond::into_response(
                        DescribeCurrentIdentityResponse::from(failure),
                    )
                }
                OperationId::ListUsers => {
                    rt::Respond::into_response(ListUsersResponse::from(failure))
                }
                OperationId::CreateUser => {
                    rt::Respond::into_response(CreateUserResponse::from(failure))
                }
                OperationId::DescribeUser => {
                    rt::Respond::into_response(DescribeUserResponse::from(failure))
                }
                OperationId::UpdateUser => {
                    rt::Respond::into_response(UpdateUserResponse::from(failure))
                }
                OperationId::DeleteUser => {
                    rt::Respond::into_response(DeleteUserResponse::from(failure))
                }
                OperationId::ChangePassword => {
                    rt::Respond::into_response(ChangePasswordResponse::from(failure))
                }
                OperationId::ResetPassword => {
                    rt::Respond::into_response(ResetPasswordResponse::from(failure))
                }
                OperationId::ListServiceAccounts => {
                    rt::Respond::into_response(
                        ListServiceAccountsResponse::from(failure),
                    )
                }
                OperationId::CreateServiceAccount => {
                    rt::Respond::into_response(
                        CreateServiceAccountResponse::from(failure),
                    )
                }
                OperationId::DescribeServiceAccount => {
                    rt::Respond::into_response(
                        DescribeServiceAccountResponse::from(failure),
                    )
                }
                OperationId::UpdateServiceAccount => {
                    rt::Respond::into_response(
                        UpdateServiceAccountResponse::from(failure),
                    )
                }
                OperationId::DeleteServiceAccount => {
                    rt::Respond::into_response(
                        DeleteServiceAccountResponse::from(failure),
                    )
                }
                OperationId::ListServiceAccountKeys => {
                    rt::Respond::into_response(
                        ListServiceAccountKeysResponse::from(failure),
                    )
                }
                OperationId::CreateServiceAccountKey => {
                    rt::Respond::into_response(
                        CreateServiceAccountKeyResponse::from(failure),
                    )
                }
                OperationId::DescribeServiceAccountKey => {
                    rt::Respond::into_response(
                        DescribeServiceAccountKeyResponse::from(failure),
                    )
                }
                OperationId::UpdateServiceAccountKey => {
                    rt::Respond::into_response(
                        UpdateServiceAccountKeyResponse::from(failure),
                    )
                }
                OperationId::DeleteServiceAccountKey => {
                    rt::Respond::into_response(
                        DeleteServiceAccountKeyResponse::from(failure),
                    )
                }
                OperationId::ListOrganizations => {
                    rt::Respond::into_response(ListOrganizationsResponse::from(failure))
                }
                OperationId::CreateOrganization => {
                    rt::Respond::into_response(CreateOrganizationResponse::from(failure))
                }
                OperationId::DescribeOrganization => {
                    rt::Respond::into_response(
                        DescribeOrganizationResponse::from(failure),
                    )
                }
                OperationId::UpdateOrganization => {
                    rt::Respond::into_response(UpdateOrganizationResponse::from(failure))
                }
                OperationId::DeleteOrganization => {
                    rt::Respond::into_response(DeleteOrganizationResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
