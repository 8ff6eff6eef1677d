//! Finds things in a contract: what references stand for, all operations, all schemas.

use super::{
    Additional, Contract, Header, Kind, MediaType, Method, Operation, OrRef, Parameter, PathItem, RequestBody,
    Response, Schema, SchemaOrRef, Tag,
};

/// How many schema components may refer to each other in a row; more is a circle.
const ALIASES_MAX: usize = 32;

/// An operation with where it is served.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint<'c> {
    /// The path template.
    pub template: &'c str,
    /// What else is under the template.
    pub item: &'c PathItem,
    /// The method.
    pub method: Method,
    /// The operation.
    pub operation: &'c Operation,
}

impl Contract {
    /// Every operation, in document order.
    pub fn endpoints(&self) -> impl Iterator<Item = Endpoint<'_>> {
        self.paths.iter().flat_map(|(template, item)| {
            let operations = item.operations.iter();
            operations.map(move |(&method, operation)| Endpoint { template, item, method, operation })
        })
    }

    /// The tags that are modules.
    pub fn modules(&self) -> impl Iterator<Item = &Tag> {
        self.tags.iter().filter(|tag| tag.module.is_some())
    }

    /// The module that an operation belongs to.
    #[must_use]
    pub fn module_of(&self, operation: &Operation) -> Option<&Tag> {
        self.modules().find(|tag| operation.tags.contains(&tag.name))
    }

    /// Whether calling the operation takes credentials.
    #[must_use]
    pub fn is_secured(&self, operation: &Operation) -> bool {
        let alternatives = operation.security.as_ref().or(self.security.as_ref());
        alternatives.is_some_and(|alternatives| !alternatives.is_empty())
    }

    /// The schema that is meant; nothing where references lead nowhere or in a circle.
    #[must_use]
    pub fn schema<'c>(&'c self, schema: &'c SchemaOrRef) -> Option<&'c Schema> {
        let mut schema = schema;
        for _ in 0..ALIASES_MAX {
            match schema {
                OrRef::Here(schema) => return Some(schema),
                OrRef::Ref(reference) => schema = self.components.schemas.get(&reference.name)?,
            }
        }
        None
    }

    /// Whether a schema is marked `x-stream`.
    #[must_use]
    pub fn is_stream(&self, schema: &SchemaOrRef) -> bool {
        self.schema(schema).is_some_and(|schema| schema.stream == Some(true))
    }

    /// Whether a schema is an object with a member that is marked `x-stream`.
    #[must_use]
    pub fn has_stream(&self, schema: &SchemaOrRef) -> bool {
        match self.schema(schema).map(|schema| &schema.kind) {
            Some(Kind::Object(rules)) => rules.properties.values().any(|property| self.is_stream(property)),
            _ => false,
        }
    }

    /// Whether a body of the schema is sent while it is made.
    #[must_use]
    pub fn is_streamed_body(&self, schema: &SchemaOrRef) -> bool {
        self.is_stream(schema) || self.has_stream(schema)
    }

    /// The parameter that is meant.
    #[must_use]
    pub fn parameter<'c>(&'c self, parameter: &'c OrRef<Parameter>) -> Option<&'c Parameter> {
        match parameter {
            OrRef::Here(parameter) => Some(parameter),
            OrRef::Ref(reference) => self.components.parameters.get(&reference.name),
        }
    }

    /// The response that is meant.
    #[must_use]
    pub fn response<'c>(&'c self, response: &'c OrRef<Response>) -> Option<&'c Response> {
        match response {
            OrRef::Here(response) => Some(response),
            OrRef::Ref(reference) => self.components.responses.get(&reference.name),
        }
    }

    /// The header that is meant.
    #[must_use]
    pub fn header<'c>(&'c self, header: &'c OrRef<Header>) -> Option<&'c Header> {
        match header {
            OrRef::Here(header) => Some(header),
            OrRef::Ref(reference) => self.components.headers.get(&reference.name),
        }
    }

    /// The request body that is meant.
    #[must_use]
    pub fn request_body<'c>(&'c self, body: &'c OrRef<RequestBody>) -> Option<&'c RequestBody> {
        match body {
            OrRef::Here(body) => Some(body),
            OrRef::Ref(reference) => self.components.request_bodies.get(&reference.name),
        }
    }
}

