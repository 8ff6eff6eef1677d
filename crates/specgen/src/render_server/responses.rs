//! Responses: one enum per operation, one variant per declared status, and the way from the module's `Failure` to it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::layout::{File, doc, sentence};
use super::models::body_type;
use super::types::rust_type;
use crate::naming;
use crate::plan::{BodyFormat, Doc, Failures, Header, Operation, Response, ResponseBody, Status, declared};

/// Renders the response of an operation.
pub(super) fn response(operation: &Operation, failures: &Failures, file: &mut File) {
    let name = naming::ident(&format!("{}Response", operation.type_name));
    let purpose = sentence(&format!("What `{}` answers.", operation.id));
    let variants = operation.responses.iter().map(|response| variant(response, &response.status.variant()));
    let arms = operation.responses.iter().map(|response| respond_arm(response, &response.status.variant()));
    let is_streamed = operation.responses.iter().any(Response::is_streamed);
    let kept = operation.is_repeatable().then(|| {
        quote! {
            #[doc = " A success that was given before, given again as it was."]
            Kept(rt::Kept<Self>)
        }
    });
    let variants = variants.chain(kept);
    let again = operation.is_repeatable().then(|| quote!(Self::Kept(kept) => kept.into_response()));
    let arms = arms.chain(again);
    let derive = if is_streamed { quote!(#[derive(Debug)]) } else { quote!(#[derive(Clone, Debug, PartialEq)]) };
    file.push(quote! {
        #purpose
        #derive
        pub enum #name { #(#variants),* }

        impl rt::Respond for #name {
            fn into_response(self) -> rt::Response {
                match self { #(#arms),* }
            }
        }
    });
    if operation.is_repeatable() {
        file.push(keeping(operation, &name));
    }
    let exact = failures.exact.iter().filter_map(|failure| conversion(failure, operation));
    let other = other_conversion(&failures.other, operation);
    file.push(quote! {
        impl From<Failure> for #name {
            fn from(failure: Failure) -> Self {
                match failure { #(#exact,)* #other }
            }
        }
    });
}

/// Renders which responses can be kept and given again.
fn keeping(operation: &Operation, name: &Ident) -> TokenStream {
    let id = &operation.id;
    let is_success = |response: &&Response| matches!(response.status, Status::Exact(200..=299) | Status::Range(2));
    let successes = operation.responses.iter().filter(is_success).map(|response| {
        let ident = naming::ident(&response.status.variant());
        quote!(Self::#ident { .. })
    });
    quote! {
        impl rt::Keep for #name {
            const OPERATION: &'static str = #id;

            fn is_success(&self) -> bool {
                matches!(self, #(#successes |)* Self::Kept(_))
            }

            fn again(kept: rt::Kept<Self>) -> Self {
                Self::Kept(kept)
            }
        }
    }
}

/// Renders a variant under the name it has there.
pub(super) fn variant(response: &Response, name: &str) -> TokenStream {
    let ident = naming::ident(name);
    let doc = doc(&described(response), "A response.");
    if response.is_shared() {
        return quote!(#doc #ident(#ident));
    }
    if response.status.range_type().is_none() && response.headers.is_empty() {
        return match &response.body {
            Some(body) => {
                let ty = sent_type(body);
                quote!(#doc #ident(#ty))
            }
            None => quote!(#doc #ident),
        };
    }
    let fields = fields(response, false);
    quote!(#doc #ident { #fields })
}

/// Describes a variant: its status, and the contract's words; of a shared struct's words only the first paragraph.
fn described(response: &Response) -> Doc {
    let text = response.doc.text.as_deref().map(str::trim).unwrap_or_default();
    let text = if response.is_shared() { text.split("\n\n").next().unwrap_or_default() } else { text };
    let text = match response.status {
        Status::Exact(status) if text.is_empty() => status.to_string(),
        Status::Exact(status) => format!("{status}: {text}"),
        Status::Range(digit) => format!("{digit}XX: {text}"),
        Status::Default => text.to_owned(),
    };
    Doc { text: Some(text), source: None }
}

/// Renders status, headers and body as fields.
pub(super) fn fields(response: &Response, is_public: bool) -> TokenStream {
    let visibility = is_public.then(|| quote!(pub));
    let status = response.status.range_type().map(|ty| {
        let ty = naming::ident(&ty);
        quote!(#[doc = " The status."] #visibility status: rt::#ty)
    });
    let headers = response.headers.iter().map(|header| {
        let ident = header_ident(header);
        let doc = doc(&header.doc, &format!("The header `{}`.", header.wire));
        let ty = rust_type(&header.ty);
        let ty = if header.is_required { ty } else { quote!(Option<#ty>) };
        quote!(#doc #visibility #ident: #ty)
    });
    let body = response.body.as_ref().map(|body| {
        let ty = sent_type(body);
        quote!(#[doc = " The body."] #visibility body: #ty)
    });
    let fields = status.into_iter().chain(headers).chain(body);
    quote!(#(#fields),*)
}

/// The type of a body that is sent.
fn sent_type(body: &ResponseBody) -> TokenStream {
    let ty = body_type(&body.ty, body.format);
    if body.is_rendered { quote!(rt::Rendered<#ty>) } else { ty }
}

fn header_ident(header: &Header) -> Ident {
    let is_taken = matches!(header.name.as_str(), "status" | "body");
    if is_taken { naming::ident(&format!("header_{}", header.name)) } else { naming::ident(&header.name) }
}

/// Names the fields of a variant with named fields.
fn field_names(response: &Response) -> Vec<Ident> {
    let status = response.status.range_type().map(|_| naming::ident("status"));
    let body = response.body.as_ref().map(|_| naming::ident("body"));
    status.into_iter().chain(response.headers.iter().map(header_ident)).chain(body).collect()
}

/// Renders the arm that turns a variant into bytes.
pub(super) fn respond_arm(response: &Response, name: &str) -> TokenStream {
    let ident = naming::ident(name);
    if response.is_shared() {
        return quote!(Self::#ident(failure) => failure.into_response());
    }
    let chain = respond_chain(response, &quote!(), &quote!(&));
    if response.status.range_type().is_none() && response.headers.is_empty() {
        let pattern = response.body.as_ref().map(|_| quote!((body)));
        return quote!(Self::#ident #pattern => #chain);
    }
    let names = field_names(response);
    quote!(Self::#ident { #(#names),* } => #chain)
}

/// Renders the building of a response from fields that are reached by a prefix, such as `self.`.
pub(super) fn respond_chain(response: &Response, prefix: &TokenStream, borrow: &TokenStream) -> TokenStream {
    let start = match response.status {
        Status::Exact(status) => {
            let status = proc_macro2::Literal::u16_unsuffixed(status);
            quote!(rt::Outgoing::status(#status))
        }
        _ => quote!(rt::Outgoing::new(#prefix status)),
    };
    let headers = response.headers.iter().map(|header| {
        let (ident, wire) = (header_ident(header), &header.wire);
        let method = naming::ident(if header.is_required { "header" } else { "optional_header" });
        quote!(.#method(#wire, #prefix #ident))
    });
    let end = match &response.body {
        None => quote!(.empty()),
        Some(ResponseBody { media_type, is_rendered: true, .. }) => quote!(.rendered(#media_type, #prefix body)),
        Some(ResponseBody { media_type, is_streamed: true, .. }) => quote!(.stream(#media_type, #prefix body)),
        Some(ResponseBody { media_type, format: BodyFormat::Json, .. }) => {
            quote!(.json(#media_type, #borrow #prefix body))
        }
        Some(ResponseBody { media_type, .. }) => quote!(.content(#media_type, #prefix body)),
    };
    quote!(#start #(#headers)* #end)
}

/// Renders how a failure of the module becomes this operation's: its exact variant, or the range, or `Default`.
fn conversion(failure: &Response, operation: &Operation) -> Option<TokenStream> {
    let Status::Exact(status) = failure.status else { return None };
    let target = declared(&operation.responses, Some(status))?;
    let from = naming::ident(&failure.status.variant());
    let to = naming::ident(&target.status.variant());
    if target.status == failure.status {
        return Some(match (failure.is_shared(), failure.body.is_some()) {
            (true, _) => quote!(Failure::#from(failure) => Self::#to(failure)),
            (false, true) => quote!(Failure::#from(body) => Self::#to(body)),
            (false, false) => quote!(Failure::#from => Self::#to),
        });
    }
    let range = naming::ident(&target.status.range_type()?);
    let status = proc_macro2::Literal::u16_unsuffixed(status);
    let prefix = if failure.is_shared() { quote!(failure.) } else { quote!() };
    let headers = target.headers.iter().map(|header| carried(header, &failure.headers, &prefix));
    let body =
        target.body.as_ref().map(|_| if failure.is_shared() { quote!(body: failure.body) } else { quote!(body) });
    let fields = headers.chain(body);
    let pattern = match (failure.is_shared(), failure.body.is_some()) {
        (true, _) => quote!((failure)),
        (false, true) => quote!((body)),
        (false, false) => quote!(),
    };
    Some(quote!(Failure::#from #pattern => Self::#to { status: rt::#range::of(#status), #(#fields),* }))
}

/// Renders one header of the target, taken from a failure that has it or, if optional, left out.
fn carried(header: &Header, from: &[Header], prefix: &TokenStream) -> TokenStream {
    let ident = header_ident(header);
    match from.iter().find(|other| other.wire == header.wire) {
        Some(source) if source.is_required == header.is_required => quote!(#ident: #prefix #ident),
        Some(_) => quote!(#ident: Some(#prefix #ident)),
        None => quote!(#ident: None),
    }
}

/// Renders how the module's `Other` becomes this operation's `Default`.
fn other_conversion(other: &Response, operation: &Operation) -> TokenStream {
    let names = field_names(other);
    let Some(target) = declared(&operation.responses, None) else { return quote!() };
    let fields =
        target.headers.iter().map(|header| match other.headers.iter().any(|known| known.wire == header.wire) {
            true => {
                let ident = header_ident(header);
                quote!(#ident)
            }
            false => carried(header, &[], &quote!()),
        });
    let body = target.body.as_ref().map(|_| quote!(body));
    let fields = std::iter::once(quote!(status)).chain(fields).chain(body);
    quote!(Failure::Other { #(#names),* } => Self::Default { #(#fields),* })
}
