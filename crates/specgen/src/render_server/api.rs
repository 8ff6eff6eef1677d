//! The trait of a module, its operations as data, and the way from the runtime to the trait.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::layout::{File, doc, sentence};
use super::types::reader;
use crate::naming;
use crate::plan::{BodyFormat, Example, Module, Operation, Status};

/// Renders the trait that handwritten code implements.
pub(super) fn api(module: &Module, file: &mut File) {
    let purpose = sentence(&format!(
        "The operations of `{}`, one method each. Arguments are parsed and valid, and only declared responses can be given.",
        module.name
    ));
    let caller = module.operations.iter().any(|operation| operation.is_secured).then(|| {
        quote! {
            /// Who is asking; only `authenticate` makes it.
            type Caller: std::fmt::Display + Send;

            /// Finds out who is asking, before anything of the request is parsed.
            fn authenticate(&self, call: &rt::Call) -> impl Future<Output = Result<Self::Caller, rt::Rejection>> + Send;
        }
    });
    let methods = module.operations.iter().map(method);
    file.push(quote! {
        #purpose
        pub trait Api: Send + Sync + 'static {
            #caller

            /// Says in the module's own shape why a request does not get an answer of its operation.
            fn reject(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure;

            #(#methods)*
        }
    });
}

fn method(operation: &Operation) -> TokenStream {
    let name = naming::ident(&operation.method_name);
    let label = format!("`{} {}`", operation.method, operation.path);
    let mut described = operation.doc.clone();
    described.text = Some(match described.text {
        Some(text) => format!("{}\n\n{label}", text.trim()),
        None => label,
    });
    let doc = doc(&described, "An operation.");
    let arguments = arguments(operation);
    let parameters = arguments.iter().map(|(name, ty)| quote!(#name: #ty));
    let response = response_ident(operation);
    let body = if operation.is_stub { stub(operation, &arguments) } else { quote!(;) };
    quote! {
        #doc
        fn #name(&self, call: &rt::Call, #(#parameters),*) -> impl Future<Output = #response> + Send #body
    }
}

fn arguments(operation: &Operation) -> Vec<(Ident, TokenStream)> {
    let request = naming::ident(&format!("{}Request", operation.type_name));
    let caller = operation.is_secured.then(|| (naming::ident("caller"), quote!(Self::Caller)));
    let request = operation.has_request().then(|| (naming::ident("request"), quote!(#request)));
    caller.into_iter().chain(request).collect()
}

fn response_ident(operation: &Operation) -> Ident {
    naming::ident(&format!("{}Response", operation.type_name))
}

/// Renders the default method of a stub: the contract's example, or that there is none.
fn stub(operation: &Operation, arguments: &[(Ident, TokenStream)]) -> TokenStream {
    let example = operation.example.as_ref().and_then(|example| example_response(operation, example));
    let call = example.is_some().then(|| naming::ident("call"));
    let unused: Vec<_> = call.into_iter().chain(arguments.iter().map(|(name, _)| name.clone())).collect();
    let ignore = match unused.as_slice() {
        [] => quote!(),
        [one] => quote!(let _ = #one;),
        several => quote!(let _ = (#(#several),*);),
    };
    let answer = example.unwrap_or_else(|| {
        let response = response_ident(operation);
        quote!(#response::from(self.reject(call, &rt::Rejection::NotImplemented)))
    });
    quote! {
        {
            #ignore
            std::future::ready(#answer)
        }
    }
}

fn example_response(operation: &Operation, example: &Example) -> Option<TokenStream> {
    let response = operation.responses.iter().find(|response| response.status == Status::Exact(example.status))?;
    let (name, variant) = (response_ident(operation), naming::ident(&response.status.variant()));
    let body = match (&response.body, &example.body) {
        (Some(body), Some(value)) if body.format == BodyFormat::Json => {
            let (reader, json) = (reader(&body.ty), value.to_string());
            Some(quote!(rt::example(&#reader, #json)))
        }
        (Some(body), Some(serde_json::Value::String(text))) if body.format == BodyFormat::Text => {
            let text = quote!(#text.to_owned());
            Some(if body.is_streamed { quote!(vec![#text].into()) } else { text })
        }
        (None, _) => None,
        _ => return None,
    };
    if response.headers.is_empty() {
        return Some(body.map_or_else(|| quote!(#name::#variant), |body| quote!(#name::#variant(#body))));
    }
    let headers = response.headers.iter().map(|header| {
        let ident = naming::ident(&header.name);
        let text = example.headers.iter().find(|(wire, _)| wire.eq_ignore_ascii_case(&header.wire))?.1.as_ref();
        Some(match (text, header.is_required) {
            (Some(text), true) => quote!(#ident: #text.to_owned()),
            (Some(text), false) => quote!(#ident: Some(#text.to_owned())),
            (None, _) => quote!(#ident: None),
        })
    });
    let headers = headers.collect::<Option<Vec<_>>>()?;
    let body = body.map(|body| quote!(body: #body));
    let fields = headers.into_iter().chain(body);
    Some(quote!(#name::#variant { #(#fields),* }))
}

/// Renders the operations as data.
pub(super) fn operations(module: &Module, file: &mut File) {
    let count = proc_macro2::Literal::usize_unsuffixed(module.operations.len());
    let variants = module.operations.iter().map(|operation| {
        let ident = naming::ident(&operation.type_name);
        let doc = sentence(&format!("`{} {}`", operation.method, operation.path));
        quote!(#doc #ident)
    });
    let constants = module.operations.iter().map(|operation| {
        let Operation { id, method, path, is_secured, is_stub, .. } = operation;
        let action = operation.action.as_ref().map_or_else(|| quote!(None), |action| quote!(Some(#action)));
        let module = &module.name;
        quote! {
            rt::Operation {
                id: #id, module: #module, method: #method, path: #path, action: #action, secured: #is_secured, stub: #is_stub
            }
        }
    });
    file.push(quote! {
        /// Names an operation of the module.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum OperationId { #(#variants),* }

        /// The operations of the module, in the order of `OperationId`.
        pub static OPERATIONS: [rt::Operation; #count] = [#(#constants),*];

        impl From<OperationId> for &'static rt::Operation {
            fn from(id: OperationId) -> Self {
                &OPERATIONS[id as usize]
            }
        }
    });
}

/// Renders the implementation of the runtime's `Module`.
pub(super) fn door(module: &Module, file: &mut File) {
    let paths = path_arms(module);
    let answers = module.operations.iter().map(answer_arm);
    let refusals = module.operations.iter().map(refusal_arm);
    let reads = module.operations.iter().any(Operation::has_request);
    let incoming = naming::ident(if reads { "incoming" } else { "_incoming" });
    file.push(quote! {
        /// Leads from the runtime to an implementation of the trait.
        #[derive(Clone, Copy, Debug)]
        pub struct Door<'a, A>(pub &'a A);

        impl<A: Api> rt::Module for Door<'_, A> {
            type OperationId = OperationId;
            type Failure = Failure;

            fn operations_at(path: &[&str]) -> &'static [OperationId] {
                match path {
                    #(#paths,)*
                    _ => &[],
                }
            }

            async fn answer(&self, call: &rt::Call, id: OperationId, #incoming: rt::Incoming<'_>) -> rt::Response {
                let api = self.0;
                let outcome: rt::Outcome<'_> = match id { #(#answers)* };
                let reject = |rejection: &rt::Rejection| {
                    let failure = api.reject(call, rejection);
                    match id { #(#refusals)* }
                };
                rt::settle(call, outcome, reject).await
            }

            fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
                self.0.reject(call, rejection)
            }
        }
    });
}

/// Renders one arm per path template, literals before variables.
fn path_arms(module: &Module) -> Vec<TokenStream> {
    let mut templates: Vec<&str> = Vec::new();
    for operation in &module.operations {
        if !templates.contains(&operation.path.as_str()) {
            templates.push(&operation.path);
        }
    }
    let variables = |template: &str| segments(template).map(is_variable).collect::<Vec<_>>();
    templates.sort_by_key(|template| variables(template));
    let arm = |template: &str| {
        let pattern = segments(template).map(|segment| if is_variable(segment) { quote!(_) } else { quote!(#segment) });
        let ids = module.operations.iter().filter(|operation| operation.path == *template);
        let ids = ids.map(|operation| naming::ident(&operation.type_name));
        quote!([#(#pattern),*] => &[#(OperationId::#ids),*])
    };
    templates.into_iter().map(arm).collect()
}

fn segments(template: &str) -> impl Iterator<Item = &str> {
    template.split('/').filter(|segment| !segment.is_empty())
}

fn is_variable(segment: &str) -> bool {
    segment.starts_with('{')
}

fn answer_arm(operation: &Operation) -> TokenStream {
    let id = naming::ident(&operation.type_name);
    let method = naming::ident(&operation.method_name);
    let caller = operation.is_secured.then(|| {
        quote! {
            let caller = api.authenticate(call).await?;
            call.note_principal(&caller);
        }
    });
    let request = operation.has_request().then(|| quote!(let request = incoming.read().await?;));
    let arguments = arguments(operation).into_iter().map(|(name, _)| name);
    quote! {
        OperationId::#id => Box::pin(async {
            #caller
            #request
            Ok(rt::Respond::into_response(api.#method(call, #(#arguments),*).await))
        }),
    }
}

/// A failure goes out as the operation declares it.
fn refusal_arm(operation: &Operation) -> TokenStream {
    let id = naming::ident(&operation.type_name);
    let response = naming::ident(&format!("{}Response", operation.type_name));
    quote!(OperationId::#id => rt::Respond::into_response(#response::from(failure)),)
}
