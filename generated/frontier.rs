//! The module `frontier`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use serde::Serialize;
use specgen_runtime as rt;

/// A user to create or to replace. `null` counts as absent, as in the JSON form of protocol buffers.
///
/// Contract: `/components/schemas/FrontierUserRequestBody`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserRequestBody {
    /// The name: empty, or 4 to 65 letters, digits, dashes and underscores that begin with a letter. Unique
    /// in the whole instance.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub name: rt::Field<String>,
    /// The e-mail address. At most 254 characters, of which at most 64 stand before the `@`; the host in
    /// labels of 1 to 63 letters, digits and inner dashes, and with or without a dot. White space around it
    /// is removed. Unique in the whole instance.
    pub email: String,
    /// Free data about the user. Roster's choice, at most 65536 bytes as JSON text.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub metadata: rt::Field<rt::Map<String, rt::Value>>,
    /// The name to show, in any characters; it may be empty. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub title: rt::Field<String>,
    /// A picture as a data URL with base 64, or empty for none.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub avatar: rt::Field<String>,
}

impl rt::Model for UserRequestBody {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object
            .field(
                "name",
                &rt::string().max_length(65).pattern(&USER_REQUEST_BODY_NAME_PATTERN),
            );
        let email = object
            .required(
                "email",
                &rt::string()
                    .min_length(1)
                    .max_length(254)
                    .pattern(&USER_REQUEST_BODY_EMAIL_PATTERN),
            );
        let metadata = object.field("metadata", &rt::json_object());
        let title = object.field("title", &rt::string().max_length(1024));
        let avatar = object
            .field(
                "avatar",
                &rt::string()
                    .max_length(250000)
                    .pattern(&USER_REQUEST_BODY_AVATAR_PATTERN),
            );
        Ok(Self {
            name: name?,
            email: email?,
            metadata: metadata?,
            title: title?,
            avatar: avatar?,
        })
    }
}

/// A user. All members are always present; a value that the user does not have is an empty string.
///
/// Contract: `/components/schemas/FrontierUser`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct User {
    /// The id, a UUID of version 7.
    pub id: rt::Uuid,
    /// The username. A user created through another dialect can have a name that this dialect would not
    /// accept.
    pub name: String,
    /// The name to show; empty where the user has none.
    pub title: String,
    /// The e-mail address; empty where the user has none.
    pub email: String,
    /// Free data about the user.
    pub metadata: rt::Map<String, rt::Value>,
    /// When the user was created.
    pub created_at: rt::Timestamp,
    /// When the user was last changed.
    pub updated_at: rt::Timestamp,
    /// Whether the user may authenticate.
    pub state: UserState,
    /// A picture as a data URL; empty where the user has none.
    pub avatar: String,
}

impl rt::Model for User {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::uuid());
        let name = object.required("name", &rt::string());
        let title = object.required("title", &rt::string());
        let email = object.required("email", &rt::string());
        let metadata = object.required("metadata", &rt::json_object());
        let created_at = object.required("created_at", &rt::timestamp());
        let updated_at = object.required("updated_at", &rt::timestamp());
        let state = object.required("state", &rt::model::<UserState>());
        let avatar = object.required("avatar", &rt::string());
        Ok(Self {
            id: id?,
            name: name?,
            title: title?,
            email: email?,
            metadata: metadata?,
            created_at: created_at?,
            updated_at: updated_at?,
            state: state?,
            avatar: avatar?,
        })
    }
}

/// Whether the user may authenticate.
///
/// Contract: `/components/schemas/FrontierUser/properties/state`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum UserState {
    /// `enabled`
    #[serde(rename = "enabled")]
    Enabled,
    /// `disabled`
    #[serde(rename = "disabled")]
    Disabled,
}

impl UserState {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Enabled, Self::Disabled];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Disabled => "disabled",
        }
    }
}

rt::enumeration!(UserState);

/// One user.
///
/// Contract: `/components/schemas/FrontierUserReply`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserReply {
    /// A user. All members are always present; a value that the user does not have is an empty string.
    pub user: User,
}

impl rt::Model for UserReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user = object.required("user", &rt::model::<User>());
        Ok(Self { user: user? })
    }
}

/// The answer of GetCurrentUser.
///
/// Contract: `/components/schemas/FrontierCurrentUserReply`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CurrentUserReply {
    /// A user. All members are always present; a value that the user does not have is an empty string.
    pub user: User,
    /// The service user that the credentials belong to. Roster's choice, always null.
    pub serviceuser: Option<CurrentUserReplyServiceuser>,
}

