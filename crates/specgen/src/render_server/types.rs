//! Types, and the readers that check what the contract says about them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::naming;
use crate::plan::{Bounds, Text, Type};

/// Renders the type of a field.
pub(super) fn rust_type(ty: &Type) -> TokenStream {
    match ty {
        Type::Model(name) => {
            let name = naming::ident(name);
            quote!(#name)
        }
        Type::String(_) => quote!(String),
        Type::Uuid => quote!(rt::Uuid),
        Type::Timestamp => quote!(rt::Timestamp),
        Type::Integer { is_32_bits: true, .. } => quote!(i32),
        Type::Integer { .. } => quote!(i64),
        Type::Number(_) => quote!(f64),
        Type::Boolean { .. } => quote!(bool),
        Type::Array { item, .. } => {
            let item = rust_type(item);
            quote!(Vec<#item>)
        }
        Type::Map { value, .. } => {
            let value = rust_type(value);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        Type::JsonObject => quote!(rt::Map<String, rt::Value>),
        Type::Any => quote!(rt::Value),
        Type::Nullable(inner) => {
            let inner = rust_type(inner);
            quote!(Option<#inner>)
        }
        Type::Boxed(inner) => {
            let inner = rust_type(inner);
            quote!(Box<#inner>)
        }
        Type::Bytes => quote!(rt::Bytes),
        Type::Secret(_) => quote!(rt::Secret),
        Type::Items(item) => {
            let item = rust_type(item);
            quote!(rt::Items<#item>)
        }
        Type::TextItems => quote!(rt::TextItems),
    }
}

/// Renders the reader of a type.
pub(super) fn reader(ty: &Type) -> TokenStream {
    match ty {
        Type::Model(name) => {
            let name = naming::ident(name);
            quote!(rt::model::<#name>())
        }
        Type::String(rules) => string_reader(rules),
        Type::Uuid => quote!(rt::uuid()),
        Type::Timestamp => quote!(rt::timestamp()),
        Type::Integer { bounds, .. } => {
            let rust = rust_type(ty);
            let bounds = bound_calls(bounds, Literal::i64_unsuffixed);
            quote!(rt::integer::<#rust>()#bounds)
        }
        Type::Number(bounds) => {
            let bounds = bound_calls(bounds, Literal::f64_unsuffixed);
            quote!(rt::number()#bounds)
        }
        Type::Boolean { is_lenient: true } => quote!(rt::boolean().lenient()),
        Type::Boolean { .. } => quote!(rt::boolean()),
        Type::Array { item, min, max, is_unique } => {
            let item = reader(item);
            let min = count_call("min_items", *min);
            let max = count_call("max_items", *max);
            let unique = is_unique.then(|| quote!(.unique()));
            quote!(rt::array(#item)#min #max #unique)
        }
        Type::Map { value, min, max } => {
            let value = reader(value);
            let min = count_call("min_properties", *min);
            let max = count_call("max_properties", *max);
            quote!(rt::map(#value)#min #max)
        }
        Type::JsonObject => quote!(rt::json_object()),
        Type::Any | Type::Bytes | Type::TextItems => quote!(rt::any()),
        Type::Secret(rules) => {
            let rules = string_reader(rules);
            quote!(rt::secret(#rules))
        }
        Type::Items(item) => {
            let item = reader(item);
            quote!(rt::items(#item))
        }
        Type::Nullable(inner) => {
            let inner = reader(inner);
            quote!(rt::nullable(#inner))
        }
        Type::Boxed(inner) => {
            let inner = reader(inner);
            quote!(rt::boxed(#inner))
        }
    }
}

/// Renders the rules of a string.
pub(super) fn string_reader(rules: &Text) -> TokenStream {
    let min = count_call("min_length", rules.min_length);
    let max = count_call("max_length", rules.max_length);
    let pattern = rules.pattern.as_ref().map(|pattern| {
        let pattern = naming::ident(pattern);
        quote!(.pattern(&#pattern))
    });
    quote!(rt::string()#min #max #pattern)
}

fn count_call(method: &str, count: Option<u64>) -> Option<TokenStream> {
    let method = naming::ident(method);
    let count = Literal::u64_unsuffixed(count?);
    Some(quote!(.#method(#count)))
}

fn bound_calls<N: Copy>(bounds: &Bounds<N>, literal: impl Fn(N) -> Literal) -> TokenStream {
    let calls = [
        ("minimum", bounds.minimum),
        ("above", bounds.above),
        ("maximum", bounds.maximum),
        ("below", bounds.below),
        ("multiple_of", bounds.multiple_of),
    ];
    let calls = calls.into_iter().filter_map(|(method, bound)| Some((naming::ident(method), signed(literal(bound?)))));
    let calls = calls.map(|(method, bound)| quote!(.#method(#bound)));
    quote!(#(#calls)*)
}

/// Renders a number, which may be negative, as an expression.
fn signed(literal: Literal) -> TokenStream {
    let text = literal.to_string();
    text.parse().unwrap_or_else(|_| quote!(#literal))
}
