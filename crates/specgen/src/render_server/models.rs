//! Models: structs, newtypes and enumerations, each with its strict reader.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::{File, doc};
use super::types::{reader, rust_type, string_reader};
use crate::naming;
use crate::pattern::to_linear;
use crate::plan::{BodyFormat, Field, Model, ModelKind, Presence, Rest, Struct, Type};

/// Renders one model.
pub(super) fn model(model: &Model, file: &mut File) {
    match &model.kind {
        ModelKind::Text(rules) => {
            let name = naming::ident(&model.name);
            let doc = doc(&model.doc, "A constrained string.");
            file.push(quote! {
                #doc
                #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
                pub struct #name(String);
            });
            let rules = string_reader(rules);
            let rules = rules.to_string().replace(' ', "");
            file.push_text(&format!("rt::constrained_string!({name}, {rules});\n"));
        }
        ModelKind::Enumeration(variants) => enumeration(model, variants, file),
        ModelKind::Struct(structure) => {
            definition(model, structure, file);
            if let Some(streamed) = structure.streamed() {
                stream_writer(model, structure, streamed, file);
            }
            if model.is_json {
                json_reader(model, structure, file);
            }
            if model.is_form {
                form_reader(model, structure, file);
            }
            if structure.is_merge_patch {
                merge_patch(model, structure, file);
            }
        }
    }
}

