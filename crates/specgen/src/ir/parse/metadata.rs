//! What a contract says about itself: kept whole, since it is only shown, and read all the same, so that it is what it claims.

use serde_json::Value;

use super::object::Object;
use crate::diagnostic::Diagnostics;
use crate::ir::{Info, Pointer};

pub(super) fn info(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Info {
    let taken = object.require("info", diagnostics);
    let whole = taken.as_ref().map_or(Value::Null, |(value, _)| (*value).clone());
    let Some(mut info) = taken.and_then(|(value, at)| Object::open(value, at, "info", diagnostics)) else {
        return Info { whole, title: String::new(), version: String::new() };
    };
    let title = info.required_text("title", diagnostics);
    let version = info.required_text("version", diagnostics);
    for name in ["description", "termsOfService"] {
        info.text(name, diagnostics);
    }
    shown(&mut info, "license", &["name"], &["url"], diagnostics);
    shown(&mut info, "contact", &[], &["name", "url", "email"], diagnostics);
    info.close(diagnostics);
    Info { whole, title, version }
}

pub(super) fn servers(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Option<Value> {
    object.list("servers", diagnostics, |value, at, diagnostics| {
        let mut server = Object::open(value, at, "server", diagnostics)?;
        server.required_text("url", diagnostics);
        server.text("description", diagnostics);
        server.take("variables");
        server.close(diagnostics);
        Some(())
    });
    object.any("servers")
}

pub(super) fn external_docs(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Option<Value> {
    shown(object, "externalDocs", &["url"], &["description"], diagnostics)
}

/// A security scheme: which member it needs beside `type` is for those who show it.
pub(super) fn security_scheme(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Value> {
    let mut scheme = Object::open(value, at, "security scheme", diagnostics)?;
    let kind = scheme.required_text("type", diagnostics);
    if !kind.is_empty() && !["apiKey", "http", "oauth2", "openIdConnect"].contains(&kind.as_str()) {
        let help = "the types are apiKey, http, oauth2 and openIdConnect";
        let message = format!("`{kind}` is not a type of security scheme");
        diagnostics.error(&scheme.at.child("type"), "unknown-type", message, help);
    }
    Some(value.clone())
}

/// Takes a member that is an object of texts, some of them required.
fn shown(
    object: &mut Object<'_>,
    name: &'static str,
    required: &[&str],
    optional: &[&str],
    diagnostics: &mut Diagnostics,
) -> Option<Value> {
    let (value, at) = object.take(name)?;
    let mut object = Object::open(value, at, name, diagnostics)?;
    for member in required {
        object.required_text(member, diagnostics);
    }
    for member in optional {
        object.text(member, diagnostics);
    }
    object.close(diagnostics);
    Some(value.clone())
}
