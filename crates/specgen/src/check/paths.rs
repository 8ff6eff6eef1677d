//! Path templates, the parameters in them, and which module owns which prefix.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::Diagnostics;
use crate::ir::{Contract, Endpoint, Place, Pointer};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    for (template, item) in &contract.paths {
        check_template(template, &item.at, diagnostics);
    }
    check_duplicates(contract, diagnostics);
    for endpoint in contract.endpoints() {
        check_variables(contract, &endpoint, diagnostics);
        check_owner(contract, &endpoint, diagnostics);
    }
    check_mounts(contract, diagnostics);
}

fn check_template(template: &str, at: &Pointer, diagnostics: &mut Diagnostics) {
    if !template.starts_with('/') || template.contains("//") || (template.len() > 1 && template.ends_with('/')) {
        let help = "a path starts with `/`, does not end with one, and has no empty segments: the router would not tell them apart";
        diagnostics.error(at, "path-slash", format!("`{template}` is not a path that can be routed"), help);
    }
    let mut seen = BTreeSet::new();
    for segment in template.split('/').filter(|segment| segment.contains(['{', '}'])) {
        match variable(segment) {
            None => {
                let message = format!("the segment `{segment}` is neither a literal nor one variable");
                let help = "routing goes by whole segments: give the variable a segment of its own";
                diagnostics.error(at, "half-brace-segment", message, help);
            }
            Some(name) if !seen.insert(name) => {
                diagnostics.error(
                    at,
                    "repeated-variable",
                    format!("`{{{name}}}` stands twice in the path"),
                    "rename one of them",
                );
            }
            Some(_) => {}
        }
    }
}

/// The name of the variable that a whole segment is.
fn variable(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.is_empty() && !name.contains(['{', '}'])).then_some(name)
}

fn check_duplicates(contract: &Contract, diagnostics: &mut Diagnostics) {
    let mut seen = HashMap::new();
    for endpoint in contract.endpoints() {
        let anonymous: Vec<_> =
            endpoint.template.split('/').map(|segment| variable(segment).map_or(segment, |_| "{}")).collect();
        if let Some(first) = seen.insert((anonymous.join("/"), endpoint.method), endpoint.template) {
            let message =
                format!("{} of `{}` is also {} of `{first}`", endpoint.method, endpoint.template, endpoint.method);
            let help = "the two differ in their variables' names only: no request can tell them apart";
            diagnostics.error(&endpoint.operation.at, "duplicate-path", message, help);
        }
    }
}

fn check_variables(contract: &Contract, endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    let in_template: BTreeSet<_> = endpoint.template.split('/').filter_map(variable).collect();
    let parameters = endpoint.parameters(contract);
    let in_path = || parameters.iter().filter(|parameter| parameter.place == Place::Path);
    let declared = in_path().map(|parameter| parameter.name.as_str()).collect();
    for name in in_template.difference(&declared) {
        let message = format!("the variable `{{{name}}}` of the path is not declared");
        let help = format!("add a parameter `{name}` with `in: path` and `required: true`");
        diagnostics.error(&endpoint.operation.at, "undeclared-path-parameter", message, help);
    }
    for parameter in in_path() {
        if !in_template.contains(parameter.name.as_str()) {
            let message = format!("the path `{}` has no variable `{{{}}}`", endpoint.template, parameter.name);
            diagnostics.error(
                &parameter.at,
                "unused-path-parameter",
                message,
                "it would never have a value: remove it",
            );
        } else if parameter.required != Some(true) {
            let message = format!("the path parameter `{}` is not required", parameter.name);
            diagnostics.error(
                &parameter.at,
                "optional-path-parameter",
                message,
                "write `required: true`: the path is not the same without it",
            );
        }
    }
}

/// An operation below another module's prefix would be answered by that one.
fn check_owner(contract: &Contract, endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    let Some(own) = contract.module_of(endpoint.operation) else { return };
    for tag in contract.modules().filter(|tag| tag.name != own.name) {
        let mounts = tag.module.iter().flat_map(|module| &module.mounts);
        for mount in mounts.filter(|mount| is_below(endpoint.template, mount)) {
            let message = format!(
                "`{}` belongs to `{}`, and lies below `{mount}` of `{}`",
                endpoint.template, own.name, tag.name
            );
            let help = "unknown paths below a mount are answered by its module: move the path, or the tag";
            diagnostics.error(&endpoint.operation.at, "foreign-mount", message, help);
        }
    }
}

fn check_mounts(contract: &Contract, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for tag in contract.modules() {
        let at = tag.at.child("x-module").child("mounts");
        for (index, mount) in tag.module.iter().flat_map(|module| &module.mounts).enumerate() {
            let at = at.child(index);
            if !mount.starts_with('/') || mount.ends_with('/') || mount.contains(['{', '}']) {
                let help = "a mount is a path without variables, such as `/api/v1`";
                diagnostics.error(&at, "mount-syntax", format!("`{mount}` cannot be a mount"), help);
            }
            for (name, other) in seen.iter().filter(|(_, other)| is_below(mount, other) || is_below(other, mount)) {
                let message = format!("the mount `{mount}` of `{}` overlaps with `{other}` of `{name}`", tag.name);
                diagnostics.error(&at, "mount-overlap", message, "an unknown path below both would have two answers");
            }
            seen.push((&tag.name, mount));
        }
    }
}

fn is_below(path: &str, mount: &str) -> bool {
    path.strip_prefix(mount).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
