//! The module `elastic`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use serde::Serialize;
use specgen_runtime as rt;

/// Users.
///
/// Contract: `/components/schemas/ElasticUserList`
#[derive(Debug)]
pub struct UserList {
    /// The users.
    pub users: rt::Items<User>,
}

impl From<UserList> for rt::Streamed {
    fn from(body: UserList) -> Self {
        rt::StreamedObject::new().items("users", body.users)
    }
}

impl rt::Model for UserList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let users = object.required("users", &rt::items(rt::model::<User>()));
        Ok(Self { users: users? })
    }
}

/// A user. Members that the vendor declares as optional and Roster always sends are required here.
///
/// Contract: `/components/schemas/ElasticUser`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct User {
    /// The name that identifies the user.
    pub user_name: String,
    /// What the user may do. The vendor's schema also has `password`, which is only for changes and so is
    /// not a member of answers here.
    pub security: UserSecurity,
    /// When and by whom the user was created and changed, and when the user logged in.
    pub metadata: UserMetadata,
    /// The name to show; absent where the user has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
    /// The e-mail address; absent where the user has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether this is one of the built-in users, which nobody can change.
    pub builtin: bool,
}

impl rt::Model for User {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user_name = object.required("user_name", &rt::string());
        let security = object.required("security", &rt::model::<UserSecurity>());
        let metadata = object.required("metadata", &rt::model::<UserMetadata>());
        let full_name = object.optional("full_name", &rt::string());
        let email = object.optional("email", &rt::string());
        let builtin = object.required("builtin", &rt::boolean());
        Ok(Self {
            user_name: user_name?,
            security: security?,
            metadata: metadata?,
            full_name: full_name?,
            email: email?,
            builtin: builtin?,
        })
    }
}

/// What the user may do. The vendor's schema also has `password`, which is only for changes and so is
/// not a member of answers here.
///
/// Contract: `/components/schemas/ElasticUserSecurity`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserSecurity {
    /// The names of the roles that are assigned to the user, sorted.
    pub roles: Vec<String>,
    /// The operations of this dialect that the user may call, as operationIds, each once, sorted. Roster's
    /// choice: an operation that names a user is among them where the user may call it for the own account.
    /// Those that need no credentials are not.
    pub permissions: Vec<String>,
    /// Elevated permissions, which the vendor has retired. Roster's choice, never sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elevated_permissions: Option<ElevatedPermissions>,
    /// Whether the user may authenticate.
    pub enabled: bool,
    /// Where the user comes from.
    pub security_realm: UserSecurityRealm,
}

impl rt::Model for UserSecurity {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let roles = object.required("roles", &rt::array(rt::string()));
        let permissions = object.required("permissions", &rt::array(rt::string()));
        let elevated_permissions = object
            .optional("elevated_permissions", &rt::model::<ElevatedPermissions>());
        let enabled = object.required("enabled", &rt::boolean());
        let security_realm = object
            .required("security_realm", &rt::model::<UserSecurityRealm>());
        Ok(Self {
            roles: roles?,
            permissions: permissions?,
            elevated_permissions: elevated_permissions?,
            enabled: enabled?,
            security_realm: security_realm?,
        })
    }
}

/// Elevated permissions, which the vendor has retired. Roster's choice, never sent.
///
/// Contract: `/components/schemas/ElasticElevatedPermissions`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ElevatedPermissions {
    /// Whether the user has elevated permissions.
    pub enabled: bool,
    /// When they expire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
}

impl rt::Model for ElevatedPermissions {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let enabled = object.required("enabled", &rt::boolean());
        let expires_at = object.optional("expires_at", &rt::timestamp());
        Ok(Self {
            enabled: enabled?,
            expires_at: expires_at?,
        })
    }
}

/// Where the user comes from.
///
/// Contract: `/components/schemas/ElasticUserSecurityRealm`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserSecurityRealm {
    /// The kind of realm.
    pub r#type: UserSecurityRealmType,
    /// The id of the realm. Roster's choice: `native` for the realm of that kind.
    pub id: String,
}

impl rt::Model for UserSecurityRealm {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let r#type = object.required("type", &rt::model::<UserSecurityRealmType>());
        let id = object.required("id", &rt::string());
        Ok(Self { r#type: r#type?, id: id? })
    }
}

/// The kind of realm.
///
/// Contract: `/components/schemas/ElasticUserSecurityRealm/properties/type`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum UserSecurityRealmType {
    /// `native`
    #[serde(rename = "native")]
    Native,
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

impl UserSecurityRealmType {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Native,
        Self::Ldap,
        Self::Saml,
        Self::ActiveDirectory,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Ldap => "ldap",
            Self::Saml => "saml",
            Self::ActiveDirectory => "active_directory",
        }
    }
}

rt::enumeration!(UserSecurityRealmType);

/// When and by whom the user was created and changed, and when the user logged in.
///
/// Contract: `/components/schemas/ElasticUserMetadata`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserMetadata {
    /// Who created the user. Roster's choice: the `user_name`, or Roster's 20-character id where that user
    /// no longer exists; absent for users that the server made itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    /// When the user was created.
    pub created_at: rt::Timestamp,
    /// Who changed the user last, in the same form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_by: Option<String>,
    /// When the user was last changed.
    pub updated_at: rt::Timestamp,
    /// When the user first logged in; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_login_at: Option<rt::Timestamp>,
    /// When the user last logged in; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<rt::Timestamp>,
}

impl rt::Model for UserMetadata {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let created_by = object.optional("created_by", &rt::string());
        let created_at = object.required("created_at", &rt::timestamp());
        let updated_by = object.optional("updated_by", &rt::string());
        let updated_at = object.required("updated_at", &rt::timestamp());
        let first_login_at = object.optional("first_login_at", &rt::timestamp());
        let last_login_at = object.optional("last_login_at", &rt::timestamp());
        Ok(Self {
            created_by: created_by?,
            created_at: created_at?,
            updated_by: updated_by?,
            updated_at: updated_at?,
            first_login_at: first_login_at?,
            last_login_at: last_login_at?,
        })
    }
}

/// A user to create. Members that may not be set are part of it so that an attempt is answered with
/// `user.restricted_field` instead of being ignored; of their values only the type is looked at.
///
/// Contract: `/components/schemas/ElasticNewUser`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewUser {
    /// The name that is to identify the user. Its rules are checked with `user.user_name.invalid`.
    pub user_name: String,
    /// The name to show. Roster's choice, at most 1024 characters, and empty is the same as absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
    /// The e-mail address. Roster's choice: at most 254 characters, one `@` with text on both sides, no
    /// white space and no control characters; empty is the same as absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What the user to create may do.
    pub security: NewUserSecurity,
    /// Restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<rt::Map<String, rt::Value>>,
    /// Restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub builtin: Option<bool>,
}

impl rt::Model for NewUser {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user_name = object.required("user_name", &rt::string());
        let full_name = object.optional("full_name", &rt::string().max_length(1024));
        let email = object
            .optional(
                "email",
                &rt::string().max_length(254).pattern(&USER_PATCH_EMAIL_PATTERN),
            );
        let security = object.required("security", &rt::model::<NewUserSecurity>());
        let metadata = object.optional("metadata", &rt::json_object());
        let builtin = object.optional("builtin", &rt::boolean());
        Ok(Self {
            user_name: user_name?,
            full_name: full_name?,
            email: email?,
            security: security?,
            metadata: metadata?,
            builtin: builtin?,
        })
    }
}

/// What the user to create may do.
///
/// Contract: `/components/schemas/ElasticNewUserSecurity`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NewUserSecurity {
    /// The names of the roles that the user shall have; names given twice count once. Roster's choice, at
    /// most 256.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// Restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<String>>,
    /// Restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elevated_permissions: Option<rt::Map<String, rt::Value>>,
    /// The password, at least 8 characters as the vendor documents. Roster's choice: at most 1024 bytes of
    /// UTF-8 and not a common one; any other is `root.invalid_json_request`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<rt::Secret>,
    /// Whether the user may authenticate; true where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_realm: Option<rt::Map<String, rt::Value>>,
}

impl rt::Model for NewUserSecurity {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let roles = object
            .optional("roles", &rt::array(rt::string().max_length(1024)).max_items(256));
        let permissions = object.optional("permissions", &rt::array(rt::string()));
        let elevated_permissions = object
            .optional("elevated_permissions", &rt::json_object());
        let password = object
            .optional(
                "password",
                &rt::secret(rt::string().min_length(8).max_length(1024)),
            );
        let enabled = object.optional("enabled", &rt::boolean());
        let security_realm = object.optional("security_realm", &rt::json_object());
        Ok(Self {
            roles: roles?,
            permissions: permissions?,
            elevated_permissions: elevated_permissions?,
            password: password?,
            enabled: enabled?,
            security_realm: security_realm?,
        })
    }
}

