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

/// That requests can be served.
///
/// Contract: `/components/schemas/RosterReadiness`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Readiness {
    /// Always `ok`; a server that is not ready answers 503.
    pub status: String,
    /// What was looked at.
    pub checks: Vec<ReadinessCheck>,
}

impl rt::Model for Readiness {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let status = object.required("status", &rt::string());
        let checks = object
            .required("checks", &rt::array(rt::model::<ReadinessCheck>()));
        Ok(Self {
            status: status?,
            checks: checks?,
        })
    }
}

/// One thing that it takes to serve requests.
///
/// Contract: `/components/schemas/RosterReadinessCheck`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadinessCheck {
    /// What was looked at.
    pub name: ReadinessCheckName,
    /// Whether it is as it should be.
    pub passed: bool,
    /// Why not; present only where `passed` is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl rt::Model for ReadinessCheck {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::model::<ReadinessCheckName>());
        let passed = object.required("passed", &rt::boolean());
        let reason = object.optional("reason", &rt::string());
        Ok(Self {
            name: name?,
            passed: passed?,
            reason: reason?,
        })
    }
}

/// What was looked at.
///
/// Contract: `/components/schemas/RosterReadinessCheck/properties/name`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum ReadinessCheckName {
    /// `reads`
    #[serde(rename = "reads")]
    Reads,
    /// `writes`
    #[serde(rename = "writes")]
    Writes,
    /// `stopping`
    #[serde(rename = "stopping")]
    Stopping,
}

impl ReadinessCheckName {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Reads, Self::Writes, Self::Stopping];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reads => "reads",
            Self::Writes => "writes",
            Self::Stopping => "stopping",
        }
    }
}

rt::enumeration!(ReadinessCheckName);

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

/// Who may do what.
///
/// Contract: `/components/schemas/RosterActionTable`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActionTable {
    /// The actions that every active user has, on its own account.
    pub everybody: Vec<String>,
    /// The built-in roles.
    pub roles: Vec<GivingRole>,
    /// The permissions that give actions. Every other one gives none.
    pub permissions: Vec<GivingPermission>,
    /// Every action.
    pub actions: Vec<Action>,
}

impl rt::Model for ActionTable {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let everybody = object.required("everybody", &rt::array(rt::string()));
        let roles = object.required("roles", &rt::array(rt::model::<GivingRole>()));
        let permissions = object
            .required("permissions", &rt::array(rt::model::<GivingPermission>()));
        let actions = object.required("actions", &rt::array(rt::model::<Action>()));
        Ok(Self {
            everybody: everybody?,
            roles: roles?,
            permissions: permissions?,
            actions: actions?,
        })
    }
}

/// What a built-in role gives.
///
/// Contract: `/components/schemas/RosterGivingRole`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivingRole {
    /// The name of the role.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The actions that it gives.
    pub actions: Vec<String>,
}

impl rt::Model for GivingRole {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::string());
        let description = object.required("description", &rt::string());
        let actions = object.required("actions", &rt::array(rt::string()));
        Ok(Self {
            name: name?,
            description: description?,
            actions: actions?,
        })
    }
}

/// What a permission gives.
///
/// Contract: `/components/schemas/RosterGivingPermission`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivingPermission {
    /// The id of the permission.
    pub id: String,
    /// The actions that it gives.
    pub actions: Vec<String>,
}

impl rt::Model for GivingPermission {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let actions = object.required("actions", &rt::array(rt::string()));
        Ok(Self { id: id?, actions: actions? })
    }
}

/// An operation on a kind of object, as roles grant it and operations require it.
///
/// Contract: `/components/schemas/RosterAction`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Action {
    /// Its name, which operations of this contract have as `x-action`.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Whether it changes anything; what does not only reads.
    pub changes: bool,
    /// Whether only users of the default organization have it, whatever gives it to others.
    #[serde(rename = "platformOnly")]
    pub platform_only: bool,
    /// The action that is enough where it is done to the own account; absent where there is none.
    #[serde(rename = "ownForm", skip_serializing_if = "Option::is_none")]
    pub own_form: Option<String>,
    /// The operations that ask for it, in all dialects.
    pub operations: Vec<ActionOperation>,
}

