//! The module `roster`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use serde::Serialize;
use specgen_runtime as rt;

/// The state of the server.
///
/// Contract: `/components/schemas/RosterHealth`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Health {
    /// Always `ok`; a server that is not well answers another status code.
    pub status: String,
}

impl rt::Model for Health {
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

/// A key to create.
///
/// Contract: `/components/schemas/RosterNewUserKey`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewUserKey {
    /// What the key is for, so that it can be told from others.
    pub description: String,
    /// When the key stops working; absent for a key that does not expire. A time in the past is 400.
    #[serde(rename = "expiresAt", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
}

impl rt::Model for NewUserKey {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let description = object
            .required("description", &rt::string().min_length(1).max_length(1024));
        let expires_at = object.optional("expiresAt", &rt::timestamp());
        Ok(Self {
            description: description?,
            expires_at: expires_at?,
        })
    }
}

/// A key that was just created.
///
/// Contract: `/components/schemas/RosterUserKey`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserKey {
    /// The id of the key, 20 characters of base 32; also the username of HTTP Basic with this key.
    pub id: String,
    /// The key itself, shown only here.
    pub key: rt::Secret,
    /// The id of the user that it authenticates as.
    #[serde(rename = "userId")]
    pub user_id: String,
    /// The username of that user.
    pub username: String,
    /// What the key is for.
    pub description: String,
    /// When the key was created.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// When the key stops working; absent where it does not expire.
    #[serde(rename = "expiresAt", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
}

impl rt::Model for UserKey {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let key = object.required("key", &rt::secret(rt::string()));
        let user_id = object.required("userId", &rt::string());
        let username = object.required("username", &rt::string());
        let description = object.required("description", &rt::string());
        let created_at = object.required("createdAt", &rt::timestamp());
        let expires_at = object.optional("expiresAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            key: key?,
            user_id: user_id?,
            username: username?,
            description: description?,
            created_at: created_at?,
            expires_at: expires_at?,
        })
    }
}

/// How far a mail has come: `queued`, it waits to be sent; `sent`, a mail server has taken it;
/// `failed`, it was given up.
///
/// Contract: `/components/schemas/RosterMailStatus`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum MailStatus {
    /// `queued`
    #[serde(rename = "queued")]
    Queued,
    /// `sent`
    #[serde(rename = "sent")]
    Sent,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
}

impl MailStatus {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Queued, Self::Sent, Self::Failed];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }
}

rt::enumeration!(MailStatus);

/// An outgoing mail.
///
/// Contract: `/components/schemas/RosterMail`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mail {
    /// The id of the mail, 20 characters of base 32; also the first part of its `Message-ID`.
    pub id: String,
    /// The address that it is for.
    pub recipient: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub body: String,
    /// How far a mail has come: `queued`, it waits to be sent; `sent`, a mail server has taken it;
    /// `failed`, it was given up.
    pub status: MailStatus,
    /// How often it was tried to send it.
    pub attempts: i64,
    /// When it was written.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// Not before when it is tried next; present with `queued`.
    #[serde(rename = "nextAttemptAt", skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<rt::Timestamp>,
    /// When it was taken or given up; present with `sent` and `failed`.
    #[serde(rename = "finishedAt", skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<rt::Timestamp>,
    /// Why the last attempt failed, or why it was given up; absent where nothing has failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl rt::Model for Mail {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let recipient = object.required("recipient", &rt::string());
        let subject = object.required("subject", &rt::string());
        let body = object.required("body", &rt::string());
        let status = object.required("status", &rt::model::<MailStatus>());
        let attempts = object.required("attempts", &rt::integer::<i64>().minimum(0));
        let created_at = object.required("createdAt", &rt::timestamp());
        let next_attempt_at = object.optional("nextAttemptAt", &rt::timestamp());
        let finished_at = object.optional("finishedAt", &rt::timestamp());
        let failure = object.optional("failure", &rt::string());
        Ok(Self {
            id: id?,
            recipient: recipient?,
            subject: subject?,
            body: body?,
            status: status?,
            attempts: attempts?,
            created_at: created_at?,
            next_attempt_at: next_attempt_at?,
            finished_at: finished_at?,
            failure: failure?,
        })
    }
}

