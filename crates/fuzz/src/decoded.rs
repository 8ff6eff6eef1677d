//! What generated code reads, listed from its source by the build script: the schemas of each module, and a module without
//! handlers that reads the request of every operation as the server does, and keeps what came of it.

use std::fmt::Debug;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use specgen_runtime::{
    Body, Call, Completed, Host, Incoming, Location, Model, Module, Operation, Outgoing, Rejection, Request, Respond,
    Response, Settings, Violations, handle,
};

use crate::limits;

/// A schema that is read from JSON.
pub(crate) struct Schema {
    /// The name of its type.
    pub(crate) name: &'static str,
    /// Where it stands in the contract.
    pub(crate) pointer: &'static str,
    /// Whether it is a JSON Merge Patch.
    pub(crate) is_patch: bool,
    /// Reads a value, writes and reads it again, and gives what was written.
    pub(crate) reread: fn(Value) -> Result<Value, Violations>,
}

/// What became of a request.
#[derive(Debug, Default)]
pub(crate) enum Outcome {
    /// It got no further than its path.
    #[default]
    Unrouted,
    /// It was read.
    Accepted(&'static Operation),
    /// It was turned away.
    Refused(Rejection),
}

/// A module of the contract that reads requests and does nothing.
struct Reader<I> {
    outcome: Mutex<Outcome>,
    of: std::marker::PhantomData<fn() -> I>,
}

/// How it answers what it turns away.
struct Refused;

impl Respond for Refused {
    fn into_response(self) -> Response {
        Outgoing::status(400).empty()
    }
}

/// The limits of the server as it is delivered.
struct Limits;

impl Host for Limits {
    fn settings(&self) -> Settings {
        let body_read_max = Duration::from_secs(limits::BODY_READ_S_DEFAULT.into());
        Settings { body_bytes_max: limits::BODY_BYTES_DEFAULT, body_read_max }
    }

    fn completed(&self, _: &Completed<'_>) {}
}

impl<I> Reader<I> {
    fn note(&self, outcome: Outcome) {
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = outcome;
    }

    async fn read<R: Request + PartialEq + Clone + Debug>(
        &self,
        operation: &'static Operation,
        incoming: Incoming<'_>,
    ) {
        self.note(match incoming.read::<R>().await {
            Ok(request) => {
                assert_eq!(request.clone(), request, "what was read is a value");
                Outcome::Accepted(operation)
            }
            Err(rejection) => Outcome::Refused(rejection),
        });
    }
}

/// What the reader of one module makes of a request.
async fn ask<I>(call: Call, body: Body) -> Outcome
where
    Reader<I>: Module,
{
    let reader = Reader { outcome: Mutex::default(), of: std::marker::PhantomData::<fn() -> I> };
    let response = handle(&Limits, &reader, call, body).await;
    assert!(!response.status().is_server_error(), "{}", response.status());
    reader.outcome.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a value, writes it, and reads and writes that: both texts are the same.
fn reread<T: Model + Serialize>(value: Value) -> Result<Value, Violations> {
    let rewrite = |value| {
        let mut found = Violations::new();
        match T::read(value, &Location::Body, &mut found) {
            Ok(model) if found.is_empty() => Ok(serde_json::to_string(&model).expect("models can be written")),
            _ => Err(found),
        }
    };
    let parse = |text: &str| serde_json::from_str(text).expect("what is written is JSON");
    let text = rewrite(value)?;
    assert_eq!(rewrite(parse(&text)).as_ref().map_err(ToString::to_string), Ok(&text));
    Ok(parse(&text))
}

/// Declares the schemas of a module.
macro_rules! models {
    ($module:ident: $($name:ident $pointer:literal $is_patch:literal),*) => {
        pub(crate) mod $module {
            //! The schemas of one module.

            use super::{Schema, reread};

            pub(crate) const SCHEMAS: &[Schema] = &[$(Schema {
                name: stringify!($name),
                pointer: $pointer,
                is_patch: $is_patch,
                reread: reread::<::roster::generated::$module::$name>,
            }),*];

            /// What this module makes of a request.
            pub(crate) async fn ask(call: super::Call, body: super::Body) -> super::Outcome {
                super::ask::<::roster::generated::$module::OperationId>(call, body).await
            }
        }
    };
}

/// Makes a module read its requests.
macro_rules! requests {
    ($module:ident: $($operation:ident $request:ident),*) => {
        impl Module for Reader<::roster::generated::$module::OperationId> {
            type OperationId = ::roster::generated::$module::OperationId;
            type Failure = Refused;

            fn operations_at(path: &[&str]) -> &'static [Self::OperationId] {
                type Door = ::roster::generated::$module::Door<'static, doors::$module>;
                <Door as Module>::operations_at(path)
            }

            async fn answer(&self, _: &Call, id: Self::OperationId, incoming: Incoming<'_>) -> Response {
                type Id = ::roster::generated::$module::OperationId;
                let operation: &'static Operation = id.into();
                #[allow(unreachable_patterns, reason = "some modules have operations without a request")]
                match id {
                    $(Id::$operation => {
                        self.read::<::roster::generated::$module::$request>(operation, incoming).await;
                    })*
                    _ => self.note(Outcome::Accepted(operation)),
                }
                Outgoing::status(204).empty()
            }

            fn refuse(&self, _: &Call, rejection: &Rejection) -> Refused {
                self.note(match rejection {
                    Rejection::NotFound | Rejection::MethodNotAllowed { .. } => Outcome::Unrouted,
                    other => Outcome::Refused(other.clone()),
                });
                Refused
            }
        }
    };
}

#[allow(non_camel_case_types, reason = "named as the modules are")]
mod doors {
    //! What implements each module, of which only the paths are asked.

    pub(super) type lakesail = ::roster::dialect::lakesail::Lakesail;
    pub(super) type elastic = ::roster::dialect::elastic::Elastic;
    pub(super) type frontier = ::roster::dialect::frontier::Frontier;
    pub(super) type wavefront = ::roster::dialect::wavefront::Wavefront;
    pub(super) type roster = ::roster::dialect::roster::Roster;
}

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
