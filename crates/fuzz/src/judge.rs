//! A second opinion on what generated code reads: the contract's schemas by another library. It is the judge of answers in
//! the server's tests, which shares nothing with the generator.

#[allow(dead_code, reason = "answers and their paths are judged in the server's tests")]
#[path = "../../../tests/conformance/contract.rs"]
mod contract;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use jsonschema::Validator;
use serde_json::Value;

thread_local! {
    /// Compiled schemas by their pointers.
    static COMPILED: RefCell<HashMap<&'static str, Rc<Validator>>> = RefCell::default();
}

/// What is wrong with a value by the schema at a pointer.
pub(crate) fn findings(pointer: &'static str, value: &Value) -> Vec<String> {
    let validator = COMPILED.with_borrow_mut(|compiled| {
        Rc::clone(compiled.entry(pointer).or_insert_with(|| Rc::new(contract::validator(pointer))))
    });
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
