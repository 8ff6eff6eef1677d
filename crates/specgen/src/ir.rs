//! The contract as the generator sees it: OpenAPI 3.0.3, lossless for everything the generator understands.
//!
//! Every object of the document has a node here, every node knows its JSON Pointer in the bundled document, and whatever a
//! node cannot hold was refused with a diagnostic. So `ir::render(ir::parse(document))` equals the document.
//! Knows nothing about Rust: names and types of generated code are decided in `plan`.

mod lookup;
mod parse;
mod render;
mod schema;

use std::fmt;

use indexmap::IndexMap;
use serde_json::Value;

pub use lookup::{Endpoint, each_schema};
pub use parse::parse;
pub use render::{prove_round_trip, render, same_json};
pub(crate) use render::{render_header, render_schema};
pub use schema::{Additional, ArrayRules, Kind, NumberRules, ObjectRules, Schema, SchemaOrRef, StringRules};

/// A JSON Pointer (RFC 6901) into the bundled document; the key under which `source` knows file, line and column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(pub String);

/// The `x-...` members of an object, in document order.
pub type Extensions = IndexMap<String, Value>;

/// The whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// The `openapi` member, `3.0.x`.
    pub openapi: String,
    /// Title, version and licence: kept whole, since the generator only shows them.
    pub info: Info,
    /// The `servers` member, kept whole.
    pub servers: Option<Value>,
    /// The `externalDocs` member, kept whole.
    pub external_docs: Option<Value>,
    /// The tags; a tag with `x-module` is a module of the generated code.
    pub tags: Vec<Tag>,
    /// What an operation without its own `security` needs.
    pub security: Option<Vec<SecurityRequirement>>,
    /// Path templates in document order.
    pub paths: IndexMap<String, PathItem>,
    /// The shared parts.
    pub components: Components,
    /// Root extensions.
    pub extensions: Extensions,
}

/// `info`.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// The whole object, as written.
    pub whole: Value,
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
}

/// One member of `tags`.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Where it stands.
    pub at: Pointer,
    /// Its name, which operations use.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// `externalDocs`, kept whole.
    pub external_docs: Option<Value>,
    /// `x-module: {mounts: [...]}`: this tag is a module of generated code that owns everything below these prefixes.
    pub module: Option<Module>,
    /// Other extensions.
    pub extensions: Extensions,
}

/// `x-module` of a tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Path prefixes, `/api/v1`; unknown paths below them are answered in the module's own error shape.
    pub mounts: Vec<String>,
}

/// One alternative of a `security` list: scheme name to scopes; empty means "no credentials".
pub type SecurityRequirement = IndexMap<String, Vec<String>>;

/// `components`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Components {
    /// Shared schemas.
    pub schemas: IndexMap<String, SchemaOrRef>,
    /// Shared responses.
    pub responses: IndexMap<String, Response>,
    /// Shared parameters.
    pub parameters: IndexMap<String, Parameter>,
    /// Shared headers.
    pub headers: IndexMap<String, Header>,
    /// Shared request bodies.
    pub request_bodies: IndexMap<String, RequestBody>,
    /// Security schemes, kept whole.
    pub security_schemes: IndexMap<String, Value>,
    /// Shared examples, kept whole.
    pub examples: IndexMap<String, Value>,
    /// Extensions.
    pub extensions: Extensions,
}

/// Everything under one path template.
#[derive(Clone, Debug, PartialEq)]
pub struct PathItem {
    /// Where it stands.
    pub at: Pointer,
    /// Summary of the path.
    pub summary: Option<String>,
    /// Description of the path.
    pub description: Option<String>,
    /// Parameters that every operation of the path has.
    pub parameters: Vec<OrRef<Parameter>>,
    /// Operations by method, in document order.
    pub operations: IndexMap<Method, Operation>,
    /// Extensions.
    pub extensions: Extensions,
}

/// The HTTP methods OpenAPI 3.0 knows, without `trace` and `head` (`head` follows from `get`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Patch,
}

impl Method {
    /// Every method, in the order in which documentation usually lists them.
    pub const ALL: [Self; 6] = [Self::Get, Self::Put, Self::Post, Self::Delete, Self::Options, Self::Patch];

    /// The member of a path item that holds the operation.
    #[must_use]
    pub fn member(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Options => "options",
            Self::Patch => "patch",
        }
    }

    /// The method of a path item's member.
    #[must_use]
    pub fn from_member(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.member() == name)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.member().to_uppercase())
    }
}

/// One operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Where it stands.
    pub at: Pointer,
    /// `operationId`, required and unique.
    pub id: String,
    /// Tags; the one that is a module decides where the code goes.
    pub tags: Vec<String>,
    /// Summary.
    pub summary: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// `externalDocs`, kept whole.
    pub external_docs: Option<Value>,
    /// Whether it is deprecated; `None` where the document does not say.
    pub deprecated: Option<bool>,
    /// Parameters.
    pub parameters: Vec<OrRef<Parameter>>,
    /// The request body.
    pub request_body: Option<OrRef<RequestBody>>,
    /// Responses by status, in document order.
    pub responses: IndexMap<StatusKey, OrRef<Response>>,
    /// Its own security; `Some(vec![])` needs none, `None` takes the document's.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `x-action`: the action that a caller must be allowed, `users:update`.
    pub action: Option<String>,
    /// `x-stub: true`: served from the examples until it is implemented.
    pub stub: Option<bool>,
    /// Other extensions.
    pub extensions: Extensions,
}

