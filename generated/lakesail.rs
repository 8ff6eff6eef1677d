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
    pub current_password: String,
    /// The password to set. Roster's choice: at least 8 characters, and at most 1024 bytes of UTF-8.
    #[serde(rename = "newPassword")]
    pub new_password: String,
}

impl rt::Model for PasswordChangeSpec {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let current_password = object
            .required("currentPassword", &rt::string().max_length(1024));
        let new_password = object
            .required("newPassword", &rt::string().min_length(8).max_length(1024));
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
    pub password: String,
}

impl rt::Model for PasswordReset {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let password = object.required("password", &rt::string());
        Ok(Self { password: password? })
    }
}

/// A service account. Roster's choice, not sent, since Roster's credentials belong to users.
///
/// Contract: `/components/schemas/LakesailServiceAccount`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServiceAccount {
    /// The id.
    pub id: String,
    /// The name of the service account.
    pub username: String,
    /// What it is for.
    pub description: String,
    /// When it was created.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When it was last changed.
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
    /// A service account. Roster's choice, not sent, since Roster's credentials belong to users.
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

static RESOURCE_ID_PATTERN: rt::Pattern = rt::Pattern::new("^[A-Z0-9]+$");

static USERNAME_PATTERN: rt::Pattern = rt::Pattern::new("^[a-zA-Z0-9.-]+$");

/// What `DescribeCurrentIdentity` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DescribeCurrentIdentityResponse {
    /// 200: The identity was described.
    Ok(CurrentIdentity),
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
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

/// What `CreateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// The user to create.
    pub body: UserSpec,
}

impl rt::Request for CreateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.json_body(&rt::model::<UserSpec>());
        Ok(Self { body: body? })
    }
}

/// What `CreateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 201: The user was created.
    Created(User),
    /// 400: The request is malformed: broken JSON, a body or parameter that breaks the rules of its schema,
    /// or bad percent-encoding. Nothing was changed.
    BadRequest(Error),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller is not allowed to do this to this resource, or nobody is (built-in users).
    Forbidden(Error),
    /// 409: Another user has this username or e-mail address, or the user was changed at the same time.
    /// Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
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

impl rt::Respond for CreateUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created(body) => {
                rt::Outgoing::status(201).json("application/json; charset=utf-8", &body)
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
    Ok(User),
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

/// What `UpdateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserRequest {
    /// The id of a user.
    pub user: ResourceId,
    /// The members to change.
    pub body: UserUpdate,
}

impl rt::Request for UpdateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        let body = parts.json_body(&rt::model::<UserUpdate>());
        Ok(Self { user: user?, body: body? })
    }
}

/// What `UpdateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserResponse {
    /// 200: The user was updated.
    Ok(User),
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
    /// 409: Another user has this username or e-mail address, or the user was changed at the same time.
    /// Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
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
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/json; charset=utf-8", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
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
}

impl rt::Request for DeleteUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        Ok(Self { user: user? })
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

/// What `ChangePassword` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangePasswordRequest {
    /// The id of a user.
    pub user: ResourceId,
    /// The current password and the new one.
    pub body: PasswordChangeSpec,
}

impl rt::Request for ChangePasswordRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        let body = parts.json_body(&rt::model::<PasswordChangeSpec>());
        Ok(Self { user: user?, body: body? })
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
    /// 409: Another user has this username or e-mail address, or the user was changed at the same time.
    /// Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
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
}

impl rt::Request for ResetPasswordRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(4, "user", &rt::model::<ResourceId>());
        Ok(Self { user: user? })
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
    /// 409: Another user has this username or e-mail address, or the user was changed at the same time.
    /// Roster's choice: the vendor declares no status of its own for it.
    Conflict(Error),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Error),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Error),
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json; charset=utf-8", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/json; charset=utf-8", &body)
            }
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
    /// Roster's choice: every credential of Roster belongs to a user, so `user` is present and the others
    /// are absent.
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
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 8] = [
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
            ["api", "org", "v1", "users", _] => {
                &[
                    OperationId::DescribeUser,
                    OperationId::UpdateUser,
                    OperationId::DeleteUser,
                ]
            }
            ["api", "org", "v1", "users", _, "password"] => {
                &[OperationId::ChangePassword]
            }
            ["api", "org", "v1", "users", _, "password", "reset"] => {
                &[OperationId::ResetPassword]
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
        match id {
            OperationId::DescribeCurrentIdentity => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(api.describe_current_identity(call, caller).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::ListUsers => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.list_users(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
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
            OperationId::DescribeUser => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.describe_user(call, caller, request).await)
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
            OperationId::DeleteUser => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.delete_user(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::ChangePassword => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.change_password(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::ResetPassword => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.reset_password(call, caller, request).await)
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