impl<'c> Endpoint<'c> {
    /// The parameters of the operation and those of its path that it does not replace.
    #[must_use]
    pub fn parameters(&self, contract: &'c Contract) -> Vec<&'c Parameter> {
        let own: Vec<_> =
            self.operation.parameters.iter().filter_map(|parameter| contract.parameter(parameter)).collect();
        let shared = self.item.parameters.iter().filter_map(|parameter| contract.parameter(parameter));
        let is_replaced =
            |shared: &&Parameter| own.iter().any(|own| own.name == shared.name && own.place == shared.place);
        let mut parameters: Vec<_> = shared.filter(|shared| !is_replaced(shared)).collect();
        parameters.extend(own);
        parameters
    }
}

/// Visits every schema that is written anywhere in the contract, parents before their parts. References are not followed,
/// so each is visited once.
pub fn each_schema<'c>(contract: &'c Contract, visit: &mut dyn FnMut(&'c Schema)) {
    let components = &contract.components;
    components.schemas.values().for_each(|schema| within(schema, visit));
    components.parameters.values().for_each(|parameter| within(&parameter.schema, visit));
    components.headers.values().for_each(|header| within(&header.schema, visit));
    components.responses.values().for_each(|response| in_response(response, visit));
    components.request_bodies.values().for_each(|body| body.content.values().for_each(|media| in_media(media, visit)));
    for item in contract.paths.values() {
        in_parameters(&item.parameters, visit);
        for operation in item.operations.values() {
            in_parameters(&operation.parameters, visit);
            if let Some(OrRef::Here(body)) = &operation.request_body {
                body.content.values().for_each(|media| in_media(media, visit));
            }
            for response in operation.responses.values() {
                if let OrRef::Here(response) = response {
                    in_response(response, visit);
                }
            }
        }
    }
}

fn in_parameters<'c>(parameters: &'c [OrRef<Parameter>], visit: &mut dyn FnMut(&'c Schema)) {
    for parameter in parameters {
        if let OrRef::Here(parameter) = parameter {
            within(&parameter.schema, visit);
        }
    }
}

fn in_response<'c>(response: &'c Response, visit: &mut dyn FnMut(&'c Schema)) {
    for header in response.headers.values() {
        if let OrRef::Here(header) = header {
            within(&header.schema, visit);
        }
    }
    response.content.values().for_each(|media| in_media(media, visit));
}

fn in_media<'c>(media: &'c MediaType, visit: &mut dyn FnMut(&'c Schema)) {
    if let Some(schema) = &media.schema {
        within(schema, visit);
    }
}

fn within<'c>(schema: &'c SchemaOrRef, visit: &mut dyn FnMut(&'c Schema)) {
    let OrRef::Here(schema) = schema else { return };
    visit(schema);
    schema.parts().for_each(|part| within(part, visit));
}

impl Schema {
    /// The schemas that this one is made of, references included.
    pub fn parts(&self) -> impl Iterator<Item = &SchemaOrRef> {
        let parts: Vec<&SchemaOrRef> = match &self.kind {
            Kind::Array(rules) => vec![&rules.items],
            Kind::AllOf { parts, .. } => parts.iter().collect(),
            Kind::Object(rules) => {
                let typed = match &rules.additional {
                    Additional::Typed(schema) => Some(schema),
                    _ => None,
                };
                rules.properties.values().chain(typed).collect()
            }
            _ => Vec::new(),
        };
        parts.into_iter()
    }
}