/// Something written in place or by reference.
#[derive(Clone, Debug, PartialEq)]
pub enum OrRef<T> {
    /// `$ref: '#/components/<kind>/<name>'`.
    Ref(Reference),
    /// Written in place.
    Here(T),
}

/// A reference to a component of the bundled document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where the reference stands.
    pub at: Pointer,
    /// The component's name; its kind follows from where the reference stands.
    pub name: String,
}

/// A key of `responses`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusKey {
    /// An exact status, 100 to 599.
    Exact(u16),
    /// `1XX` to `5XX`: the first digit.
    Range(u8),
    /// `default`.
    Default,
}

impl fmt::Display for StatusKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(status) => write!(formatter, "{status}"),
            Self::Range(digit) => write!(formatter, "{digit}XX"),
            Self::Default => formatter.write_str("default"),
        }
    }
}

impl StatusKey {
    /// Whether it stands for failures only: 4xx, 5xx, their ranges, and `default`.
    #[must_use]
    pub fn is_failure(self) -> bool {
        match self {
            Self::Exact(status) => status >= 400,
            Self::Range(digit) => digit >= 4,
            Self::Default => true,
        }
    }
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Where it stands.
    pub at: Pointer,
    /// Its name on the wire.
    pub name: String,
    /// Where it is sent.
    pub place: Place,
    /// Description.
    pub description: Option<String>,
    /// `required`; `None` where the document does not say.
    pub required: Option<bool>,
    /// `deprecated`.
    pub deprecated: Option<bool>,
    /// `allowEmptyValue`.
    pub allow_empty_value: Option<bool>,
    /// `style`, where written; others than the place's default are refused.
    pub style: Option<String>,
    /// `explode`, where written.
    pub explode: Option<bool>,
    /// What it holds.
    pub schema: SchemaOrRef,
    /// `example`.
    pub example: Option<Value>,
    /// `examples`, kept whole.
    pub examples: Option<Value>,
    /// `x-lenient: true`: a boolean in any capitalisation (`True`).
    pub lenient: Option<bool>,
    /// `x-aliases`: other names it is accepted under.
    pub aliases: Option<Vec<String>>,
    /// `x-idempotency-key: true`: it names the request, so that a repetition is answered and not done.
    pub idempotency_key: Option<bool>,
    /// Other extensions.
    pub extensions: Extensions,
}

/// Where a parameter is sent; cookies are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Path,
    Query,
    Header,
}

/// A request body.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Where it stands.
    pub at: Pointer,
    /// Description.
    pub description: Option<String>,
    /// `required`; `None` where the document does not say.
    pub required: Option<bool>,
    /// Media types; the generator serves exactly one: JSON, `+json`, a form, text or bytes.
    pub content: IndexMap<String, MediaType>,
    /// `x-any-media-type: true`: the `Content-Type` sent is not looked at.
    pub any_media_type: Option<bool>,
    /// `x-empty-object-is-absent: true`: a body `{}` counts as none.
    pub empty_object_is_absent: Option<bool>,
    /// `x-max-bytes`: this body's own limit.
    pub max_bytes: Option<u64>,
    /// Other extensions.
    pub extensions: Extensions,
}

/// One member of `content`.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// Where it stands.
    pub at: Pointer,
    /// What it holds.
    pub schema: Option<SchemaOrRef>,
    /// `example`.
    pub example: Option<Value>,
    /// `examples`, kept whole.
    pub examples: Option<Value>,
    /// Extensions.
    pub extensions: Extensions,
}

/// Whether what is sent under a media type, which has no parameters here, is text of no shape that is known here: `text/*`,
/// and JSON values that each have a line.
#[must_use]
pub fn is_text(media_type: &str) -> bool {
    media_type.starts_with("text/") || media_type == "application/x-ndjson"
}

/// Whether what is sent under a media type, whatever its parameters, is JSON.
#[must_use]
pub fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence == "application/json" || essence.ends_with("+json")
}

/// A response.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Where it stands.
    pub at: Pointer,
    /// Description.
    pub description: String,
    /// Headers.
    pub headers: IndexMap<String, OrRef<Header>>,
    /// Media types; at most one.
    pub content: IndexMap<String, MediaType>,
    /// `x-rendered: true`: the body may have been rendered before.
    pub rendered: Option<bool>,
    /// Extensions.
    pub extensions: Extensions,
}

/// A response header.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Where it stands.
    pub at: Pointer,
    /// Description.
    pub description: Option<String>,
    /// `required`; `None` where the document does not say.
    pub required: Option<bool>,
    /// `deprecated`.
    pub deprecated: Option<bool>,
    /// What it holds.
    pub schema: SchemaOrRef,
    /// `example`.
    pub example: Option<Value>,
    /// Extensions.
    pub extensions: Extensions,
}
