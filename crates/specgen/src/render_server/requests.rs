//! Requests: one struct per operation, filled from the parts of the HTTP request.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::layout::{File, doc, sentence};
use super::models::{body_type, pair_call};
use super::types::{reader, rust_type};
use crate::ir::Place;
use crate::naming;
use crate::plan::{Body, BodyFormat, Operation, Parameter};

/// Renders the request of an operation, if there is anything in it.
pub(super) fn request(operation: &Operation, file: &mut File) {
    if !operation.has_request() {
        return;
    }
    let name = naming::ident(&format!("{}Request", operation.type_name));
    let purpose = sentence(&format!("What `{}` is asked.", operation.id));
    let parameters = operation.parameters.iter().map(|parameter| {
        let ident = naming::ident(&parameter.name);
        let doc = doc(&parameter.doc, &format!("`{}`", parameter.wire));
        let ty = if parameter.is_idempotency_key { quote!(rt::IdempotencyKey) } else { rust_type(&parameter.ty) };
        let ty = if parameter.is_required || parameter.default.is_some() { ty } else { quote!(Option<#ty>) };
        quote!(#doc pub #ident: #ty)
    });
    let body = operation.body.as_ref().map(|body| {
        let doc = doc(&body.doc, "The body.");
        let ty = body_type(&body.ty, body.format);
        let ty = if body.is_required { ty } else { quote!(Option<#ty>) };
        quote!(#doc pub body: #ty)
    });
    let fields = parameters.chain(body);
    file.push(quote! {
        #purpose
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name { #(#fields),* }
    });
    file.push(extraction(operation, &name));
}

fn extraction(operation: &Operation, name: &Ident) -> TokenStream {
    let source = free_name(operation, "parts");
    let rules = operation.body.as_ref().map_or_else(|| quote!(None), body_rules);
    let of = |place| move |parameter: &&Parameter| parameter.place == place;
    let paths = operation.parameters.iter().filter(of(Place::Path)).map(|parameter| {
        let ident = naming::ident(&parameter.name);
        let (segment, wire) = (Literal::usize_unsuffixed(parameter.segment), &parameter.wire);
        let reader = reader(&parameter.ty);
        quote!(let #ident = #source.path(#segment, #wire, &#reader);)
    });
    let queries: Vec<_> = operation.parameters.iter().filter(of(Place::Query)).collect();
    let (keys, headers): (Vec<_>, Vec<_>) =
        operation.parameters.iter().filter(of(Place::Header)).partition(|parameter| parameter.is_idempotency_key);
    let keys = keys.into_iter().map(|parameter| {
        let (ident, wire, reader) = (naming::ident(&parameter.name), &parameter.wire, reader(&parameter.ty));
        quote!(let #ident = #source.idempotency_key(#wire, &#reader);)
    });
    let queries = pairs(operation, &source, "query", &queries);
    let headers = pairs(operation, &source, "headers", &headers);
    let body = operation.body.as_ref().map(|body| body_read(body, &source));
    let fields = operation.parameters.iter().map(|parameter| naming::ident(&parameter.name));
    let fields = fields.chain(operation.body.is_some().then(|| naming::ident("body")));
    let fields = fields.map(|ident| quote!(#ident: #ident?));
    quote! {
        impl rt::Request for #name {
            const BODY: Option<rt::BodyRules> = #rules;

            fn extract(#source: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
                #(#paths)*
                #queries
                #headers
                #(#keys)*
                #body
                Ok(Self { #(#fields),* })
            }
        }
    }
}

fn body_rules(body: &Body) -> TokenStream {
    let media_type = &body.media_type;
    let any = body.any_media_type.then(|| quote!(.any_media_type()));
    let max = body.max_bytes.map(|max| {
        let max = Literal::u64_unsuffixed(max);
        quote!(.bytes_max(#max))
    });
    quote!(Some(rt::BodyRules::new(#media_type)#any #max))
}

/// Returns a name for something that fields are read from, different from all of them.
fn free_name(operation: &Operation, name: &str) -> Ident {
    let is_taken = operation.parameters.iter().any(|parameter| parameter.name == name);
    naming::ident(&if is_taken { format!("{name}_of_request") } else { name.to_owned() })
}

/// Reads the parameters of the query or of the headers.
fn pairs(operation: &Operation, source: &Ident, place: &str, parameters: &[&Parameter]) -> TokenStream {
    if parameters.is_empty() {
        return quote!();
    }
    let method = naming::ident(place);
    let reader_name = free_name(operation, place);
    let aliases = parameters.iter().flat_map(|parameter| {
        let (wire, reader_name) = (&parameter.wire, &reader_name);
        parameter.aliases.iter().map(move |alias| quote!(#reader_name.alias(#alias, #wire);))
    });
    let reads = parameters.iter().map(|parameter| {
        let ident = naming::ident(&parameter.name);
        let wire = &parameter.wire;
        let reader = reader(&parameter.ty);
        match &parameter.default {
            Some(default) => {
                let default = default_literal(default);
                quote!(let #ident = #reader_name.or(#wire, &#reader, #default);)
            }
            None => {
                let call = pair_call(&parameter.ty, parameter.is_required);
                quote!(let #ident = #reader_name.#call(#wire, &#reader);)
            }
        }
    });
    quote! {
        let mut #reader_name = #source.#method();
        #(#aliases)*
        #(#reads)*
    }
}

fn default_literal(default: &serde_json::Value) -> TokenStream {
    match default {
        serde_json::Value::String(text) => quote!(#text.to_owned()),
        scalar => scalar.to_string().parse().unwrap_or_else(|_| quote!(Default::default())),
    }
}

fn body_read(body: &Body, source: &Ident) -> TokenStream {
    let empty = body.empty_object_is_absent.then(|| quote!(#source.empty_object_is_absent();));
    let call = match (body.format, body.is_required) {
        (BodyFormat::Json, is_required) => {
            let reader = reader(&body.ty);
            let method = naming::ident(if is_required { "json_body" } else { "optional_json_body" });
            quote!(#method(&#reader))
        }
        (BodyFormat::Form, true) => quote!(form_body()),
        (BodyFormat::Form, false) => quote!(optional_form_body()),
        (BodyFormat::Text, true) => quote!(text_body()),
        (BodyFormat::Text, false) => quote!(optional_text_body()),
        (BodyFormat::Bytes, true) => quote!(bytes_body()),
        (BodyFormat::Bytes, false) => quote!(optional_bytes_body()),
    };
    quote! {
        #empty
        let body = #source.#call;
    }
}
