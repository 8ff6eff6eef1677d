//! The module `pets`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use serde::Serialize;
use specgen_runtime as rt;

/// A pet.
///
/// Contract: `/components/schemas/Pet`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pet {
    /// The id of a pet.
    pub id: PetId,
    /// What it listens to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whom it belongs to.
    pub owner: Option<String>,
    /// What else it listens to.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub nickname: rt::Field<String>,
    /// `friends`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub friends: Option<Vec<PetId>>,
    /// `born`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<rt::Timestamp>,
    /// Cats are not dogs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<PetType>,
    /// A pet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Pet>>,
    /// `weight`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// `notes`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<std::collections::BTreeMap<String, i64>>,
}

impl rt::Model for Pet {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let id = object.required("id", &rt::model::<PetId>());
        let name = object.optional("name", &rt::string().min_length(2).max_length(8));
        let owner = object.required("owner", &rt::nullable(rt::string()));
        let nickname = object.field("nickname", &rt::string());
        let friends = object
            .optional("friends", &rt::array(rt::model::<PetId>()).unique());
        let born = object.optional("born", &rt::timestamp());
        let r#type = object.optional("type", &rt::model::<PetType>());
        let parent = object.optional("parent", &rt::boxed(rt::model::<Pet>()));
        let weight = object.optional("weight", &rt::number().above(0.0));
        let notes = object.optional("notes", &rt::map(rt::integer::<i64>()));
        Ok(Self {
            id: id?,
            name: name?,
            owner: owner?,
            nickname: nickname?,
            friends: friends?,
            born: born?,
            r#type: r#type?,
            parent: parent?,
            weight: weight?,
            notes: notes?,
        })
    }
}

/// Cats are not dogs.
///
/// Contract: `/components/schemas/Pet/properties/type`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum PetType {
    /// `cat`
    #[serde(rename = "cat")]
    Cat,
    /// `dog`
    #[serde(rename = "dog")]
    Dog,
    /// `DOG`
    #[serde(rename = "DOG")]
    Dog2,
}

impl PetType {
    /// All of them, in the order of the contract.
    pub const ALL: &'static [Self] = &[Self::Cat, Self::Dog, Self::Dog2];

    /// Returns the word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cat => "cat",
            Self::Dog => "dog",
            Self::Dog2 => "DOG",
        }
    }
}

rt::enumeration!(PetType);

/// The id of a pet.
///
/// Contract: `/components/schemas/PetId`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct PetId(String);

rt::constrained_string!(PetId, rt::string().max_length(5).pattern(&PET_ID_PATTERN));

/// Many pets.
///
/// Contract: `/components/schemas/Herd`
#[derive(Debug)]
pub struct Herd {
    /// `pets`
    pub pets: rt::Items<Pet>,
    /// Who asks.
    pub keeper: Option<String>,
}

impl From<Herd> for rt::Streamed {
    fn from(body: Herd) -> Self {
        rt::StreamedObject::new()
            .optional("keeper", &body.keeper)
            .items("pets", body.pets)
    }
}

impl rt::Model for Herd {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let pets = object.required("pets", &rt::items(rt::model::<Pet>()));
        let keeper = object.optional("keeper", &rt::string());
        Ok(Self {
            pets: pets?,
            keeper: keeper?,
        })
    }
}

/// A change of a pet.
///
/// Contract: `/components/schemas/PetPatch`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PetPatch {
    /// `name`
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub name: rt::Field<String>,
    /// `owner`
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub owner: rt::Field<String>,
}

impl rt::Model for PetPatch {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let value = rt::embedded_json(value, at, found)?;
        let mut object = rt::object(value, at, found)?;
        let name = object.field("name", &rt::string().min_length(2));
        let owner = object.field("owner", &rt::string());
        object.deny_unknown()?;
        Ok(Self { name: name?, owner: owner? })
    }
}

impl rt::MergePatch for PetPatch {
    fn is_empty(&self) -> bool {
        self.name.is_absent() && self.owner.is_absent()
    }
}

/// What went wrong.
///
/// Contract: `/components/schemas/Error`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Error {
    /// For people.
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

