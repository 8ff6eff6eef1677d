//! `server.rs`, which registers every module with Dropshot, and `mod.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::{File, sentence};
use crate::ir::Contract;
use crate::naming;
use crate::plan::Module;

/// Renders `server.rs`.
pub(super) fn server(modules: &[Module]) -> String {
    let mut file = File::new("All modules as one server: what implements them, and where they are registered.");
    file.push(quote!(
        use specgen_runtime as rt;
    ));
    let names: Vec<_> = modules.iter().map(|module| naming::ident(&module.name)).collect();
    file.push(quote!(use super::{#(#names),*};));
    file.push(server_trait(modules));
    file.push(registration(modules));
    for module in modules {
        let name = naming::ident(&module.name);
        file.push(quote! {
            async fn #name<S: Server, const MOUNTED: bool>(
                context: rt::RequestContext<S>,
                received: rt::Received<MOUNTED>,
            ) -> rt::Answered {
                let door = #name::Door(context.context().#name());
                rt::serve(&context, received, door).await
            }
        });
    }
    file.finish()
}

fn server_trait(modules: &[Module]) -> TokenStream {
    let members = modules.iter().map(|module| {
        let (ty, name) = (naming::ident(&naming::pascal(&module.name)), naming::ident(&module.name));
        let type_doc = sentence(&format!("What implements `{}`.", module.name));
        let method_doc = sentence(&format!("Returns what implements `{}`.", module.name));
        quote! {
            #type_doc
            type #ty: #name::Api;

            #method_doc
            fn #name(&self) -> &Self::#ty;
        }
    });
    quote! {
        /// A server: an implementation of every module. It is Dropshot's context.
        pub trait Server: rt::Host {
            #(#members)*
        }
    }
}

fn registration(modules: &[Module]) -> TokenStream {
    let registrations = modules.iter().flat_map(|module| {
        let name = naming::ident(&module.name);
        let mounted = module.mounts.iter().map({
            let name = name.clone();
            move |mount| quote!(rt::mount(&mut api, #mount, #name::<S, true>)?;)
        });
        let exact = module.exact.iter().map(move |path| quote!(rt::exact(&mut api, #path, #name::<S, false>)?;));
        mounted.chain(exact).collect::<Vec<_>>()
    });
    let operations = modules.iter().map(|module| naming::ident(&module.name));
    quote! {
        /// Registers every module.
        ///
        /// # Errors
        /// Where Dropshot refuses a path; a test that calls this once shows that it does not.
        pub fn api<S: Server>() -> Result<rt::ApiDescription<S>, rt::ApiDescriptionRegisterError> {
            let mut api = rt::ApiDescription::new();
            #(#registrations)*
            Ok(api)
        }

        /// Lists the operations of every module.
        pub fn operations() -> impl Iterator<Item = &'static rt::Operation> {
            let modules: [&'static [rt::Operation]; _] = [#(&#operations::OPERATIONS),*];
            modules.into_iter().flatten()
        }
    }
}

/// Renders `mod.rs`.
pub(super) fn index(contract: &Contract, modules: &[Module]) -> String {
    let mut file = File::new(&format!("The server of the contract `{}`, one module per tag.", contract.info.title));
    let modules = modules.iter().map(|module| {
        let name = naming::ident(&module.name);
        let description = module.description.as_deref().and_then(|text| text.split("\n\n").next());
        let doc = sentence(description.unwrap_or("A module of the contract."));
        quote!(#doc pub mod #name;)
    });
    // In mod.rs, since an inner attribute reaches every module below it.
    file.push_text(
        "#![allow(clippy::large_enum_variant, reason = \"responses are moved once, from handler to bytes\")]\n",
    );
    file.push(quote! {
        #(#modules)*

        /// All modules as one server.
        pub mod server;
    });
    file.finish()
}