/// A JSON Merge Patch of a user. Members that may not be set are part of it so that an attempt is
/// answered with `user.restricted_field` instead of being ignored; of their values only the type is
/// looked at.
///
/// Contract: `/components/schemas/ElasticUserPatch`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserPatch {
    /// The user's own name, or it is refused. Roster's choice, at most 255 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub user_name: rt::Field<String>,
    /// The new name to show. Roster's choice, at most 1024 characters, and empty is the same as `null`.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub full_name: rt::Field<String>,
    /// The new e-mail address. Roster's choice: at most 254 characters, one `@` with text on both sides, no
    /// white space and no control characters; empty is the same as `null`.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub email: rt::Field<String>,
    /// The part of a merge patch that is about what the user may do.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub security: rt::Field<UserSecurityPatch>,
    /// Restricted.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub metadata: rt::Field<rt::Map<String, rt::Value>>,
    /// Restricted.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub builtin: rt::Field<bool>,
}

impl rt::Model for UserPatch {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let value = rt::embedded_json(value, at, found)?;
        let mut object = rt::object(value, at, found)?;
        let user_name = object.field("user_name", &rt::string().max_length(255));
        let full_name = object.field("full_name", &rt::string().max_length(1024));
        let email = object
            .field(
                "email",
                &rt::string().max_length(254).pattern(&USER_PATCH_EMAIL_PATTERN),
            );
        let security = object.field("security", &rt::model::<UserSecurityPatch>());
        let metadata = object.field("metadata", &rt::json_object());
        let builtin = object.field("builtin", &rt::boolean());
        Ok(Self {
            user_name: user_name?,
            full_name: full_name?,
            email: email?,
            security: security?,
            metadata: metadata?,
            builtin: builtin?,
        })
    }
}

impl rt::MergePatch for UserPatch {
    fn is_empty(&self) -> bool {
        self.user_name.is_absent() && self.full_name.is_absent()
            && self.email.is_absent() && self.security.is_absent()
            && self.metadata.is_absent() && self.builtin.is_absent()
    }
}

/// The part of a merge patch that is about what the user may do.
///
/// Contract: `/components/schemas/ElasticUserSecurityPatch`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserSecurityPatch {
    /// The names of all roles that the user shall have; names given twice count once. Roster's choice, at
    /// most 256.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub roles: rt::Field<Vec<String>>,
    /// Restricted.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub permissions: rt::Field<Vec<String>>,
    /// Restricted.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub elevated_permissions: rt::Field<rt::Map<String, rt::Value>>,
    /// The new password, at least 8 characters as the vendor documents. Roster's choice: at most 1024 bytes
    /// of UTF-8 and not a common one; any other is `root.invalid_json_request`. The user's sessions end.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub password: rt::Field<rt::Secret>,
    /// Whether the user may authenticate.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub enabled: rt::Field<bool>,
    /// Restricted.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub security_realm: rt::Field<rt::Map<String, rt::Value>>,
}

impl rt::Model for UserSecurityPatch {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let roles = object
            .field("roles", &rt::array(rt::string().max_length(1024)).max_items(256));
        let permissions = object.field("permissions", &rt::array(rt::string()));
        let elevated_permissions = object
            .field("elevated_permissions", &rt::json_object());
        let password = object
            .field("password", &rt::secret(rt::string().min_length(8).max_length(1024)));
        let enabled = object.field("enabled", &rt::boolean());
        let security_realm = object.field("security_realm", &rt::json_object());
        Ok(Self {
            roles: roles?,
            permissions: permissions?,
            elevated_permissions: elevated_permissions?,
            password: password?,
            enabled: enabled?,
            security_realm: security_realm?,
        })
    }
}

impl rt::MergePatch for UserSecurityPatch {
    fn is_empty(&self) -> bool {
        self.roles.is_absent() && self.permissions.is_absent()
            && self.elevated_permissions.is_absent() && self.password.is_absent()
            && self.enabled.is_absent() && self.security_realm.is_absent()
    }
}

/// Who logs in.
///
/// Contract: `/components/schemas/ElasticLoginRequest`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LoginRequestModel {
    /// The `user_name`. Roster's choice: or the e-mail address.
    pub username: String,
    /// The password, as plain text.
    pub password: rt::Secret,
    /// Where a browser was when it was sent to log in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_state: Option<LoginState>,
}

impl rt::Model for LoginRequestModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let username = object.required("username", &rt::string().max_length(1024));
        let password = object
            .required("password", &rt::secret(rt::string().max_length(1024)));
        let login_state = object.optional("login_state", &rt::model::<LoginState>());
        Ok(Self {
            username: username?,
            password: password?,
            login_state: login_state?,
        })
    }
}

/// Where a browser was when it was sent to log in.
///
/// Contract: `/components/schemas/ElasticLoginState`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LoginState {
    /// The path to go back to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl rt::Model for LoginState {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let path = object.optional("path", &rt::string().max_length(1024));
        Ok(Self { path: path? })
    }
}

/// A token.
///
/// Contract: `/components/schemas/ElasticTokenResponse`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TokenResponse {
    /// The bearer token.
    pub token: rt::Secret,
    /// From when on the token is refused.
    pub session_expiration_time: rt::Timestamp,
}

impl rt::Model for TokenResponse {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let token = object.required("token", &rt::secret(rt::string()));
        let session_expiration_time = object
            .required("session_expiration_time", &rt::timestamp());
        Ok(Self {
            token: token?,
            session_expiration_time: session_expiration_time?,
        })
    }
}

/// How a caller is authenticated. The vendor's retired members are not sent.
///
/// Contract: `/components/schemas/ElasticAuthenticationInfo`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuthenticationInfo {
    /// Retired by the vendor; always false.
    pub has_elevated_permissions: bool,
    /// Where the token is refreshed.
    pub refresh_token_url: String,
    /// From when on the caller's token is refused; absent where the caller came with something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<rt::Timestamp>,
}

impl rt::Model for AuthenticationInfo {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let has_elevated_permissions = object
            .required("has_elevated_permissions", &rt::boolean());
        let refresh_token_url = object.required("refresh_token_url", &rt::string());
        let expires_at = object.optional("expires_at", &rt::timestamp());
        Ok(Self {
            has_elevated_permissions: has_elevated_permissions?,
            refresh_token_url: refresh_token_url?,
            expires_at: expires_at?,
        })
    }
}

/// The ways to log in.
///
/// Contract: `/components/schemas/ElasticAvailableAuthenticationMethods`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AvailableAuthenticationMethods {
    /// Whether with a password.
    pub password: bool,
    /// Whether through SAML.
    pub saml: bool,
    /// Retired by the vendor; always false.
    pub openid: bool,
    /// The identity providers.
    pub sso_methods: Vec<SsoAuthenticationMethodInfo>,
}

impl rt::Model for AvailableAuthenticationMethods {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let password = object.required("password", &rt::boolean());
        let saml = object.required("saml", &rt::boolean());
        let openid = object.required("openid", &rt::boolean());
        let sso_methods = object
            .required(
                "sso_methods",
                &rt::array(rt::model::<SsoAuthenticationMethodInfo>()),
            );
        Ok(Self {
            password: password?,
            saml: saml?,
            openid: openid?,
            sso_methods: sso_methods?,
        })
    }
}

/// An identity provider.
///
/// Contract: `/components/schemas/ElasticSsoAuthenticationMethodInfo`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SsoAuthenticationMethodInfo {
    /// What it speaks.
    pub sso_type: SsoAuthenticationMethodInfoSsoType,
    /// Its name.
    pub name: String,
    /// Where a login through it begins.
    pub url: String,
}

impl rt::Model for SsoAuthenticationMethodInfo {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let sso_type = object
            .required("sso_type", &rt::model::<SsoAuthenticationMethodInfoSsoType>());
        let name = object.required("name", &rt::string());
        let url = object.required("url", &rt::string());
        Ok(Self {
            sso_type: sso_type?,
            name: name?,
            url: url?,
        })
    }
}

/// What it speaks.
///
/// Contract: `/components/schemas/ElasticSsoAuthenticationMethodInfo/properties/sso_type`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum SsoAuthenticationMethodInfoSsoType {
    /// `saml`
    #[serde(rename = "saml")]
    Saml,
}

impl SsoAuthenticationMethodInfoSsoType {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Saml];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Saml => "saml",
        }
    }
}

rt::enumeration!(SsoAuthenticationMethodInfoSsoType);

/// An API key to create. The vendor's `role_assignments` are not for self-hosted installations.
///
/// Contract: `/components/schemas/ElasticCreateApiKeyRequest`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CreateApiKeyRequestModel {
    /// What the key is for. Roster's choice, 1 to 1024 characters.
    pub description: String,
    /// How long the key lasts, such as `1d` or `3h`. Roster's choice: a number from 1 to 36500 and one of
    /// `d`, `h`, `m` and `s`; anything else is `api_keys.invalid_input`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiration: Option<String>,
}

impl rt::Model for CreateApiKeyRequestModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let description = object.required("description", &rt::string());
        let expiration = object.optional("expiration", &rt::string());
        Ok(Self {
            description: description?,
            expiration: expiration?,
        })
    }
}