/// One of a few words.
///
/// Contract: `/paths/~1pets~1{pet}/get/parameters/3/schema`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum GetPetSort {
    /// `asc`
    #[serde(rename = "asc")]
    Asc,
    /// `desc`
    #[serde(rename = "desc")]
    Desc,
}

impl GetPetSort {
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

rt::enumeration!(GetPetSort);

/// An object.
///
/// Contract: `/paths/~1pets~1{pet}~1grant/post/requestBody/content/application~1x-www-form-urlencoded/schema`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GrantPetBody {
    /// What it gets.
    pub treat: String,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
}

impl rt::FormModel for GrantPetBody {
    fn read_form(form: &mut rt::PairsReader<'_>) -> Result<Self, rt::Reported> {
        let treat = form.required("treat", &rt::string());
        let count = form.optional("count", &rt::integer::<i32>());
        Ok(Self {
            treat: treat?,
            count: count?,
        })
    }
}

static PET_ID_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^[a-z]\\w*$",
    "^[a-z][0-9A-Za-z_]*$",
);

/// What `listPets` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ListPetsResponse {
    /// 200: All pets.
    Ok(Vec<Pet>),
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ListPetsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for ListPetsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// What `invitePets` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct InvitePetsRequest {
    /// Whom to invite.
    pub body: Option<Vec<PetId>>,
}

impl rt::Request for InvitePetsRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").any_media_type(),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        parts.empty_object_is_absent();
        let body = parts
            .optional_json_body(&rt::array(rt::model::<PetId>()).max_items(3).unique());
        Ok(Self { body: body? })
    }
}

/// What `invitePets` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum InvitePetsResponse {
    /// 204: Invited.
    NoContent,
    /// 503: Later.
    ServiceUnavailable(ServiceUnavailable),
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for InvitePetsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for InvitePetsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
            Failure::ServiceUnavailable(failure) => Self::ServiceUnavailable(failure),
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `getAllPets` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetAllPetsRequest {
    /// `failing`
    pub failing: bool,
}

impl rt::Request for GetAllPetsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let mut query = parts.query();
        let failing = query.or("failing", &rt::boolean(), false);
        Ok(Self { failing: failing? })
    }
}

/// What `getAllPets` answers.
#[derive(Debug)]
pub enum GetAllPetsResponse {
    /// 200: All pets.
    Ok {
        /// The header `etag`.
        etag: String,
        /// The body.
        body: Herd,
    },
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for GetAllPetsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .stream("application/json", body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetAllPetsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// What `exportPets` answers.
#[derive(Debug)]
pub enum ExportPetsResponse {
    /// 200: All pets.
    Ok(rt::TextItems),
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ExportPetsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("text/csv", body),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for ExportPetsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// What `getPet` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetPetRequest {
    /// The pet.
    pub pet: PetId,
    /// Another pet.
    pub query_pet: Option<String>,
    /// `quiet`
    pub quiet: bool,
    /// `page_size`
    pub page_size: i32,
    /// `sort`
    pub sort: Option<GetPetSort>,
    /// `tag`
    pub tag: Option<Vec<String>>,
    /// `X-Trace`
    pub x_trace: Option<String>,
}

impl rt::Request for GetPetRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let pet = parts.path(1, "pet", &rt::model::<PetId>());
        let mut query = parts.query();
        query.alias("pageSize", "page_size");
        let query_pet = query.optional("pet", &rt::string());
        let quiet = query.or("quiet", &rt::boolean().lenient(), false);
        let page_size = query
            .or("page_size", &rt::integer::<i32>().minimum(1).maximum(100), 20);
        let sort = query.optional("sort", &rt::model::<GetPetSort>());
        let tag = query
            .optional_list("tag", &rt::array(rt::string().min_length(2)).max_items(2));
        let mut headers = parts.headers();
        let x_trace = headers.optional("X-Trace", &rt::string().max_length(8));
        Ok(Self {
            pet: pet?,
            query_pet: query_pet?,
            quiet: quiet?,
            page_size: page_size?,
            sort: sort?,
            tag: tag?,
            x_trace: x_trace?,
        })
    }
}

