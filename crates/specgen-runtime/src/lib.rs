//! What generated code stands on: strict reading with located violations, requests, responses, routing over Dropshot.
//!
//! Generated modules name everything here through `use specgen_runtime as rt`. Nothing here knows a contract, a dialect or a
//! domain: which operations exist, and how a failure looks, comes in through the traits `Module`, `Host`, `Request` and `Respond`.

mod body;
mod call;
mod field;
mod location;
mod model;
mod pairs;
mod parts;
mod pattern;
mod read;
mod rejection;
mod rendered;
mod repeat;
mod respond;
mod route;
mod secret;
mod segment;
mod serve;
mod status;
mod stream;
mod timestamp;
mod violation;

pub use body::{BodyRules, Incoming, Settings};
pub use call::{Call, Operation};
pub use field::{Field, MergePatch};
pub use location::{Location, Place};
pub use model::{FormModel, Model, TextModel};
pub use pairs::PairsReader;
pub use parts::{HeadersReader, Parts, Request};
pub use pattern::Pattern;
pub use read::{
    AnyReader, ArrayReader, BooleanReader, BoxedReader, IntegerReader, ItemsReader, MapReader, ModelReader,
    NullableReader, NumberReader, ObjectReader, Read, ReadText, SecretReader, StringReader, TimestampReader,
    UuidReader, any, array, boolean, boxed, embedded_json, integer, items, json_object, map, model, nullable, number,
    object, secret, string, timestamp, uuid,
};
pub use rejection::Rejection;
pub use rendered::Rendered;
pub use repeat::{IdempotencyKey, Keep, Kept};
pub use respond::{HeaderText, Outcome, Outgoing, Respond, Response, example, settle};
pub use route::{exact, mount};
pub use secret::Secret;
pub use serve::{Completed, Host, Module, Received, handle, serve};
pub use status::{
    ClientErrorStatus, FailureStatus, InformationalStatus, RedirectionStatus, ServerErrorStatus, StatusOutOfRange,
    SuccessStatus,
};
pub use stream::{Items, StreamFault, Streamed, StreamedObject, TextItems};
pub use timestamp::Timestamp;
pub use violation::{Fault, Reported, Violation, Violations};

pub use bytes::Bytes;
pub use dropshot::{ApiDescription, ApiDescriptionRegisterError, Body, RequestContext};
pub use http;
pub use serde_json::{Map, Value};
pub use uuid::Uuid;

/// What a registered handler gives Dropshot: always a response, since every failure was rendered by its module.
pub type Answered = Result<Response, dropshot::HttpError>;
