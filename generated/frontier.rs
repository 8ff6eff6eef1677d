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
    /// Free data about the user, as far as the metaschema `user` allows it. Roster's choice, at most 65536
    /// bytes as JSON text.
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
    /// The user that the credentials belong to; null for a service user.
    pub user: Option<User>,
    /// The service user that the credentials belong to; null for a user.
    pub serviceuser: Option<CurrentUserReplyServiceuser>,
}

impl rt::Model for CurrentUserReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user = object.required("user", &rt::nullable(rt::model::<User>()));
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

/// The service user that the credentials belong to; null for a user.
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

/// Some users.
///
/// Contract: `/components/schemas/FrontierUserList`
#[derive(Debug)]
pub struct UserList {
    /// How many users there are in this answer.
    pub count: i32,
    /// The users.
    pub users: rt::Items<User>,
}

impl From<UserList> for rt::Streamed {
    fn from(body: UserList) -> Self {
        rt::StreamedObject::new().member("count", &body.count).items("users", body.users)
    }
}

impl rt::Model for UserList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let count = object.required("count", &rt::integer::<i32>());
        let users = object.required("users", &rt::items(rt::model::<User>()));
        Ok(Self {
            count: count?,
            users: users?,
        })
    }
}

/// A group of users. All members are always present.
///
/// Contract: `/components/schemas/FrontierGroup`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The id, a UUID of version 7.
    pub id: rt::Uuid,
    /// The name. A group created through another dialect can have a name that this dialect would not
    /// accept.
    pub name: String,
    /// The name to show; empty where the group has none.
    pub title: String,
    /// The organization that it belongs to.
    pub org_id: rt::Uuid,
    /// Free data about the group.
    pub metadata: rt::Map<String, rt::Value>,
    /// When the group was created.
    pub created_at: rt::Timestamp,
    /// When the group was last changed.
    pub updated_at: rt::Timestamp,
    /// Always empty; ListGroupUsers lists the members.
    pub users: Vec<User>,
    /// How many users are in it; 0 in the lists of a user's groups.
    pub members_count: i32,
}

impl rt::Model for Group {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::uuid());
        let name = object.required("name", &rt::string());
        let title = object.required("title", &rt::string());
        let org_id = object.required("org_id", &rt::uuid());
        let metadata = object.required("metadata", &rt::json_object());
        let created_at = object.required("created_at", &rt::timestamp());
        let updated_at = object.required("updated_at", &rt::timestamp());
        let users = object.required("users", &rt::array(rt::model::<User>()));
        let members_count = object.required("members_count", &rt::integer::<i32>());
        Ok(Self {
            id: id?,
            name: name?,
            title: title?,
            org_id: org_id?,
            metadata: metadata?,
            created_at: created_at?,
            updated_at: updated_at?,
            users: users?,
            members_count: members_count?,
        })
    }
}

/// A group to create or to replace. `null` counts as absent, as in the JSON form of protocol buffers.
///
/// Contract: `/components/schemas/FrontierGroupRequestBody`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupRequestBody {
    /// The name: letters, digits, dashes and underscores. Unique in the organization. Roster's choice, at
    /// most 255 characters.
    pub name: String,
    /// The name to show, in any characters; it may be empty. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub title: rt::Field<String>,
    /// Free data about the group, as far as the metaschema `group` allows it. Roster's choice, at most
    /// 65536 bytes as JSON text.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub metadata: rt::Field<rt::Map<String, rt::Value>>,
}

impl rt::Model for GroupRequestBody {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object
            .required(
                "name",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&META_SCHEMA_REQUEST_BODY_NAME_PATTERN),
            );
        let title = object.field("title", &rt::string().max_length(1024));
        let metadata = object.field("metadata", &rt::json_object());
        Ok(Self {
            name: name?,
            title: title?,
            metadata: metadata?,
        })
    }
}

/// Users to add to a group.
///
/// Contract: `/components/schemas/FrontierGroupUsersRequestBody`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GroupUsersRequestBody {
    /// UUIDs of users; a text that is no UUID names nobody. Roster's choice, at most 1000.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub user_ids: rt::Field<Vec<String>>,
}

impl rt::Model for GroupUsersRequestBody {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        object.alias("userIds", "user_ids");
        let user_ids = object
            .field("user_ids", &rt::array(rt::string().max_length(255)).max_items(1000));
        Ok(Self { user_ids: user_ids? })
    }
}

/// One group.
///
/// Contract: `/components/schemas/FrontierGroupReply`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupReply {
    /// A group of users. All members are always present.
    pub group: Group,
}

impl rt::Model for GroupReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let group = object.required("group", &rt::model::<Group>());
        Ok(Self { group: group? })
    }
}

/// Some groups.
///
/// Contract: `/components/schemas/FrontierGroupList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupList {
    /// The groups.
    pub groups: Vec<Group>,
}

impl rt::Model for GroupList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let groups = object.required("groups", &rt::array(rt::model::<Group>()));
        Ok(Self { groups: groups? })
    }
}

/// The groups of an organization.
///
/// Contract: `/components/schemas/FrontierOrganizationGroupList`
#[derive(Debug)]
pub struct OrganizationGroupList {
    /// The groups.
    pub groups: rt::Items<Group>,
}

impl From<OrganizationGroupList> for rt::Streamed {
    fn from(body: OrganizationGroupList) -> Self {
        rt::StreamedObject::new().items("groups", body.groups)
    }
}

impl rt::Model for OrganizationGroupList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let groups = object.required("groups", &rt::items(rt::model::<Group>()));
        Ok(Self { groups: groups? })
    }
}

/// The groups of the current user.
///
/// Contract: `/components/schemas/FrontierCurrentUserGroups`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CurrentUserGroups {
    /// The groups.
    pub groups: Vec<Group>,
    /// Always empty.
    pub access_pairs: Vec<AccessPair>,
}

impl rt::Model for CurrentUserGroups {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let groups = object.required("groups", &rt::array(rt::model::<Group>()));
        let access_pairs = object
            .required("access_pairs", &rt::array(rt::model::<AccessPair>()));
        Ok(Self {
            groups: groups?,
            access_pairs: access_pairs?,
        })
    }
}

/// What the current user may do with a group. Never sent.
///
/// Contract: `/components/schemas/FrontierAccessPair`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AccessPair {
    /// The id of the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    /// The permissions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<String>>,
}

impl rt::Model for AccessPair {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let group_id = object.optional("group_id", &rt::string());
        let permissions = object.optional("permissions", &rt::array(rt::string()));
        Ok(Self {
            group_id: group_id?,
            permissions: permissions?,
        })
    }
}

/// The members of a group.
///
/// Contract: `/components/schemas/FrontierGroupUserList`
#[derive(Debug)]
pub struct GroupUserList {
    /// The members.
    pub users: rt::Items<User>,
    /// Always empty.
    pub role_pairs: Vec<RolePair>,
}

impl From<GroupUserList> for rt::Streamed {
    fn from(body: GroupUserList) -> Self {
        rt::StreamedObject::new()
            .member("role_pairs", &body.role_pairs)
            .items("users", body.users)
    }
}

impl rt::Model for GroupUserList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let users = object.required("users", &rt::items(rt::model::<User>()));
        let role_pairs = object
            .required("role_pairs", &rt::array(rt::model::<RolePair>()));
        Ok(Self {
            users: users?,
            role_pairs: role_pairs?,
        })
    }
}

/// The roles of a member within its group. Never sent.
///
/// Contract: `/components/schemas/FrontierRolePair`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RolePair {
    /// The id of the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
}

impl rt::Model for RolePair {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let user_id = object.optional("user_id", &rt::string());
        Ok(Self { user_id: user_id? })
    }
}

/// An organization. All members are always present.
///
/// Contract: `/components/schemas/FrontierOrganization`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Organization {
    /// The id, a UUID of version 7.
    pub id: rt::Uuid,
    /// The name.
    pub name: String,
    /// Always empty.
    pub title: String,
    /// Always empty.
    pub metadata: rt::Map<String, rt::Value>,
    /// When the organization was created.
    pub created_at: rt::Timestamp,
    /// When the organization was last changed.
    pub updated_at: rt::Timestamp,
    /// Always `enabled`.
    pub state: String,
    /// Always empty.
    pub avatar: String,
}

impl rt::Model for Organization {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::uuid());
        let name = object.required("name", &rt::string());
        let title = object.required("title", &rt::string());
        let metadata = object.required("metadata", &rt::json_object());
        let created_at = object.required("created_at", &rt::timestamp());
        let updated_at = object.required("updated_at", &rt::timestamp());
        let state = object.required("state", &rt::string());
        let avatar = object.required("avatar", &rt::string());
        Ok(Self {
            id: id?,
            name: name?,
            title: title?,
            metadata: metadata?,
            created_at: created_at?,
            updated_at: updated_at?,
            state: state?,
            avatar: avatar?,
        })
    }
}

/// The organizations of a user.
///
/// Contract: `/components/schemas/FrontierOrganizationList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrganizationList {
    /// The organizations.
    pub organizations: Vec<Organization>,
    /// Always empty.
    pub joinable_via_domain: Vec<Organization>,
}

impl rt::Model for OrganizationList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let organizations = object
            .required("organizations", &rt::array(rt::model::<Organization>()));
        let joinable_via_domain = object
            .required("joinable_via_domain", &rt::array(rt::model::<Organization>()));
        Ok(Self {
            organizations: organizations?,
            joinable_via_domain: joinable_via_domain?,
        })
    }
}

