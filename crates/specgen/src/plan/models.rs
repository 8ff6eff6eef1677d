//! The named types of a module: components in the order of the contract, each followed by what is written in place in it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Doc, Field, Model, ModelKind, Presence, Rest, Scope, Struct, Type};
use crate::diagnostic::Diagnostics;
use crate::ir::{Additional, Kind, ObjectRules, OrRef, Pointer, Schema, SchemaOrRef};
use crate::naming;

/// The models of one module while they are found.
#[derive(Debug)]
pub(super) struct Models<'c> {
    pub(super) scope: Scope<'c>,
    pub(super) patterns: BTreeMap<String, String>,
    /// Rust names that are taken, with the place that took them.
    names: HashMap<String, Pointer>,
    /// Rust name of each component that was met.
    components: HashMap<String, String>,
    /// Finished models by the component that they belong to, in the order of finishing.
    finished: Vec<(String, Model)>,
    /// The component being built; empty for what operations write in place.
    owner: String,
    collisions: Vec<(Pointer, String)>,
}

impl<'c> Models<'c> {
    /// Starts with the names that the module's own items will have.
    pub(super) fn new(scope: Scope<'c>, reserved: impl IntoIterator<Item = String>) -> Self {
        let names = reserved.into_iter().map(|name| (name, Pointer::default())).collect();
        Self {
            scope,
            patterns: BTreeMap::new(),
            names,
            components: HashMap::new(),
            finished: Vec::new(),
            owner: String::new(),
            collisions: Vec::new(),
        }
    }

    /// Returns the Rust name of a component, building its model where it is met first.
    pub(super) fn component_name(&mut self, component: &str) -> String {
        if let Some(name) = self.components.get(component) {
            return name.clone();
        }
        let Some(OrRef::Here(schema)) = self.scope.contract.components.schemas.get(component) else {
            return String::new();
        };
        let wanted = naming::pascal(naming::without_prefix(component, self.scope.module));
        let name = if self.names.get(&wanted).is_some_and(|taken| taken.0.is_empty()) {
            format!("{wanted}Model")
        } else {
            wanted
        };
        self.claim(&name, &schema.at);
        self.components.insert(component.to_owned(), name.clone());
        let owner = std::mem::replace(&mut self.owner, component.to_owned());
        self.build(schema, &name);
        self.owner = owner;
        name
    }

    /// Returns the model of a schema that is written in place.
    pub(super) fn inline(&mut self, schema: &Schema, name: &str) -> Type {
        let name = naming::pascal(name);
        self.claim(&name, &schema.at);
        self.build(schema, &name);
        Type::Model(name)
    }

    /// Notes that a type is read from JSON, and so is everything in it.
    pub(super) fn use_as_json(&mut self, ty: &Type) {
        let mut seen = HashSet::new();
        self.mark_json(ty, &mut seen);
    }

    /// Notes that a type is read from a form.
    pub(super) fn use_as_form(&mut self, ty: &Type) {
        let Type::Model(name) = ty else { return };
        let types = match self.finished.iter_mut().find(|(_, model)| model.name == *name) {
            Some((_, model)) => {
                model.is_form = true;
                model.parts()
            }
            None => Vec::new(),
        };
        types.iter().for_each(|ty| self.use_as_json(ty));
    }

    /// Ends: models in the order of the contract, patterns, and collisions as errors.
    pub(super) fn finish(mut self, diagnostics: &mut Diagnostics) -> (Vec<Model>, BTreeMap<String, String>) {
        for (at, name) in &self.collisions {
            let message = format!("two schemas of the module `{}` would both be called `{name}`", self.scope.module);
            diagnostics.error(at, "name-collision", message, "name one of them as a component with another name");
        }
        let order: HashMap<_, _> =
            self.scope.contract.components.schemas.keys().enumerate().map(|(i, name)| (name, i)).collect();
        self.finished.sort_by_key(|(owner, _)| order.get(owner).copied().unwrap_or(usize::MAX));
        let mut models: Vec<_> = self.finished.into_iter().map(|(_, model)| model).collect();
        box_recursion(&mut models);
        (models, self.patterns)
    }

    fn claim(&mut self, name: &str, at: &Pointer) {
        if self.names.insert(name.to_owned(), at.clone()).is_some() {
            self.collisions.push((at.clone(), name.to_owned()));
        }
    }

    fn mark_json(&mut self, ty: &Type, seen: &mut HashSet<String>) {
        for name in ty.models() {
            if !seen.insert(name.to_owned()) {
                continue;
            }
            let Some((_, model)) = self.finished.iter_mut().find(|(_, model)| model.name == *name) else { continue };
            model.is_json = true;
            model.parts().iter().for_each(|part| self.mark_json(part, seen));
        }
    }

    /// Builds the model of a schema; the place in the list is taken before its parts are built.
    fn build(&mut self, schema: &Schema, name: &str) {
        let index = self.finished.len();
        let doc = Doc {
            text: schema.description.clone().or_else(|| schema.title.clone()),
            source: Some(schema.at.0.clone()),
        };
        let empty = ModelKind::Enumeration(Vec::new());
        let model = Model { name: name.to_owned(), doc, kind: empty, is_json: false, is_form: false };
        self.finished.push((self.owner.clone(), model));
        let kind = match &schema.kind {
            Kind::String(rules) => match &rules.one_of {
                Some(values) => ModelKind::Enumeration(variants(values)),
                None => ModelKind::Text(self.text(rules, name)),
            },
            _ => ModelKind::Struct(self.structure(schema, name)),
        };
        if let Some((_, model)) = self.finished.get_mut(index) {
            model.kind = kind;
        }
    }

