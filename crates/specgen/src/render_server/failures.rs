//! What can go wrong in a module: the shared structs of failures with headers, and `Failure`.

use quote::quote;

use super::layout::{File, sentence};
use super::responses::{fields, respond_arm, respond_chain, variant};
use crate::naming;
use crate::plan::Failures;

/// Renders the failures of a module.
pub(super) fn failures(failures: &Failures, file: &mut File) {
    for failure in failures.exact.iter().filter(|failure| failure.is_shared()) {
        let name = failure.status.variant();
        let ident = naming::ident(&name);
        let purpose = super::layout::doc(&failure.doc, "A failure.");
        let fields = fields(failure, true);
        let chain = respond_chain(failure, &quote!(self.), &quote!(&));
        file.push(quote! {
            #purpose
            #[derive(Clone, Debug, PartialEq)]
            pub struct #ident { #fields }

            impl rt::Respond for #ident {
                fn into_response(self) -> rt::Response {
                    #chain
                }
            }
        });
    }
    let purpose =
        sentence("What can go wrong in any operation of the module. Every operation's response can be made from it.");
    let variants = failures.exact.iter().map(|failure| variant(failure, &failure.status.variant()));
    let other = variant(&failures.other, "Other");
    let arms = failures.exact.iter().map(|failure| respond_arm(failure, &failure.status.variant()));
    let other_arm = respond_arm(&failures.other, "Other");
    file.push(quote! {
        #purpose
        #[derive(Clone, Debug, PartialEq)]
        pub enum Failure { #(#variants,)* #other }

        impl rt::Respond for Failure {
            fn into_response(self) -> rt::Response {
                match self { #(#arms,)* #other_arm }
            }
        }
    });
}