/// A page of mail.
///
/// Contract: `/components/schemas/RosterMailPage`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MailPage {
    /// The mail of this page, the newest first.
    pub items: Vec<Mail>,
    /// Asks for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl rt::Model for MailPage {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<Mail>()));
        let next = object.optional("next", &rt::string());
        Ok(Self { items: items?, next: next? })
    }
}

/// A kind of object that audit records are about.
///
/// Contract: `/components/schemas/RosterAuditTargetKind`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum AuditTargetKind {
    /// `user`
    #[serde(rename = "user")]
    User,
    /// `group`
    #[serde(rename = "group")]
    Group,
    /// `role`
    #[serde(rename = "role")]
    Role,
    /// `organization`
    #[serde(rename = "organization")]
    Organization,
    /// `credential`
    #[serde(rename = "credential")]
    Credential,
    /// `metaschema`
    #[serde(rename = "metaschema")]
    Metaschema,
    /// `mail`
    #[serde(rename = "mail")]
    Mail,
}

impl AuditTargetKind {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::User,
        Self::Group,
        Self::Role,
        Self::Organization,
        Self::Credential,
        Self::Metaschema,
        Self::Mail,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Credential => "credential",
            Self::Metaschema => "metaschema",
            Self::Mail => "mail",
        }
    }
}

rt::enumeration!(AuditTargetKind);

/// An order of the audit trail: `asc`, as it was written; `desc`, the newest first.
///
/// Contract: `/components/schemas/RosterAuditOrder`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum AuditOrder {
    /// `asc`
    #[serde(rename = "asc")]
    Asc,
    /// `desc`
    #[serde(rename = "desc")]
    Desc,
}

impl AuditOrder {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Asc, Self::Desc];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asc => "asc",
            Self::Desc => "desc",
        }
    }
}

rt::enumeration!(AuditOrder);

/// What is kept of a change, and its place in the chain of its organization.
///
/// Contract: `/components/schemas/RosterAuditRecord`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditRecord {
    /// The position in the chain, which counts from 1 without gaps.
    pub position: i64,
    /// The hash of this record and everything before it, in hexadecimal digits.
    pub hash: String,
    /// The id of the record, 20 characters of base 32, as all ids here.
    pub id: String,
    /// The id of the organization.
    #[serde(rename = "organizationId")]
    pub organization_id: String,
    /// When, to the millisecond.
    pub at: rt::Timestamp,
    /// The id of who did it; absent where nobody did, as at the first start.
    #[serde(rename = "actorId", skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<String>,
    /// The username that the actor has now; absent where there is none, and in exports.
    #[serde(rename = "actorName", skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// The id of the key or token that was used; absent where a password was.
    #[serde(rename = "credentialId", skip_serializing_if = "Option::is_none")]
    pub credential_id: Option<String>,
    /// The `operationId` of the operation that was used.
    pub operation: String,
    /// The id of the request, which its answer and the log have too.
    #[serde(rename = "requestId")]
    pub request_id: String,
    /// A kind of object that audit records are about.
    #[serde(rename = "targetKind")]
    pub target_kind: AuditTargetKind,
    /// The id of the object that was changed.
    #[serde(rename = "targetId")]
    pub target_id: String,
    /// Which of its fields were changed.
    pub changes: Vec<AuditChange>,
}

impl rt::Model for AuditRecord {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let position = object.required("position", &rt::integer::<i64>().minimum(1));
        let hash = object
            .required("hash", &rt::string().pattern(&AUDIT_RECORD_HASH_PATTERN));
        let id = object.required("id", &rt::string());
        let organization_id = object.required("organizationId", &rt::string());
        let at = object.required("at", &rt::timestamp());
        let actor_id = object.optional("actorId", &rt::string());
        let actor_name = object.optional("actorName", &rt::string());
        let credential_id = object.optional("credentialId", &rt::string());
        let operation = object.required("operation", &rt::string());
        let request_id = object.required("requestId", &rt::string());
        let target_kind = object.required("targetKind", &rt::model::<AuditTargetKind>());
        let target_id = object.required("targetId", &rt::string());
        let changes = object.required("changes", &rt::array(rt::model::<AuditChange>()));
        Ok(Self {
            position: position?,
            hash: hash?,
            id: id?,
            organization_id: organization_id?,
            at: at?,
            actor_id: actor_id?,
            actor_name: actor_name?,
            credential_id: credential_id?,
            operation: operation?,
            request_id: request_id?,
            target_kind: target_kind?,
            target_id: target_id?,
            changes: changes?,
        })
    }
}

