//! From a contract to its modules.

use super::models::Models;
use super::operations::{self, operation};
use super::{Module, Scope, failures};
use crate::diagnostic::Diagnostics;
use crate::ir::Endpoint;
use crate::ir::{Contract, StatusKey, Tag};
use crate::naming;

/// Names of a module's own items, which no schema can have.
const RESERVED: &[&str] = &[
    "Api",
    "Door",
    "Failure",
    "OperationId",
    "Serialize",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "From",
    "Into",
    "Future",
    "Send",
    "Sync",
    "Self",
    "Default",
    "Clone",
    "Debug",
    "PartialEq",
    "Eq",
    "Hash",
    "PartialOrd",
    "Ord",
    "Copy",
];

/// Plans every module; `None` once something makes that impossible.
pub(crate) fn plan(contract: &Contract, diagnostics: &mut Diagnostics) -> Option<Vec<Module>> {
    contract.modules().map(|tag| module(contract, tag, diagnostics)).collect()
}

fn module(contract: &Contract, tag: &Tag, diagnostics: &mut Diagnostics) -> Option<Module> {
    let name = naming::snake(&tag.name);
    let is_own =
        |endpoint: &Endpoint<'_>| contract.module_of(endpoint.operation).is_some_and(|own| own.name == tag.name);
    let endpoints: Vec<_> = contract.endpoints().filter(is_own).collect();
    let scope = Scope { contract, module: &name };
    let mut models = Models::new(scope, reserved(&endpoints));
    let operations: Vec<_> = endpoints.iter().map(|endpoint| operation(*endpoint, &mut models, diagnostics)).collect();
    let failures = failures::failures(&tag.at, &operations, diagnostics)?;
    let (models, patterns) = models.finish(diagnostics);
    let mut mounts = tag.module.as_ref().map(|module| module.mounts.clone()).unwrap_or_default();
    let exact = outside(&mut mounts, &endpoints, diagnostics);
    Some(Module { description: tag.description.clone(), name, mounts, exact, models, patterns, operations, failures })
}

fn reserved(endpoints: &[Endpoint<'_>]) -> Vec<String> {
    let mut names: Vec<String> = RESERVED.iter().map(|name| (*name).to_owned()).collect();
    for endpoint in endpoints {
        let name = naming::pascal(naming::operation_name(&endpoint.operation.id));
        names.extend([format!("{name}Request"), format!("{name}Response")]);
        let statuses = endpoint.operation.responses.keys().filter_map(|key| match key {
            StatusKey::Exact(status @ 400..) => Some(naming::phrase(*status)),
            _ => None,
        });
        names.extend(statuses);
    }
    names
}

/// Returns the paths outside the mounts. One with variables makes a mount of what stands before the first of them.
fn outside(mounts: &mut Vec<String>, endpoints: &[Endpoint<'_>], diagnostics: &mut Diagnostics) -> Vec<String> {
    let is_below = |mounts: &[String], path: &str| {
        mounts
            .iter()
            .any(|mount| path.strip_prefix(mount.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    for endpoint in endpoints.iter().filter(|endpoint| endpoint.template.contains('{')) {
        if is_below(mounts, endpoint.template) {
            continue;
        }
        let prefix: Vec<_> = endpoint.template.split('/').take_while(|segment| !segment.starts_with('{')).collect();
        if prefix.len() < 2 {
            let help = "give its module a mount that is a prefix of this path";
            diagnostics.error(
                &endpoint.item.at,
                "unmounted-variable",
                "a path outside all mounts begins with a variable",
                help,
            );
        } else {
            mounts.push(prefix.join("/"));
        }
    }
    let mut exact: Vec<String> = Vec::new();
    for endpoint in endpoints {
        if !is_below(mounts, endpoint.template) && !exact.iter().any(|path| path == endpoint.template) {
            exact.push(endpoint.template.to_owned());
        }
    }
    exact
}

/// One operation with a path that leads to it: what a test compares the generated routes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The module.
    pub module: String,
    /// The method, `GET`.
    pub method: &'static str,
    /// The template, `/user/{id}`.
    pub template: String,
    /// A path that the template matches and no literal sibling does, `/user/sample-id`.
    pub path: String,
    /// The `operationId`.
    pub operation: String,
}

/// Lists every operation of a contract with a sample of its path.
pub fn sample_paths(contract: &Contract) -> Vec<Sample> {
    let sample = |endpoint: Endpoint<'_>| {
        let tag = contract.module_of(endpoint.operation)?;
        Some(Sample {
            module: naming::snake(&tag.name),
            method: operations::method(endpoint.method),
            template: endpoint.template.to_owned(),
            path: endpoint.template.replace('{', "sample-").replace('}', ""),
            operation: endpoint.operation.id.clone(),
        })
    };
    contract.endpoints().filter_map(sample).collect()
}