/// What `getPet` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetPetResponse {
    /// 200: The pet.
    Ok {
        /// Its version.
        etag: String,
        /// The header `x-age`.
        x_age: Option<i32>,
        /// The body.
        body: Pet,
    },
    /// 401: Who are you?
    Unauthorized(Unauthorized),
    /// 404: There is no such pet.
    NotFound(Error),
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for GetPetResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, x_age, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .optional_header("x-age", x_age)
                    .json("application/json", &body)
            }
            Self::Unauthorized(failure) => failure.into_response(),
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetPetResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::NotFound(body) => Self::NotFound(body),
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

/// What `replacePet` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplacePetRequest {
    /// The pet.
    pub pet: PetId,
    /// The body.
    pub body: Pet,
}

impl rt::Request for ReplacePetRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/json").bytes_max(2048),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let pet = parts.path(1, "pet", &rt::model::<PetId>());
        let body = parts.json_body(&rt::model::<Pet>());
        Ok(Self { pet: pet?, body: body? })
    }
}

/// What `replacePet` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplacePetResponse {
    /// 200: The pet as it is now.
    Ok(Pet),
    /// 401: Who are you?
    Unauthorized(Unauthorized),
    /// 4XX: Something failed.
    ClientError {
        /// The status.
        status: rt::ClientErrorStatus,
        /// The body.
        body: Error,
    },
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for ReplacePetResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::Unauthorized(failure) => failure.into_response(),
            Self::ClientError { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for ReplacePetResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => Self::Unauthorized(failure),
            Failure::NotFound(body) => {
                Self::ClientError {
                    status: rt::ClientErrorStatus::of(404),
                    body,
                }
            }
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

/// What `updatePet` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdatePetRequest {
    /// The pet.
    pub pet: PetId,
    /// The body.
    pub body: PetPatch,
}

impl rt::Request for UpdatePetRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("application/json"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let pet = parts.path(1, "pet", &rt::model::<PetId>());
        let body = parts.json_body(&rt::model::<PetPatch>());
        Ok(Self { pet: pet?, body: body? })
    }
}

/// What `updatePet` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdatePetResponse {
    /// 200: The pet as it is now.
    Ok(Pet),
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for UpdatePetResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).json("application/json", &body),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for UpdatePetResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// What `deletePet` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DeletePetRequest {
    /// The pet.
    pub pet: PetId,
}

impl rt::Request for DeletePetRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let pet = parts.path(1, "pet", &rt::model::<PetId>());
        Ok(Self { pet: pet? })
    }
}

/// What `deletePet` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum DeletePetResponse {
    /// 204: Gone.
    NoContent,
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for DeletePetResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for DeletePetResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// What `grantPet` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantPetRequest {
    /// `pet`
    pub pet: PetId,
    /// The body.
    pub body: GrantPetBody,
}

impl rt::Request for GrantPetRequest {
    const BODY: Option<rt::BodyRules> = Some(
        rt::BodyRules::new("application/x-www-form-urlencoded"),
    );

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let pet = parts.path(1, "pet", &rt::model::<PetId>());
        let body = parts.form_body();
        Ok(Self { pet: pet?, body: body? })
    }
}

/// What `grantPet` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GrantPetResponse {
    /// 204: Granted.
    NoContent,
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for GrantPetResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent => rt::Outgoing::status(204).empty(),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GrantPetResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// What `getGrants` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct GetGrantsRequest {
    /// `pet`
    pub pet: PetId,
}

impl rt::Request for GetGrantsRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let pet = parts.path(1, "pet", &rt::model::<PetId>());
        Ok(Self { pet: pet? })
    }
}

/// What `getGrants` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetGrantsResponse {
    /// 204: Nothing yet.
    NoContent {
        /// The header `etag`.
        etag: String,
    },
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: Error,
    },
}

impl rt::Respond for GetGrantsResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent { etag } => {
                rt::Outgoing::status(204).header("etag", etag).empty()
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

impl From<Failure> for GetGrantsResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unauthorized(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(401),
                    body: failure.body,
                }
            }
            Failure::NotFound(body) => {
                Self::Default {
                    status: rt::FailureStatus::of(404),
                    body,
                }
            }
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

/// Who are you?
#[derive(Clone, Debug, PartialEq)]
pub struct Unauthorized {
    /// How to say who you are.
    pub www_authenticate: String,
    /// The body.
    pub body: Error,
}