/// A field that was changed. A secret is `***` on both sides.
///
/// Contract: `/components/schemas/RosterAuditChange`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditChange {
    /// The field, in Roster's own words.
    pub field: String,
    /// What it was; absent where it was empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What it became; absent where it became empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

impl rt::Model for AuditChange {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let field = object.required("field", &rt::string());
        let from = object.optional("from", &rt::string());
        let to = object.optional("to", &rt::string());
        Ok(Self {
            field: field?,
            from: from?,
            to: to?,
        })
    }
}

/// A page of the audit trail.
///
/// Contract: `/components/schemas/RosterAuditPage`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditPage {
    /// The records of this page.
    pub items: Vec<AuditRecord>,
    /// Asks for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl rt::Model for AuditPage {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let items = object.required("items", &rt::array(rt::model::<AuditRecord>()));
        let next = object.optional("next", &rt::string());
        Ok(Self { items: items?, next: next? })
    }
}

/// Problem details (RFC 9457).
///
/// Contract: `/components/schemas/RosterProblem`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// The kind of problem, for programs: `urn:roster:problem:` followed by one of `invalid-request`,
    /// `unauthenticated`, `forbidden`, `not-found`, `method-not-allowed`, `conflict`, `too-large`,
    /// `unsupported-media-type`, `limit-exceeded`, `unavailable`, `not-implemented`, `internal`.
    pub r#type: String,
    /// The kind of problem, for people; the same for every problem of a type.
    pub title: String,
    /// The status code of the answer.
    pub status: i32,
    /// What happened this time.
    pub detail: String,
    /// This occurrence: `urn:roster:request:` followed by the request id, which the log has too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// What is wrong with the request, each place by itself; present only with `invalid-request`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub violations: Option<Vec<BrokenRule>>,
}

impl rt::Model for Problem {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let r#type = object.required("type", &rt::string());
        let title = object.required("title", &rt::string());
        let status = object
            .required("status", &rt::integer::<i32>().minimum(400).maximum(599));
        let detail = object.required("detail", &rt::string());
        let instance = object.optional("instance", &rt::string());
        let violations = object
            .optional("violations", &rt::array(rt::model::<BrokenRule>()));
        Ok(Self {
            r#type: r#type?,
            title: title?,
            status: status?,
            detail: detail?,
            instance: instance?,
            violations: violations?,
        })
    }
}

/// One rule that a request breaks.
///
/// Contract: `/components/schemas/RosterBrokenRule`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BrokenRule {
    /// The part of the request.
    pub r#in: BrokenRuleIn,
    /// The JSON Pointer (RFC 6901) of the value in the body; empty for the whole body. Only with `in` body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The name of the parameter. Only where `in` is not body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The rule, as JSON Schema names it where it does (`required`, `type`, `minLength`, `pattern`).
    pub rule: String,
    /// The rule in words.
    pub message: String,
}

impl rt::Model for BrokenRule {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let r#in = object.required("in", &rt::model::<BrokenRuleIn>());
        let pointer = object.optional("pointer", &rt::string());
        let name = object.optional("name", &rt::string());
        let rule = object.required("rule", &rt::string());
        let message = object.required("message", &rt::string());
        Ok(Self {
            r#in: r#in?,
            pointer: pointer?,
            name: name?,
            rule: rule?,
            message: message?,
        })
    }
}

/// The part of the request.
///
/// Contract: `/components/schemas/RosterBrokenRule/properties/in`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum BrokenRuleIn {
    /// `path`
    #[serde(rename = "path")]
    Path,
    /// `query`
    #[serde(rename = "query")]
    Query,
    /// `header`
    #[serde(rename = "header")]
    Header,
    /// `body`
    #[serde(rename = "body")]
    Body,
}