impl rt::Model for Action {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::string());
        let description = object.required("description", &rt::string());
        let changes = object.required("changes", &rt::boolean());
        let platform_only = object.required("platformOnly", &rt::boolean());
        let own_form = object.optional("ownForm", &rt::string());
        let operations = object
            .required("operations", &rt::array(rt::model::<ActionOperation>()));
        Ok(Self {
            name: name?,
            description: description?,
            changes: changes?,
            platform_only: platform_only?,
            own_form: own_form?,
            operations: operations?,
        })
    }
}

/// An operation of this contract.
///
/// Contract: `/components/schemas/RosterActionOperation`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActionOperation {
    /// The dialect that it belongs to.
    pub dialect: String,
    /// Its `operationId`.
    pub id: String,
    /// Its method.
    pub method: String,
    /// Its path.
    pub path: String,
}

impl rt::Model for ActionOperation {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let dialect = object.required("dialect", &rt::string());
        let id = object.required("id", &rt::string());
        let method = object.required("method", &rt::string());
        let path = object.required("path", &rt::string());
        Ok(Self {
            dialect: dialect?,
            id: id?,
            method: method?,
            path: path?,
        })
    }
}

/// An administrator to create.
///
/// Contract: `/components/schemas/RosterNewAdministrator`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewAdministrator {
    /// The username, unique in the instance after folding: 1 to 255 characters, no control characters, and
    /// no white space at its ends.
    pub username: String,
    /// The e-mail address, unique in the instance after folding; absent for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The name to show; absent for none.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
}

impl rt::Model for NewAdministrator {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let username = object
            .required("username", &rt::string().min_length(1).max_length(255));
        let email = object
            .optional("email", &rt::string().min_length(3).max_length(254));
        let display_name = object
            .optional("displayName", &rt::string().min_length(1).max_length(1024));
        Ok(Self {
            username: username?,
            email: email?,
            display_name: display_name?,
        })
    }
}

/// An administrator who was just created.
///
/// Contract: `/components/schemas/RosterAdministrator`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Administrator {
    /// The id of the user, 20 characters of base 32.
    pub id: String,
    /// The id of the organization.
    #[serde(rename = "organizationId")]
    pub organization_id: String,
    /// The name of the organization.
    #[serde(rename = "organizationName")]
    pub organization_name: String,
    /// The username.
    pub username: String,
    /// The e-mail address; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The name to show; absent where there is none.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// When the user was created.
    #[serde(rename = "createdAt")]
    pub created_at: rt::Timestamp,
    /// The id of its first key, which does not expire.
    #[serde(rename = "keyId")]
    pub key_id: String,
    /// The key itself, shown only here.
    pub key: rt::Secret,
}

