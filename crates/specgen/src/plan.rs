//! What will be rendered: the contract in terms of Rust items, with every name and type decided.
//!
//! Built from the IR by the files of this folder; `render_server` only writes it down. Knows nothing about tokens or layout.

mod failures;
mod models;
mod module;
mod operations;
mod responses;
mod types;

use std::collections::BTreeMap;

use crate::ir::{Contract, Place};

pub(crate) use module::plan;
pub use module::{Sample, sample_paths};

/// A module of generated code: one tag of the contract.
#[derive(Debug)]
pub(crate) struct Module {
    /// `elastic`.
    pub(crate) name: String,
    /// The tag's description.
    pub(crate) description: Option<String>,
    /// Prefixes that it owns.
    pub(crate) mounts: Vec<String>,
    /// Paths outside its mounts.
    pub(crate) exact: Vec<String>,
    /// In the order of the contract.
    pub(crate) models: Vec<Model>,
    /// Patterns by the name of their static.
    pub(crate) patterns: BTreeMap<String, String>,
    /// In the order of the contract.
    pub(crate) operations: Vec<Operation>,
    /// What can go wrong in any of them.
    pub(crate) failures: Failures,
}

/// A named type.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) name: String,
    /// The description, and where the schema stands.
    pub(crate) doc: Doc,
    pub(crate) kind: ModelKind,
    /// Read from JSON.
    pub(crate) is_json: bool,
    /// Read from a form.
    pub(crate) is_form: bool,
}

#[derive(Debug)]
pub(crate) enum ModelKind {
    /// A newtype of `String`.
    Text(Text),
    /// Variant names and wire values.
    Enumeration(Vec<(String, String)>),
    /// A struct.
    Struct(Struct),
}

#[derive(Debug)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    pub(crate) rest: Rest,
    pub(crate) min_properties: Option<u64>,
    pub(crate) max_properties: Option<u64>,
    pub(crate) is_merge_patch: bool,
    pub(crate) is_embedded_json: bool,
}

/// What happens to members without a name in the contract.
#[derive(Debug)]
pub(crate) enum Rest {
    Ignored,
    Denied,
    Typed(Type),
}

#[derive(Debug)]
pub(crate) struct Field {
    /// Name of the Rust field.
    pub(crate) name: String,
    /// Name on the wire.
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) doc: Doc,
    pub(crate) presence: Presence,
    pub(crate) ty: Type,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// `T`
    Required,
    /// `Option<T>`
    Optional,
    /// `Field<T>`
    ThreeState,
}

/// Paragraphs of a doc comment: the contract's words, and a pointer to them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doc {
    pub(crate) text: Option<String>,
    pub(crate) source: Option<String>,
}

/// The rules of a string; the pattern is the name of its static.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Text {
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    pub(crate) pattern: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bounds<N> {
    pub(crate) minimum: Option<N>,
    pub(crate) above: Option<N>,
    pub(crate) maximum: Option<N>,
    pub(crate) below: Option<N>,
    pub(crate) multiple_of: Option<N>,
}

/// A type together with what its reader checks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Model(String),
    String(Text),
    Uuid,
    Timestamp,
    Integer {
        is_32_bits: bool,
        bounds: Bounds<i64>,
    },
    Number(Bounds<f64>),
    Boolean {
        is_lenient: bool,
    },
    Array {
        item: Box<Type>,
        min: Option<u64>,
        max: Option<u64>,
        is_unique: bool,
    },
    Map {
        value: Box<Type>,
        min: Option<u64>,
        max: Option<u64>,
    },
    JsonObject,
    Any,
    Nullable(Box<Type>),
    Boxed(Box<Type>),
    /// Bytes, of a body that is neither JSON nor text.
    Bytes,
    /// A text that nobody should see; never a model of its own.
    Secret(Text),
    /// The items of an array that is sent while they are found.
    Items(Box<Type>),
    /// A text that is sent in pieces.
    TextItems,
}

#[derive(Debug)]
pub(crate) struct Operation {
    /// `operationId`.
    pub(crate) id: String,
    /// The id as a method and as a type.
    pub(crate) method_name: String,
    pub(crate) type_name: String,
    pub(crate) doc: Doc,
    /// `GET`
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) action: Option<String>,
    pub(crate) is_secured: bool,
    pub(crate) is_stub: bool,
    /// The response of a stub.
    pub(crate) example: Option<Example>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) responses: Vec<Response>,
}

impl Struct {
    /// Returns the field whose items are sent while they are found.
    pub(crate) fn streamed(&self) -> Option<&Field> {
        self.fields.iter().find(|field| matches!(field.ty, Type::Items(_)))
    }
}

impl Operation {
    /// Tells whether there is anything in its request.
    pub(crate) const fn has_request(&self) -> bool {
        !self.parameters.is_empty() || self.body.is_some()
    }

    /// Tells whether its requests can be named, so that a success is given again and nothing is done twice.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter.is_idempotency_key)
    }
}

#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) place: Place,
    /// The segment of a path parameter.
    pub(crate) segment: usize,
    /// It names the request, and comes with a digest of it.
    pub(crate) is_idempotency_key: bool,
    pub(crate) doc: Doc,
    pub(crate) is_required: bool,
    pub(crate) default: Option<serde_json::Value>,
    pub(crate) ty: Type,
}

#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) doc: Doc,
    pub(crate) media_type: String,
    pub(crate) format: BodyFormat,
    pub(crate) ty: Type,
    pub(crate) is_required: bool,
    pub(crate) any_media_type: bool,
    pub(crate) empty_object_is_absent: bool,
    pub(crate) max_bytes: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyFormat {
    Json,
    Form,
    Text,
    Bytes,
}

/// The range of statuses that a variant carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Exact(u16),
    Range(u8),
    Default,
}

/// A response: one variant of its operation.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) status: Status,
    pub(crate) doc: Doc,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: Option<ResponseBody>,
}

#[derive(Clone, Debug)]
pub(crate) struct ResponseBody {
    pub(crate) media_type: String,
    pub(crate) format: BodyFormat,
    pub(crate) ty: Type,
    /// Sent while it is made.
    pub(crate) is_streamed: bool,
    /// Rendered before, maybe.
    pub(crate) is_rendered: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) wire: String,
    pub(crate) doc: Doc,
    pub(crate) is_required: bool,
    pub(crate) ty: Type,
}

/// What can go wrong in a module.
#[derive(Debug)]
pub(crate) struct Failures {
    /// Exact statuses, ascending.
    pub(crate) exact: Vec<Response>,
    /// The shape of `default`.
    pub(crate) other: Response,
}

/// What a stub answers: the body as JSON, and headers by their wire name.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) status: u16,
    pub(crate) body: Option<serde_json::Value>,
    pub(crate) headers: Vec<(String, Option<String>)>,
}

/// Finds a status among responses: exactly, else its range, else `default`.
pub(crate) fn declared(responses: &[Response], status: Option<u16>) -> Option<&Response> {
    let find = |wanted: Status| responses.iter().find(|response| response.status == wanted);
    let exact = status.and_then(|status| find(Status::Exact(status)));
    let range = status.and_then(|status| find(Status::Range(u8::try_from(status / 100).ok()?)));
    exact.or(range).or_else(|| find(Status::Default))
}

/// The contract and the module being planned, as every file of this folder needs them.
#[derive(Clone, Copy, Debug)]
struct Scope<'c> {
    contract: &'c Contract,
    module: &'c str,
}