impl BrokenRuleIn {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Path,
        Self::Query,
        Self::Header,
        Self::Body,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
        }
    }
}

rt::enumeration!(BrokenRuleIn);

static AUDIT_RECORD_HASH_PATTERN: rt::Pattern = rt::Pattern::new("^[0-9a-f]{64}$");

/// What `createUserKey` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserKeyRequest {
    /// The user: its id (20 characters of base 32, or the UUID that Frontier shows), its username or its
    /// e-mail address. A text that names different users in different ways is 409, so that nobody can
    /// receive a key that was meant for somebody else.
    pub user: String,
    /// What the key is for and how long it lasts.
    pub body: NewUserKey,
}

impl rt::Request for CreateUserKeyRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(3, "user", &rt::string().min_length(1).max_length(255));
        let body = parts.json_body(&rt::model::<NewUserKey>());
        Ok(Self { user: user?, body: body? })
    }
}

/// What `createUserKey` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserKeyResponse {
    /// 201: The key was created.
    Created {
        /// Always `no-store`: the answer holds a secret.
        cache_control: String,
        /// The body.
        body: UserKey,
    },
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 404: The user does not exist in the caller's organization.
    NotFound(Problem),
    /// 409: The text in the path names more than one user, the user has as many keys as a user can have
    /// (`limit-exceeded`), or it was changed at the same time.
    Conflict(Problem),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Problem),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Problem),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// 503: The server is too busy, or not ready; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for CreateUserKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { cache_control, body } => {
                rt::Outgoing::status(201)
                    .header("cache-control", cache_control)
                    .json("application/json", &body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/problem+json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/problem+json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/problem+json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/problem+json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/problem+json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for CreateUserKeyResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
            Failure::UnsupportedMediaType(body) => Self::UnsupportedMediaType(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `listMail` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListMailRequest {
    /// Only mail that has come this far; without it, all mail.
    pub status: Option<MailStatus>,
    /// How many mails the page has at most.
    pub limit: i32,
    /// The `next` that the page before came with; without it, the first page is answered. It is of use only
    /// to the caller it was given to, and only with the same `status`.
    pub cursor: Option<String>,
}

impl rt::Request for ListMailRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let status = query.optional("status", &rt::model::<MailStatus>());
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(1000), 100);
        let cursor = query.optional("cursor", &rt::string());
        Ok(Self {
            status: status?,
            limit: limit?,
            cursor: cursor?,
        })
    }
}

/// What `listMail` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListMailResponse {
    /// 200: A page of mail.
    Ok(MailPage),
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// 503: The server is too busy, or not ready; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for ListMailResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/problem+json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for ListMailResponse {
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
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `listAudit` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListAuditRequest {
    /// Only what this user did: its id (20 characters of base 32, or the UUID that Frontier shows), its
    /// username or its e-mail address. Who was deleted is found by the id only. A text that names nobody
    /// fits nothing.
    pub actor: Option<String>,
    /// Only what was done to objects of this kind.
    pub target_kind: Option<AuditTargetKind>,
    /// Only what was done to this object: its id, in either form.
    pub target_id: Option<String>,
    /// Only what was done through this operation of this contract (an `operationId`); `bootstrap` is the
    /// first start.
    pub operation: Option<String>,
    /// Only what was done through an operation that has this action (`x-action`), in whichever dialect.
    pub action: Option<String>,
    /// Only what was done at this time or later.
    pub from: Option<rt::Timestamp>,
    /// Only what was done before this time.
    pub to: Option<rt::Timestamp>,
    /// In which order; without it, the newest first.
    pub order: Option<AuditOrder>,
    /// How many records the page has at most.
    pub limit: i32,
    /// The `next` that the page before came with; without it, the first page is answered. It is of use only
    /// to the caller it was given to, and only with the same `order`; the filters should be the same, too.
    pub cursor: Option<String>,
}

