//! Schemas as typify can take them: types without constraints, null where the value is and not where its name is.

use std::collections::HashSet;

use heck::ToUpperCamelCase;
use indexmap::IndexMap;
use serde_json::Value;

use crate::ir::{
    Additional, ArrayRules, Contract, Kind, NumberRules, ObjectRules, OrRef, Schema, SchemaOrRef, StringRules, render,
    render_schema,
};

/// Lowers every schema of `lowered`, drops the components that nothing needs, and returns the merge patches among the rest.
pub(super) fn lower(contract: &Contract, lowered: &mut Contract) -> IndexMap<String, Schema> {
    let lowering = Lowering { contract };
    for item in lowered.paths.values_mut() {
        for operation in item.operations.values_mut() {
            for parameter in &mut operation.parameters {
                if let OrRef::Here(parameter) = parameter {
                    lowering.value(&mut parameter.schema);
                }
            }
            let body = operation.request_body.iter_mut().filter_map(here).flat_map(|body| body.content.values_mut());
            let responses =
                operation.responses.values_mut().filter_map(here).flat_map(|response| response.content.values_mut());
            body.chain(responses).filter_map(|media| media.schema.as_mut()).for_each(|schema| lowering.value(schema));
        }
    }
    for schema in lowered.components.schemas.values_mut() {
        lowering.component(schema);
    }
    keep_needed(lowered);
    let needed = lowered.components.schemas.keys().filter_map(|name| {
        let schema = contract.schema(contract.components.schemas.get(name)?)?;
        (schema.merge_patch == Some(true)).then(|| (name.clone(), schema.clone()))
    });
    needed.collect()
}

fn here<T>(value: &mut OrRef<T>) -> Option<&mut T> {
    match value {
        OrRef::Here(value) => Some(value),
        OrRef::Ref(_) => None,
    }
}

struct Lowering<'c> {
    contract: &'c Contract,
}

impl Lowering<'_> {
    /// A named schema; whether it may be null is said where it is used.
    fn component(&self, schema: &mut SchemaOrRef) {
        self.in_place(schema);
        if let OrRef::Here(schema) = schema {
            schema.nullable = None;
        }
    }

    /// A schema where a value of it must stand.
    fn value(&self, schema: &mut SchemaOrRef) {
        self.in_place(schema);
        let at = match schema {
            OrRef::Ref(reference) => reference.at.clone(),
            OrRef::Here(_) => return,
        };
        if self.is_nullable(schema) {
            let mut wrapped = Schema::of(Kind::AllOf { parts: vec![schema.clone()], is_typed: false }, at);
            wrapped.nullable = Some(true);
            *schema = OrRef::Here(Box::new(wrapped));
        }
    }

    fn is_nullable(&self, schema: &SchemaOrRef) -> bool {
        self.contract.schema(schema).is_some_and(|schema| schema.nullable == Some(true))
    }

    fn in_place(&self, schema: &mut SchemaOrRef) {
        // A name for a plain string would be a type of its own, and conversions at every use.
        if let OrRef::Ref(_) = schema
            && let Some(plain) = self.contract.schema(schema).filter(|schema| is_plain(&schema.kind))
        {
            *schema = OrRef::Here(Box::new(plain.clone()));
        }
        let OrRef::Here(inner) = schema else { return };
        let kind = self.kind(&inner.kind);
        // A single reference in an `allOf` only carries a description.
        if let (Kind::AllOf { parts, .. }, None | Some(false)) = (&kind, inner.nullable)
            && let [only @ OrRef::Ref(_)] = parts.as_slice()
        {
            *schema = only.clone();
            return;
        }
        let lowered = Schema {
            title: inner.title.clone(),
            description: inner.description.as_deref().map(|text| text.trim().to_owned()),
            nullable: inner.nullable.filter(|nullable| *nullable),
            ..Schema::of(kind, inner.at.clone())
        };
        **inner = lowered;
    }

    fn kind(&self, kind: &Kind) -> Kind {
        match kind {
            Kind::String(rules) => Kind::String(StringRules {
                // Times are kept as text: the client gives back exactly what the server sent.
                format: rules.format.clone().filter(|format| format == "uuid"),
                one_of: rules.one_of.clone().filter(|values| have_names(values)),
                ..StringRules::default()
            }),
            Kind::Integer(rules) => Kind::Integer(unbounded(rules)),
            Kind::Number(rules) => Kind::Number(unbounded(rules)),
            Kind::Array(rules) => {
                let mut items = rules.items.clone();
                self.value(&mut items);
                Kind::Array(ArrayRules { items, min_items: None, max_items: None, unique_items: None })
            }
            Kind::Object(rules) => Kind::Object(self.object(rules)),
            Kind::AllOf { parts, .. } => {
                let mut parts = parts.clone();
                parts.iter_mut().for_each(|part| self.in_place(part));
                Kind::AllOf { parts, is_typed: false }
            }
            Kind::Any | Kind::Boolean => kind.clone(),
        }
    }

    fn object(&self, rules: &ObjectRules) -> ObjectRules {
        let required: HashSet<_> = rules.required.iter().flatten().collect();
        let mut properties = rules.properties.clone();
        for (name, property) in &mut properties {
            // An optional property is an `Option` already.
            if required.contains(name) { self.value(property) } else { self.in_place(property) }
        }
        let additional = match &rules.additional {
            Additional::Typed(schema) => {
                let mut schema = schema.clone();
                self.value(&mut schema);
                Additional::Typed(schema)
            }
            Additional::Allowed if properties.is_empty() => Additional::Allowed,
            // A client reads what a later server adds.
            _ => Additional::Unsaid,
        };
        ObjectRules {
            properties,
            additional,
            required: rules.required.clone(),
            min_properties: None,
            max_properties: None,
        }
    }
}