impl rt::Model for Administrator {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let organization_id = object.required("organizationId", &rt::string());
        let organization_name = object.required("organizationName", &rt::string());
        let username = object.required("username", &rt::string());
        let email = object.optional("email", &rt::string());
        let display_name = object.optional("displayName", &rt::string());
        let created_at = object.required("createdAt", &rt::timestamp());
        let key_id = object.required("keyId", &rt::string());
        let key = object.required("key", &rt::secret(rt::string()));
        Ok(Self {
            id: id?,
            organization_id: organization_id?,
            organization_name: organization_name?,
            username: username?,
            email: email?,
            display_name: display_name?,
            created_at: created_at?,
            key_id: key_id?,
            key: key?,
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
    /// What was looked at; present only where the server says that it is not ready.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checks: Option<Vec<ReadinessCheck>>,
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
        let checks = object
            .optional("checks", &rt::array(rt::model::<ReadinessCheck>()));
        Ok(Self {
            r#type: r#type?,
            title: title?,
            status: status?,
            detail: detail?,
            instance: instance?,
            violations: violations?,
            checks: checks?,
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

/// Some of the users of an import.
///
/// Contract: `/components/schemas/RosterImportPortion`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImportPortion {
    /// Whether the portion is only tried: the answer says what would become of the rows, and nothing is
    /// changed.
    #[serde(rename = "dryRun", skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
    /// The users, in the order in which they are made.
    pub users: Vec<PortableUser>,
}

impl rt::Model for ImportPortion {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let dry_run = object.optional("dryRun", &rt::boolean());
        let users = object
            .required("users", &rt::array(rt::model::<PortableUser>()).max_items(4000));
        Ok(Self {
            dry_run: dry_run?,
            users: users?,
        })
    }
}

/// A user as it is exported and imported. What is absent is empty: no name, no roles, no password. A
/// username that is absent is made of the e-mail address.
///
/// Contract: `/components/schemas/RosterPortableUser`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PortableUser {
    /// Its id, 20 characters of base 32. Takes `users:restore`; nobody in the instance may have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What a user is; absent is `person`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PortableUserKind>,
    /// Its username.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Its e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Its first name.
    #[serde(rename = "firstName", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Its last name.
    #[serde(rename = "lastName", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The name to show.
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// What it is for, said of service accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its picture, as a data URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// Its id with a single-sign-on provider.
    #[serde(rename = "ssoId", skip_serializing_if = "Option::is_none")]
    pub sso_id: Option<String>,
    /// Whether it can log in; absent is `active`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PortableUserStatus>,
    /// Where a user is managed that is not managed here. Takes `users:restore`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub realm: Option<PortableRealm>,
    /// Its own permissions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<String>>,
    /// The names of its own roles, which must exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// The names of its groups, which must exist. Every person is also in the group `Everyone`, which is
    /// not named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// What others keep with it, at most 65536 bytes as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<rt::Map<String, rt::Value>>,
    /// The hash of its password in PHC string format, of Argon2, bcrypt, scrypt or PBKDF2, or in bcrypt's
    /// own form (`$2b$...`). One that costs too much to check is refused. It is replaced by the server's
    /// own at the next login. Takes `users:restore`.
    #[serde(rename = "passwordHash", skip_serializing_if = "Option::is_none")]
    pub password_hash: Option<rt::Secret>,
    /// When it was made. Takes `users:restore`, as do all times; milliseconds are kept, none may be in the
    /// future.
    #[serde(rename = "createdAt", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<rt::Timestamp>,
    /// When it was last changed.
    #[serde(rename = "updatedAt", skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<rt::Timestamp>,
    /// When it first logged in.
    #[serde(rename = "firstLoginAt", skip_serializing_if = "Option::is_none")]
    pub first_login_at: Option<rt::Timestamp>,
    /// When it last logged in.
    #[serde(rename = "lastLoginAt", skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<rt::Timestamp>,
}

impl rt::Model for PortableUser {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.optional("id", &rt::string().pattern(&PORTABLE_USER_ID_PATTERN));
        let kind = object.optional("kind", &rt::model::<PortableUserKind>());
        let username = object
            .optional("username", &rt::string().min_length(1).max_length(255));
        let email = object
            .optional("email", &rt::string().min_length(1).max_length(254));
        let first_name = object.optional("firstName", &rt::string().max_length(1024));
        let last_name = object.optional("lastName", &rt::string().max_length(1024));
        let display_name = object
            .optional("displayName", &rt::string().max_length(1024));
        let description = object.optional("description", &rt::string().max_length(1024));
        let avatar = object.optional("avatar", &rt::string().max_length(250000));
        let sso_id = object.optional("ssoId", &rt::string().max_length(1024));
        let status = object.optional("status", &rt::model::<PortableUserStatus>());
        let realm = object.optional("realm", &rt::model::<PortableRealm>());
        let permissions = object
            .optional(
                "permissions",
                &rt::array(rt::string().pattern(&PORTABLE_USER_PERMISSIONS_ITEM_PATTERN))
                    .max_items(256),
            );
        let roles = object
            .optional(
                "roles",
                &rt::array(rt::string().min_length(1).max_length(1024)).max_items(256),
            );
        let groups = object
            .optional(
                "groups",
                &rt::array(rt::string().min_length(1).max_length(1024)).max_items(1024),
            );
        let metadata = object.optional("metadata", &rt::json_object());
        let password_hash = object
            .optional(
                "passwordHash",
                &rt::secret(rt::string().min_length(1).max_length(512)),
            );
        let created_at = object.optional("createdAt", &rt::timestamp());
        let updated_at = object.optional("updatedAt", &rt::timestamp());
        let first_login_at = object.optional("firstLoginAt", &rt::timestamp());
        let last_login_at = object.optional("lastLoginAt", &rt::timestamp());
        Ok(Self {
            id: id?,
            kind: kind?,
            username: username?,
            email: email?,
            first_name: first_name?,
            last_name: last_name?,
            display_name: display_name?,
            description: description?,
            avatar: avatar?,
            sso_id: sso_id?,
            status: status?,
            realm: realm?,
            permissions: permissions?,
            roles: roles?,
            groups: groups?,
            metadata: metadata?,
            password_hash: password_hash?,
            created_at: created_at?,
            updated_at: updated_at?,
            first_login_at: first_login_at?,
            last_login_at: last_login_at?,
        })
    }
}

/// What a user is; absent is `person`.
///
/// Contract: `/components/schemas/RosterPortableUserKind`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum PortableUserKind {
    /// `person`
    #[serde(rename = "person")]
    Person,
    /// `service`
    #[serde(rename = "service")]
    Service,
}