impl rt::Request for ListAuditRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let actor = query.optional("actor", &rt::string().min_length(1).max_length(255));
        let target_kind = query.optional("targetKind", &rt::model::<AuditTargetKind>());
        let target_id = query
            .optional("targetId", &rt::string().min_length(1).max_length(36));
        let operation = query
            .optional("operation", &rt::string().min_length(1).max_length(128));
        let action = query
            .optional("action", &rt::string().min_length(1).max_length(64));
        let from = query.optional("from", &rt::timestamp());
        let to = query.optional("to", &rt::timestamp());
        let order = query.optional("order", &rt::model::<AuditOrder>());
        let limit = query
            .or("limit", &rt::integer::<i32>().minimum(1).maximum(1000), 100);
        let cursor = query.optional("cursor", &rt::string());
        Ok(Self {
            actor: actor?,
            target_kind: target_kind?,
            target_id: target_id?,
            operation: operation?,
            action: action?,
            from: from?,
            to: to?,
            order: order?,
            limit: limit?,
            cursor: cursor?,
        })
    }
}

/// What `listAudit` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListAuditResponse {
    /// 200: A page of the audit trail.
    Ok(AuditPage),
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// 503: The server is too busy, or not ready; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for ListAuditResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/problem+json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for ListAuditResponse {
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
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `exportAudit` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportAuditRequest {
    /// Only what this user did: its id (20 characters of base 32, or the UUID that Frontier shows), its
    /// username or its e-mail address. Who was deleted is found by the id only. A text that names nobody
    /// fits nothing.
    pub actor: Option<String>,
    /// Only what was done to objects of this kind.
    pub target_kind: Option<AuditTargetKind>,
    /// Only what was done to this object: its id, in either form.
    pub target_id: Option<String>,
    /// Only what was done through this operation of this contract (an `operationId`); `bootstrap` is the
    /// first start.
    pub operation: Option<String>,
    /// Only what was done through an operation that has this action (`x-action`), in whichever dialect.
    pub action: Option<String>,
    /// Only what was done at this time or later.
    pub from: Option<rt::Timestamp>,
    /// Only what was done before this time.
    pub to: Option<rt::Timestamp>,
    /// In which order; without it, in the order of the chain.
    pub order: Option<AuditOrder>,
}

impl rt::Request for ExportAuditRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let actor = query.optional("actor", &rt::string().min_length(1).max_length(255));
        let target_kind = query.optional("targetKind", &rt::model::<AuditTargetKind>());
        let target_id = query
            .optional("targetId", &rt::string().min_length(1).max_length(36));
        let operation = query
            .optional("operation", &rt::string().min_length(1).max_length(128));
        let action = query
            .optional("action", &rt::string().min_length(1).max_length(64));
        let from = query.optional("from", &rt::timestamp());
        let to = query.optional("to", &rt::timestamp());
        let order = query.optional("order", &rt::model::<AuditOrder>());
        Ok(Self {
            actor: actor?,
            target_kind: target_kind?,
            target_id: target_id?,
            operation: operation?,
            action: action?,
            from: from?,
            to: to?,
            order: order?,
        })
    }
}

/// What `exportAudit` answers.
#[derive(Debug)]
pub enum ExportAuditResponse {
    /// 200: The records.
    Ok(rt::TextItems),
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// 503: The server is too busy, or not ready; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for ExportAuditResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => {
                rt::Outgoing::status(200).stream("application/x-ndjson", body)
            }
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/problem+json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for ExportAuditResponse {
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
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getHealth` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetHealthResponse {
    /// 200: The process answers.
    Ok(Health),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for GetHealthResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for GetHealthResponse {
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
            Failure::UnsupportedMediaType(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(429),
                    body: failure.body,
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

/// What `getReadiness` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetReadinessResponse {
    /// 200: Requests can be served.
    Ok(Health),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// 503: The server is too busy, or not ready; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for GetReadinessResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for GetReadinessResponse {
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
            Failure::UnsupportedMediaType(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(429),
                    body: failure.body,
                }
            }
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getContract` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetContractResponse {
    /// 200: The contract.
    Ok(rt::Map<String, rt::Value>),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for GetContractResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

impl From<Failure> for GetContractResponse {
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
            Failure::UnsupportedMediaType(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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

/// There are no valid credentials with the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Unauthorized {
    /// The challenge (RFC 9110, section 11.6.1).
    pub www_authenticate: String,
    /// The body.
    pub body: Problem,
}

impl rt::Respond for Unauthorized {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(401)
            .header("www-authenticate", self.www_authenticate)
            .json("application/problem+json", &self.body)
    }
}

/// More requests than are allowed, or too many wrong passwords or keys from this address; nothing was
/// changed.
#[derive(Clone, Debug, PartialEq)]
pub struct TooManyRequests {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: Problem,
}

impl rt::Respond for TooManyRequests {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(429)
            .header("retry-after", self.retry_after)
            .json("application/problem+json", &self.body)
    }
}

/// The server is too busy, or not ready; nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceUnavailable {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: Problem,
}