/// What to find, in which order, and how much of it. `null` counts as absent.
///
/// Contract: `/components/schemas/FrontierSearchRequest`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SearchRequest {
    /// What must hold. Roster's choice, at most 40.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub filters: rt::Field<Vec<SearchFilter>>,
    /// By what to sort first and to count.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub group_by: rt::Field<Vec<SearchRequestGroupByItem>>,
    /// How many of those that are found are left out at the beginning.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub offset: rt::Field<i64>,
    /// How many are sent; 0 is all.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub limit: rt::Field<i64>,
    /// A part of the id, the title, the name or the state. Roster's choice, at most 1024 characters.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub search: rt::Field<String>,
    /// The order. Roster's choice, at most 6.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub sort: rt::Field<Vec<SearchSort>>,
}

impl rt::Model for SearchRequest {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        object.alias("groupBy", "group_by");
        let filters = object
            .field("filters", &rt::array(rt::model::<SearchFilter>()).max_items(40));
        let group_by = object
            .field(
                "group_by",
                &rt::array(rt::model::<SearchRequestGroupByItem>()).max_items(10),
            );
        let offset = object
            .field("offset", &rt::integer::<i64>().minimum(0).maximum(4294967295));
        let limit = object
            .field("limit", &rt::integer::<i64>().minimum(0).maximum(4294967295));
        let search = object.field("search", &rt::string().max_length(1024));
        let sort = object
            .field("sort", &rt::array(rt::model::<SearchSort>()).max_items(6));
        Ok(Self {
            filters: filters?,
            group_by: group_by?,
            offset: offset?,
            limit: limit?,
            search: search?,
            sort: sort?,
        })
    }
}

/// One of a few words.
///
/// Contract: `/components/schemas/FrontierSearchRequest/properties/group_by/items`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum SearchRequestGroupByItem {
    /// `state`
    #[serde(rename = "state")]
    State,
}

impl SearchRequestGroupByItem {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::State];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
        }
    }
}

rt::enumeration!(SearchRequestGroupByItem);

/// A condition.
///
/// Contract: `/components/schemas/FrontierSearchFilter`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchFilter {
    /// The member of a user that it is about.
    pub name: SearchFilterName,
    /// How it is compared. Which of them a member has is said at SearchUsers.
    pub operator: SearchFilterOperator,
    /// What it is compared with.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub string_value: rt::Field<String>,
    /// Not used, as no member is a boolean.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub bool_value: rt::Field<bool>,
    /// Not used, as no member is a number.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub number_value: rt::Field<f64>,
}

impl rt::Model for SearchFilter {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        object.alias("stringValue", "string_value");
        object.alias("boolValue", "bool_value");
        object.alias("numberValue", "number_value");
        let name = object.required("name", &rt::model::<SearchFilterName>());
        let operator = object.required("operator", &rt::model::<SearchFilterOperator>());
        let string_value = object.field("string_value", &rt::string().max_length(65536));
        let bool_value = object.field("bool_value", &rt::boolean());
        let number_value = object.field("number_value", &rt::number());
        Ok(Self {
            name: name?,
            operator: operator?,
            string_value: string_value?,
            bool_value: bool_value?,
            number_value: number_value?,
        })
    }
}

/// The member of a user that it is about.
///
/// Contract: `/components/schemas/FrontierSearchFilter/properties/name`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum SearchFilterName {
    /// `id`
    #[serde(rename = "id")]
    Id,
    /// `name`
    #[serde(rename = "name")]
    Name,
    /// `email`
    #[serde(rename = "email")]
    Email,
    /// `state`
    #[serde(rename = "state")]
    State,
    /// `avatar`
    #[serde(rename = "avatar")]
    Avatar,
    /// `title`
    #[serde(rename = "title")]
    Title,
    /// `created_at`
    #[serde(rename = "created_at")]
    CreatedAt,
    /// `updated_at`
    #[serde(rename = "updated_at")]
    UpdatedAt,
}

impl SearchFilterName {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Id,
        Self::Name,
        Self::Email,
        Self::State,
        Self::Avatar,
        Self::Title,
        Self::CreatedAt,
        Self::UpdatedAt,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Email => "email",
            Self::State => "state",
            Self::Avatar => "avatar",
            Self::Title => "title",
            Self::CreatedAt => "created_at",
            Self::UpdatedAt => "updated_at",
        }
    }
}

rt::enumeration!(SearchFilterName);

/// How it is compared. Which of them a member has is said at SearchUsers.
///
/// Contract: `/components/schemas/FrontierSearchFilter/properties/operator`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum SearchFilterOperator {
    /// `eq`
    #[serde(rename = "eq")]
    Eq,
    /// `neq`
    #[serde(rename = "neq")]
    Neq,
    /// `like`
    #[serde(rename = "like")]
    Like,
    /// `notlike`
    #[serde(rename = "notlike")]
    Notlike,
    /// `in`
    #[serde(rename = "in")]
    In,
    /// `notin`
    #[serde(rename = "notin")]
    Notin,
    /// `empty`
    #[serde(rename = "empty")]
    Empty,
    /// `notempty`
    #[serde(rename = "notempty")]
    Notempty,
    /// `gt`
    #[serde(rename = "gt")]
    Gt,
    /// `lt`
    #[serde(rename = "lt")]
    Lt,
    /// `gte`
    #[serde(rename = "gte")]
    Gte,
    /// `lte`
    #[serde(rename = "lte")]
    Lte,
}

impl SearchFilterOperator {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Eq,
        Self::Neq,
        Self::Like,
        Self::Notlike,
        Self::In,
        Self::Notin,
        Self::Empty,
        Self::Notempty,
        Self::Gt,
        Self::Lt,
        Self::Gte,
        Self::Lte,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Neq => "neq",
            Self::Like => "like",
            Self::Notlike => "notlike",
            Self::In => "in",
            Self::Notin => "notin",
            Self::Empty => "empty",
            Self::Notempty => "notempty",
            Self::Gt => "gt",
            Self::Lt => "lt",
            Self::Gte => "gte",
            Self::Lte => "lte",
        }
    }
}

rt::enumeration!(SearchFilterOperator);

/// One key of an order.
///
/// Contract: `/components/schemas/FrontierSearchSort`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchSort {
    /// The member of a user to sort by.
    pub name: SearchSortName,
    /// The direction; absent is `asc`.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub order: rt::Field<SearchSortOrder>,
}

impl rt::Model for SearchSort {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::model::<SearchSortName>());
        let order = object.field("order", &rt::model::<SearchSortOrder>());
        Ok(Self { name: name?, order: order? })
    }
}

/// The member of a user to sort by.
///
/// Contract: `/components/schemas/FrontierSearchSort/properties/name`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum SearchSortName {
    /// `title`
    #[serde(rename = "title")]
    Title,
    /// `name`
    #[serde(rename = "name")]
    Name,
    /// `state`
    #[serde(rename = "state")]
    State,
    /// `created_at`
    #[serde(rename = "created_at")]
    CreatedAt,
    /// `updated_at`
    #[serde(rename = "updated_at")]
    UpdatedAt,
}

impl SearchSortName {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Name,
        Self::State,
        Self::CreatedAt,
        Self::UpdatedAt,
    ];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Name => "name",
            Self::State => "state",
            Self::CreatedAt => "created_at",
            Self::UpdatedAt => "updated_at",
        }
    }
}

rt::enumeration!(SearchSortName);

/// The direction; absent is `asc`.
///
/// Contract: `/components/schemas/FrontierSearchSort/properties/order`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum SearchSortOrder {
    /// `asc`
    #[serde(rename = "asc")]
    Asc,
    /// `desc`
    #[serde(rename = "desc")]
    Desc,
}

impl SearchSortOrder {
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

rt::enumeration!(SearchSortOrder);

/// What was found.
///
/// Contract: `/components/schemas/FrontierSearchReply`
#[derive(Debug)]
pub struct SearchReply {
    /// The users.
    pub users: rt::Items<User>,
    /// Which part of what was found is in the answer.
    pub pagination: Pagination,
    /// What was found, counted.
    pub group: SearchGroup,
}

impl From<SearchReply> for rt::Streamed {
    fn from(body: SearchReply) -> Self {
        rt::StreamedObject::new()
            .member("pagination", &body.pagination)
            .member("group", &body.group)
            .items("users", body.users)
    }
}

impl rt::Model for SearchReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let users = object.required("users", &rt::items(rt::model::<User>()));
        let pagination = object.required("pagination", &rt::model::<Pagination>());
        let group = object.required("group", &rt::model::<SearchGroup>());
        Ok(Self {
            users: users?,
            pagination: pagination?,
            group: group?,
        })
    }
}

/// Which part of what was found is in the answer.
///
/// Contract: `/components/schemas/FrontierPagination`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pagination {
    /// The offset of the request.
    pub offset: i64,
    /// The limit of the request; 0 is none.
    pub limit: i64,
    /// How many were found in all.
    pub total_count: i64,
}

impl rt::Model for Pagination {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let offset = object.required("offset", &rt::integer::<i64>());
        let limit = object.required("limit", &rt::integer::<i64>());
        let total_count = object.required("total_count", &rt::integer::<i64>());
        Ok(Self {
            offset: offset?,
            limit: limit?,
            total_count: total_count?,
        })
    }
}