impl PortableUserKind {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Person, Self::Service];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Service => "service",
        }
    }
}

rt::enumeration!(PortableUserKind);

/// Whether it can log in; absent is `active`.
///
/// Contract: `/components/schemas/RosterPortableUserStatus`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum PortableUserStatus {
    /// `active`
    #[serde(rename = "active")]
    Active,
    /// `disabled`
    #[serde(rename = "disabled")]
    Disabled,
}

impl PortableUserStatus {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Active, Self::Disabled];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }
}

rt::enumeration!(PortableUserStatus);

/// Where a user is managed that is not managed here. Takes `users:restore`.
///
/// Contract: `/components/schemas/RosterPortableRealm`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PortableRealm {
    /// The kind of realm.
    pub kind: PortableRealmKind,
    /// The realm's own id.
    pub id: String,
}

impl rt::Model for PortableRealm {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let kind = object.required("kind", &rt::model::<PortableRealmKind>());
        let id = object.required("id", &rt::string().max_length(1024));
        Ok(Self { kind: kind?, id: id? })
    }
}

/// The kind of realm.
///
/// Contract: `/components/schemas/RosterPortableRealmKind`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum PortableRealmKind {
    /// `ldap`
    #[serde(rename = "ldap")]
    Ldap,
    /// `saml`
    #[serde(rename = "saml")]
    Saml,
    /// `active_directory`
    #[serde(rename = "active_directory")]
    ActiveDirectory,
}

impl PortableRealmKind {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Ldap, Self::Saml, Self::ActiveDirectory];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ldap => "ldap",
            Self::Saml => "saml",
            Self::ActiveDirectory => "active_directory",
        }
    }
}

rt::enumeration!(PortableRealmKind);

/// What became of a portion of an import.
///
/// Contract: `/components/schemas/RosterImportReport`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImportReport {
    /// How many users were made, or would be.
    pub created: i32,
    /// The rows that were not made, in the order of the portion.
    pub refused: Vec<RefusedRow>,
}

impl rt::Model for ImportReport {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let created = object.required("created", &rt::integer::<i32>().minimum(0));
        let refused = object.required("refused", &rt::array(rt::model::<RefusedRow>()));
        Ok(Self {
            created: created?,
            refused: refused?,
        })
    }
}

/// A row of an import that was not made.
///
/// Contract: `/components/schemas/RosterRefusedRow`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RefusedRow {
    /// Where it stands in the portion, counted from zero.
    pub index: i32,
    /// Why, for programs: the value is not valid, somebody has it already, or the caller may not make such
    /// a user.
    pub code: RefusalCode,
    /// The member that is to blame, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Why, in words.
    pub message: String,
}