    fn structure(&mut self, schema: &Schema, name: &str) -> Struct {
        let contract = self.scope.contract;
        let mut structure = Struct {
            fields: Vec::new(),
            rest: Rest::Ignored,
            min_properties: None,
            max_properties: None,
            is_merge_patch: schema.merge_patch == Some(true),
            is_embedded_json: schema.embedded_json == Some(true),
        };
        let mut parts = Vec::new();
        flatten(contract, schema, &mut parts);
        let required: HashSet<&str> =
            parts.iter().flat_map(|part| part.required.iter().flatten()).map(String::as_str).collect();
        for part in parts {
            structure.min_properties = structure.min_properties.max(part.min_properties);
            structure.max_properties = [structure.max_properties, part.max_properties].into_iter().flatten().min();
            for (wire, property) in &part.properties {
                let field = self.field(wire, property, name, required.contains(wire.as_str()));
                structure.fields.retain(|known| known.wire != *wire);
                structure.fields.push(field);
            }
            match &part.additional {
                Additional::Denied => structure.rest = Rest::Denied,
                Additional::Typed(schema) => {
                    structure.rest = Rest::Typed(self.type_of(schema, &format!("{name}Value")))
                }
                Additional::Unsaid | Additional::Allowed => {}
            }
        }
        structure
    }

    fn field(&mut self, wire: &str, property: &SchemaOrRef, owner: &str, is_required: bool) -> Field {
        let (ty, is_nullable) = self.split_null(property, &format!("{owner}{}", naming::pascal(wire)));
        let (presence, ty) = match (is_required, is_nullable) {
            (true, false) => (Presence::Required, ty),
            (true, true) => (Presence::Required, Type::Nullable(Box::new(ty))),
            (false, false) => (Presence::Optional, ty),
            (false, true) => (Presence::ThreeState, ty),
        };
        let schema = self.scope.contract.schema(property);
        let own = match property {
            OrRef::Here(schema) => Some(&**schema),
            OrRef::Ref(_) => None,
        };
        let text = schema.and_then(|schema| schema.description.clone());
        let aliases = own.and_then(|schema| schema.aliases.clone()).unwrap_or_default();
        Field {
            name: naming::snake(wire),
            wire: wire.to_owned(),
            aliases,
            doc: Doc { text, source: None },
            presence,
            ty,
        }
    }
}

/// Collects the objects that a schema is made of.
fn flatten<'a>(contract: &'a crate::ir::Contract, schema: &'a Schema, parts: &mut Vec<&'a ObjectRules>) {
    match &schema.kind {
        Kind::Object(rules) => parts.push(rules),
        Kind::AllOf { parts: schemas, .. } => {
            let schemas = schemas.iter().filter_map(|schema| contract.schema(schema));
            schemas.filter(|part| part.at != schema.at).for_each(|part| flatten(contract, part, parts));
        }
        _ => {}
    }
}

fn variants(values: &[String]) -> Vec<(String, String)> {
    let mut taken = HashSet::new();
    let mut variants = Vec::with_capacity(values.len());
    for value in values {
        let name = naming::variant(value, &taken);
        taken.insert(name.clone());
        variants.push((name, value.clone()));
    }
    variants
}

impl Model {
    /// Returns the types that it is made of.
    fn parts(&self) -> Vec<Type> {
        let ModelKind::Struct(structure) = &self.kind else { return Vec::new() };
        let rest = match &structure.rest {
            Rest::Typed(ty) => Some(ty.clone()),
            _ => None,
        };
        structure.fields.iter().map(|field| field.ty.clone()).chain(rest).collect()
    }
}

impl Type {
    /// Returns the models that are named in it.
    fn models(&self) -> Vec<&str> {
        match self {
            Self::Model(name) => vec![name],
            Self::Array { item, .. } | Self::Items(item) => item.models(),
            Self::Map { value, .. } => value.models(),
            Self::Nullable(inner) | Self::Boxed(inner) => inner.models(),
            _ => Vec::new(),
        }
    }

    /// Returns the model that it holds without a heap in between.
    fn held(&self) -> Option<&str> {
        match self {
            Self::Model(name) => Some(name),
            Self::Nullable(inner) => inner.held(),
            _ => None,
        }
    }

    fn boxed(self) -> Self {
        match self {
            Self::Nullable(inner) => Self::Nullable(Box::new(inner.boxed())),
            other => Self::Boxed(Box::new(other)),
        }
    }
}

/// Boxes the fields through which a struct would hold itself.
fn box_recursion(models: &mut [Model]) {
    let held: HashMap<String, Vec<String>> = models
        .iter()
        .map(|model| (model.name.clone(), model.parts().iter().filter_map(Type::held).map(str::to_owned).collect()))
        .collect();
    for model in models {
        let ModelKind::Struct(structure) = &mut model.kind else { continue };
        for field in &mut structure.fields {
            if field.ty.held().is_some_and(|start| reaches(&held, start, &model.name)) {
                field.ty = field.ty.clone().boxed();
            }
        }
    }
}

fn reaches(held: &HashMap<String, Vec<String>>, start: &str, goal: &str) -> bool {
    let mut seen = HashSet::new();
    let mut open = vec![start];
    while let Some(name) = open.pop() {
        if name == goal {
            return true;
        }
        if seen.insert(name) {
            open.extend(held.get(name).into_iter().flatten().map(String::as_str));
        }
    }
    false
}