impl rt::Model for CurrentUserReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user = object.required("user", &rt::model::<User>());
        let serviceuser = object
            .required(
                "serviceuser",
                &rt::nullable(rt::model::<CurrentUserReplyServiceuser>()),
            );
        Ok(Self {
            user: user?,
            serviceuser: serviceuser?,
        })
    }
}

/// The service user that the credentials belong to. Roster's choice, always null.
///
/// Contract: `/components/schemas/FrontierCurrentUserReply/properties/serviceuser`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CurrentUserReplyServiceuser {
    /// The id.
    pub id: rt::Uuid,
    /// The name to show.
    pub title: String,
    /// Free data about the service user.
    pub metadata: rt::Map<String, rt::Value>,
    /// When it was created.
    pub created_at: rt::Timestamp,
    /// When it was last changed.
    pub updated_at: rt::Timestamp,
    /// Whether it may authenticate.
    pub state: String,
    /// The organization that it belongs to.
    pub org_id: String,
}

impl rt::Model for CurrentUserReplyServiceuser {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::uuid());
        let title = object.required("title", &rt::string());
        let metadata = object.required("metadata", &rt::json_object());
        let created_at = object.required("created_at", &rt::timestamp());
        let updated_at = object.required("updated_at", &rt::timestamp());
        let state = object.required("state", &rt::string());
        let org_id = object.required("org_id", &rt::string());
        Ok(Self {
            id: id?,
            title: title?,
            metadata: metadata?,
            created_at: created_at?,
            updated_at: updated_at?,
            state: state?,
            org_id: org_id?,
        })
    }
}

/// The state of the server.
///
/// Contract: `/components/schemas/FrontierPing`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ping {
    /// Always `SERVING`.
    pub status: String,
}

impl rt::Model for Ping {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::string());
        Ok(Self { status: status? })
    }
}

/// Why a request failed, in the shape of gRPC.
///
/// Contract: `/components/schemas/FrontierStatus`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Status {
    /// The gRPC code: 3 invalid argument, 5 not found, 6 already exists, 7 permission denied, 8 resource
    /// exhausted, 12 unimplemented, 13 internal, 14 unavailable, 16 unauthenticated.
    pub code: i32,
    /// What happened.
    pub message: String,
    /// Always empty.
    pub details: Vec<StatusDetail>,
}

impl rt::Model for Status {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let code = object.required("code", &rt::integer::<i32>());
        let message = object.required("message", &rt::string());
        let details = object
            .required("details", &rt::array(rt::model::<StatusDetail>()));
        Ok(Self {
            code: code?,
            message: message?,
            details: details?,
        })
    }
}

/// More about a failure. Never sent.
///
/// Contract: `/components/schemas/FrontierStatusDetail`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StatusDetail {
    /// The type of the detail.
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

impl rt::Model for StatusDetail {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let r#type = object.optional("@type", &rt::string());
        Ok(Self { r#type: r#type? })
    }
}

static USER_REQUEST_BODY_AVATAR_PATTERN: rt::Pattern = rt::Pattern::new(
    "^(data:image/(png|jpg|jpeg|gif);base64,([a-zA-Z0-9+/]+={0,2})+)?$",
);

static USER_REQUEST_BODY_EMAIL_PATTERN: rt::Pattern = rt::Pattern::new(
    "^\\s*[^\\s@.,:;\"()<>\\[\\]\\\\\\x00-\\x1F\\x7F-\\x9F]+(\\.[^\\s@.,:;\"()<>\\[\\]\\\\\\x00-\\x1F\\x7F-\\x9F]+)*@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\\s*$",
);

static USER_REQUEST_BODY_NAME_PATTERN: rt::Pattern = rt::Pattern::new(
    "^([a-zA-Z][a-zA-Z0-9-_]{3,64})?$",
);

/// What `ping` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum PingResponse {
    /// 200: The server serves.
    Ok(Ping),
    /// 500: The server failed. Code 13, a message that begins with `internal server error`; the log has the
    /// cause under the request id.
    InternalServerError(Status),
    /// Any other failure. An unknown path is 404 with code 5 and `Not Found`; a known path with a wrong
    /// method is 501 with code 12 and `Method Not Allowed`, as Frontier's gateway answers.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Status,
    },
}