/// Renders the patterns of a module.
pub(super) fn patterns(patterns: &BTreeMap<String, String>, file: &mut File) {
    for (name, written) in patterns {
        let name = naming::ident(name);
        let translated = to_linear(written);
        let value = if translated == *written {
            quote!(rt::Pattern::new(#written))
        } else {
            quote!(rt::Pattern::translated(#written, #translated))
        };
        file.push(quote!(static #name: rt::Pattern = #value;));
    }
}

fn enumeration(model: &Model, variants: &[(String, String)], file: &mut File) {
    let name = naming::ident(&model.name);
    let doc = doc(&model.doc, "One of a few words.");
    let members = variants.iter().map(|(variant, wire)| {
        let variant_ident = naming::ident(variant);
        let doc = super::layout::sentence(&format!("`{wire}`"));
        let rename = (variant != wire).then(|| quote!(#[serde(rename = #wire)]));
        quote!(#doc #rename #variant_ident)
    });
    let names: Vec<_> = variants.iter().map(|(variant, _)| naming::ident(variant)).collect();
    let wires = variants.iter().map(|(_, wire)| wire);
    file.push(quote! {
        #doc
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub enum #name { #(#members),* }

        impl #name {
            /// All of them, in the order of the contract.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];

            /// Returns the word on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#names => #wires),* }
            }
        }
    });
    file.push_text(&format!("rt::enumeration!({name});\n"));
}

fn definition(model: &Model, structure: &Struct, file: &mut File) {
    let name = naming::ident(&model.name);
    let doc_comment = doc(&model.doc, "An object.");
    let is_defaultable = matches!(structure.rest, Rest::Ignored | Rest::Denied)
        && structure.fields.iter().all(|field| field.presence != Presence::Required);
    let default = is_defaultable.then(|| quote!(Default,));
    let is_streamed = structure.streamed().is_some();
    let fields = structure.fields.iter().map(|field| {
        let ident = naming::ident(&field.name);
        let doc = doc(&field.doc, &format!("`{}`", field.wire));
        let ty = field_type(field);
        let attribute = if is_streamed { None } else { serde_attribute(field) };
        quote!(#doc #attribute pub #ident: #ty)
    });
    let rest = match &structure.rest {
        Rest::Typed(ty) => {
            let ty = rust_type(ty);
            let rest = rest_ident(structure);
            Some(
                quote!(#[doc = " Members without a name in the contract."] #[serde(flatten)] pub #rest: std::collections::BTreeMap<String, #ty>),
            )
        }
        _ => None,
    };
    let fields = fields.chain(rest);
    let derive = if is_streamed {
        quote!(#[derive(Debug)])
    } else {
        quote!(#[derive(Clone, Debug, #default PartialEq, Serialize)])
    };
    file.push(quote! {
        #doc_comment
        #derive
        pub struct #name { #(#fields),* }
    });
}

/// Renders how an object with a streamed member is sent: the other members first.
fn stream_writer(model: &Model, structure: &Struct, streamed: &Field, file: &mut File) {
    let name = naming::ident(&model.name);
    let body = free_name(structure, &["body", "object"]);
    let others = structure.fields.iter().filter(|field| field.wire != streamed.wire).map(|field| {
        let (ident, wire) = (naming::ident(&field.name), &field.wire);
        let method = naming::ident(match field.presence {
            Presence::Required => "member",
            Presence::Optional => "optional",
            Presence::ThreeState => "field",
        });
        quote!(.#method(#wire, &#body.#ident))
    });
    let (ident, wire) = (naming::ident(&streamed.name), &streamed.wire);
    file.push(quote! {
        impl From<#name> for rt::Streamed {
            fn from(#body: #name) -> Self {
                rt::StreamedObject::new() #(#others)* .items(#wire, #body.#ident)
            }
        }
    });
}

fn rest_ident(structure: &Struct) -> proc_macro2::Ident {
    free_name(structure, &["additional", "other_members"])
}

/// Returns the first candidate that is not a field.
fn free_name(structure: &Struct, candidates: &[&str]) -> proc_macro2::Ident {
    let is_free = |candidate: &&&str| structure.fields.iter().all(|field| field.name != ***candidate);
    naming::ident(candidates.iter().find(is_free).copied().unwrap_or("the_object"))
}

fn field_type(field: &Field) -> TokenStream {
    let ty = rust_type(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => quote!(Option<#ty>),
        Presence::ThreeState => quote!(rt::Field<#ty>),
    }
}

fn serde_attribute(field: &Field) -> Option<TokenStream> {
    let wire = &field.wire;
    let rename =
        (naming::ident(&field.name).to_string().trim_start_matches("r#") != wire).then(|| quote!(rename = #wire));
    let skip = match field.presence {
        Presence::Required => None,
        Presence::Optional => Some(quote!(skip_serializing_if = "Option::is_none")),
        Presence::ThreeState => Some(quote!(skip_serializing_if = "rt::Field::is_absent")),
    };
    let arguments: Vec<_> = rename.into_iter().chain(skip).collect();
    (!arguments.is_empty()).then(|| quote!(#[serde(#(#arguments),*)]))
}

fn json_reader(model: &Model, structure: &Struct, file: &mut File) {
    let name = naming::ident(&model.name);
    let object = free_name(structure, &["object", "json", "members"]);
    let embedded = structure.is_embedded_json.then(|| quote!(let value = rt::embedded_json(value, at, found)?;));
    let count = (structure.min_properties.is_some() || structure.max_properties.is_some()).then(|| {
        let bound = |bound: Option<u64>| bound.map(proc_macro2::Literal::u64_unsuffixed);
        let min = bound(structure.min_properties).map_or_else(|| quote!(0), |min| quote!(#min));
        let max = bound(structure.max_properties).map_or_else(|| quote!(usize::MAX), |max| quote!(#max));
        quote!(#object.check_properties(#min, #max)?;)
    });
    let aliases = structure.fields.iter().flat_map(|field| {
        let wire = &field.wire;
        let object = &object;
        field.aliases.iter().map(move |alias| quote!(#object.alias(#alias, #wire);))
    });
    let reads = structure.fields.iter().map(|field| {
        let ident = naming::ident(&field.name);
        let wire = &field.wire;
        let reader = reader(&field.ty);
        let method = naming::ident(match field.presence {
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::ThreeState => "field",
        });
        quote!(let #ident = #object.#method(#wire, &#reader);)
    });
    let rest_name = rest_ident(structure);
    let (rest, rest_field) = match &structure.rest {
        Rest::Ignored => (None, None),
        Rest::Denied => (Some(quote!(#object.deny_unknown()?;)), None),
        Rest::Typed(ty) => {
            let reader = reader(ty);
            (Some(quote!(let #rest_name = #object.rest(&#reader);)), Some(quote!(#rest_name: #rest_name?)))
        }
    };
    let is_read = !structure.fields.is_empty() || rest.is_some() || count.is_some();
    let open = if is_read {
        let mutability = (!structure.fields.is_empty() || rest_field.is_some() || count.is_some()).then(|| quote!(mut));
        quote!(let #mutability #object = rt::object(value, at, found)?;)
    } else {
        quote!(rt::object(value, at, found)?;)
    };
    let fields = structure.fields.iter().map(|field| {
        let ident = naming::ident(&field.name);
        quote!(#ident: #ident?)
    });
    let fields = fields.chain(rest_field);
    file.push(quote! {
        impl rt::Model for #name {
            fn read(value: rt::Value, at: &rt::Location<'_>, found: &mut rt::Violations) -> Result<Self, rt::Reported> {
                #embedded
                #open
                #count
                #(#aliases)*
                #(#reads)*
                #rest
                Ok(Self { #(#fields),* })
            }
        }
    });
}

fn form_reader(model: &Model, structure: &Struct, file: &mut File) {
    let name = naming::ident(&model.name);
    let form = free_name(structure, &["form", "pairs"]);
    let aliases = structure.fields.iter().flat_map(|field| {
        let (wire, form) = (&field.wire, &form);
        field.aliases.iter().map(move |alias| quote!(#form.alias(#alias, #wire);))
    });
    let reads = structure.fields.iter().map(|field| {
        let ident = naming::ident(&field.name);
        let wire = &field.wire;
        let reader = reader(&field.ty);
        let call = pair_call(&field.ty, field.presence == Presence::Required);
        quote!(let #ident = #form.#call(#wire, &#reader);)
    });
    let deny = matches!(structure.rest, Rest::Denied).then(|| {
        let known = structure.fields.iter().map(|field| &field.wire);
        quote!(#form.deny_unknown(&[#(#known),*])?;)
    });
    let fields = structure.fields.iter().map(|field| {
        let ident = naming::ident(&field.name);
        quote!(#ident: #ident?)
    });
    file.push(quote! {
        impl rt::FormModel for #name {
            fn read_form(#form: &mut rt::PairsReader<'_>) -> Result<Self, rt::Reported> {
                #(#aliases)*
                #(#reads)*
                #deny
                Ok(Self { #(#fields),* })
            }
        }
    });
}

/// Returns the method that reads a name-value pair.
pub(super) fn pair_call(ty: &Type, is_required: bool) -> proc_macro2::Ident {
    naming::ident(match (matches!(ty, Type::Array { .. }), is_required) {
        (false, true) => "required",
        (false, false) => "optional",
        (true, true) => "required_list",
        (true, false) => "optional_list",
    })
}

fn merge_patch(model: &Model, structure: &Struct, file: &mut File) {
    let name = naming::ident(&model.name);
    let fields: Vec<_> = structure
        .fields
        .iter()
        .map(|field| {
            let ident = naming::ident(&field.name);
            if field.presence == Presence::ThreeState {
                quote!(self.#ident.is_absent())
            } else {
                quote!(self.#ident.is_none())
            }
        })
        .collect();
    let condition = if fields.is_empty() { quote!(true) } else { quote!(#(#fields)&&*) };
    file.push(quote! {
        impl rt::MergePatch for #name {
            fn is_empty(&self) -> bool {
                #condition
            }
        }
    });
}

/// Returns the type of a body as a field.
pub(super) fn body_type(ty: &Type, format: BodyFormat) -> TokenStream {
    match format {
        BodyFormat::Json | BodyFormat::Form => rust_type(ty),
        BodyFormat::Text if *ty == Type::TextItems => quote!(rt::TextItems),
        BodyFormat::Text => quote!(String),
        BodyFormat::Bytes => quote!(rt::Bytes),
    }
}
