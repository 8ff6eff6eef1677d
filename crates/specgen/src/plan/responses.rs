//! The responses of operations: one variant per declared status, with its headers and body.

use super::models::Models;
use super::operations::format_of;
use super::{BodyFormat, Doc, Header, Response, ResponseBody, Status, Text, Type};
use crate::ir::{self, OrRef, StatusKey};
use crate::naming;

/// Plans the responses of one operation, in the order of the contract.
pub(super) fn of_operation(operation: &ir::Operation, type_name: &str, models: &mut Models<'_>) -> Vec<Response> {
    operation.responses.iter().filter_map(|(key, response)| plan(*key, response, type_name, models)).collect()
}

fn plan(key: StatusKey, response: &OrRef<ir::Response>, operation: &str, models: &mut Models<'_>) -> Option<Response> {
    let status = match key {
        StatusKey::Exact(status) => Status::Exact(status),
        StatusKey::Range(digit) => Status::Range(digit),
        StatusKey::Default => Status::Default,
    };
    // A component is the same type wherever it is used; only what an operation writes in place is named after it.
    let owner = match response {
        OrRef::Ref(reference) => naming::without_prefix(&reference.name, models.scope.module).to_owned(),
        OrRef::Here(_) => format!("{operation}{}", status.variant()),
    };
    let response = models.scope.contract.response(response)?;
    let headers =
        response.headers.iter().filter_map(|(wire, header)| plan_header(wire, header, &owner, models)).collect();
    let body = response.content.first().map(|(media_type, media)| {
        let format = format_of(media_type);
        let is_streamed = media.schema.as_ref().is_some_and(|schema| models.scope.contract.is_streamed_body(schema));
        let ty = match (&media.schema, format) {
            (_, BodyFormat::Text) if is_streamed => Type::TextItems,
            (_, BodyFormat::Text) => Type::String(Text::default()),
            (_, BodyFormat::Bytes | BodyFormat::Form) => Type::Bytes,
            (Some(schema), BodyFormat::Json) => models.type_of(schema, &owner),
            (None, BodyFormat::Json) => Type::Any,
        };
        models.use_as_json(&ty);
        ResponseBody {
            media_type: media_type.clone(),
            format,
            ty,
            is_streamed,
            is_rendered: response.rendered == Some(true),
        }
    });
    Some(Response { status, doc: Doc { text: Some(response.description.clone()), source: None }, headers, body })
}

fn plan_header(wire: &str, header: &OrRef<ir::Header>, owner: &str, models: &mut Models<'_>) -> Option<Header> {
    let header = models.scope.contract.header(header)?;
    let (ty, _) = models.split_null(&header.schema, &format!("{owner}{}", naming::pascal(wire)));
    // A header is text to whoever sends it; a secret would only be hidden from its own response.
    let ty = if let Type::Secret(rules) = ty { Type::String(rules) } else { ty };
    Some(Header {
        name: naming::snake(wire),
        wire: wire.to_ascii_lowercase(),
        doc: Doc { text: header.description.clone(), source: None },
        is_required: header.required == Some(true),
        ty,
    })
}

impl Status {
    /// Returns the name of the variant.
    pub(crate) fn variant(self) -> String {
        match self {
            Self::Exact(status) => naming::phrase(status),
            Self::Range(1) => "Informational".to_owned(),
            Self::Range(2) => "Success".to_owned(),
            Self::Range(3) => "Redirection".to_owned(),
            Self::Range(4) => "ClientError".to_owned(),
            Self::Range(_) => "ServerError".to_owned(),
            Self::Default => "Default".to_owned(),
        }
    }

    /// Returns the runtime's type of the statuses of a range.
    pub(crate) fn range_type(self) -> Option<String> {
        match self {
            Self::Exact(_) => None,
            Self::Range(_) => Some(format!("{}Status", self.variant())),
            Self::Default => Some("FailureStatus".to_owned()),
        }
    }
}

impl Response {
    /// Tells whether its body is sent while it is made.
    pub(crate) fn is_streamed(&self) -> bool {
        self.body.as_ref().is_some_and(|body| body.is_streamed)
    }

    /// Tells whether it has a struct of its own in the module: a failure with an exact status and headers.
    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self.status, Status::Exact(400..)) && !self.headers.is_empty()
    }
}