impl rt::Respond for PingResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/json", &body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for PingResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    body,
                }
            }
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::Forbidden(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(403),
                    body,
                }
            }
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
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(503),
                    body: failure.body,
                }
            }
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `FrontierService_CreateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// The user. The body is read as JSON whatever its content type says, since older clients send
    /// `text/plain`.
    pub body: UserRequestBody,
}

impl rt::Request for CreateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.json_body(&rt::model::<UserRequestBody>());
        Ok(Self { body: body? })
    }
}

/// What `FrontierService_CreateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 200: The user was created.
    Ok(UserReply),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (UpdateUser without a body), `user email can't be
    /// updated`, and those that begin with `invalid CreateUserRequest.Body` or `invalid
    /// UpdateUserRequest.Body`.
    ///
    /// Roster's choice: where a body breaks several rules, the message has Frontier's text for each of
    /// them, separated by `; `, in the order name, email, metadata, title, avatar; a member of the wrong
    /// type is reported with its JSON Pointer. Frontier reports only the first.
    BadRequest(Status),
    /// 401: There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
    /// choice: this comes before the check of the body, which Frontier does first.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this. Code 7, message `not authorized`.
    Forbidden(Status),
    /// 404: The user does not exist in the caller's organization. Code 5, message `user doesn't exist`.
    NotFound(Status),
    /// 409: Another user has this name or address. Code 6, message `already exist`. Frontier answers this
    /// status but does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 500: The server failed. Code 13, a message that begins with `internal server error`; the log has the
    /// cause under the request id.
    InternalServerError(Status),
    /// 503: The server is too busy to take the request; nothing was changed. Code 14.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. An unknown path is 404 with code 5 and `Not Found`; a known path with a wrong
    /// method is 501 with code 12 and `Method Not Allowed`, as Frontier's gateway answers.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Status,
    },
}

impl rt::Respond for CreateUserResponse {
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
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `FrontierService_GetCurrentUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetCurrentUserResponse {
    /// 200: The current user.
    Ok(CurrentUserReply),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (UpdateUser without a body), `user email can't be
    /// updated`, and those that begin with `invalid CreateUserRequest.Body` or `invalid
    /// UpdateUserRequest.Body`.
    ///
    /// Roster's choice: where a body breaks several rules, the message has Frontier's text for each of
    /// them, separated by `; `, in the order name, email, metadata, title, avatar; a member of the wrong
    /// type is reported with its JSON Pointer. Frontier reports only the first.
    BadRequest(Status),
    /// 401: There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
    /// choice: this comes before the check of the body, which Frontier does first.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this. Code 7, message `not authorized`.
    Forbidden(Status),
    /// 404: The user does not exist in the caller's organization. Code 5, message `user doesn't exist`.
    NotFound(Status),
    /// 500: The server failed. Code 13, a message that begins with `internal server error`; the log has the
    /// cause under the request id.
    InternalServerError(Status),
    /// 503: The server is too busy to take the request; nothing was changed. Code 14.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. An unknown path is 404 with code 5 and `Not Found`; a known path with a wrong
    /// method is 501 with code 12 and `Method Not Allowed`, as Frontier's gateway answers.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Status,
    },
}