impl rt::Model for RefusedRow {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let index = object.required("index", &rt::integer::<i32>().minimum(0));
        let code = object.required("code", &rt::model::<RefusalCode>());
        let field = object.optional("field", &rt::string());
        let message = object.required("message", &rt::string());
        Ok(Self {
            index: index?,
            code: code?,
            field: field?,
            message: message?,
        })
    }
}

/// Why, for programs: the value is not valid, somebody has it already, or the caller may not make such
/// a user.
///
/// Contract: `/components/schemas/RosterRefusalCode`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum RefusalCode {
    /// `invalid`
    #[serde(rename = "invalid")]
    Invalid,
    /// `taken`
    #[serde(rename = "taken")]
    Taken,
    /// `forbidden`
    #[serde(rename = "forbidden")]
    Forbidden,
}

impl RefusalCode {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Invalid, Self::Taken, Self::Forbidden];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Taken => "taken",
            Self::Forbidden => "forbidden",
        }
    }
}

rt::enumeration!(RefusalCode);

static AUDIT_RECORD_HASH_PATTERN: rt::Pattern = rt::Pattern::new("^[0-9a-f]{64}$");

static CREATE_USER_KEY_IDEMPOTENCY_KEY_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[!-~]+$",
    "^[!-\\~]+$",
);

static PORTABLE_USER_ID_PATTERN: rt::Pattern = rt::Pattern::new(
    "^[0-9A-HJKMNP-TV-Z]{19}[0G]$",
);

static PORTABLE_USER_PERMISSIONS_ITEM_PATTERN: rt::Pattern = rt::Pattern::new(
    "^[a-z][a-z_]{0,63}$",
);

/// What `createUserKey` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserKeyRequest {
    /// The user: its id (20 characters of base 32, or the UUID that Frontier shows), its username or its
    /// e-mail address. A text that names different users in different ways is 409, so that nobody can
    /// receive a key that was meant for somebody else.
    pub user: String,
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// What the key is for and how long it lasts.
    pub body: NewUserKey,
}

