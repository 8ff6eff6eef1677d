//! A second opinion on what generated code reads: the contract's schemas by another library. It is the judge of answers in
//! the server's tests, which shares nothing with the generator.

#[allow(dead_code, reason = "answers and their paths are judged in the server's tests")]
#[path = "../../../tests/conformance/contract.rs"]
mod contract;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

thread_local! {
    /// Compiled schemas by their pointers.
    static COMPILED: RefCell<HashMap<&'static str, Rc<Validator>>> = RefCell::default();
}

/// Other names of members, which the server reads and a schema does not know.
static ALIASES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut aliases = HashSet::new();
    collect(&contract::DOCUMENT, &mut aliases);
    aliases
});

fn collect(value: &Value, aliases: &mut HashSet<String>) {
    match value {
        Value::Object(members) => {
            let named = members.get("x-aliases").and_then(Value::as_array).into_iter().flatten();
            aliases.extend(named.filter_map(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect(member, aliases));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, aliases)),
        _ => {}
    }
}

/// Whether anything in a value may stand under another name than the schema's.
pub(crate) fn has_aliases(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(name, member)| ALIASES.contains(name) || has_aliases(member)),
        Value::Array(items) => items.iter().any(has_aliases),
        _ => false,
    }
}

/// What is wrong with a value by the schema at a pointer.
pub(crate) fn findings(pointer: &'static str, value: &Value) -> Vec<String> {
    let validator = COMPILED.with_borrow_mut(|compiled| {
        Rc::clone(compiled.entry(pointer).or_insert_with(|| Rc::new(contract::validator(pointer))))
    });
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