impl rt::Respond for GetCurrentUserResponse {
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

impl From<Failure> for GetCurrentUserResponse {
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
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `FrontierService_GetUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
}

impl rt::Request for GetUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        Ok(Self { id: id? })
    }
}

/// What `FrontierService_GetUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetUserResponse {
    /// 200: The user.
    Ok(UserReply),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (UpdateUser without a body), `user email can't be
    /// updated`, and those that begin with `invalid CreateUserRequest.Body` or `invalid
    /// UpdateUserRequest.Body`.
    ///
    /// Roster's choice: where a body breaks several rules, the message has Frontier's text for each of
    /// them, separated by `; `, in the order name, email, metadata, title, avatar; a member of the wrong
    /// type is reported with its JSON Pointer. Frontier reports only the first.
    BadRequest(Status),
    /// 401: There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
    /// choice: this comes before the check of the body, which Frontier does first.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this. Code 7, message `not authorized`.
    Forbidden(Status),
    /// 404: The user does not exist in the caller's organization. Code 5, message `user doesn't exist`.
    NotFound(Status),
    /// 500: The server failed. Code 13, a message that begins with `internal server error`; the log has the
    /// cause under the request id.
    InternalServerError(Status),
    /// 503: The server is too busy to take the request; nothing was changed. Code 14.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. An unknown path is 404 with code 5 and `Not Found`; a known path with a wrong
    /// method is 501 with code 12 and `Method Not Allowed`, as Frontier's gateway answers.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Status,
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
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `FrontierService_UpdateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
    /// The user. The body is read as JSON whatever its content type says, since older clients send
    /// `text/plain`.
    pub body: UserRequestBody,
}

impl rt::Request for UpdateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        let body = parts.json_body(&rt::model::<UserRequestBody>());
        Ok(Self { id: id?, body: body? })
    }
}

/// What `FrontierService_UpdateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserResponse {
    /// 200: The user was updated, or created.
    Ok(UserReply),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (UpdateUser without a body), `user email can't be
    /// updated`, and those that begin with `invalid CreateUserRequest.Body` or `invalid
    /// UpdateUserRequest.Body`.
    ///
    /// Roster's choice: where a body breaks several rules, the message has Frontier's text for each of
    /// them, separated by `; `, in the order name, email, metadata, title, avatar; a member of the wrong
    /// type is reported with its JSON Pointer. Frontier reports only the first.
    BadRequest(Status),
    /// 401: There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
    /// choice: this comes before the check of the body, which Frontier does first.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this. Code 7, message `not authorized`.
    Forbidden(Status),
    /// 404: The user does not exist in the caller's organization. Code 5, message `user doesn't exist`.
    NotFound(Status),
    /// 409: Another user has this name or address. Code 6, message `already exist`. Frontier answers this
    /// status but does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 500: The server failed. Code 13, a message that begins with `internal server error`; the log has the
    /// cause under the request id.
    InternalServerError(Status),
    /// 503: The server is too busy to take the request; nothing was changed. Code 14.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. An unknown path is 404 with code 5 and `Not Found`; a known path with a wrong
    /// method is 501 with code 12 and `Method Not Allowed`, as Frontier's gateway answers.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Status,
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
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
/// choice: this comes before the check of the body, which Frontier does first.
#[derive(Clone, Debug, PartialEq)]
pub struct Unauthorized {
    /// The message of the body, as Frontier's gateway sends it.
    pub www_authenticate: String,
    /// The body.
    pub body: Status,
}

impl rt::Respond for Unauthorized {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(401)
            .header("www-authenticate", self.www_authenticate)
            .json("application/json", &self.body)
    }
}

/// The server is too busy to take the request; nothing was changed. Code 14.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceUnavailable {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: Status,
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
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (UpdateUser without a body), `user email can't be
    /// updated`, and those that begin with `invalid CreateUserRequest.Body` or `invalid
    /// UpdateUserRequest.Body`.
    ///
    /// Roster's choice: where a body breaks several rules, the message has Frontier's text for each of
    /// them, separated by `; `, in the order name, email, metadata, title, avatar; a member of the wrong
    /// type is reported with its JSON Pointer. Frontier reports only the first.
    BadRequest(Status),
    /// 401: There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
    /// choice: this comes before the check of the body, which Frontier does first.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this. Code 7, message `not authorized`.
    Forbidden(Status),
    /// 404: The user does not exist in the caller's organization. Code 5, message `user doesn't exist`.
    NotFound(Status),
    /// 409: Another user has this name or address. Code 6, message `already exist`. Frontier answers this
    /// status but does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 500: The server failed. Code 13, a message that begins with `internal server error`; the log has the
    /// cause under the request id.
    InternalServerError(Status),
    /// 503: The server is too busy to take the request; nothing was changed. Code 14.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. An unknown path is 404 with code 5 and `Not Found`; a known path with a wrong
    /// method is 501 with code 12 and `Method Not Allowed`, as Frontier's gateway answers.
    Other {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Status,
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

/// The operations of `frontier`, one method each. Arguments are parsed and valid, and only declared
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

    /// Says that the server serves.
    ///
    /// Answers without looking at the store, as Frontier's health check does.
    ///
    /// `GET /ping`
    ///
    /// Contract: `/paths/~1ping/get`
    fn ping(&self, call: &rt::Call) -> impl Future<Output = PingResponse> + Send;

    /// Creates a user.
    ///
    /// Creates an enabled user. `name` and `email` are lower-cased, and white space around `email` is
    /// removed; `title` and `avatar` stay as written. A success is 200, not 201.
    ///
    /// Without a name, one is made from the e-mail address: the local part in lower case with only its
    /// letters and digits, preceded by `u` where it begins with a digit, then `_`, then the domain with
    /// only its letters and digits and with `_` for each dot. `john-doe@acme.org` becomes
    /// `johndoe_acme_org`. The rules of `name` do not apply to a made name.
    ///
    /// Roster's choice:
    ///
    /// * `metadata` is any JSON object. There are no metaschemas here that it could be checked against;
    ///   Frontier's own `user` asks that `label` is an object and `description` a string.
    /// * A made name that is taken gets a numeric suffix. Frontier answers 409, although its page promises
    ///   a name. A given name or address that is taken is 409, also where a disabled user has it.
    /// * A local part without any letter or digit makes the name of the domain alone, preceded by `u_`;
    ///   Frontier fails.
    /// * `Foo <a@b.org>`, `<a@b.org>`, a comment or a quoted local part is 400. Frontier stores them whole
    ///   as the address.
    /// * A caller who may not do this is answered 403. Frontier answers 503, against its page.
    ///
    /// `POST /v1beta1/users`
    ///
    /// Contract: `/paths/~1v1beta1~1users/post`
    fn create_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateUserRequest,
    ) -> impl Future<Output = CreateUserResponse> + Send;

    /// Gets the current user.
    ///
    /// Answers the user that the credentials belong to. A user whose name is `self` can be reached by id
    /// and by e-mail address only.
    ///
    /// Roster's choice: every credential belongs to a user, so `serviceuser` is always null.
    ///
    /// `GET /v1beta1/users/self`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1self/get`
    fn get_current_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetCurrentUserResponse> + Send;

    /// Gets a user.
    ///
    /// Answers a user by UUID, by e-mail address or by name; address and name without regard to case.
    ///
    /// A disabled user is 404 by UUID and by address and is answered by name, as Frontier does it.
    ///
    /// `GET /v1beta1/users/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}/get`
    fn get_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserRequest,
    ) -> impl Future<Output = GetUserResponse> + Send;