/// An API key. The vendor's `organization_id` and `role_assignments` are not sent: they are of its
/// cloud service. Members that the vendor declares as optional and Roster always sends are required
/// here.
///
/// Contract: `/components/schemas/ElasticApiKeyResponse`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ApiKeyResponse {
    /// The id of the key.
    pub id: String,
    /// What the key is for.
    pub description: String,
    /// When the key was created.
    pub creation_date: rt::Timestamp,
    /// When the key stops working; absent where it does not expire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<rt::Timestamp>,
    /// Whom the key belongs to. Roster's choice: the `user_name`.
    pub user_id: String,
    /// The key itself; only in the answer to its creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<rt::Secret>,
}

impl rt::Model for ApiKeyResponse {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::string());
        let description = object.required("description", &rt::string());
        let creation_date = object.required("creation_date", &rt::timestamp());
        let expiration_date = object.optional("expiration_date", &rt::timestamp());
        let user_id = object.required("user_id", &rt::string());
        let key = object.optional("key", &rt::secret(rt::string()));
        Ok(Self {
            id: id?,
            description: description?,
            creation_date: creation_date?,
            expiration_date: expiration_date?,
            user_id: user_id?,
            key: key?,
        })
    }
}

/// API keys.
///
/// Contract: `/components/schemas/ElasticApiKeysResponse`
#[derive(Debug)]
pub struct ApiKeysResponse {
    /// The keys.
    pub keys: rt::Items<ApiKeyResponse>,
}

impl From<ApiKeysResponse> for rt::Streamed {
    fn from(body: ApiKeysResponse) -> Self {
        rt::StreamedObject::new().items("keys", body.keys)
    }
}

impl rt::Model for ApiKeysResponse {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let keys = object.required("keys", &rt::items(rt::model::<ApiKeyResponse>()));
        Ok(Self { keys: keys? })
    }
}

/// Which API keys to delete.
///
/// Contract: `/components/schemas/ElasticDeleteApiKeysRequest`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeleteApiKeysRequestModel {
    /// The ids of the keys. Roster's choice, at most 1000.
    pub keys: Vec<String>,
}

impl rt::Model for DeleteApiKeysRequestModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let keys = object.required("keys", &rt::array(rt::string()).max_items(1000));
        Ok(Self { keys: keys? })
    }
}

/// Which API keys of which users to delete.
///
/// Contract: `/components/schemas/ElasticDeleteUsersApiKeysRequest`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeleteUsersApiKeysRequestModel {
    /// The keys. Roster's choice, at most 1000.
    pub user_api_keys: Vec<UserApiKey>,
}

impl rt::Model for DeleteUsersApiKeysRequestModel {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user_api_keys = object
            .required(
                "user_api_keys",
                &rt::array(rt::model::<UserApiKey>()).max_items(1000),
            );
        Ok(Self {
            user_api_keys: user_api_keys?,
        })
    }
}

/// An API key of a user.
///
/// Contract: `/components/schemas/ElasticUserApiKey`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UserApiKey {
    /// Whom the key belongs to. Roster's choice: the `user_name`, compared without case.
    pub user_id: String,
    /// The id of the key.
    pub api_key_id: String,
}

impl rt::Model for UserApiKey {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user_id = object.required("user_id", &rt::string());
        let api_key_id = object.required("api_key_id", &rt::string());
        Ok(Self {
            user_id: user_id?,
            api_key_id: api_key_id?,
        })
    }
}

/// Why a request failed.
///
/// Contract: `/components/schemas/ElasticBasicFailedReply`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BasicFailedReply {
    /// The errors, at least one.
    pub errors: Vec<BasicFailedReplyElement>,
}

impl rt::Model for BasicFailedReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let errors = object
            .required("errors", &rt::array(rt::model::<BasicFailedReplyElement>()));
        Ok(Self { errors: errors? })
    }
}

/// One error.
///
/// Contract: `/components/schemas/ElasticBasicFailedReplyElement`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BasicFailedReplyElement {
    /// What happened, for programs.
    pub code: String,
    /// What happened, for people.
    pub message: String,
    /// The members of the request that the error is about; absent where there are none. Roster's choice:
    /// written with dots, as in `security.roles`, and the names of path and query parameters as they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<String>>,
}

impl rt::Model for BasicFailedReplyElement {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let code = object.required("code", &rt::string());
        let message = object.required("message", &rt::string());
        let fields = object.optional("fields", &rt::array(rt::string()));
        Ok(Self {
            code: code?,
            message: message?,
            fields: fields?,
        })
    }
}

static CREATE_USER_IDEMPOTENCY_KEY_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[!-~]+$",
    "^[!-\\~]+$",
);

static UPDATE_CURRENT_USER_IF_MATCH_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^(\\*|[ \\t,]*(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-~]*\")?)*)$",
    "^(\\*|[ \\t,]*(W/)?\"[!#-\\~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-\\~]*\")?)*)$",
);

static USER_PATCH_EMAIL_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^([^@\\s]+@[^@\\s]+)?$",
    "^([^@\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]+@[^@\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]+)?$",
);

/// What `get-current-user` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetCurrentUserResponse {
    /// 200: The current user.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<User>,
    },
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `user.not_found`.
    NotFound(NotFound),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetCurrentUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .rendered("application/json", body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetCurrentUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `update-current-user` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateCurrentUserRequest {
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The merge patch.
    pub body: UserPatch,
}

impl rt::Request for UpdateCurrentUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserPatch>());
        Ok(Self {
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `update-current-user` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateCurrentUserResponse {
    /// 200: The user was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: User,
    },
    /// 400: The patch cannot be applied; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `user.not_found`.
    NotFound(NotFound),
    /// 409: Another user has this name: `user.user_name.conflict`. Another user has this e-mail address,
    /// and, Roster's choice of codes: `user.email.conflict`. The user changed at the same time:
    /// `user.conflict`.
    Conflict(Conflict),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice
    /// like the header: `root.precondition_failed`.
    PreconditionFailed(PreconditionFailed),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for UpdateCurrentUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::Conflict(failure) => failure.into_response(),
            Self::PreconditionFailed(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for UpdateCurrentUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => Self::Conflict(failure),
            Failure::PreconditionFailed(failure) => Self::PreconditionFailed(failure),
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-users` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUsersRequest {
    /// Whether users who cannot authenticate are answered too.
    pub include_disabled: bool,
}

impl rt::Request for GetUsersRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let include_disabled = query.or("include_disabled", &rt::boolean(), false);
        Ok(Self {
            include_disabled: include_disabled?,
        })
    }
}

/// What `get-users` answers.
#[derive(Debug)]
pub enum GetUsersResponse {
    /// 200: The users.
    Ok(UserList),
    /// 400: A query parameter breaks the rules of its schema. Code, Roster's choice:
    /// `root.invalid_json_request`.
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetUsersResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `create-user` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The user to make.
    pub body: NewUser,
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
        let body = parts.json_body(&rt::model::<NewUser>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `create-user` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 200: The user was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: User,
    },
    /// 400: The user cannot be made; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 409: Another user has this name: `user.user_name.conflict`. Another user has this e-mail address,
    /// and, Roster's choice of codes: `user.email.conflict`. The user changed at the same time:
    /// `user.conflict`.
    Conflict(Conflict),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code, Roster's choice: `root.idempotency_key`.
    UnprocessableEntity(UnprocessableEntity),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
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
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::Conflict(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::UnprocessableEntity(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateUserResponse {
    const OPERATION: &'static str = "create-user";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => Self::Conflict(failure),
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => Self::UnprocessableEntity(failure),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-user` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserRequest {
    /// The name of a user, compared without case.
    pub user_name: String,
}

impl rt::Request for GetUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user_name = parts.path(3, "user_name", &rt::string());
        Ok(Self { user_name: user_name? })
    }
}

/// What `get-user` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetUserResponse {
    /// 200: The user.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<User>,
    },
    /// 400: The path cannot be decoded. Code, Roster's choice: `root.invalid_json_request`.
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `user.not_found`.
    NotFound(NotFound),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
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
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `update-user` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserRequest {
    /// The name of a user, compared without case.
    pub user_name: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The merge patch.
    pub body: UserPatch,
}

impl rt::Request for UpdateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user_name = parts.path(3, "user_name", &rt::string());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserPatch>());
        Ok(Self {
            user_name: user_name?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `update-user` answers.
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
    /// 400: The patch cannot be applied; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `user.not_found`.
    NotFound(NotFound),
    /// 409: Another user has this name: `user.user_name.conflict`. Another user has this e-mail address,
    /// and, Roster's choice of codes: `user.email.conflict`. The user changed at the same time:
    /// `user.conflict`.
    Conflict(Conflict),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice
    /// like the header: `root.precondition_failed`.
    PreconditionFailed(PreconditionFailed),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
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
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::Conflict(failure) => failure.into_response(),
            Self::PreconditionFailed(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for UpdateUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => Self::Conflict(failure),
            Failure::PreconditionFailed(failure) => Self::PreconditionFailed(failure),
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `delete-user` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserRequest {
    /// The name of a user, compared without case.
    pub user_name: String,
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
        let user_name = parts.path(3, "user_name", &rt::string());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            user_name: user_name?,
            if_match: if_match?,
        })
    }
}

