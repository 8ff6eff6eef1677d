//! From a schema to a type and its rules. Objects, enumerations and constrained components become models on the way.

use super::models::Models;
use super::{Bounds, Text, Type};
use crate::ir::{Additional, Kind, NumberRules, ObjectRules, OrRef, Schema, SchemaOrRef, StringRules};
use crate::naming;

impl Models<'_> {
    /// Returns the type of a schema; `name` is what it would be called if it needs a name of its own.
    pub(super) fn type_of(&mut self, schema: &SchemaOrRef, name: &str) -> Type {
        match schema {
            OrRef::Ref(reference) => self.type_of_component(&reference.name),
            OrRef::Here(schema) => self.type_in_place(schema, name),
        }
    }

    /// Returns the type without its null, and whether it allows null.
    pub(super) fn split_null(&mut self, schema: &SchemaOrRef, name: &str) -> (Type, bool) {
        match self.type_of(schema, name) {
            Type::Nullable(inner) => (*inner, true),
            other => (other, false),
        }
    }

    fn type_of_component(&mut self, component: &str) -> Type {
        let Some(schema) = self.scope.contract.components.schemas.get(component) else { return Type::Any };
        match schema {
            OrRef::Ref(reference) => self.type_of_component(&reference.name),
            OrRef::Here(schema) if is_model(schema) => {
                let name = self.component_name(component);
                nullable(schema, Type::Model(name))
            }
            OrRef::Here(schema) => self.type_in_place(schema, component),
        }
    }

    fn type_in_place(&mut self, schema: &Schema, name: &str) -> Type {
        let ty = match &schema.kind {
            Kind::Any => return Type::Any,
            // A reference with a description, or that may be null.
            Kind::AllOf { parts, is_typed } if parts.len() == 1 && schema.embedded_json != Some(true) => {
                match self.type_of(&parts[0], name) {
                    Type::Nullable(inner) if *is_typed || schema.nullable == Some(true) => *inner,
                    other => other,
                }
            }
            Kind::String(StringRules { one_of: Some(_), .. }) | Kind::AllOf { .. } => self.inline(schema, name),
            Kind::String(rules) => self.string(rules, name),
            Kind::Integer(rules) => {
                Type::Integer { is_32_bits: rules.format.as_deref() == Some("int32"), bounds: bounds(rules) }
            }
            Kind::Number(rules) => Type::Number(bounds(rules)),
            Kind::Boolean => Type::Boolean { is_lenient: false },
            Kind::Array(rules) if schema.stream == Some(true) => {
                Type::Items(Box::new(self.type_of(&rules.items, &format!("{name}Item"))))
            }
            Kind::Array(rules) => Type::Array {
                item: Box::new(self.type_of(&rules.items, &format!("{name}Item"))),
                min: rules.min_items,
                max: rules.max_items,
                is_unique: rules.unique_items == Some(true),
            },
            Kind::Object(rules) if has_members(schema, rules) => self.inline(schema, name),
            Kind::Object(rules) => self.map(rules, name),
        };
        nullable(schema, ty)
    }

    fn map(&mut self, rules: &ObjectRules, name: &str) -> Type {
        let value = match &rules.additional {
            Additional::Typed(schema) => self.type_of(schema, &format!("{name}Value")),
            _ if rules.min_properties.is_none() && rules.max_properties.is_none() => return Type::JsonObject,
            _ => Type::Any,
        };
        Type::Map { value: Box::new(value), min: rules.min_properties, max: rules.max_properties }
    }

    fn string(&mut self, rules: &StringRules, name: &str) -> Type {
        match rules.format.as_deref() {
            Some("date-time") => Type::Timestamp,
            Some("uuid") => Type::Uuid,
            Some("password") => Type::Secret(self.text(rules, name)),
            _ => Type::String(self.text(rules, name)),
        }
    }

    /// Returns the rules of a string; its pattern gets a static named after the first place that uses it.
    pub(super) fn text(&mut self, rules: &StringRules, name: &str) -> Text {
        let pattern = rules.pattern.as_ref().map(|pattern| {
            let known = self.patterns.iter().find(|(_, known)| *known == pattern).map(|(known, _)| known.clone());
            known.unwrap_or_else(|| {
                let base = format!("{}_PATTERN", naming::screaming(name));
                let numbered = (2..).map(|number| format!("{base}_{number}"));
                let candidates = std::iter::once(base.clone()).chain(numbered);
                let free =
                    candidates.into_iter().find(|candidate| !self.patterns.contains_key(candidate)).unwrap_or(base);
                self.patterns.insert(free.clone(), pattern.clone());
                free
            })
        });
        Text { min_length: rules.min_length, max_length: rules.max_length, pattern }
    }
}

fn nullable(schema: &Schema, ty: Type) -> Type {
    if schema.nullable == Some(true) { Type::Nullable(Box::new(ty)) } else { ty }
}

fn has_members(schema: &Schema, rules: &ObjectRules) -> bool {
    !rules.properties.is_empty() || schema.merge_patch == Some(true) || matches!(rules.additional, Additional::Denied)
}

/// Tells whether a component becomes a type with a name: objects with members, enumerations, constrained strings.
fn is_model(schema: &Schema) -> bool {
    match &schema.kind {
        Kind::Object(rules) => has_members(schema, rules),
        Kind::AllOf { .. } => true,
        Kind::String(rules) => {
            let is_typed = matches!(rules.format.as_deref(), Some("date-time" | "uuid" | "password"));
            let is_constrained = rules.min_length.is_some() || rules.max_length.is_some() || rules.pattern.is_some();
            rules.one_of.is_some() || (is_constrained && !is_typed)
        }
        _ => false,
    }
}

fn bounds<N: Copy>(rules: &NumberRules<N>) -> Bounds<N> {
    let is_above = rules.exclusive_minimum == Some(true);
    let is_below = rules.exclusive_maximum == Some(true);
    Bounds {
        minimum: rules.minimum.filter(|_| !is_above),
        above: rules.minimum.filter(|_| is_above),
        maximum: rules.maximum.filter(|_| !is_below),
        below: rules.maximum.filter(|_| is_below),
        multiple_of: rules.multiple_of,
    }
}