impl rt::Request for CreateUserKeyRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user = parts.path(3, "user", &rt::string().min_length(1).max_length(255));
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_KEY_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<NewUserKey>());
        Ok(Self {
            user: user?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `createUserKey` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserKeyResponse {
    /// 201: The key was created.
    Created {
        /// Always `no-store`: the answer holds a secret.
        cache_control: String,
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserKey,
    },
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 404: The user does not exist in the caller's organization, or the organization does not exist.
    NotFound(Problem),
    /// 409: The text in the path names more than one user, the user has as many keys as a user can have
    /// (`limit-exceeded`), the username or e-mail address is taken, or it was changed at the same time.
    Conflict(Problem),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Problem),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Problem),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Problem),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateUserKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { cache_control, etag, body } => {
                rt::Outgoing::status(201)
                    .header("cache-control", cache_control)
                    .header("etag", etag)
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateUserKeyResponse {
    const OPERATION: &'static str = "createUserKey";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
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
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `listActions` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListActionsResponse {
    /// 200: The table.
    Ok(ActionTable),
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

impl rt::Respond for ListActionsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
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

impl From<Failure> for ListActionsResponse {
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

/// What `createAdministrator` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateAdministratorRequest {
    /// The organization: its id (20 characters of base 32, or the UUID that Frontier shows), or its name.
    pub organization: String,
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// Who is to be made.
    pub body: NewAdministrator,
}

impl rt::Request for CreateAdministratorRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let organization = parts
            .path(3, "organization", &rt::string().min_length(1).max_length(255));
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_KEY_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<NewAdministrator>());
        Ok(Self {
            organization: organization?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `createAdministrator` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateAdministratorResponse {
    /// 201: The administrator was created.
    Created {
        /// Always `no-store`: the answer holds a secret.
        cache_control: String,
        /// The body.
        body: Administrator,
    },
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 404: The user does not exist in the caller's organization, or the organization does not exist.
    NotFound(Problem),
    /// 409: The text in the path names more than one user, the user has as many keys as a user can have
    /// (`limit-exceeded`), the username or e-mail address is taken, or it was changed at the same time.
    Conflict(Problem),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Problem),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Problem),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Problem),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateAdministratorResponse {
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateAdministratorResponse {
    const OPERATION: &'static str = "createAdministrator";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateAdministratorResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
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
    Ok(Readiness),
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
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

/// What `getMetrics` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetMetricsResponse {
    /// 200: The metrics.
    Ok {
        /// Always `no-store`: what is counted changes.
        cache_control: String,
        /// The body.
        body: String,
    },
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

impl rt::Respond for GetMetricsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { cache_control, body } => {
                rt::Outgoing::status(200)
                    .header("cache-control", cache_control)
                    .content("text/plain; version=0.0.4", body)
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

impl From<Failure> for GetMetricsResponse {
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
            Failure::UnprocessableEntity(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
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

/// What `importUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportUsersRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// A portion of the import.
    pub body: ImportPortion,
}

impl rt::Request for ImportUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_KEY_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<ImportPortion>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `importUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportUsersResponse {
    /// 200: What became of the rows.
    Ok(ImportReport),
    /// 400: The request breaks rules of its schema; nothing was changed.
    BadRequest(Problem),
    /// 401: There are no valid credentials with the request.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this, or not to this user.
    Forbidden(Problem),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Problem),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Problem),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Problem),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for ImportUsersResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/problem+json", &body)
            }
            Self::UnsupportedMediaType(body) => {
                rt::Outgoing::status(415).json("application/problem+json", &body)
            }
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/problem+json", &body)
            }
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(body) => {
                rt::Outgoing::status(500).json("application/problem+json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/problem+json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for ImportUsersResponse {
    const OPERATION: &'static str = "importUsers";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for ImportUsersResponse {
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

/// What `exportUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportUsersRequest {
    /// Whether the hashes of passwords are exported too. They are secrets: it takes the action
    /// `credentials:export` besides, and leaves a record in the audit trail.
    pub password_hashes: bool,
}

impl rt::Request for ExportUsersRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let password_hashes = query.or("passwordHashes", &rt::boolean(), false);
        Ok(Self {
            password_hashes: password_hashes?,
        })
    }
}

/// What `exportUsers` answers.
#[derive(Debug)]
pub enum ExportUsersResponse {
    /// 200: The users.
    Ok {
        /// Always `no-store`: the answer can hold secrets.
        cache_control: String,
        /// The body.
        body: rt::TextItems,
    },
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

impl rt::Respond for ExportUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { cache_control, body } => {
                rt::Outgoing::status(200)
                    .header("cache-control", cache_control)
                    .stream("application/x-ndjson", body)
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

impl From<Failure> for ExportUsersResponse {
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
    /// 404: The user does not exist in the caller's organization, or the organization does not exist.
    NotFound(Problem),
    /// 409: The text in the path names more than one user, the user has as many keys as a user can have
    /// (`limit-exceeded`), the username or e-mail address is taken, or it was changed at the same time.
    Conflict(Problem),
    /// 413: The body is larger than the server accepts.
    PayloadTooLarge(Problem),
    /// 415: The body is not declared as JSON. A body without a content type is read as JSON.
    UnsupportedMediaType(Problem),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed.
    UnprocessableEntity(Problem),
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
            Self::UnprocessableEntity(body) => {
                rt::Outgoing::status(422).json("application/problem+json", &body)
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

    /// Lists who may do what.
    ///
    /// Answers the one table that decides who may do what, in all dialects: every action with the
    /// operations of this contract that ask for it, what every active user may do, and what the built-in
    /// roles and the permissions give.
    ///
    /// What one may do is all of this together: what everybody may do, and what the own roles and
    /// permissions and the roles of the own groups give. With it alone nobody gives or takes what they do
    /// not have, and no built-in user is changed. The built-in user `readonly` has of it only what reads.
    ///
    /// `GET /roster/v1/actions`
    ///
    /// Contract: `/paths/~1roster~1v1~1actions/get`
    fn list_actions(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = ListActionsResponse> + Send;

    /// Creates an administrator of an organization.
    ///
    /// Makes a user in an organization from outside, who may do everything there, and a first key. It is
    /// how a new organization gets its first administrator, and how one whose administrators are gone gets
    /// another. The key is in this answer and nowhere else: the server keeps only its hash.
    ///
    /// It is for principals of the organization that exists from the first start, the platform, whose roles
    /// allow it and who have themselves everything that the new administrator will have; to all others it
    /// is 403.
    ///
    /// `POST /roster/v1/organizations/{organization}/administrators`
    ///
    /// Contract: `/paths/~1roster~1v1~1organizations~1{organization}~1administrators/post`
    fn create_administrator(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateAdministratorRequest,
    ) -> impl Future<Output = CreateAdministratorResponse> + Send;

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
    /// Looks whether requests can be served, and says of each thing that this takes whether it is so. If
    /// one is not, the answer is 503 with the same list in `checks`, so that no more requests are sent
    /// here:
    ///
    /// * `reads`: the store answers. It is of this version's schema, since the server does not listen
    ///   before.
    /// * `writes`: what was written last is on the disk. Where it was not, this request tries to write
    ///   something, so that a disk that is there again is noticed without anybody's write being lost.
    /// * `stopping`: the server was not told to stop. As long as it still accepts connections then, it
    ///   serves them, and is not ready.
    ///
    /// `GET /readyz`
    ///
    /// Contract: `/paths/~1readyz/get`
    fn get_readiness(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = GetReadinessResponse> + Send;

    /// Shows what the server counts about itself.
    ///
    /// Answers in the text format of Prometheus how many requests there were of each operation and with
    /// which status, how long they took, and what goes on behind them: the queues and commits of the store,
    /// its size, password hashing, refusals, connections. Nothing in it names a user, an organization or an
    /// address.
    ///
    /// Where the number of requests is limited, this one is not counted, since it is needed most when there
    /// are too many.
    ///
    /// `GET /metrics`
    ///
    /// Contract: `/paths/~1metrics/get`
    fn get_metrics(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetMetricsResponse> + Send;

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

    /// Makes many users of what was exported, here or elsewhere.
    ///
    /// Makes the users of one portion of an import, all in one transaction: those that can be made are
    /// made, and each that cannot is refused by itself, with its place in the portion and the reason. What
    /// decides is what decides about any creation: nobody gives what they do not have, names are unique in
    /// the whole instance, and metadata follows the metaschema of users.
    ///
    /// A row may say what only the server says of other users: `id`, `realm`, the times, and the hash of a
    /// password that was set elsewhere. Such a row takes the action `users:restore` besides; without it,
    /// the row is refused. Who made and last changed a user is whoever imports it, and its version is 1.
    ///
    /// An import that is longer than one portion is sent in several, each with an `Idempotency-Key` of its
    /// own: a portion whose answer was lost is sent again with the same key, and is answered as it was, so
    /// nothing is lost and nothing is made twice. It is what `roster import` does.
    ///
    /// `POST /roster/v1/import`
    ///
    /// Contract: `/paths/~1roster~1v1~1import/post`
    fn import_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ImportUsersRequest,
    ) -> impl Future<Output = ImportUsersResponse> + Send;

    /// Exports all users as JSON lines.
    ///
    /// Sends the users of the caller's organization while they are read, persons and service accounts, the
    /// oldest first: on each line a JSON object as in `PortableUser`. Imported into an organization that
    /// has the same groups and roles and none of the users, and exported again, the lines are the same,
    /// byte for byte.
    ///
    /// Built-in users are left out, as every organization has its own; so are keys and sessions, which
    /// belong to this installation. A user who is there from the beginning of the answer to its end is in
    /// it once.
    ///
    /// `GET /roster/v1/export`
    ///
    /// Contract: `/paths/~1roster~1v1~1export/get`
    fn export_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ExportUsersRequest,
    ) -> impl Future<Output = ExportUsersResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `POST /roster/v1/users/{user}/keys`
    CreateUserKey,
    /// `GET /roster/v1/actions`
    ListActions,
    /// `POST /roster/v1/organizations/{organization}/administrators`
    CreateAdministrator,
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
    /// `GET /metrics`
    GetMetrics,
    /// `GET /openapi.json`
    GetContract,
    /// `POST /roster/v1/import`
    ImportUsers,
    /// `GET /roster/v1/export`
    ExportUsers,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 12] = [
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
        id: "listActions",
        module: "roster",
        method: "GET",
        path: "/roster/v1/actions",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "createAdministrator",
        module: "roster",
        method: "POST",
        path: "/roster/v1/organizations/{organization}/administrators",
        action: Some("organizations:write"),
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
        id: "getMetrics",
        module: "roster",
        method: "GET",
        path: "/metrics",
        action: Some("metrics:read"),
        secured: true,
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
    rt::Operation {
        id: "importUsers",
        module: "roster",
        method: "POST",
        path: "/roster/v1/import",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "exportUsers",
        module: "roster",
        method: "GET",
        path: "/roster/v1/export",
        action: Some("users:read"),
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
            ["healthz"] => &[OperationId::GetHealth],
            ["readyz"] => &[OperationId::GetReadiness],
            ["metrics"] => &[OperationId::GetMetrics],
            ["openapi.json"] => &[OperationId::GetContract],
            ["roster", "v1", "actions"] => &[OperationId::ListActions],
            ["roster", "v1", "mail"] => &[OperationId::ListMail],
            ["roster", "v1", "audit"] => &[OperationId::ListAudit],
            ["roster", "v1", "import"] => &[OperationId::ImportUsers],
            ["roster", "v1", "export"] => &[OperationId::ExportUsers],
            ["roster", "v1", "audit", "export"] => &[OperationId::ExportAudit],
            ["roster", "v1", "users", _, "keys"] => &[OperationId::CreateUserKey],
            ["roster", "v1", "organizations", _, "administrators"] => {
                &[OperationId::CreateAdministrator]
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
            OperationId::CreateUserKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_user_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListActions => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.list_actions(call, caller).await))
                })
            }
            OperationId::CreateAdministrator => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_administrator(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListMail => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_mail(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListAudit => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_audit(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ExportAudit => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.export_audit(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetHealth => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.get_health(call).await))
                })
            }
            OperationId::GetReadiness => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.get_readiness(call).await))
                })
            }
            OperationId::GetMetrics => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.get_metrics(call, caller).await))
                })
            }
            OperationId::GetContract => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.get_contract(call).await))
                })
            }
            OperationId::ImportUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.import_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ExportUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.export_users(call, caller, request).await,
                        ),
                    )
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::CreateUserKey => {
                    rt::Respond::into_response(CreateUserKeyResponse::from(failure))
                }
                OperationId::ListActions => {
                    rt::Respond::into_response(ListActionsResponse::from(failure))
                }
                OperationId::CreateAdministrator => {
                    rt::Respond::into_response(
                        CreateAdministratorResponse::from(failure),
                    )
                }
                OperationId::ListMail => {
                    rt::Respond::into_response(ListMailResponse::from(failure))
                }
                OperationId::ListAudit => {
                    rt::Respond::into_response(ListAuditResponse::from(failure))
                }
                OperationId::ExportAudit => {
                    rt::Respond::into_response(ExportAuditResponse::from(failure))
                }
                OperationId::GetHealth => {
                    rt::Respond::into_response(GetHealthResponse::from(failure))
                }
                OperationId::GetReadiness => {
                    rt::Respond::into_response(GetReadinessResponse::from(failure))
                }
                OperationId::GetMetrics => {
                    rt::Respond::into_response(GetMetricsResponse::from(failure))
                }
                OperationId::GetContract => {
                    rt::Respond::into_response(GetContractResponse::from(failure))
                }
                OperationId::ImportUsers => {
                    rt::Respond::into_response(ImportUsersResponse::from(failure))
                }
                OperationId::ExportUsers => {
                    rt::Respond::into_response(ExportUsersResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