impl rt::Respond for ServiceUnavailable {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(503)
            .header("retry-after", self.retry_after)
            .json("application/problem+json", &self.body)
    }
}

/// What can go wrong in any operation of the module. Every operation's response can be made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 404: The user does not exist in the caller's organization.
    NotFound(Problem),
    /// 409: The text in the path names more than one user, the user has as many keys as a user can have
    /// (`limit-exceeded`), or it was changed at the same time.
    Conflict(Problem),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Problem),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Problem),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed; the log has the cause under the request id.
    InternalServerError(Problem),
    /// 503: The server is too busy, or not ready; nothing was changed.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure, with the status that fits; 405 has `Allow`.
    Other {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Problem,
    },
}

impl rt::Respond for Failure {
    fn into_response(self) -> rt::Response {
        match self {
            Self::BadRequest(body) => {
                rt::Outgoing::status(400).json("application/problem+json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(body) => {
                rt::Outgoing::status(403).json("application/problem+json", &body)
            }
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/problem+json", &body)
            }
            Self::Conflict(body) => {
                rt::Outgoing::status(409).json("application/problem+json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/problem+json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Other { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
        }
    }
}

/// The operations of `roster`, one method each. Arguments are parsed and valid, and only declared
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

    /// Creates an API key for a user.
    ///
    /// Makes a key that authenticates as the user, in every dialect. The key is in this answer and nowhere
    /// else: the server keeps only its hash.
    ///
    /// Refused with 403 are a key for a built-in user, and a key for a user who may do something that the
    /// caller may not.
    ///
    /// `POST /roster/v1/users/{user}/keys`
    ///
    /// Contract: `/paths/~1roster~1v1~1users~1{user}~1keys/post`
    fn create_user_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateUserKeyRequest,
    ) -> impl Future<Output = CreateUserKeyResponse> + Send;

    /// Lists the outgoing mail.
    ///
    /// Answers the mail of the caller's organization by pages, the newest first: what waits to be sent,
    /// what a mail server has taken, and what was given up. As long as there is more, `next` is present,
    /// and sent as `cursor` with the next request it asks for the page that follows.
    ///
    /// Mail is written in the same transaction as what it is about. Where no mail server is configured, it
    /// waits. It never holds a password.
    ///
    /// `GET /roster/v1/mail`
    ///
    /// Contract: `/paths/~1roster~1v1~1mail/get`
    fn list_mail(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListMailRequest,
    ) -> impl Future<Output = ListMailResponse> + Send;

    /// Lists the audit trail.
    ///
    /// Answers the audit trail of the caller's organization by pages: one record for each object that was
    /// changed, written in the same transaction as the change. Secrets are shown as `***`. All filters that
    /// are sent must fit.
    ///
    /// As long as there is more, `next` is present, and sent as `cursor` with the next request it asks for
    /// the page that follows. Joined pages hold every record once, whatever is written meanwhile. A page
    /// can have fewer records than `limit`, where they are long, and still not be the last.
    ///
    /// `GET /roster/v1/audit`
    ///
    /// Contract: `/paths/~1roster~1v1~1audit/get`
    fn list_audit(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListAuditRequest,
    ) -> impl Future<Output = ListAuditResponse> + Send;