/// What `delete-user` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserResponse {
    /// 200: The user was deleted.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The user cannot be deleted; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `user.not_found`.
    NotFound(NotFound),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice
    /// like the header: `root.precondition_failed`.
    PreconditionFailed(PreconditionFailed),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for DeleteUserResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::PreconditionFailed(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeleteUserResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => Self::PreconditionFailed(failure),
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-authentication-info` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetAuthenticationInfoResponse {
    /// 200: How the caller is authenticated.
    Ok(AuthenticationInfo),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetAuthenticationInfoResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetAuthenticationInfoResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `login` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct LoginRequest {
    /// Who logs in.
    pub body: LoginRequestModel,
}

impl rt::Request for LoginRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.json_body(&rt::model::<LoginRequestModel>());
        Ok(Self { body: body? })
    }
}

/// What `login` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum LoginResponse {
    /// 200: The session begins.
    Ok {
        /// Always `no-store`, Roster's choice: the answer holds a secret.
        cache_control: String,
        /// The body.
        body: TokenResponse,
    },
    /// 302: The session begins, and the browser goes on to where it came from.
    Found {
        /// Always `no-store`, Roster's choice: the answer holds a secret.
        cache_control: String,
        /// `/sso/token#TOKEN?state=LOGIN_STATE`, all but the path in the fragment.
        location: String,
        /// The body.
        body: rt::Map<String, rt::Value>,
    },
    /// 400: The body breaks the rules of its schema. Code, Roster's choice: `root.invalid_json_request`;
    /// one error for each violation.
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for LoginResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { cache_control, body } => {
                rt::Outgoing::status(200)
                    .header("cache-control", cache_control)
                    .json("application/json", &body)
            }
            Self::Found { cache_control, location, body } => {
                rt::Outgoing::status(302)
                    .header("cache-control", cache_control)
                    .header("location", location)
                    .json("application/json", &body)
            }
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for LoginResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(403),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `logout` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum LogoutResponse {
    /// 200: The session has ended.
    Ok(rt::Map<String, rt::Value>),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for LogoutResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for LogoutResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `refresh-token` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RefreshTokenResponse {
    /// 200: The fresh token.
    Ok {
        /// Always `no-store`, Roster's choice: the answer holds a secret.
        cache_control: String,
        /// The body.
        body: TokenResponse,
    },
    /// 401: The token is not valid, or what authenticates the caller is no session's token. Code:
    /// `root.unauthorized`.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for RefreshTokenResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { cache_control, body } => {
                rt::Outgoing::status(200)
                    .header("cache-control", cache_control)
                    .json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for RefreshTokenResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `methods` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum MethodsResponse {
    /// 200: The ways to log in.
    Ok(AvailableAuthenticationMethods),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for MethodsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for MethodsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Forbidden(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(403),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `saml-init` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum SamlInitResponse {
    /// 302: To the next step of a login.
    Found {
        /// The next step.
        location: String,
    },
    /// 501: There is no identity provider. Code: `authc.no_authentication_cluster`.
    NotImplemented(NotImplemented),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for SamlInitResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Found { location } => {
                rt::Outgoing::status(302).header("location", location).empty()
            }
            Self::NotImplemented(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for SamlInitResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Forbidden(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(403),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => Self::NotImplemented(failure),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `saml-callback` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum SamlCallbackResponse {
    /// 302: To the next step of a login.
    Found {
        /// The next step.
        location: String,
    },
    /// 501: There is no identity provider. Code: `authc.no_authentication_cluster`.
    NotImplemented(NotImplemented),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for SamlCallbackResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Found { location } => {
                rt::Outgoing::status(302).header("location", location).empty()
            }
            Self::NotImplemented(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for SamlCallbackResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Forbidden(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(403),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => Self::NotImplemented(failure),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-api-keys` answers.
#[derive(Debug)]
pub enum GetApiKeysResponse {
    /// 200: The keys.
    Ok(ApiKeysResponse),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetApiKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetApiKeysResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `create-api-key` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateApiKeyRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The key to make.
    pub body: CreateApiKeyRequestModel,
}

impl rt::Request for CreateApiKeyRequest {
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
        let body = parts.json_body(&rt::model::<CreateApiKeyRequestModel>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `create-api-key` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateApiKeyResponse {
    /// 201: The key was created.
    Created {
        /// Always `no-store`, Roster's choice: the answer holds a secret.
        cache_control: String,
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ApiKeyResponse,
    },
    /// 400: The request cannot be done; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code, Roster's choice: `root.idempotency_key`.
    UnprocessableEntity(UnprocessableEntity),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateApiKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Created { cache_control, etag, body } => {
                rt::Outgoing::status(201)
                    .header("cache-control", cache_control)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::UnprocessableEntity(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for CreateApiKeyResponse {
    const OPERATION: &'static str = "create-api-key";

    fn is_success(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateApiKeyResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => Self::UnprocessableEntity(failure),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `delete-api-keys` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteApiKeysRequest {
    /// Which keys.
    pub body: DeleteApiKeysRequestModel,
}

impl rt::Request for DeleteApiKeysRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.json_body(&rt::model::<DeleteApiKeysRequestModel>());
        Ok(Self { body: body? })
    }
}

/// What `delete-api-keys` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteApiKeysResponse {
    /// 200: The keys do not exist any more.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request cannot be done; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for DeleteApiKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeleteApiKeysResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-users-api-keys` answers.
#[derive(Debug)]
pub enum GetUsersApiKeysResponse {
    /// 200: The keys.
    Ok(ApiKeysResponse),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetUsersApiKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetUsersApiKeysResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(400),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `delete-users-api-keys` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUsersApiKeysRequest {
    /// Which keys, and whose.
    pub body: DeleteUsersApiKeysRequestModel,
}

impl rt::Request for DeleteUsersApiKeysRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.json_body(&rt::model::<DeleteUsersApiKeysRequestModel>());
        Ok(Self { body: body? })
    }
}

/// What `delete-users-api-keys` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUsersApiKeysResponse {
    /// 200: The keys do not exist any more.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request cannot be done; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for DeleteUsersApiKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeleteUsersApiKeysResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => Self::PayloadTooLarge(failure),
            Failure::UnsupportedMediaType(failure) => Self::UnsupportedMediaType(failure),
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-api-key` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetApiKeyRequest {
    /// The id of an API key. A text that cannot be one names no key.
    pub api_key_id: String,
}

impl rt::Request for GetApiKeyRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let api_key_id = parts.path(5, "api_key_id", &rt::string());
        Ok(Self { api_key_id: api_key_id? })
    }
}

/// What `get-api-key` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetApiKeyResponse {
    /// 200: The key.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ApiKeyResponse,
    },
    /// 400: The path cannot be decoded. Code, Roster's choice: `root.invalid_json_request`.
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user has no such API key, or does not exist. Code: `api_keys.key_not_found`.
    NotFound(NotFound),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetApiKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetApiKeyResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `delete-api-key` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteApiKeyRequest {
    /// The id of an API key. A text that cannot be one names no key.
    pub api_key_id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteApiKeyRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let api_key_id = parts.path(5, "api_key_id", &rt::string());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            api_key_id: api_key_id?,
            if_match: if_match?,
        })
    }
}

/// What `delete-api-key` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteApiKeyResponse {
    /// 200: The key was deleted.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request cannot be done; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user has no such API key, or does not exist. Code: `api_keys.key_not_found`.
    NotFound(NotFound),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice
    /// like the header: `root.precondition_failed`.
    PreconditionFailed(PreconditionFailed),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for DeleteApiKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::PreconditionFailed(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeleteApiKeyResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => Self::PreconditionFailed(failure),
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-user-api-keys` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserApiKeysRequest {
    /// The id of a user. Roster's choice: the `user_name`, compared without case.
    pub user_id: String,
}

impl rt::Request for GetUserApiKeysRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user_id = parts.path(3, "user_id", &rt::string());
        Ok(Self { user_id: user_id? })
    }
}

/// What `get-user-api-keys` answers.
#[derive(Debug)]
pub enum GetUserApiKeysResponse {
    /// 200: The keys.
    Ok(ApiKeysResponse),
    /// 400: The path cannot be decoded. Code, Roster's choice: `root.invalid_json_request`.
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `api_keys.user_not_found`.
    NotFound(NotFound),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetUserApiKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetUserApiKeysResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `delete-user-api-keys` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserApiKeysRequest {
    /// The id of a user. Roster's choice: the `user_name`, compared without case.
    pub user_id: String,
}

impl rt::Request for DeleteUserApiKeysRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user_id = parts.path(3, "user_id", &rt::string());
        Ok(Self { user_id: user_id? })
    }
}

/// What `delete-user-api-keys` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserApiKeysResponse {
    /// 200: The user has no keys any more.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request cannot be done; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `api_keys.user_not_found`.
    NotFound(NotFound),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for DeleteUserApiKeysResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeleteUserApiKeysResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `get-user-api-key` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetUserApiKeyRequest {
    /// The id of a user. Roster's choice: the `user_name`, compared without case.
    pub user_id: String,
    /// The id of an API key. A text that cannot be one names no key.
    pub api_key_id: String,
}

impl rt::Request for GetUserApiKeyRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user_id = parts.path(3, "user_id", &rt::string());
        let api_key_id = parts.path(6, "api_key_id", &rt::string());
        Ok(Self {
            user_id: user_id?,
            api_key_id: api_key_id?,
        })
    }
}

/// What `get-user-api-key` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetUserApiKeyResponse {
    /// 200: The key.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: ApiKeyResponse,
    },
    /// 400: The path cannot be decoded. Code, Roster's choice: `root.invalid_json_request`.
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user has no such API key, or does not exist. Code: `api_keys.key_not_found`.
    NotFound(NotFound),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for GetUserApiKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .json("application/json", &body)
            }
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetUserApiKeyResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(412),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// What `delete-user-api-key` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserApiKeyRequest {
    /// The id of a user. Roster's choice: the `user_name`, compared without case.
    pub user_id: String,
    /// The id of an API key. A text that cannot be one names no key.
    pub api_key_id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteUserApiKeyRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let user_id = parts.path(3, "user_id", &rt::string());
        let api_key_id = parts.path(6, "api_key_id", &rt::string());
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            user_id: user_id?,
            api_key_id: api_key_id?,
            if_match: if_match?,
        })
    }
}

