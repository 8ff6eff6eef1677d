//! Writes the plan down as Rust: one file per module, `server.rs` that ties them together, and `mod.rs`.
//!
//! Decides nothing about names or types, which `plan` has done. Output is a pure function of the plan.

mod api;
mod failures;
mod layout;
mod models;
mod requests;
mod responses;
mod server;
mod types;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread;

use quote::quote;

use crate::diagnostic::Diagnostics;
use crate::generate::join;
use crate::ir::Contract;
use crate::plan::{Model, ModelKind, Module, plan};
use layout::File;

/// Renders the server of a contract: file names below `generated/` and their content.
pub fn render_server(contract: &Contract, diagnostics: &mut Diagnostics) -> Option<BTreeMap<PathBuf, String>> {
    let modules = plan(contract, diagnostics)?;
    if diagnostics.has_errors() {
        return None;
    }
    let rendered: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = modules.iter().map(|module| scope.spawn(|| render_module(module))).collect();
        threads.into_iter().map(join).collect()
    });
    let names = modules.iter().map(|module| PathBuf::from(format!("{}.rs", module.name)));
    let mut files: BTreeMap<_, _> = names.zip(rendered).collect();
    files.insert(PathBuf::from("server.rs"), server::server(&modules));
    files.insert(PathBuf::from("mod.rs"), server::index(contract, &modules));
    Some(files)
}

fn render_module(module: &Module) -> String {
    let mut file = File::new(&format!("The module `{}`: its models, requests, responses and trait.", module.name));
    let is_serialized = |model: &Model| !matches!(&model.kind, ModelKind::Struct(it) if it.streamed().is_some());
    file.push(if !module.models.iter().any(is_serialized) {
        quote!()
    } else {
        quote!(
            use serde::Serialize;
        )
    });
    file.push(quote!(
        use specgen_runtime as rt;
    ));
    module.models.iter().for_each(|model| models::model(model, &mut file));
    models::patterns(&module.patterns, &mut file);
    for operation in &module.operations {
        requests::request(operation, &mut file);
        responses::response(operation, &module.failures, &mut file);
    }
    failures::failures(&module.failures, &mut file);
    api::api(module, &mut file);
    api::operations(module, &mut file);
    api::door(module, &mut file);
    file.finish()
}