/// What was found, counted.
///
/// Contract: `/components/schemas/FrontierSearchGroup`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchGroup {
    /// By what it is counted; empty where the request did not ask.
    pub name: String,
    /// The counts.
    pub data: Vec<SearchGroupData>,
}

impl rt::Model for SearchGroup {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::string());
        let data = object.required("data", &rt::array(rt::model::<SearchGroupData>()));
        Ok(Self { name: name?, data: data? })
    }
}

/// One count.
///
/// Contract: `/components/schemas/FrontierSearchGroupData`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchGroupData {
    /// What is counted, such as `enabled`.
    pub name: String,
    /// How many there are.
    pub count: i64,
}

impl rt::Model for SearchGroupData {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object.required("name", &rt::string());
        let count = object.required("count", &rt::integer::<i64>());
        Ok(Self { name: name?, count: count? })
    }
}

/// A JSON Schema that metadata is checked by.
///
/// Contract: `/components/schemas/FrontierMetaSchema`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetaSchema {
    /// The id, a UUID of version 7.
    pub id: rt::Uuid,
    /// The name, which is the kind of object that it is about.
    pub name: String,
    /// The text of a JSON document, as it was written.
    pub schema: String,
    /// When it was created.
    pub created_at: rt::Timestamp,
    /// When it was last changed.
    pub updated_at: rt::Timestamp,
}

impl rt::Model for MetaSchema {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::uuid());
        let name = object.required("name", &rt::string());
        let schema = object.required("schema", &rt::string());
        let created_at = object.required("created_at", &rt::timestamp());
        let updated_at = object.required("updated_at", &rt::timestamp());
        Ok(Self {
            id: id?,
            name: name?,
            schema: schema?,
            created_at: created_at?,
            updated_at: updated_at?,
        })
    }
}

/// A metaschema to create or to change.
///
/// Contract: `/components/schemas/FrontierMetaSchemaRequestBody`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetaSchemaRequestBody {
    /// The name: letters, digits, dashes and underscores. Unique in the organization, with its case.
    /// Roster's choice, at most 255 characters.
    pub name: String,
    /// The text of a JSON Schema. Roster's choice, at most 65536 bytes.
    pub schema: String,
}

impl rt::Model for MetaSchemaRequestBody {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let name = object
            .required(
                "name",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&META_SCHEMA_REQUEST_BODY_NAME_PATTERN),
            );
        let schema = object
            .required("schema", &rt::string().min_length(2).max_length(65536));
        Ok(Self {
            name: name?,
            schema: schema?,
        })
    }
}

/// One metaschema.
///
/// Contract: `/components/schemas/FrontierMetaSchemaReply`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetaSchemaReply {
    /// A JSON Schema that metadata is checked by.
    pub metaschema: MetaSchema,
}

impl rt::Model for MetaSchemaReply {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let metaschema = object.required("metaschema", &rt::model::<MetaSchema>());
        Ok(Self { metaschema: metaschema? })
    }
}

/// The metaschemas of an organization.
///
/// Contract: `/components/schemas/FrontierMetaSchemaList`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetaSchemaList {
    /// The metaschemas.
    pub metaschemas: Vec<MetaSchema>,
}

impl rt::Model for MetaSchemaList {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let metaschemas = object
            .required("metaschemas", &rt::array(rt::model::<MetaSchema>()));
        Ok(Self { metaschemas: metaschemas? })
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

static CREATE_USER_IDEMPOTENCY_KEY_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[!-~]+$",
    "^[!-\\~]+$",
);

static META_SCHEMA_REQUEST_BODY_NAME_PATTERN: rt::Pattern = rt::Pattern::new(
    "^[A-Za-z0-9-_]+$",
);

static UPDATE_CURRENT_USER_IF_MATCH_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^(\\*|[ \\t,]*(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-~]*\")?)*)$",
    "^(\\*|[ \\t,]*(W/)?\"[!#-\\~]*\"([ \\t]*,[ \\t]*((W/)?\"[!#-\\~]*\")?)*)$",
);

static USER_REQUEST_BODY_AVATAR_PATTERN: rt::Pattern = rt::Pattern::new(
    "^(data:image/(png|jpg|jpeg|gif);base64,([a-zA-Z0-9+/]+={0,2})+)?$",
);

static USER_REQUEST_BODY_EMAIL_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^\\s*[^\\s@.,:;\"()<>\\[\\]\\\\\\x00-\\x1F\\x7F-\\x9F]+(\\.[^\\s@.,:;\"()<>\\[\\]\\\\\\x00-\\x1F\\x7F-\\x9F]+)*@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\\s*$",
    "^[\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]*[^\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}@.,:;\"()<>\\[\\]\\\\\\x00-\\x1F\\x7F-\\x9F]+(\\.[^\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}@.,:;\"()<>\\[\\]\\\\\\x00-\\x1F\\x7F-\\x9F]+)*@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*[\\t\\n\\x0B\\x0C\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]*$",
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

/// What `FrontierService_ListUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListUsersRequest {
    /// How many users a page has; absent or 0 is 50.
    pub page_size: Option<i32>,
    /// Which page, from 1; absent or 0 is the first.
    pub page_num: Option<i32>,
    /// A part of the name or of the e-mail address. Roster's choice, at most 1024 characters.
    pub keyword: Option<String>,
    /// The caller's own organization, by UUID or name. Roster's choice, at most 1024 characters.
    pub org_id: Option<String>,
    /// The UUID of a group. Roster's choice: a text that is no UUID, and a group that there is not, find
    /// nobody.
    pub group_id: Option<String>,
    /// The state, `enabled` or `disabled`; anything else finds nothing.
    pub state: Option<String>,
}

impl rt::Request for ListUsersRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        query.alias("pageSize", "page_size");
        query.alias("pageNum", "page_num");
        query.alias("orgId", "org_id");
        query.alias("groupId", "group_id");
        let page_size = query.optional("page_size", &rt::integer::<i32>().minimum(0));
        let page_num = query.optional("page_num", &rt::integer::<i32>().minimum(0));
        let keyword = query.optional("keyword", &rt::string().max_length(1024));
        let org_id = query.optional("org_id", &rt::string().max_length(1024));
        let group_id = query.optional("group_id", &rt::string().max_length(1024));
        let state = query.optional("state", &rt::string().max_length(64));
        Ok(Self {
            page_size: page_size?,
            page_num: page_num?,
            keyword: keyword?,
            org_id: org_id?,
            group_id: group_id?,
            state: state?,
        })
    }
}

/// What `FrontierService_ListUsers` answers.
#[derive(Debug)]
pub enum ListUsersResponse {
    /// 200: One page of users.
    Ok(UserList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
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

impl From<Failure> for ListUsersResponse {
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

/// What `FrontierService_CreateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUserRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The user. The body is read as JSON whatever its content type says, since older clients send
    /// `text/plain`.
    pub body: UserRequestBody,
}

impl rt::Request for CreateUserRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserRequestBody>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `FrontierService_CreateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateUserResponse {
    /// 200: The user was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code 3.
    UnprocessableEntity(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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
    const OPERATION: &'static str = "FrontierService_CreateUser";

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
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
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
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<CurrentUserReply>,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

/// What `FrontierService_UpdateCurrentUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateCurrentUserRequest {
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The user. The body is read as JSON whatever its content type says, since older clients send
    /// `text/plain`.
    pub body: UserRequestBody,
}

impl rt::Request for UpdateCurrentUserRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserRequestBody>());
        Ok(Self {
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_UpdateCurrentUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateCurrentUserResponse {
    /// 200: The current user as it is now.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for UpdateCurrentUserResponse {
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
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

impl From<Failure> for UpdateCurrentUserResponse {
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: rt::Rendered<UserReply>,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

/// What `FrontierService_UpdateUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
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
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<UserRequestBody>());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_UpdateUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateUserResponse {
    /// 200: The user was updated, or created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: UserReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

/// What `FrontierService_DeleteUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
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
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
        })
    }
}

/// What `FrontierService_DeleteUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteUserResponse {
    /// 200: The user was deleted.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

/// What `FrontierService_ListCurrentUserGroups` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListCurrentUserGroupsRequest {
    /// The caller's own organization, by UUID or name. Roster's choice, at most 1024 characters.
    pub org_id: Option<String>,
}

impl rt::Request for ListCurrentUserGroupsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        query.alias("orgId", "org_id");
        let org_id = query.optional("org_id", &rt::string().max_length(1024));
        Ok(Self { org_id: org_id? })
    }
}

/// What `FrontierService_ListCurrentUserGroups` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListCurrentUserGroupsResponse {
    /// 200: The groups.
    Ok(CurrentUserGroups),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListCurrentUserGroupsResponse {
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

impl From<Failure> for ListCurrentUserGroupsResponse {
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

/// What `FrontierService_ListOrganizationsByCurrentUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListOrganizationsByCurrentUserRequest {
    /// The state, `enabled` or `disabled`; anything else finds nothing.
    pub state: Option<String>,
}

impl rt::Request for ListOrganizationsByCurrentUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let state = query.optional("state", &rt::string().max_length(64));
        Ok(Self { state: state? })
    }
}