    /// Updates a user.
    ///
    /// Replaces `title`, `avatar` and `metadata`: one that is left out becomes empty. Name, address and
    /// state cannot be changed here. The body is checked whole, also the members that are then not used.
    ///
    /// What the body's `email` and `name` mean depends on what the path holds:
    ///
    /// * A UUID: the user with this id, also a disabled one. The body's address and name are not used. An
    ///   unknown id is 404; nothing is created.
    /// * An e-mail address of an enabled user: the body's address, trimmed, must equal the path exactly, in
    ///   case too; otherwise 400 with `user email can't be updated`. The body's name is not used.
    /// * An e-mail address of nobody, or of a disabled user: the user is created from the body as by
    ///   CreateUser, which the caller must be allowed too. The path is not used further, so the body may
    ///   hold another address; with the address of a disabled user that is 409.
    /// * Anything else: the user with this name, also a disabled one. The body's address is not used. Empty
    ///   or absent metadata keeps what is stored.
    ///
    /// Roster's choice for names: the path says which user is meant. A name in the body that differs from
    /// it, without regard to case, is 400 with `user name can't be updated`; an empty or absent one is
    /// accepted. Frontier ignores the path and changes the user whom the body names, and fails with 500
    /// where the body names none; its page promises an update of the user in the path.
    ///
    /// Roster's choice: metadata is any JSON object, as for CreateUser.
    ///
    /// Roster's choice: built-in users cannot be changed: 403.
    ///
    /// `PUT /v1beta1/users/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}/put`
    fn update_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateUserRequest,
    ) -> impl Future<Output = UpdateUserResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /ping`
    Ping,
    /// `POST /v1beta1/users`
    CreateUser,
    /// `GET /v1beta1/users/self`
    GetCurrentUser,
    /// `GET /v1beta1/users/{id}`
    GetUser,
    /// `PUT /v1beta1/users/{id}`
    UpdateUser,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 5] = [
    rt::Operation {
        id: "ping",
        module: "frontier",
        method: "GET",
        path: "/ping",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_CreateUser",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/users",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_GetCurrentUser",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users/self",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_GetUser",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users/{id}",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_UpdateUser",
        module: "frontier",
        method: "PUT",
        path: "/v1beta1/users/{id}",
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
            ["ping"] => &[OperationId::Ping],
            ["v1beta1", "users"] => &[OperationId::CreateUser],
            ["v1beta1", "users", "self"] => &[OperationId::GetCurrentUser],
            ["v1beta1", "users", _] => &[OperationId::GetUser, OperationId::UpdateUser],
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
            OperationId::Ping => {
                let outcome = async { Ok(api.ping(call).await) };
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
            OperationId::GetCurrentUser => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(api.get_current_user(call, caller).await)
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
        }
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