impl rt::Respond for Unauthorized {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(401)
            .header("www-authenticate", self.www_authenticate)
            .json("application/json", &self.body)
    }
}

/// Later.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceUnavailable {
    /// The header `retry-after`.
    pub retry_after: i32,
    /// The body.
    pub body: Error,
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
    /// 401: Who are you?
    Unauthorized(Unauthorized),
    /// 404: There is no such pet.
    NotFound(Error),
    /// 503: Later.
    ServiceUnavailable(ServiceUnavailable),
    /// Something failed.
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
            Self::Unauthorized(failure) => failure.into_response(),
            Self::NotFound(body) => {
                rt::Outgoing::status(404).json("application/json", &body)
            }
            Self::ServiceUnavailable(failure) => failure.into_response(),
            Self::Other { status, body } => {
                rt::Outgoing::new(status).json("application/json", &body)
            }
        }
    }
}

/// The operations of `pets`, one method each. Arguments are parsed and valid, and only declared
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

    /// Lists pets.
    ///
    /// `GET /pets`
    ///
    /// Contract: `/paths/~1pets/get`
    fn list_pets(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = ListPetsResponse> + Send {
        let _ = (call, caller);
        std::future::ready(
            ListPetsResponse::Ok(
                rt::example(
                    &rt::array(rt::model::<Pet>()),
                    "[{\"id\":\"rex\",\"name\":\"Rex\",\"owner\":null}]",
                ),
            ),
        )
    }

    /// Invites pets.
    ///
    /// The body may be left out.
    ///
    /// `POST /pets/invite`
    ///
    /// Contract: `/paths/~1pets~1invite/post`
    fn invite_pets(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: InvitePetsRequest,
    ) -> impl Future<Output = InvitePetsResponse> + Send;

    /// Gets all pets, however many.
    ///
    /// `GET /pets/all`
    ///
    /// Contract: `/paths/~1pets~1all/get`
    fn get_all_pets(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetAllPetsRequest,
    ) -> impl Future<Output = GetAllPetsResponse> + Send;

    /// Gets more pets than fit into memory, as a table.
    ///
    /// `GET /pets/table`
    ///
    /// Contract: `/paths/~1pets~1table/get`
    fn export_pets(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = ExportPetsResponse> + Send;

    /// Gets a pet.
    ///
    /// `GET /pets/{pet}`
    ///
    /// Contract: `/paths/~1pets~1{pet}/get`
    fn get_pet(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetPetRequest,
    ) -> impl Future<Output = GetPetResponse> + Send;

    /// Replaces a pet.
    ///
    /// `PUT /pets/{pet}`
    ///
    /// Contract: `/paths/~1pets~1{pet}/put`
    fn replace_pet(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: ReplacePetRequest,
    ) -> impl Future<Output = ReplacePetResponse> + Send;

    /// Changes a pet.
    ///
    /// `PATCH /pets/{pet}`
    ///
    /// Contract: `/paths/~1pets~1{pet}/patch`
    fn update_pet(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: UpdatePetRequest,
    ) -> impl Future<Output = UpdatePetResponse> + Send;

    /// Lets a pet go.
    ///
    /// `DELETE /pets/{pet}`
    ///
    /// Contract: `/paths/~1pets~1{pet}/delete`
    fn delete_pet(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: DeletePetRequest,
    ) -> impl Future<Output = DeletePetResponse> + Send;

    /// Grants a pet something.
    ///
    /// `POST /pets/{pet}/grant`
    ///
    /// Contract: `/paths/~1pets~1{pet}~1grant/post`
    fn grant_pet(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GrantPetRequest,
    ) -> impl Future<Output = GrantPetResponse> + Send;

    /// Gets what a pet was granted.
    ///
    /// `GET /pets/{pet}/grant`
    ///
    /// Contract: `/paths/~1pets~1{pet}~1grant/get`
    fn get_grants(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
        request: GetGrantsRequest,
    ) -> impl Future<Output = GetGrantsResponse> + Send {
        let _ = (caller, request);
        std::future::ready(
            GetGrantsResponse::from(self.reject(call, &rt::Rejection::NotImplemented)),
        )
    }
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /pets`
    ListPets,
    /// `POST /pets/invite`
    InvitePets,
    /// `GET /pets/all`
    GetAllPets,
    /// `GET /pets/table`
    ExportPets,
    /// `GET /pets/{pet}`
    GetPet,
    /// `PUT /pets/{pet}`
    ReplacePet,
    /// `PATCH /pets/{pet}`
    UpdatePet,
    /// `DELETE /pets/{pet}`
    DeletePet,
    /// `POST /pets/{pet}/grant`
    GrantPet,
    /// `GET /pets/{pet}/grant`
    GetGrants,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 10] = [
    rt::Operation {
        id: "listPets",
        module: "pets",
        method: "GET",
        path: "/pets",
        action: Some("pets:read"),
        secured: true,
        stub: true,
    },
    rt::Operation {
        id: "invitePets",
        module: "pets",
        method: "POST",
        path: "/pets/invite",
        action: Some("pets:create"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getAllPets",
        module: "pets",
        method: "GET",
        path: "/pets/all",
        action: Some("pets:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "exportPets",
        module: "pets",
        method: "GET",
        path: "/pets/table",
        action: Some("pets:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getPet",
        module: "pets",
        method: "GET",
        path: "/pets/{pet}",
        action: Some("pets:read"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "replacePet",
        module: "pets",
        method: "PUT",
        path: "/pets/{pet}",
        action: Some("pets:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "updatePet",
        module: "pets",
        method: "PATCH",
        path: "/pets/{pet}",
        action: Some("pets:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "deletePet",
        module: "pets",
        method: "DELETE",
        path: "/pets/{pet}",
        action: Some("pets:delete"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "grantPet",
        module: "pets",
        method: "POST",
        path: "/pets/{pet}/grant",
        action: Some("pets:update"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "getGrants",
        module: "pets",
        method: "GET",
        path: "/pets/{pet}/grant",
        action: Some("pets:read"),
        secured: true,
        stub: true,
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
            ["pets"] => &[OperationId::ListPets],
            ["pets", "invite"] => &[OperationId::InvitePets],
            ["pets", "all"] => &[OperationId::GetAllPets],
            ["pets", "table"] => &[OperationId::ExportPets],
            ["pets", _] => {
                &[
                    OperationId::GetPet,
                    OperationId::ReplacePet,
                    OperationId::UpdatePet,
                    OperationId::DeletePet,
                ]
            }
            ["pets", _, "grant"] => &[OperationId::GrantPet, OperationId::GetGrants],
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
            OperationId::ListPets => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.list_pets(call, caller).await))
                })
            }
            OperationId::InvitePets => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.invite_pets(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetAllPets => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_all_pets(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ExportPets => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.export_pets(call, caller).await))
                })
            }
            OperationId::GetPet => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_pet(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::ReplacePet => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.replace_pet(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::UpdatePet => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.update_pet(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::DeletePet => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.delete_pet(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GrantPet => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.grant_pet(call, caller, request).await,
                        ),
                    )
                })
            }
            OperationId::GetGrants => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    let request = incoming.read().await?;
                    Ok(
                        rt::Respond::into_response(
                            api.get_grants(call, caller, request).await,
                        ),
                    )
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::ListPets => {
                    rt::Respond::into_response(ListPetsResponse::from(failure))
                }
                OperationId::InvitePets => {
                    rt::Respond::into_response(InvitePetsResponse::from(failure))
                }
                OperationId::GetAllPets => {
                    rt::Respond::into_response(GetAllPetsResponse::from(failure))
                }
                OperationId::ExportPets => {
                    rt::Respond::into_response(ExportPetsResponse::from(failure))
                }
                OperationId::GetPet => {
                    rt::Respond::into_response(GetPetResponse::from(failure))
                }
                OperationId::ReplacePet => {
                    rt::Respond::into_response(ReplacePetResponse::from(failure))
                }
                OperationId::UpdatePet => {
                    rt::Respond::into_response(UpdatePetResponse::from(failure))
                }
                OperationId::DeletePet => {
                    rt::Respond::into_response(DeletePetResponse::from(failure))
                }
                OperationId::GrantPet => {
                    rt::Respond::into_response(GrantPetResponse::from(failure))
                }
                OperationId::GetGrants => {
                    rt::Respond::into_response(GetGrantsResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