/// What `delete-user-api-key` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserApiKeyResponse {
    /// 200: The key was deleted.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request cannot be done; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user has no such API key, or does not exist. Code: `api_keys.key_not_found`.
    NotFound(NotFound),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice
    /// like the header: `root.precondition_failed`.
    PreconditionFailed(PreconditionFailed),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for DeleteUserApiKeyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::PreconditionFailed(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeleteUserApiKeyResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(failure) => Self::BadRequest(failure),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(failure) => Self::Forbidden(failure),
            Failure::NotFound(failure) => Self::NotFound(failure),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::PreconditionFailed(failure) => Self::PreconditionFailed(failure),
            Failure::PayloadTooLarge(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(413),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnsupportedMediaType(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(415),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::UnprocessableEntity(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(422),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(failure) => Self::InternalServerError(failure),
            Failure::NotImplemented(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(501),
                    x_cloud_error_codes: failure.x_cloud_error_codes,
                    body: failure.body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, x_cloud_error_codes, body } => {
                Self::Default {
                    status,
                    x_cloud_error_codes,
                    body,
                }
            }
        }
    }
}

/// The patch cannot be applied; nothing was changed. Codes:
///
/// * `user.roles.invalid`: some of the roles do not exist, or they do not go together.
/// * `user.roles.forbidden`: the caller may not assign some of the roles, or none at all.
/// * `user.restricted_field`: a member that may not be set was set.
/// * `user.cannot_modify_external`: the user comes from an external realm.
/// * `user.cannot_modify`: the user is built in.
/// * `root.invalid_json_request` (Roster's choice of a code that other operations have): the body is
///   missing, is not JSON, or breaks the rules of its schema; one error for each violation.
#[derive(Clone, Debug, PartialEq)]
pub struct BadRequest {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for BadRequest {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(400)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
/// description has no 401 for this operation, but its server answers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unauthorized {
    /// The challenge (RFC 9110, section 11.6.1).
    pub www_authenticate: String,
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for Unauthorized {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(401)
            .header("www-authenticate", self.www_authenticate)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's description has
/// no 403 for this operation, but its server answers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Forbidden {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for Forbidden {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(403)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The user does not exist. Code: `user.not_found`.
#[derive(Clone, Debug, PartialEq)]
pub struct NotFound {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for NotFound {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(404)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// Another user has this name: `user.user_name.conflict`. Another user has this e-mail address, and,
/// Roster's choice of codes: `user.email.conflict`. The user changed at the same time: `user.conflict`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for Conflict {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(409)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice like
/// the header: `root.precondition_failed`.
#[derive(Clone, Debug, PartialEq)]
pub struct PreconditionFailed {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for PreconditionFailed {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(412)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
#[derive(Clone, Debug, PartialEq)]
pub struct PayloadTooLarge {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for PayloadTooLarge {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(413)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
/// without a content type is read as JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsupportedMediaType {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for UnsupportedMediaType {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(415)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The `Idempotency-Key` was sent with another request, or the answer is too long to be kept. Nothing
/// was changed. Code, Roster's choice: `root.idempotency_key`.
#[derive(Clone, Debug, PartialEq)]
pub struct UnprocessableEntity {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for UnprocessableEntity {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(422)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// More requests than are allowed, or too many wrong passwords or keys from this address; nothing was
/// changed. Code, Roster's choice: `root.too_many_requests`.
#[derive(Clone, Debug, PartialEq)]
pub struct TooManyRequests {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for TooManyRequests {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(429)
            .header("retry-after", self.retry_after)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The server failed. Code: `internal.server.error`. The message is a fixed sentence and the request
/// id; the log has the cause.
#[derive(Clone, Debug, PartialEq)]
pub struct InternalServerError {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for InternalServerError {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(500)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// There is no identity provider. Code: `authc.no_authentication_cluster`.
#[derive(Clone, Debug, PartialEq)]
pub struct NotImplemented {
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for NotImplemented {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(501)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// The server is too busy to take the request; nothing was changed. Code, Roster's choice:
/// `root.unavailable`.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceUnavailable {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
    /// order of their first appearance, joined by a comma without a space.
    pub x_cloud_error_codes: String,
    /// The body.
    pub body: BasicFailedReply,
}

impl rt::Respond for ServiceUnavailable {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(503)
            .header("retry-after", self.retry_after)
            .header("x-cloud-error-codes", self.x_cloud_error_codes)
            .json("application/json", &self.body)
    }
}

/// What can go wrong in any operation of the module. Every operation's response can be made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// 400: The patch cannot be applied; nothing was changed. Codes:
    BadRequest(BadRequest),
    /// 401: There are no valid credentials with the request. Code: `root.unauthenticated`. The vendor's
    /// description has no 401 for this operation, but its server answers it.
    Unauthorized(Unauthorized),
    /// 403: The caller may not call this operation. Code: `root.unauthorized.rbac`. The vendor's
    /// description has no 403 for this operation, but its server answers it.
    Forbidden(Forbidden),
    /// 404: The user does not exist. Code: `user.not_found`.
    NotFound(NotFound),
    /// 409: Another user has this name: `user.user_name.conflict`. Another user has this e-mail address,
    /// and, Roster's choice of codes: `user.email.conflict`. The user changed at the same time:
    /// `user.conflict`.
    Conflict(Conflict),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Code, Roster's choice
    /// like the header: `root.precondition_failed`.
    PreconditionFailed(PreconditionFailed),
    /// 413: The body is larger than the server accepts. Code, Roster's choice: `root.request_too_large`.
    PayloadTooLarge(PayloadTooLarge),
    /// 415: The body is not declared as JSON. Code, Roster's choice: `root.unsupported_media_type`. A body
    /// without a content type is read as JSON.
    UnsupportedMediaType(UnsupportedMediaType),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code, Roster's choice: `root.idempotency_key`.
    UnprocessableEntity(UnprocessableEntity),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code, Roster's choice: `root.too_many_requests`.
    TooManyRequests(TooManyRequests),
    /// 500: The server failed. Code: `internal.server.error`. The message is a fixed sentence and the
    /// request id; the log has the cause.
    InternalServerError(InternalServerError),
    /// 501: There is no identity provider. Code: `authc.no_authentication_cluster`.
    NotImplemented(NotImplemented),
    /// 503: The server is too busy to take the request; nothing was changed. Code, Roster's choice:
    /// `root.unavailable`.
    ServiceUnavailable(ServiceUnavailable),
    /// Any other failure. Codes: `root.resource_not_found` with 404 for an unknown path, and, Roster's
    /// choice, `root.method_not_allowed` with 405 and `Allow`, and `root.not_implemented` with 501.
    Other {
        /// The status.
        status: rt::FailureStatus,
        /// The codes of the answer's `errors`. Roster's choice, where there are several: each code once, in the
        /// order of their first appearance, joined by a comma without a space.
        x_cloud_error_codes: String,
        /// The body.
        body: BasicFailedReply,
    },
}

impl rt::Respond for Failure {
    fn into_response(self) -> rt::Response {
        match self {
            Self::BadRequest(failure) => failure.into_response(),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::Forbidden(failure) => failure.into_response(),
            Self::NotFound(failure) => failure.into_response(),
            Self::Conflict(failure) => failure.into_response(),
            Self::PreconditionFailed(failure) => failure.into_response(),
            Self::PayloadTooLarge(failure) => failure.into_response(),
            Self::UnsupportedMediaType(failure) => failure.into_response(),
            Self::UnprocessableEntity(failure) => failure.into_response(),
            Self::TooManyRequests(failure) => failure.into_response(),
            Self::InternalServerError(failure) => failure.into_response(),
            Self::NotImplemented(failure) => failure.into_response(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Other { status, x_cloud_error_codes, body } => {
                rt::Outgoing::new(status)
                    .header("x-cloud-error-codes", x_cloud_error_codes)
                    .json("application/json", &body)
            }
        }
    }
}

/// The operations of `elastic`, one method each. Arguments are parsed and valid, and only declared
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

    /// Gets the current user.
    ///
    /// Answers the user that the credentials belong to. Roster's choice: a service account of another
    /// dialect is no user of this API, and is answered 404.
    ///
    /// `GET /api/v1/user`
    ///
    /// Contract: `/paths/~1api~1v1~1user/get`
    fn get_current_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetCurrentUserResponse> + Send;

    /// Updates the current user.
    ///
    /// Applies a JSON Merge Patch (RFC 7396) to the user that the credentials belong to. A member left out
    /// keeps its value. `null` gives a member its default value back, or removes it where there is no
    /// default. Arrays are replaced whole; objects are merged.
    ///
    /// The vendor declares the body as a string. Its clients send the JSON object itself under
    /// `application/json`; a JSON string whose content is such an object is accepted too. Roster's choice:
    /// a body that is any other JSON value is 400, although RFC 7396 would let it replace the document.
    ///
    /// Which members may be changed (the vendor publishes no list, so all of this is Roster's choice, but
    /// for the first two points, which its clients need):
    ///
    /// * `user_name` with the caller's own name is no change; any other name, and `null`, is
    ///   `user.restricted_field`.
    /// * An empty `security` is no change.
    /// * `full_name` and `email` can be set and removed by everybody. An address that another user has is
    ///   409.
    /// * `security.password` can be set by everybody, without the old one; `null` is
    ///   `user.restricted_field`.
    /// * `security.roles` needs the right to assign roles, unless it is the set the user has:
    ///   `user.roles.forbidden`. A role that grants what the caller cannot do is forbidden too. An unknown
    ///   role is `user.roles.invalid`, and so are roles that do not go together (see create-user). `null`
    ///   means none.
    /// * `security.enabled` needs the right to update users, unless it is the current value:
    ///   `user.restricted_field`. `null` means true.
    /// * `security` with `null` is the same as `null` for `roles` and for `enabled`; the password stays.
    /// * `builtin`, `metadata` and its members, `security.permissions`, `security.elevated_permissions` and
    ///   `security.security_realm` are `user.restricted_field` whatever their value, unchanged copies
    ///   included.
    /// * A built-in user cannot be changed at all: `user.cannot_modify`, also for an empty patch. The
    ///   built-in `readonly` may not even call this operation: 403. A user of an external realm is
    ///   `user.cannot_modify_external`.
    ///
    /// Order of the checks: credentials, permission for the operation, syntax and schema (all violations
    /// together), restricted fields (all together), roles that go together, then what needs the store:
    /// built-in and external, `security.enabled`, whether the caller may give the roles, whether they exist
    /// (all unknown ones together), uniqueness. A later check is not made after an earlier one has failed;
    /// so somebody who may not assign roles does not learn which ones exist. A patch is applied as a whole
    /// or not at all.
    ///
    /// The vendor has no version of this resource. Roster's choice: `ETag` and `If-Match`, which may be
    /// left out.
    ///
    /// `PATCH /api/v1/user`
    ///
    /// Contract: `/paths/~1api~1v1~1user/patch`
    fn update_current_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateCurrentUserRequest,
    ) -> impl Future<Output = UpdateCurrentUserResponse> + Send;

    /// Gets all users.
    ///
    /// Answers all users of the caller's organization, the oldest first. There are no pages: the answer is
    /// a stream, and its connection is aborted where it cannot be completed.
    ///
    /// Roster's choice: built-in users are among them; service accounts of other dialects are not. A user
    /// who is there from the beginning of the answer to its end is in it once; one who is made or deleted
    /// meanwhile may be or not.
    ///
    /// `GET /api/v1/users`
    ///
    /// Contract: `/paths/~1api~1v1~1users/get`
    fn get_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUsersRequest,
    ) -> impl Future<Output = GetUsersResponse> + Send;

    /// Creates a user.
    ///
    /// Makes a user, whose name can never be changed. The answer is 200, which the vendor's clients insist
    /// on.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * `user_name` has 1 to 255 characters, no comma, slash, backslash, colon or control character, and
    ///   no white space at its ends, and is not `auth`, which is an operation; anything else is
    ///   `user.user_name.invalid`. Names are compared without case.
    /// * `security.roles` names at least one role, and only roles that go together, as the vendor's clients
    ///   ask for: `user.roles.invalid`. `ece_platform_admin` goes with no other role, and
    ///   `ece_deployment_manager` not with `ece_deployment_viewer`.
    /// * A role that does not exist is `user.roles.invalid`; one that grants what the caller cannot do, and
    ///   any role of a caller who may not assign roles, is `user.roles.forbidden`.
    /// * Without `security.password` the user has no password, and with `enabled` false it cannot
    ///   authenticate.
    /// * `builtin`, `metadata`, `security.permissions`, `security.elevated_permissions` and
    ///   `security.security_realm` are `user.restricted_field` whatever their value.
    /// * A name that another user has, as name or as e-mail address, is `user.user_name.conflict`.
    ///
    /// Order of the checks: credentials, permission for the operation, syntax and schema, then the values
    /// that break another rule (all together), restricted fields (all together), the roles that go
    /// together, whether the caller may give the roles, whether they exist (all unknown ones together),
    /// uniqueness.
    ///
    /// `POST /api/v1/users`
    ///
    /// Contract: `/paths/~1api~1v1~1users/post`
    fn create_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateUserRequest,
    ) -> impl Future<Output = CreateUserResponse> + Send;

    /// Gets a user.
    ///
    /// Answers the user of this name.
    ///
    /// Roster's choice: everybody may get the own user; whoever may not read users is answered 403 for any
    /// other name, whether it is somebody's or not. Disabled users are answered like any other.
    ///
    /// `GET /api/v1/users/{user_name}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_name}/get`
    fn get_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserRequest,
    ) -> impl Future<Output = GetUserResponse> + Send;

    /// Updates a user.
    ///
    /// Applies a JSON Merge Patch (RFC 7396) to the user of this name: the rules, the order of the checks
    /// and the codes are those of update-current-user, with `user_name` in the patch being no change where
    /// it is written as in the path.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * Everybody may update the own user, as with update-current-user; whoever may not update users is
    ///   answered 403 for any other name, whether it is somebody's or not.
    /// * A user who may do something that the caller may not is 403 `root.unauthorized.rbac`.
    /// * The roles must go together as in create-user: `user.roles.invalid`.
    ///
    /// `PATCH /api/v1/users/{user_name}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_name}/patch`
    fn update_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateUserRequest,
    ) -> impl Future<Output = UpdateUserResponse> + Send;

    /// Deletes a user.
    ///
    /// Deletes the user of this name, with its password and its API keys, which end with the next request.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * Nobody can delete the own account: `user.restricted_deletion`. So somebody who may do everything
    ///   always remains.
    /// * A user who may do something that the caller may not is 403 `root.unauthorized.rbac`.
    /// * The name is free again. Deleting the same user again is 404.
    ///
    /// `DELETE /api/v1/users/{user_name}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_name}/delete`
    fn delete_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserRequest,
    ) -> impl Future<Output = DeleteUserResponse> + Send;

    /// Gets how the caller is authenticated.
    ///
    /// Says where a token is refreshed, and until when the caller's token is valid, if it came with one.
    ///
    /// Roster's choice: `refresh_token_url` is a path on this server. Of the members about elevated
    /// permissions, which the vendor has retired, only the required one is sent, and it is always false.
    ///
    /// `GET /api/v1/users/auth`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth/get`
    fn get_authentication_info(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetAuthenticationInfoResponse> + Send;

    /// Logs in.
    ///
    /// Begins a session, and answers its first token, to be sent as `Authorization: Bearer`; every dialect
    /// of Roster accepts it. Where `login_state.path` is given, the answer is a redirect for a browser,
    /// with the token and the state in the fragment of its target.
    ///
    /// Only this counts as a login: `first_login_at` and `last_login_at` do not change when a password is
    /// sent by HTTP Basic, a key is used, or a token is refreshed.
    ///
    /// Roster's choice:
    ///
    /// * `username` may be the e-mail address instead, as in HTTP Basic.
    /// * Whatever is wrong with name, password or user is one and the same 401, after the same work.
    /// * The state is sent with everything percent-encoded but letters, digits, `-`, `.`, `_`, `~` and `/`.
    /// * A token lasts 30 minutes and a session 12 hours, unless configured otherwise. A session ends when
    ///   the user logs out, gets another password, or is disabled or deleted.
    /// * A user has at most 256 tokens; the oldest give way.
    /// * The vendor's 501 and 502 are never answered, as there is no authentication cluster that could be
    ///   missing.
    ///
    /// `POST /api/v1/users/auth/_login`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1_login/post`
    fn login(
        &self,
        call: &rt::Call,
        request: LoginRequest,
    ) -> impl Future<Output = LoginResponse> + Send;

    /// Logs out.
    ///
    /// Ends the session that the caller's token belongs to: this token and all that it was refreshed from
    /// or to.
    ///
    /// Roster's choice: a caller that came with a key or a password has no session, and nothing ends. A
    /// body is not read, nor is the cookie that old releases of the vendor asked for.
    ///
    /// `POST /api/v1/users/auth/_logout`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1_logout/post`
    fn logout(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = LogoutResponse> + Send;

    /// Refreshes the caller's token.
    ///
    /// Answers a fresh token for the session of the caller's token, which stays valid until its own end.
    /// The new token does not outlast the session.
    ///
    /// Roster's choice: a caller that came with anything but a session's token has none to refresh, which
    /// is 401 as for a token that is not valid. A body is not read.
    ///
    /// `POST /api/v1/users/auth/_refresh`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1_refresh/post`
    fn refresh_token(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = RefreshTokenResponse> + Send;

    /// Gets the ways to log in.
    ///
    /// Says how one can log in: with a password. It is asked before a login, so it needs no credentials.
    ///
    /// `GET /api/v1/users/auth/methods`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1methods/get`
    fn methods(&self, call: &rt::Call) -> impl Future<Output = MethodsResponse> + Send;

    /// Begins a login through SAML.
    ///
    /// Would redirect to the identity provider. Roster has none, and always answers the 501 that the vendor
    /// declares. Roster's choice: `state` is not read. It comes before a login, so it needs no credentials.
    ///
    /// `GET /api/v1/users/auth/saml/_init`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1saml~1_init/get`
    fn saml_init(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = SamlInitResponse> + Send;

    /// Ends a login through SAML.
    ///
    /// Would take the identity provider's answer. Roster has none, and always answers the 501 that the
    /// vendor declares. Roster's choice: no body is read, as nothing can be done with it, whatever its
    /// content type. It is part of a login, so it needs no credentials.
    ///
    /// `POST /api/v1/users/auth/saml/_callback`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1saml~1_callback/post`
    fn saml_callback(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = SamlCallbackResponse> + Send;

    /// Gets the caller's API keys.
    ///
    /// Answers the API keys of the user that the credentials belong to, the oldest first.
    ///
    /// Roster's choice: expired keys are among them until they are deleted; the keys that the operator gave
    /// the built-in users are not, as these users have no API keys in this API.
    ///
    /// `GET /api/v1/users/auth/keys`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys/get`
    fn get_api_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetApiKeysResponse> + Send;

    /// Creates an API key.
    ///
    /// Makes an API key that authenticates as the user that the credentials belong to. The key itself is in
    /// this answer and nowhere else: the server keeps only its hash.
    ///
    /// Roster's choice, where the vendor publishes nothing:
    ///
    /// * A built-in user cannot have API keys: `api_keys.invalid_input`. So is an empty `description`, an
    ///   `expiration` that is no duration, and a key for somebody who has 1000 already.
    /// * Without `expiration` the key does not expire.
    ///
    /// `POST /api/v1/users/auth/keys`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys/post`
    fn create_api_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateApiKeyRequest,
    ) -> impl Future<Output = CreateApiKeyResponse> + Send;

    /// Deletes several of the caller's API keys.
    ///
    /// Deletes API keys of the user that the credentials belong to.
    ///
    /// Roster's choice: what is not a key of the caller's is as good as deleted, and no failure. The key
    /// that authenticates this request can be among them.
    ///
    /// `DELETE /api/v1/users/auth/keys`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys/delete`
    fn delete_api_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteApiKeysRequest,
    ) -> impl Future<Output = DeleteApiKeysResponse> + Send;

    /// Gets everybody's API keys.
    ///
    /// Answers the API keys of all users of the caller's organization, the oldest first.
    ///
    /// `GET /api/v1/users/auth/keys/_all`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys~1_all/get`
    fn get_users_api_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetUsersApiKeysResponse> + Send;

    /// Deletes API keys of several users.
    ///
    /// Deletes API keys of several users, all or none.
    ///
    /// Roster's choice: what does not exist is as good as deleted, and no failure. A key of a user who may
    /// do something that the caller may not is 403 `root.unauthorized.rbac`, and nothing is deleted.
    ///
    /// `DELETE /api/v1/users/auth/keys/_all`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys~1_all/delete`
    fn delete_users_api_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUsersApiKeysRequest,
    ) -> impl Future<Output = DeleteUsersApiKeysResponse> + Send;

    /// Gets one of the caller's API keys.
    ///
    /// Answers an API key of the user that the credentials belong to, without the key itself.
    ///
    /// `GET /api/v1/users/auth/keys/{api_key_id}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys~1{api_key_id}/get`
    fn get_api_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetApiKeyRequest,
    ) -> impl Future<Output = GetApiKeyResponse> + Send;

    /// Deletes one of the caller's API keys.
    ///
    /// Deletes an API key of the user that the credentials belong to. It ends with the next request.
    ///
    /// `DELETE /api/v1/users/auth/keys/{api_key_id}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1auth~1keys~1{api_key_id}/delete`
    fn delete_api_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteApiKeyRequest,
    ) -> impl Future<Output = DeleteApiKeyResponse> + Send;

    /// Gets the API keys of a user.
    ///
    /// Answers the API keys of the user of this name, the oldest first.
    ///
    /// Roster's choice: everybody may get the own ones; whoever may not read keys is answered 403 for any
    /// other name.
    ///
    /// `GET /api/v1/users/{user_id}/auth/keys`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_id}~1auth~1keys/get`
    fn get_user_api_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserApiKeysRequest,
    ) -> impl Future<Output = GetUserApiKeysResponse> + Send;

    /// Deletes the API keys of a user.
    ///
    /// Deletes all API keys of the user of this name.
    ///
    /// Roster's choice: the keys of a user who may do something that the caller may not are 403
    /// `root.unauthorized.rbac`; those of the built-in users are the operator's, and
    /// `api_keys.invalid_input`.
    ///
    /// `DELETE /api/v1/users/{user_id}/auth/keys`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_id}~1auth~1keys/delete`
    fn delete_user_api_keys(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserApiKeysRequest,
    ) -> impl Future<Output = DeleteUserApiKeysResponse> + Send;

    /// Gets an API key of a user.
    ///
    /// Answers an API key of the user of this name, without the key itself.
    ///
    /// Roster's choice: everybody may get the own ones; whoever may not read keys is answered 403 for any
    /// other name.
    ///
    /// `GET /api/v1/users/{user_id}/auth/keys/{api_key_id}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_id}~1auth~1keys~1{api_key_id}/get`
    fn get_user_api_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetUserApiKeyRequest,
    ) -> impl Future<Output = GetUserApiKeyResponse> + Send;

    /// Deletes an API key of a user.
    ///
    /// Deletes an API key of the user of this name.
    ///
    /// Roster's choice: a key of a user who may do something that the caller may not is 403
    /// `root.unauthorized.rbac`.
    ///
    /// `DELETE /api/v1/users/{user_id}/auth/keys/{api_key_id}`
    ///
    /// Contract: `/paths/~1api~1v1~1users~1{user_id}~1auth~1keys~1{api_key_id}/delete`
    fn delete_user_api_key(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserApiKeyRequest,
    ) -> impl Future<Output = DeleteUserApiKeyResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /api/v1/user`
    GetCurrentUser,
    /// `PATCH /api/v1/user`
    UpdateCurrentUser,
    /// `GET /api/v1/users`
    GetUsers,
    /// `POST /api/v1/users`
    CreateUser,
    /// `GET /api/v1/users/{user_name}`
    GetUser,
    /// `PATCH /api/v1/users/{user_name}`
    UpdateUser,
    /// `DELETE /api/v1/users/{user_name}`
    DeleteUser,
    /// `GET /api/v1/users/auth`
    GetAuthenticationInfo,
    /// `POST /api/v1/users/auth/_login`
    Login,
    /// `POST /api/v1/users/auth/_logout`
    Logout,
    /// `POST /api/v1/users/auth/_refresh`
    RefreshToken,
    /// `GET /api/v1/users/auth/methods`
    Methods,
    /// `GET /api/v1/users/auth/saml/_init`
    SamlInit,
    /// `POST /api/v1/users/auth/saml/_callback`
    SamlCallback,
    /// `GET /api/v1/users/auth/keys`
    GetApiKeys,
    /// `POST /api/v1/users/auth/keys`
    CreateApiKey,
    /// `DELETE /api/v1/users/auth/keys`
    DeleteApiKeys,
    /// `GET /api/v1/users/auth/keys/_all`
    GetUsersApiKeys,
    /// `DELETE /api/v1/users/auth/keys/_all`
    DeleteUsersApiKeys,
    /// `GET /api/v1/users/auth/keys/{api_key_id}`
    GetApiKey,
    /// `DELETE /api/v1/users/auth/keys/{api_key_id}`
    DeleteApiKey,
    /// `GET /api/v1/users/{user_id}/auth/keys`
    GetUserApiKeys,
    /// `DELETE /api/v1/users/{user_id}/auth/keys`
    DeleteUserApiKeys,
    /// `GET /api/v1/users/{user_id}/auth/keys/{api_key_id}`
    GetUserApiKey,
    /// `DELETE /api/v1/users/{user_id}/auth/keys/{api_key_id}`
    DeleteUserApiKey,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 25] = [
    rt::Operation {
        id: "get-current-user",
        module: "elastic",
        method: "GET",
        path: "/api/v1/user",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "update-current-user",
        module: "elastic",
        method: "PATCH",
        path: "/api/v1/user",
        action: Some("users:update-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-users",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "create-user",
        module: "elastic",
        method: "POST",
        path: "/api/v1/users",
        action: Some("users:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-user",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/{user_name}",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "update-user",
        module: "elastic",
        method: "PATCH",
        path: "/api/v1/users/{user_name}",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "delete-user",
        module: "elastic",
        method: "DELETE",
        path: "/api/v1/users/{user_name}",
        action: Some("users:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-authentication-info",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/auth",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "login",
        module: "elastic",
        method: "POST",
        path: "/api/v1/users/auth/_login",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "logout",
        module: "elastic",
        method: "POST",
        path: "/api/v1/users/auth/_logout",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "refresh-token",
        module: "elastic",
        method: "POST",
        path: "/api/v1/users/auth/_refresh",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "methods",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/auth/methods",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "saml-init",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/auth/saml/_init",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "saml-callback",
        module: "elastic",
        method: "POST",
        path: "/api/v1/users/auth/saml/_callback",
        action: None,
        secured: false,
        stub: false,
    },
    rt::Operation {
        id: "get-api-keys",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/auth/keys",
        action: Some("credentials:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "create-api-key",
        module: "elastic",
        method: "POST",
        path: "/api/v1/users/auth/keys",
        action: Some("credentials:create-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "delete-api-keys",
        module: "elastic",
        method: "DELETE",
        path: "/api/v1/users/auth/keys",
        action: Some("credentials:delete-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-users-api-keys",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/auth/keys/_all",
        action: Some("credentials:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "delete-users-api-keys",
        module: "elastic",
        method: "DELETE",
        path: "/api/v1/users/auth/keys/_all",
        action: Some("credentials:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-api-key",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/auth/keys/{api_key_id}",
        action: Some("credentials:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "delete-api-key",
        module: "elastic",
        method: "DELETE",
        path: "/api/v1/users/auth/keys/{api_key_id}",
        action: Some("credentials:delete-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-user-api-keys",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/{user_id}/auth/keys",
        action: Some("credentials:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "delete-user-api-keys",
        module: "elastic",
        method: "DELETE",
        path: "/api/v1/users/{user_id}/auth/keys",
        action: Some("credentials:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "get-user-api-key",
        module: "elastic",
        method: "GET",
        path: "/api/v1/users/{user_id}/auth/keys/{api_key_id}",
        action: Some("credentials:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "delete-user-api-key",
        module: "elastic",
        method: "DELETE",
        path: "/api/v1/users/{user_id}/auth/keys/{api_key_id}",
        action: Some("credentials:delete"),
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
            ["api", "v1", "user"] => {
                &[OperationId::GetCurrentUser, OperationId::UpdateCurrentUser]
            }
            ["api", "v1", "users"] => &[OperationId::GetUsers, OperationId::CreateUser],
            ["api", "v1", "users", "auth"] => &[OperationId::GetAuthenticationInfo],
            ["api", "v1", "users", "auth", "_login"] => &[OperationId::Login],
            ["api", "v1", "users", "auth", "_logout"] => &[OperationId::Logout],
            ["api", "v1", "users", "auth", "_refresh"] => &[OperationId::RefreshToken],
            ["api", "v1", "users", "auth", "methods"] => &[OperationId::Methods],
            ["api", "v1", "users", "auth", "keys"] => {
                &[
                    OperationId::GetApiKeys,
                    OperationId::CreateApiKey,
                    OperationId::DeleteApiKeys,
                ]
            }
            ["api", "v1", "users", "auth", "saml", "_init"] => &[OperationId::SamlInit],
            ["api", "v1", "users", "auth", "saml", "_callback"] => {
                &[OperationId::SamlCallback]
            }
            ["api", "v1", "users", "auth", "keys", "_all"] => {
                &[OperationId::GetUsersApiKeys, OperationId::DeleteUsersApiKeys]
            }
            ["api", "v1", "users", "auth", "keys", _] => {
                &[OperationId::GetApiKey, OperationId::DeleteApiKey]
            }
            ["api", "v1", "users", _] => {
                &[OperationId::GetUser, OperationId::UpdateUser, OperationId::DeleteUser]
            }
            ["api", "v1", "users", _, "auth", "keys"] => {
                &[OperationId::GetUserApiKeys, OperationId::DeleteUserApiKeys]
            }
            ["api", "v1", "users", _, "auth", "keys", _] => {
                &[OperationId::GetUserApiKey, OperationId::DeleteUserApiKey]
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
            OperationId::GetCurrentUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(
                        rt::Respond::into_response(
                            api.get_current_user(call, caller).await,
                        ),
                    )
                })
            }
            OperationId::UpdateCurrentUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_current_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_users(call, caller, request).await,
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
            OperationId::GetAuthenticationInfo => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(
                        rt::Respond::into_response(
                            api.get_authentication_info(call, caller).await,
                        ),
                    )
                })
            }
            OperationId::Login => {
                Box::pin(async {
                    let request = incoming.read().await?;
                    Ok(rt::Respond::into_response(api.login(call, request).await))
                })
            }
            OperationId::Logout => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.logout(call, caller).await))
                })
            }
            OperationId::RefreshToken => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.refresh_token(call, caller).await))
                })
            }
            OperationId::Methods => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.methods(call).await))
                })
            }
            OperationId::SamlInit => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.saml_init(call).await))
                })
            }
            OperationId::SamlCallback => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.saml_callback(call).await))
                })
            }
            OperationId::GetApiKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.get_api_keys(call, caller).await))
                })
            }
            OperationId::CreateApiKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_api_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteApiKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_api_keys(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUsersApiKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(
                        rt::Respond::into_response(
                            api.get_users_api_keys(call, caller).await,
                        ),
                    )
                })
            }
            OperationId::DeleteUsersApiKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_users_api_keys(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetApiKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_api_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteApiKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_api_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUserApiKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_user_api_keys(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteUserApiKeys => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_user_api_keys(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetUserApiKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_user_api_key(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteUserApiKey => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_user_api_key(call, caller, request).await,
                        ),
                    )
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::GetCurrentUser => {
                    rt::Respond::into_response(GetCurrentUserResponse::from(failure))
                }
                OperationId::UpdateCurrentUser => {
                    rt::Respond::into_response(UpdateCurrentUserResponse::from(failure))
                }
                OperationId::GetUsers => {
                    rt::Respond::into_response(GetUsersResponse::from(failure))
                }
                OperationId::CreateUser => {
                    rt::Respond::into_response(CreateUserResponse::from(failure))
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
                OperationId::GetAuthenticationInfo => {
                    rt::Respond::into_response(
                        GetAuthenticationInfoResponse::from(failure),
                    )
                }
                OperationId::Login => {
                    rt::Respond::into_response(LoginResponse::from(failure))
                }
                OperationId::Logout => {
                    rt::Respond::into_response(LogoutResponse::from(failure))
                }
                OperationId::RefreshToken => {
                    rt::Respond::into_response(RefreshTokenResponse::from(failure))
                }
                OperationId::Methods => {
                    rt::Respond::into_response(MethodsResponse::from(failure))
                }
                OperationId::SamlInit => {
                    rt::Respond::into_response(SamlInitResponse::from(failure))
                }
                OperationId::SamlCallback => {
                    rt::Respond::into_response(SamlCallbackResponse::from(failure))
                }
                OperationId::GetApiKeys => {
                    rt::Respond::into_response(GetApiKeysResponse::from(failure))
                }
                OperationId::CreateApiKey => {
                    rt::Respond::into_response(CreateApiKeyResponse::from(failure))
                }
                OperationId::DeleteApiKeys => {
                    rt::Respond::into_response(DeleteApiKeysResponse::from(failure))
                }
                OperationId::GetUsersApiKeys => {
                    rt::Respond::into_response(GetUsersApiKeysResponse::from(failure))
                }
                OperationId::DeleteUsersApiKeys => {
                    rt::Respond::into_response(DeleteUsersApiKeysResponse::from(failure))
                }
                OperationId::GetApiKey => {
                    rt::Respond::into_response(GetApiKeyResponse::from(failure))
                }
                OperationId::DeleteApiKey => {
                    rt::Respond::into_response(DeleteApiKeyResponse::from(failure))
                }
                OperationId::GetUserApiKeys => {
                    rt::Respond::into_response(GetUserApiKeysResponse::from(failure))
                }
                OperationId::DeleteUserApiKeys => {
                    rt::Respond::into_response(DeleteUserApiKeysResponse::from(failure))
                }
                OperationId::GetUserApiKey => {
                    rt::Respond::into_response(GetUserApiKeyResponse::from(failure))
                }
                OperationId::DeleteUserApiKey => {
                    rt::Respond::into_response(DeleteUserApiKeyResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