/// What `FrontierService_ListOrganizationsByCurrentUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListOrganizationsByCurrentUserResponse {
    /// 200: The organizations.
    Ok(OrganizationList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListOrganizationsByCurrentUserResponse {
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

impl From<Failure> for ListOrganizationsByCurrentUserResponse {
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

/// What `FrontierService_EnableUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct EnableUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// An object without members that are used. It may be left out.
    pub body: Option<rt::Map<String, rt::Value>>,
}

impl rt::Request for EnableUserRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.optional_json_body(&rt::json_object());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_EnableUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum EnableUserResponse {
    /// 200: The user is enabled.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for EnableUserResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
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

impl From<Failure> for EnableUserResponse {
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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

/// What `FrontierService_DisableUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DisableUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// An object without members that are used. It may be left out.
    pub body: Option<rt::Map<String, rt::Value>>,
}

impl rt::Request for DisableUserRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.optional_json_body(&rt::json_object());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_DisableUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DisableUserResponse {
    /// 200: The user is disabled.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DisableUserResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
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

impl From<Failure> for DisableUserResponse {
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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

/// What `FrontierService_ListUserGroups` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListUserGroupsRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
    /// The caller's own organization, by UUID or name. Roster's choice, at most 1024 characters.
    pub org_id: Option<String>,
}

impl rt::Request for ListUserGroupsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        let mut query = parts.query();
        query.alias("orgId", "org_id");
        let org_id = query.optional("org_id", &rt::string().max_length(1024));
        Ok(Self { id: id?, org_id: org_id? })
    }
}

/// What `FrontierService_ListUserGroups` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListUserGroupsResponse {
    /// 200: The groups.
    Ok(GroupList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListUserGroupsResponse {
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

impl From<Failure> for ListUserGroupsResponse {
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

/// What `FrontierService_ListOrganizationsByUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListOrganizationsByUserRequest {
    /// A UUID, an e-mail address or a name, told apart in this order: what parses as an address, what
    /// parses as a UUID, and everything else. Roster's choice, at most 255 characters.
    pub id: String,
    /// The state, `enabled` or `disabled`; anything else finds nothing.
    pub state: Option<String>,
}

impl rt::Request for ListOrganizationsByUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(2, "id", &rt::string().min_length(1).max_length(255));
        let mut query = parts.query();
        let state = query.optional("state", &rt::string().max_length(64));
        Ok(Self { id: id?, state: state? })
    }
}

/// What `FrontierService_ListOrganizationsByUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListOrganizationsByUserResponse {
    /// 200: The organizations.
    Ok(OrganizationList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListOrganizationsByUserResponse {
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

impl From<Failure> for ListOrganizationsByUserResponse {
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

/// What `AdminService_ListAllUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListAllUsersRequest {
    /// How many users a page has; absent or 0 is 50.
    pub page_size: Option<i32>,
    /// Which page, from 1; absent or 0 is the first.
    pub page_num: Option<i32>,
    /// A part of the name or of the e-mail address. Roster's choice, at most 1024 characters.
    pub keyword: Option<String>,
    /// The caller's own organization, by UUID or name. Roster's choice, at most 1024 characters.
    pub org_id: Option<String>,
    /// The UUID of a group. Roster's choice: a text that is no UUID, and a group that there is not, find
    /// nobody.
    pub group_id: Option<String>,
    /// The state, `enabled` or `disabled`; anything else finds nothing.
    pub state: Option<String>,
}

impl rt::Request for ListAllUsersRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        query.alias("pageSize", "page_size");
        query.alias("pageNum", "page_num");
        query.alias("orgId", "org_id");
        query.alias("groupId", "group_id");
        let page_size = query.optional("page_size", &rt::integer::<i32>().minimum(0));
        let page_num = query.optional("page_num", &rt::integer::<i32>().minimum(0));
        let keyword = query.optional("keyword", &rt::string().max_length(1024));
        let org_id = query.optional("org_id", &rt::string().max_length(1024));
        let group_id = query.optional("group_id", &rt::string().max_length(1024));
        let state = query.optional("state", &rt::string().max_length(64));
        Ok(Self {
            page_size: page_size?,
            page_num: page_num?,
            keyword: keyword?,
            org_id: org_id?,
            group_id: group_id?,
            state: state?,
        })
    }
}

/// What `AdminService_ListAllUsers` answers.
#[derive(Debug)]
pub enum ListAllUsersResponse {
    /// 200: One page of users.
    Ok(UserList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListAllUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
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

impl From<Failure> for ListAllUsersResponse {
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

/// What `AdminService_SearchUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchUsersRequest {
    /// What to find; nothing finds everybody. The body is read as JSON whatever its content type says.
    pub body: Option<SearchRequest>,
}

impl rt::Request for SearchUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let body = parts.optional_json_body(&rt::model::<SearchRequest>());
        Ok(Self { body: body? })
    }
}

/// What `AdminService_SearchUsers` answers.
#[derive(Debug)]
pub enum SearchUsersResponse {
    /// 200: What was found.
    Ok(SearchReply),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for SearchUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
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

impl From<Failure> for SearchUsersResponse {
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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

/// What `AdminService_ExportUsers` answers.
#[derive(Debug)]
pub enum ExportUsersResponse {
    /// 200: The users.
    Ok {
        /// Lets a browser keep the answer as a file.
        content_disposition: String,
        /// The body.
        body: rt::TextItems,
    },
    /// 401: There are no valid credentials with the request. Code 16, message `not authenticated`. Roster's
    /// choice: this comes before the check of the body, which Frontier does first.
    Unauthorized(Unauthorized),
    /// 403: The caller may not do this. Code 7, message `not authorized`.
    Forbidden(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ExportUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { content_disposition, body } => {
                rt::Outgoing::status(200)
                    .header("content-disposition", content_disposition)
                    .stream("text/csv", body)
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

impl From<Failure> for ExportUsersResponse {
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

/// What `FrontierService_ListMetaSchemas` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListMetaSchemasResponse {
    /// 200: The metaschemas.
    Ok(MetaSchemaList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListMetaSchemasResponse {
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

impl From<Failure> for ListMetaSchemasResponse {
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

/// What `FrontierService_CreateMetaSchema` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateMetaSchemaRequest {
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The metaschema. The body is read as JSON whatever its content type says.
    pub body: MetaSchemaRequestBody,
}

impl rt::Request for CreateMetaSchemaRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<MetaSchemaRequestBody>());
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `FrontierService_CreateMetaSchema` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateMetaSchemaResponse {
    /// 200: The metaschema was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: MetaSchemaReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code 3.
    UnprocessableEntity(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateMetaSchemaResponse {
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

impl rt::Keep for CreateMetaSchemaResponse {
    const OPERATION: &'static str = "FrontierService_CreateMetaSchema";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateMetaSchemaResponse {
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
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `FrontierService_GetMetaSchema` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetMetaSchemaRequest {
    /// A UUID, and in GetMetaSchema a name. Roster's choice, at most 255 characters.
    pub id: String,
}

impl rt::Request for GetMetaSchemaRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        Ok(Self { id: id? })
    }
}

/// What `FrontierService_GetMetaSchema` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetMetaSchemaResponse {
    /// 200: The metaschema.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: MetaSchemaReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetMetaSchemaResponse {
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

impl From<Failure> for GetMetaSchemaResponse {
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

/// What `FrontierService_UpdateMetaSchema` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateMetaSchemaRequest {
    /// A UUID, and in GetMetaSchema a name. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The metaschema. The body is read as JSON whatever its content type says.
    pub body: MetaSchemaRequestBody,
}

impl rt::Request for UpdateMetaSchemaRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<MetaSchemaRequestBody>());
        Ok(Self {
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_UpdateMetaSchema` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateMetaSchemaResponse {
    /// 200: The metaschema was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: MetaSchemaReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for UpdateMetaSchemaResponse {
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

impl From<Failure> for UpdateMetaSchemaResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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

/// What `FrontierService_DeleteMetaSchema` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteMetaSchemaRequest {
    /// A UUID, and in GetMetaSchema a name. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteMetaSchemaRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts.path(3, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            id: id?,
            if_match: if_match?,
        })
    }
}

/// What `FrontierService_DeleteMetaSchema` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteMetaSchemaResponse {
    /// 200: The metaschema was deleted.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DeleteMetaSchemaResponse {
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

impl From<Failure> for DeleteMetaSchemaResponse {
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

/// What `FrontierService_ListOrganizationGroups` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListOrganizationGroupsRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// UUIDs of groups, each in a parameter of its own; without any, all groups. What is no UUID of a group
    /// finds none. Roster's choice, at most 100.
    pub group_ids: Option<Vec<String>>,
    /// The state, `enabled` or `disabled`; anything else finds nothing.
    pub state: Option<String>,
}

impl rt::Request for ListOrganizationGroupsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let mut query = parts.query();
        query.alias("groupIds", "group_ids");
        let group_ids = query
            .optional_list(
                "group_ids",
                &rt::array(rt::string().max_length(255)).max_items(100),
            );
        let state = query.optional("state", &rt::string().max_length(64));
        Ok(Self {
            org_id: org_id?,
            group_ids: group_ids?,
            state: state?,
        })
    }
}

/// What `FrontierService_ListOrganizationGroups` answers.
#[derive(Debug)]
pub enum ListOrganizationGroupsResponse {
    /// 200: The groups.
    Ok(OrganizationGroupList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListOrganizationGroupsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
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

impl From<Failure> for ListOrganizationGroupsResponse {
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

/// What `FrontierService_CreateGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateGroupRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// Names this request, for 24 hours. When it comes again with the same credentials in the same form,
    /// and is the same in method, path, query and body, its success is answered again, byte for byte, and
    /// nothing is made twice. Failures are not kept, so what failed can be tried again. The same key with
    /// another request is 422.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The group. The body is read as JSON whatever its content type says.
    pub body: GroupRequestBody,
}

impl rt::Request for CreateGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let idempotency_key = parts
            .idempotency_key(
                "Idempotency-Key",
                &rt::string()
                    .min_length(1)
                    .max_length(255)
                    .pattern(&CREATE_USER_IDEMPOTENCY_KEY_PATTERN),
            );
        let body = parts.json_body(&rt::model::<GroupRequestBody>());
        Ok(Self {
            org_id: org_id?,
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `FrontierService_CreateGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateGroupResponse {
    /// 200: The group was created.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: GroupReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code 3.
    UnprocessableEntity(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for CreateGroupResponse {
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

impl rt::Keep for CreateGroupResponse {
    const OPERATION: &'static str = "FrontierService_CreateGroup";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}

impl From<Failure> for CreateGroupResponse {
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
            Failure::UnprocessableEntity(body) => Self::UnprocessableEntity(body),
            Failure::TooManyRequests(failure) => Self::TooManyRequests(failure),
            Failure::InternalServerError(body) => Self::InternalServerError(body),
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `FrontierService_GetGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetGroupRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// The UUID of a group; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub id: String,
}

impl rt::Request for GetGroupRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let id = parts.path(4, "id", &rt::string().min_length(1).max_length(255));
        Ok(Self { org_id: org_id?, id: id? })
    }
}

/// What `FrontierService_GetGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetGroupResponse {
    /// 200: The group.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: GroupReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for GetGroupResponse {
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

impl From<Failure> for GetGroupResponse {
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

/// What `FrontierService_UpdateGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateGroupRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// The UUID of a group; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// The group. The body is read as JSON whatever its content type says.
    pub body: GroupRequestBody,
}

impl rt::Request for UpdateGroupRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let id = parts.path(4, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<GroupRequestBody>());
        Ok(Self {
            org_id: org_id?,
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_UpdateGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateGroupResponse {
    /// 200: The group was updated.
    Ok {
        /// The state of the object that the answer shows, as a strong tag (RFC 9110, section 8.8.3). It is
        /// another after every change of anything that any dialect shows of the object, and the same through
        /// all of them.
        etag: String,
        /// The body.
        body: GroupReply,
    },
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for UpdateGroupResponse {
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

impl From<Failure> for UpdateGroupResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::BadRequest(body) => Self::BadRequest(body),
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::Forbidden(body) => Self::Forbidden(body),
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(body) => Self::Conflict(body),
            Failure::PreconditionFailed(body) => Self::PreconditionFailed(body),
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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

/// What `FrontierService_DeleteGroup` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteGroupRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// The UUID of a group; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for DeleteGroupRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let id = parts.path(4, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            org_id: org_id?,
            id: id?,
            if_match: if_match?,
        })
    }
}

/// What `FrontierService_DeleteGroup` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeleteGroupResponse {
    /// 200: The group was deleted.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for DeleteGroupResponse {
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

impl From<Failure> for DeleteGroupResponse {
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

/// What `FrontierService_ListGroupUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ListGroupUsersRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// The UUID of a group; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub id: String,
}

impl rt::Request for ListGroupUsersRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let id = parts.path(4, "id", &rt::string().min_length(1).max_length(255));
        Ok(Self { org_id: org_id?, id: id? })
    }
}

/// What `FrontierService_ListGroupUsers` answers.
#[derive(Debug)]
pub enum ListGroupUsersResponse {
    /// 200: The members.
    Ok(GroupUserList),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for ListGroupUsersResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("application/json", body),
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

impl From<Failure> for ListGroupUsersResponse {
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

/// What `FrontierService_AddGroupUsers` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AddGroupUsersRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// The UUID of a group; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
    /// Who is to be in the group. The body is read as JSON whatever its content type says.
    pub body: GroupUsersRequestBody,
}

impl rt::Request for AddGroupUsersRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let id = parts.path(4, "id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        let body = parts.json_body(&rt::model::<GroupUsersRequestBody>());
        Ok(Self {
            org_id: org_id?,
            id: id?,
            if_match: if_match?,
            body: body?,
        })
    }
}

/// What `FrontierService_AddGroupUsers` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum AddGroupUsersResponse {
    /// 200: The users are in the group.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for AddGroupUsersResponse {
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
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
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

impl From<Failure> for AddGroupUsersResponse {
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
            Failure::PayloadTooLarge(body) => Self::PayloadTooLarge(body),
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

/// What `FrontierService_RemoveGroupUser` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveGroupUserRequest {
    /// The caller's own organization, by UUID or name; any other is 404. Roster's choice, at most 1024
    /// characters.
    pub org_id: String,
    /// The UUID of a group; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub id: String,
    /// The UUID of a user; a text that is no UUID is 404. Roster's choice, at most 255 characters.
    pub user_id: String,
    /// The request is carried out only if the object that it changes is in one of these states: the `ETag`
    /// of an answer about it, through any dialect, or several between commas. `*` is any state, as long as
    /// it exists. Otherwise it is 412 and nothing is changed, even if the request would have changed
    /// nothing. A weak tag (`W/"..."`) fits nothing. Who may not change the object, or names none, is
    /// answered as without the header.
    pub if_match: Option<String>,
}

impl rt::Request for RemoveGroupUserRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let org_id = parts
            .path(2, "org_id", &rt::string().min_length(1).max_length(1024));
        let id = parts.path(4, "id", &rt::string().min_length(1).max_length(255));
        let user_id = parts
            .path(6, "user_id", &rt::string().min_length(1).max_length(255));
        let mut headers = parts.headers();
        let if_match = headers
            .optional(
                "If-Match",
                &rt::string()
                    .max_length(4096)
                    .pattern(&UPDATE_CURRENT_USER_IF_MATCH_PATTERN),
            );
        Ok(Self {
            org_id: org_id?,
            id: id?,
            user_id: user_id?,
            if_match: if_match?,
        })
    }
}

/// What `FrontierService_RemoveGroupUser` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum RemoveGroupUserResponse {
    /// 200: The user is not in the group.
    Ok(rt::Map<String, rt::Value>),
    /// 400: The request is malformed or has invalid values; nothing was changed. Code 3. Messages that
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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

impl rt::Respond for RemoveGroupUserResponse {
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

impl From<Failure> for RemoveGroupUserResponse {
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

/// More requests than are allowed, or too many wrong passwords or keys from this address; nothing was
/// changed. Code 8.
#[derive(Clone, Debug, PartialEq)]
pub struct TooManyRequests {
    /// After how many seconds the same request may be sent again.
    pub retry_after: i32,
    /// The body.
    pub body: Status,
}

impl rt::Respond for TooManyRequests {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(429)
            .header("retry-after", self.retry_after)
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
    /// clients can rely on: `invalid syntax in body` (no body, but in CreateUser; another address in
    /// UpdateCurrentUser), `invalid syntax in body : metadata schema validation failed`, `user email can't
    /// be updated`, and those that begin with `invalid CreateUserRequest.Body` or the same of another
    /// operation.
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
    /// 404: The user, group, metaschema or organization does not exist, or not for the caller. Code 5,
    /// message `user doesn't exist`, `group doesn't exist`, `metaschema doesn't exist` or `organization
    /// doesn't exist`.
    NotFound(Status),
    /// 409: The name or address is taken. Code 6, message `already exist`. Frontier answers this status but
    /// does not declare it. Roster's choice: a user that changed at the same time is code 10.
    Conflict(Status),
    /// 412: The object is not in a state that `If-Match` lists; nothing was changed. Roster's choice, like
    /// the header: code 9.
    PreconditionFailed(Status),
    /// 413: The body is larger than the server accepts. Roster's choice: code 8.
    PayloadTooLarge(Status),
    /// 422: The `Idempotency-Key` was sent with another request, or the answer is too long to be kept.
    /// Nothing was changed. Code 3.
    UnprocessableEntity(Status),
    /// 429: More requests than are allowed, or too many wrong passwords or keys from this address; nothing
    /// was changed. Code 8.
    TooManyRequests(TooManyRequests),
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
            Self::PreconditionFailed(body) => {
                rt::Outgoing::status(412).json("application/json", &body)
            }
            Self::PayloadTooLarge(body) => {
                rt::Outgoing::status(413).json("application/json", &body)
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

    /// Lists users.
    ///
    /// Lists the users of the caller's organization, the oldest first. All conditions that are given must
    /// hold: `keyword` is part of the name or of the address without regard to case, `group_id` is a group
    /// that the user is in, `state` is the user's state. Without a state, disabled users are left out; a
    /// state that there is not finds nobody.
    ///
    /// Roster's choice:
    ///
    /// * `org_id` is the caller's own organization, by id or name, and any other is 404. With an `org_id`
    ///   or a `group_id` and without a `page_size`, the whole list is one page, since Frontier then looks
    ///   at nothing else.
    /// * A page can be as large as the caller wants, and is sent while it is read. `count` says how many
    ///   users the page has; of a page of more than 100 it says how many it had when the answer began.
    /// * Every member of a user has its value; Frontier leaves `state` and `metadata` of this list empty,
    ///   or the times.
    /// * Only who may read users is answered. Frontier answers anyone.
    ///
    /// `GET /v1beta1/users`
    ///
    /// Contract: `/paths/~1v1beta1~1users/get`
    fn list_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListUsersRequest,
    ) -> impl Future<Output = ListUsersResponse> + Send;

    /// Creates a user.
    ///
    /// Creates an enabled user. `name` and `email` are lower-cased, and white space around `email` is
    /// removed; `title` and `avatar` stay as written. A success is 200, not 201.
    ///
    /// `metadata` is checked by the metaschema `user`, where there is one; if it does not follow it: 400
    /// with `invalid syntax in body : metadata schema validation failed`. Metadata that is left out is not
    /// checked.
    ///
    /// Without a name, one is made from the e-mail address: the local part in lower case with only its
    /// letters and digits, preceded by `u` where it begins with a digit, then `_`, then the domain with
    /// only its letters and digits and with `_` for each dot. `john-doe@acme.org` becomes
    /// `johndoe_acme_org`. The rules of `name` do not apply to a made name.
    ///
    /// Roster's choice:
    ///
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
    /// Answers whom the credentials belong to: a user, or a service user. The other of the two members is
    /// null. A user whose name is `self` can be reached by id and by e-mail address only.
    ///
    /// Roster's choice: the service users are the service accounts that other dialects make; their `title`
    /// is the username where there is no name to show.
    ///
    /// `GET /v1beta1/users/self`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1self/get`
    fn get_current_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = GetCurrentUserResponse> + Send;

    /// Updates the current user.
    ///
    /// Replaces `title`, `avatar` and `metadata` of the user that the credentials belong to: one that is
    /// left out becomes empty. The body's `email` must be the user's own, otherwise 400 with `invalid
    /// syntax in body`; its `name` is checked and then not used.
    ///
    /// Roster's choice: the address is compared without regard to case. A service user is 404, as in
    /// Frontier. The built-in users cannot be changed: 403.
    ///
    /// `PUT /v1beta1/users/self`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1self/put`
    fn update_current_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateCurrentUserRequest,
    ) -> impl Future<Output = UpdateCurrentUserResponse> + Send;

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
    /// Metadata is checked by the metaschema `user`; metadata that is left out is checked as the empty
    /// object that it becomes. Roster's choice: what is kept is not checked.
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

    /// Deletes a user.
    ///
    /// Deletes a user, named by UUID, with its memberships and keys. The name and the address become free.
    ///
    /// Roster's choice: an unknown id, or a text that is no UUID, is 404; Frontier answers 500. Nobody
    /// deletes oneself, a built-in user, or a user who may do more than the caller: 403.
    ///
    /// `DELETE /v1beta1/users/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}/delete`
    fn delete_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteUserRequest,
    ) -> impl Future<Output = DeleteUserResponse> + Send;

    /// Lists the groups of the current user.
    ///
    /// Lists the groups that the current user is in, the oldest first.
    ///
    /// Roster's choice: `access_pairs` is always empty, since the permissions that `with_permissions` asks
    /// for are those of Frontier's own model. `members_count` is 0 here.
    ///
    /// `GET /v1beta1/users/self/groups`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1self~1groups/get`
    fn list_current_user_groups(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListCurrentUserGroupsRequest,
    ) -> impl Future<Output = ListCurrentUserGroupsResponse> + Send;

    /// Lists the organizations of the current user.
    ///
    /// Answers the organization that the current user belongs to. It is `enabled`, so any other `state`
    /// finds nothing.
    ///
    /// Roster's choice: a user belongs to one organization, and none can be joined by domain.
    ///
    /// `GET /v1beta1/users/self/organizations`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1self~1organizations/get`
    fn list_organizations_by_current_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListOrganizationsByCurrentUserRequest,
    ) -> impl Future<Output = ListOrganizationsByCurrentUserResponse> + Send;

    /// Enables a user.
    ///
    /// Lets a user authenticate again. Doing it again is a success. The user is named by UUID. The body is
    /// not used and may be left out.
    ///
    /// Roster's choice: an unknown id, or a text that is no UUID, is 404; Frontier answers 500.
    /// `updated_at` moves where the state does, which in Frontier it does not. The built-in users cannot be
    /// changed: 403.
    ///
    /// `POST /v1beta1/users/{id}/enable`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}~1enable/post`
    fn enable_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: EnableUserRequest,
    ) -> impl Future<Output = EnableUserResponse> + Send;

    /// Disables a user.
    ///
    /// Keeps a user from authenticating, with effect on the next request of every key. Memberships stay.
    /// Doing it again is a success. The user is named by UUID. The body is not used and may be left out.
    ///
    /// Roster's choice: an unknown id, or a text that is no UUID, is 404; Frontier answers 500.
    /// `updated_at` moves where the state does, which in Frontier it does not. The built-in users cannot be
    /// changed: 403.
    ///
    /// `POST /v1beta1/users/{id}/disable`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}~1disable/post`
    fn disable_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DisableUserRequest,
    ) -> impl Future<Output = DisableUserResponse> + Send;

    /// Lists the groups of a user.
    ///
    /// Lists the groups that a user is in, the oldest first. The user is named as in GetUser, and may be
    /// disabled.
    ///
    /// Roster's choice: an unknown user is 404. `members_count` is 0 here.
    ///
    /// `GET /v1beta1/users/{id}/groups`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}~1groups/get`
    fn list_user_groups(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListUserGroupsRequest,
    ) -> impl Future<Output = ListUserGroupsResponse> + Send;

    /// Lists the organizations of a user.
    ///
    /// Answers the organization that a user belongs to. The user is named as in GetUser, and may be
    /// disabled. The organization is `enabled`, so any other `state` finds nothing.
    ///
    /// Roster's choice: a user belongs to one organization, and none can be joined by domain. An unknown
    /// user is 404.
    ///
    /// `GET /v1beta1/users/{id}/organizations`
    ///
    /// Contract: `/paths/~1v1beta1~1users~1{id}~1organizations/get`
    fn list_organizations_by_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListOrganizationsByUserRequest,
    ) -> impl Future<Output = ListOrganizationsByUserResponse> + Send;

    /// Lists users, as an administrator.
    ///
    /// As ListUsers, of which it is another name.
    ///
    /// `GET /v1beta1/admin/users`
    ///
    /// Contract: `/paths/~1v1beta1~1admin~1users/get`
    fn list_all_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListAllUsersRequest,
    ) -> impl Future<Output = ListAllUsersResponse> + Send;

    /// Searches users.
    ///
    /// Finds users, disabled ones included, by filters that must all hold.
    ///
    /// | name | operators |
    /// |---|---|
    /// | `id`, `name`, `email`, `title`, `avatar`, `state` | `eq`, `neq`, `like`, `notlike`, `in`, `notin`, `empty`, `notempty` |
    /// | `created_at`, `updated_at` | `eq`, `neq`, `gt`, `lt`, `gte`, `lte`, with a time of RFC 3339 in `string_value` |
    ///
    /// `like` takes a pattern of the whole text, in which `%` is any text and `_` is any character, without
    /// regard to case. `in` takes values with commas between them. What is absent is empty. `search` is
    /// part of the id, the title, the name or the state, without regard to case. `sort` is by `title`,
    /// `name`, `state`, `created_at` or `updated_at`; then, and without it, by id. `group_by` is `state` or
    /// nothing: the users are sorted by it first, and `group` counts the states of all who are found. A
    /// `limit` of 0 is none: everybody who is found is sent, while it is read.
    ///
    /// Roster's choice:
    ///
    /// * An unknown name, operator, order or column is 400.
    /// * Only `eq`, `neq`, `in` and `notin` look at case, but not in `id`, `email` and `name`, which have
    ///   none here.
    /// * `total_count` is how many are found in all, which Frontier leaves at 0, and `metadata` has its
    ///   value.
    ///
    /// `POST /v1beta1/admin/users/search`
    ///
    /// Contract: `/paths/~1v1beta1~1admin~1users~1search/post`
    fn search_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: SearchUsersRequest,
    ) -> impl Future<Output = SearchUsersResponse> + Send;

    /// Exports users as CSV.
    ///
    /// Sends all users, disabled ones included and the oldest first, as comma-separated values (RFC 4180,
    /// with a line feed after each record), while they are read. The first line is `User
    /// ID,Name,Title,Email,State,Joined At`.
    ///
    /// Roster's choice: a value that a spreadsheet would take for a formula, since it begins with `=`, `+`,
    /// `-`, `@`, a tab or a carriage return, has an apostrophe before it: anybody chooses the own title.
    ///
    /// `GET /v1beta1/admin/users/export`
    ///
    /// Contract: `/paths/~1v1beta1~1admin~1users~1export/get`
    fn export_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = ExportUsersResponse> + Send;

    /// Lists the metaschemas.
    ///
    /// Lists the JSON Schemas that metadata is checked by, in the order of their names. An organization
    /// begins with `user`, `group`, `organization`, `role` and `prospect`; Roster checks the metadata of
    /// users and groups.
    ///
    /// Roster's choice: only who may read metaschemas is answered. Frontier answers anyone.
    ///
    /// `GET /v1beta1/meta/schemas`
    ///
    /// Contract: `/paths/~1v1beta1~1meta~1schemas/get`
    fn list_meta_schemas(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = ListMetaSchemasResponse> + Send;

    /// Creates a metaschema.
    ///
    /// Creates a metaschema. Metadata of the kind of object that it is named after is checked by it from
    /// then on; what is stored already is not.
    ///
    /// Roster's choice:
    ///
    /// * The schema must be a JSON Schema that can be used, of draft 4 or later, and of draft 7 where it
    ///   does not say; Frontier stores any text and then refuses all metadata. It refers to parts of itself
    ///   only, and not in a circle. Its regular expressions match in linear time, so there are no
    ///   lookarounds and no backreferences. `format` is checked where its draft says so.
    /// * It has at most 65536 bytes; and, with what is referred to counted where it is referred to, at most
    ///   2000 JSON values, 32 regular expressions and 32 levels. A regular expression becomes an automaton
    ///   of at most 1 MiB. An organization has at most 100 metaschemas.
    ///
    /// `POST /v1beta1/meta/schemas`
    ///
    /// Contract: `/paths/~1v1beta1~1meta~1schemas/post`
    fn create_meta_schema(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateMetaSchemaRequest,
    ) -> impl Future<Output = CreateMetaSchemaResponse> + Send;

    /// Gets a metaschema.
    ///
    /// Answers a metaschema by name or by UUID.
    ///
    /// `GET /v1beta1/meta/schemas/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1meta~1schemas~1{id}/get`
    fn get_meta_schema(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetMetaSchemaRequest,
    ) -> impl Future<Output = GetMetaSchemaResponse> + Send;

    /// Updates a metaschema.
    ///
    /// Replaces the schema of a metaschema, named by UUID: a name is 404. The body's `name` is checked and
    /// then not used.
    ///
    /// Roster's choice: the schema must be usable, as for CreateMetaSchema.
    ///
    /// `PUT /v1beta1/meta/schemas/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1meta~1schemas~1{id}/put`
    fn update_meta_schema(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateMetaSchemaRequest,
    ) -> impl Future<Output = UpdateMetaSchemaResponse> + Send;

    /// Deletes a metaschema.
    ///
    /// Deletes a metaschema, named by UUID: a name is 404. Metadata of its kind of object is not checked
    /// any more.
    ///
    /// Roster's choice: who may write metaschemas may do it. Frontier refuses everyone with 401, which its
    /// page does not say.
    ///
    /// `DELETE /v1beta1/meta/schemas/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1meta~1schemas~1{id}/delete`
    fn delete_meta_schema(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteMetaSchemaRequest,
    ) -> impl Future<Output = DeleteMetaSchemaResponse> + Send;

    /// Lists the groups of an organization.
    ///
    /// Lists all groups, the oldest first, among them *Everyone*, which every user is in. Groups are
    /// `enabled`, so any other `state` finds nothing.
    ///
    /// Roster's choice: `members_count` is always counted, and `users` is always empty: ListGroupUsers
    /// lists them.
    ///
    /// `GET /v1beta1/organizations/{org_id}/groups`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups/get`
    fn list_organization_groups(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListOrganizationGroupsRequest,
    ) -> impl Future<Output = ListOrganizationGroupsResponse> + Send;

    /// Creates a group.
    ///
    /// Creates a group. Its metadata is checked by the metaschema `group`; absent metadata is checked as
    /// `{}`.
    ///
    /// Roster's choice: whoever creates a group is not in it; Frontier makes the creator its owner. The
    /// name is unique in the organization without regard to case.
    ///
    /// `POST /v1beta1/organizations/{org_id}/groups`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups/post`
    fn create_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: CreateGroupRequest,
    ) -> impl Future<Output = CreateGroupResponse> + Send;

    /// Gets a group.
    ///
    /// Answers a group, named by UUID.
    ///
    /// `GET /v1beta1/organizations/{org_id}/groups/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups~1{id}/get`
    fn get_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetGroupRequest,
    ) -> impl Future<Output = GetGroupResponse> + Send;

    /// Updates a group.
    ///
    /// Replaces `name`, `title` and `metadata` of a group, named by UUID: title and metadata that are left
    /// out become empty. Its metadata is checked by the metaschema `group`.
    ///
    /// Roster's choice: *Everyone* cannot be changed: 403.
    ///
    /// `PUT /v1beta1/organizations/{org_id}/groups/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups~1{id}/put`
    fn update_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdateGroupRequest,
    ) -> impl Future<Output = UpdateGroupResponse> + Send;

    /// Deletes a group.
    ///
    /// Deletes a group, named by UUID, with its memberships. Its members stay.
    ///
    /// Roster's choice: *Everyone* cannot be deleted, nor a group that gives what the caller does not have:
    /// 403.
    ///
    /// `DELETE /v1beta1/organizations/{org_id}/groups/{id}`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups~1{id}/delete`
    fn delete_group(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeleteGroupRequest,
    ) -> impl Future<Output = DeleteGroupResponse> + Send;

    /// Lists the members of a group.
    ///
    /// Lists the enabled users who are in a group, the oldest first, while they are read. The group is
    /// named by UUID.
    ///
    /// Roster's choice: `role_pairs` is always empty, since members of a group have no roles within it
    /// here.
    ///
    /// `GET /v1beta1/organizations/{org_id}/groups/{id}/users`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups~1{id}~1users/get`
    fn list_group_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ListGroupUsersRequest,
    ) -> impl Future<Output = ListGroupUsersResponse> + Send;

    /// Adds users to a group.
    ///
    /// Adds users to a group, all or none, each named by UUID. Who is in it already stays.
    ///
    /// Roster's choice: an unknown user is 404 and nobody is added; Frontier answers 500 and may have added
    /// some. Who is in *Everyone* is not chosen: 403.
    ///
    /// `POST /v1beta1/organizations/{org_id}/groups/{id}/users`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups~1{id}~1users/post`
    fn add_group_users(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: AddGroupUsersRequest,
    ) -> impl Future<Output = AddGroupUsersResponse> + Send;

    /// Removes a user from a group.
    ///
    /// Removes a user from a group; both are named by UUID. Who is not in it stays out: a success.
    ///
    /// Roster's choice: an unknown user is 404. Who is in *Everyone* is not chosen: 403.
    ///
    /// `DELETE /v1beta1/organizations/{org_id}/groups/{id}/users/{user_id}`
    ///
    /// Contract: `/paths/~1v1beta1~1organizations~1{org_id}~1groups~1{id}~1users~1{user_id}/delete`
    fn remove_group_user(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: RemoveGroupUserRequest,
    ) -> impl Future<Output = RemoveGroupUserResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /ping`
    Ping,
    /// `GET /v1beta1/users`
    ListUsers,
    /// `POST /v1beta1/users`
    CreateUser,
    /// `GET /v1beta1/users/self`
    GetCurrentUser,
    /// `PUT /v1beta1/users/self`
    UpdateCurrentUser,
    /// `GET /v1beta1/users/{id}`
    GetUser,
    /// `PUT /v1beta1/users/{id}`
    UpdateUser,
    /// `DELETE /v1beta1/users/{id}`
    DeleteUser,
    /// `GET /v1beta1/users/self/groups`
    ListCurrentUserGroups,
    /// `GET /v1beta1/users/self/organizations`
    ListOrganizationsByCurrentUser,
    /// `POST /v1beta1/users/{id}/enable`
    EnableUser,
    /// `POST /v1beta1/users/{id}/disable`
    DisableUser,
    /// `GET /v1beta1/users/{id}/groups`
    ListUserGroups,
    /// `GET /v1beta1/users/{id}/organizations`
    ListOrganizationsByUser,
    /// `GET /v1beta1/admin/users`
    ListAllUsers,
    /// `POST /v1beta1/admin/users/search`
    SearchUsers,
    /// `GET /v1beta1/admin/users/export`
    ExportUsers,
    /// `GET /v1beta1/meta/schemas`
    ListMetaSchemas,
    /// `POST /v1beta1/meta/schemas`
    CreateMetaSchema,
    /// `GET /v1beta1/meta/schemas/{id}`
    GetMetaSchema,
    /// `PUT /v1beta1/meta/schemas/{id}`
    UpdateMetaSchema,
    /// `DELETE /v1beta1/meta/schemas/{id}`
    DeleteMetaSchema,
    /// `GET /v1beta1/organizations/{org_id}/groups`
    ListOrganizationGroups,
    /// `POST /v1beta1/organizations/{org_id}/groups`
    CreateGroup,
    /// `GET /v1beta1/organizations/{org_id}/groups/{id}`
    GetGroup,
    /// `PUT /v1beta1/organizations/{org_id}/groups/{id}`
    UpdateGroup,
    /// `DELETE /v1beta1/organizations/{org_id}/groups/{id}`
    DeleteGroup,
    /// `GET /v1beta1/organizations/{org_id}/groups/{id}/users`
    ListGroupUsers,
    /// `POST /v1beta1/organizations/{org_id}/groups/{id}/users`
    AddGroupUsers,
    /// `DELETE /v1beta1/organizations/{org_id}/groups/{id}/users/{user_id}`
    RemoveGroupUser,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 30] = [
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
        id: "FrontierService_ListUsers",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users",
        action: Some("users:read"),
        secured: true,
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
        id: "FrontierService_UpdateCurrentUser",
        module: "frontier",
        method: "PUT",
        path: "/v1beta1/users/self",
        action: Some("users:update-self"),
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
    rt::Operation {
        id: "FrontierService_DeleteUser",
        module: "frontier",
        method: "DELETE",
        path: "/v1beta1/users/{id}",
        action: Some("users:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListCurrentUserGroups",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users/self/groups",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListOrganizationsByCurrentUser",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users/self/organizations",
        action: Some("users:read-self"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_EnableUser",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/users/{id}/enable",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_DisableUser",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/users/{id}/disable",
        action: Some("users:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListUserGroups",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users/{id}/groups",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListOrganizationsByUser",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/users/{id}/organizations",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "AdminService_ListAllUsers",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/admin/users",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "AdminService_SearchUsers",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/admin/users/search",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "AdminService_ExportUsers",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/admin/users/export",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListMetaSchemas",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/meta/schemas",
        action: Some("metaschemas:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_CreateMetaSchema",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/meta/schemas",
        action: Some("metaschemas:write"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_GetMetaSchema",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/meta/schemas/{id}",
        action: Some("metaschemas:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_UpdateMetaSchema",
        module: "frontier",
        method: "PUT",
        path: "/v1beta1/meta/schemas/{id}",
        action: Some("metaschemas:write"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_DeleteMetaSchema",
        module: "frontier",
        method: "DELETE",
        path: "/v1beta1/meta/schemas/{id}",
        action: Some("metaschemas:write"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListOrganizationGroups",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/organizations/{org_id}/groups",
        action: Some("groups:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_CreateGroup",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/organizations/{org_id}/groups",
        action: Some("groups:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_GetGroup",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/organizations/{org_id}/groups/{id}",
        action: Some("groups:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_UpdateGroup",
        module: "frontier",
        method: "PUT",
        path: "/v1beta1/organizations/{org_id}/groups/{id}",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_DeleteGroup",
        module: "frontier",
        method: "DELETE",
        path: "/v1beta1/organizations/{org_id}/groups/{id}",
        action: Some("groups:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_ListGroupUsers",
        module: "frontier",
        method: "GET",
        path: "/v1beta1/organizations/{org_id}/groups/{id}/users",
        action: Some("users:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_AddGroupUsers",
        module: "frontier",
        method: "POST",
        path: "/v1beta1/organizations/{org_id}/groups/{id}/users",
        action: Some("groups:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "FrontierService_RemoveGroupUser",
        module: "frontier",
        method: "DELETE",
        path: "/v1beta1/organizations/{org_id}/groups/{id}/users/{user_id}",
        action: Some("groups:update"),
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
            ["v1beta1", "users"] => &[OperationId::ListUsers, OperationId::CreateUser],
            ["v1beta1", "users", "self"] => {
                &[OperationId::GetCurrentUser, OperationId::UpdateCurrentUser]
            }
            ["v1beta1", "admin", "users"] => &[OperationId::ListAllUsers],
            ["v1beta1", "meta", "schemas"] => {
                &[OperationId::ListMetaSchemas, OperationId::CreateMetaSchema]
            }
            ["v1beta1", "users", "self", "groups"] => {
                &[OperationId::ListCurrentUserGroups]
            }
            ["v1beta1", "users", "self", "organizations"] => {
                &[OperationId::ListOrganizationsByCurrentUser]
            }
            ["v1beta1", "admin", "users", "search"] => &[OperationId::SearchUsers],
            ["v1beta1", "admin", "users", "export"] => &[OperationId::ExportUsers],
            ["v1beta1", "meta", "schemas", _] => {
                &[
                    OperationId::GetMetaSchema,
                    OperationId::UpdateMetaSchema,
                    OperationId::DeleteMetaSchema,
                ]
            }
            ["v1beta1", "users", _] => {
                &[OperationId::GetUser, OperationId::UpdateUser, OperationId::DeleteUser]
            }
            ["v1beta1", "users", _, "enable"] => &[OperationId::EnableUser],
            ["v1beta1", "users", _, "disable"] => &[OperationId::DisableUser],
            ["v1beta1", "users", _, "groups"] => &[OperationId::ListUserGroups],
            ["v1beta1", "users", _, "organizations"] => {
                &[OperationId::ListOrganizationsByUser]
            }
            ["v1beta1", "organizations", _, "groups"] => {
                &[OperationId::ListOrganizationGroups, OperationId::CreateGroup]
            }
            ["v1beta1", "organizations", _, "groups", _] => {
                &[
                    OperationId::GetGroup,
                    OperationId::UpdateGroup,
                    OperationId::DeleteGroup,
                ]
            }
            ["v1beta1", "organizations", _, "groups", _, "users"] => {
                &[OperationId::ListGroupUsers, OperationId::AddGroupUsers]
            }
            ["v1beta1", "organizations", _, "groups", _, "users", _] => {
                &[OperationId::RemoveGroupUser]
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
            OperationId::Ping => {
                Box::pin(async { Ok(rt::Respond::into_response(api.ping(call).await)) })
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
            OperationId::ListCurrentUserGroups => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_current_user_groups(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListOrganizationsByCurrentUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api
                                .list_organizations_by_current_user(call, caller, request)
                                .await,
                        ),
                    )
                })
            }
            OperationId::EnableUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.enable_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DisableUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.disable_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListUserGroups => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_user_groups(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListOrganizationsByUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_organizations_by_user(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListAllUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_all_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::SearchUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.search_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ExportUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.export_users(call, caller).await))
                })
            }
            OperationId::ListMetaSchemas => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(
                        rt::Respond::into_response(
                            api.list_meta_schemas(call, caller).await,
                        ),
                    )
                })
            }
            OperationId::CreateMetaSchema => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_meta_schema(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetMetaSchema => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_meta_schema(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateMetaSchema => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_meta_schema(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteMetaSchema => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_meta_schema(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListOrganizationGroups => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_organization_groups(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::CreateGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.create_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdateGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeleteGroup => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_group(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ListGroupUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.list_group_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::AddGroupUsers => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.add_group_users(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::RemoveGroupUser => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.remove_group_user(call, caller, request).await,
                        ),
                    )
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::Ping => {
                    rt::Respond::into_response(PingResponse::from(failure))
                }
                OperationId::ListUsers => {
                    rt::Respond::into_response(ListUsersResponse::from(failure))
                }
                OperationId::CreateUser => {
                    rt::Respond::into_response(CreateUserResponse::from(failure))
                }
                OperationId::GetCurrentUser => {
                    rt::Respond::into_response(GetCurrentUserResponse::from(failure))
                }
                OperationId::UpdateCurrentUser => {
                    rt::Respond::into_response(UpdateCurrentUserResponse::from(failure))
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
                OperationId::ListCurrentUserGroups => {
                    rt::Respond::into_response(
                        ListCurrentUserGroupsResponse::from(failure),
                    )
                }
                OperationId::ListOrganizationsByCurrentUser => {
                    rt::Respond::into_response(
                        ListOrganizationsByCurrentUserResponse::from(failure),
                    )
                }
                OperationId::EnableUser => {
                    rt::Respond::into_response(EnableUserResponse::from(failure))
                }
                OperationId::DisableUser => {
                    rt::Respond::into_response(DisableUserResponse::from(failure))
                }
                OperationId::ListUserGroups => {
                    rt::Respond::into_response(ListUserGroupsResponse::from(failure))
                }
                OperationId::ListOrganizationsByUser => {
                    rt::Respond::into_response(
                        ListOrganizationsByUserResponse::from(failure),
                    )
                }
                OperationId::ListAllUsers => {
                    rt::Respond::into_response(ListAllUsersResponse::from(failure))
                }
                OperationId::SearchUsers => {
                    rt::Respond::into_response(SearchUsersResponse::from(failure))
                }
                OperationId::ExportUsers => {
                    rt::Respond::into_response(ExportUsersResponse::from(failure))
                }
                OperationId::ListMetaSchemas => {
                    rt::Respond::into_response(ListMetaSchemasResponse::from(failure))
                }
                OperationId::CreateMetaSchema => {
                    rt::Respond::into_response(CreateMetaSchemaResponse::from(failure))
                }
                OperationId::GetMetaSchema => {
                    rt::Respond::into_response(GetMetaSchemaResponse::from(failure))
                }
                OperationId::UpdateMetaSchema => {
                    rt::Respond::into_response(UpdateMetaSchemaResponse::from(failure))
                }
                OperationId::DeleteMetaSchema => {
                    rt::Respond::into_response(DeleteMetaSchemaResponse::from(failure))
                }
                OperationId::ListOrganizationGroups => {
                    rt::Respond::into_response(
                        ListOrganizationGroupsResponse::from(failure),
                    )
                }
                OperationId::CreateGroup => {
                    rt::Respond::into_response(CreateGroupResponse::from(failure))
                }
                OperationId::GetGroup => {
                    rt::Respond::into_response(GetGroupResponse::from(failure))
                }
                OperationId::UpdateGroup => {
                    rt::Respond::into_response(UpdateGroupResponse::from(failure))
                }
                OperationId::DeleteGroup => {
                    rt::Respond::into_response(DeleteGroupResponse::from(failure))
                }
                OperationId::ListGroupUsers => {
                    rt::Respond::into_response(ListGroupUsersResponse::from(failure))
                }
                OperationId::AddGroupUsers => {
                    rt::Respond::into_response(AddGroupUsersResponse::from(failure))
                }
                OperationId::RemoveGroupUser => {
                    rt::Respond::into_response(RemoveGroupUserResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