    /// Exports the audit trail as JSON lines.
    ///
    /// Sends all that fits of the audit trail of the caller's organization while it is read, the oldest
    /// first unless asked otherwise: on each line a JSON object as in `AuditRecord`, without `actorName`,
    /// which would be another name later.
    ///
    /// Without filters, and the oldest first, it is the whole chain, which `roster audit verify --file`
    /// checks without a server. The hash of a record is the SHA-256 of: `roster audit chain 1` and a zero
    /// byte; the hash of the record before (32 zero bytes before the first); `position`; `organizationId`;
    /// `id`; `at`; `actorId`; `credentialId`; `operation`; `requestId`; `targetKind`; `targetId`; the
    /// number of changes, and of each `field`, `from` and `to`. Numbers, and the milliseconds since 1970
    /// that `at` is, have eight bytes, the most significant first. Ids are their twelve bytes, texts their
    /// UTF-8 bytes after their number. What can be absent is a zero byte where it is, and else a one, the
    /// number of its bytes, and its bytes.
    ///
    /// `GET /roster/v1/audit/export`
    ///
    /// Contract: `/paths/~1roster~1v1~1audit~1export/get`
    fn export_audit(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ExportAuditRequest,
    ) -> impl Future<Output = ExportAuditResponse> + Send;

    /// Says that the process answers.
    ///
    /// Answers as long as the process can answer at all; it does not look at the store.
    ///
    /// `GET /healthz`
    ///
    /// Contract: `/paths/~1healthz/get`
    fn get_health(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = GetHealthResponse> + Send;

    /// Says whether requests can be served.
    ///
    /// Reads from the store, and answers 503 where that fails or the server is shutting down.
    ///
    /// `GET /readyz`
    ///
    /// Contract: `/paths/~1readyz/get`
    fn get_readiness(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = GetReadinessResponse> + Send;

    /// Gets the contract.
    ///
    /// Answers this document, bundled into one OpenAPI 3.0.3 file, as the server was built from it.
    ///
    /// `GET /openapi.json`
    ///
    /// Contract: `/paths/~1openapi.json/get`
    fn get_contract(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = GetContractResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `POST /roster/v1/users/{user}/keys`
    CreateUserKey,
    /// `GET /roster/v1/mail`
    ListMail,
    /// `GET /roster/v1/audit`
    ListAudit,
    /// `GET /roster/v1/audit/export`
    ExportAudit,
    /// `GET /healthz`
    GetHealth,
    /// `GET /readyz`
    GetReadiness,
    /// `GET /openapi.json`
    GetContract,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 7] = [
    rt::Operation {
        id: "createUserKey",
        module: "roster",
        method: "POST",
        path: "/roster/v1/users/{user}/keys",
        action: Some("credentials:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "listMail",
        module: "roster",
        method: "GET",
        path: "/roster/v1/mail",
        action: Some("mail:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "listAudit",
        module: "roster",
        method: "GET",
        path: "/roster/v1/audit",
        action: Some("audit:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "exportAudit",
        module: "roster",
        method: "GET",
        path: "/roster/v1/audit/export",
        action: Some("audit:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getHealth",
        module: "roster",
        method: "GET",
        path: "/healthz",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "getReadiness",
        module: "roster",
        method: "GET",
        path: "/readyz",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "getContract",
        module: "roster",
        method: "GET",
        path: "/openapi.json",
        action: None,
        secured: false,
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
            ["healthz"] => &[OperationId::GetHealth],
            ["readyz"] => &[OperationId::GetReadiness],
            ["openapi.json"] => &[OperationId::GetContract],
            ["roster", "v1", "mail"] => &[OperationId::ListMail],
            ["roster", "v1", "audit"] => &[OperationId::ListAudit],
            ["roster", "v1", "audit", "export"] => &[OperationId::ExportAudit],
            ["roster", "v1", "users", _, "keys"] => &[OperationId::CreateUserKey],
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
            OperationId::CreateUserKey => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.create_user_key(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::ListMail => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.list_mail(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::ListAudit => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.list_audit(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::ExportAudit => {
                let outcome = async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(api.export_audit(call, caller, request).await)
                };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::GetHealth => {
                let outcome = async { Ok(api.get_health(call).await) };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::GetReadiness => {
                let outcome = async { Ok(api.get_readiness(call).await) };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
            OperationId::GetContract => {
                let outcome = async { Ok(api.get_contract(call).await) };
                rt::settle(call, outcome, |rejection| api.reject(call, rejection).into())
                    .await
            }
        }
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