/// Whether the lowered schema is a type of the language's own.
fn is_plain(kind: &Kind) -> bool {
    match kind {
        Kind::String(rules) => !rules.one_of.as_ref().is_some_and(|values| have_names(values)),
        Kind::Integer(_) | Kind::Number(_) | Kind::Boolean => true,
        Kind::Object(rules) => rules.properties.is_empty() && !matches!(rules.additional, Additional::Typed(_)),
        Kind::Any | Kind::Array(_) | Kind::AllOf { .. } => false,
    }
}

fn unbounded<T>(rules: &NumberRules<T>) -> NumberRules<T> {
    NumberRules {
        format: rules.format.clone(),
        minimum: None,
        maximum: None,
        exclusive_minimum: None,
        exclusive_maximum: None,
        multiple_of: None,
    }
}

/// Whether each value gives a variant's name of its own; typify panics otherwise.
fn have_names(values: &[String]) -> bool {
    let mut names = HashSet::new();
    values
        .iter()
        .map(|value| value.to_upper_camel_case())
        .all(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic()) && names.insert(name))
}

/// Drops the schemas that no operation leads to.
fn keep_needed(lowered: &mut Contract) {
    let mut open = Vec::new();
    references(&render(lowered)["paths"], &mut open);
    let mut needed = HashSet::new();
    while let Some(name) = open.pop() {
        if let Some(schema) = lowered.components.schemas.get(&name)
            && needed.insert(name)
        {
            references(&render_schema(schema), &mut open);
        }
    }
    lowered.components.schemas.retain(|name, _| needed.contains(name));
}

/// The names of the schemas that a part of a lowered document refers to; it has no examples that could look like references.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.extend(text.strip_prefix("#/components/schemas/").map(str::to_owned)),
        Value::Array(elements) => elements.iter().for_each(|element| references(element, found)),
        Value::Object(members) => members.values().for_each(|member| references(member, found)),
        _ => {}
    }
}
