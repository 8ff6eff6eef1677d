//! What can go wrong anywhere in a module: the statuses of all its operations, each in its one shape.

use std::collections::BTreeMap;

use super::{Failures, Operation, Response, Status};
use crate::diagnostic::Diagnostics;
use crate::ir::Pointer;

/// Collects the failures of a module.
pub(super) fn failures(at: &Pointer, operations: &[Operation], diagnostics: &mut Diagnostics) -> Option<Failures> {
    let responses = || operations.iter().flat_map(|operation| &operation.responses);
    let mut exact: BTreeMap<u16, Response> = BTreeMap::new();
    for response in responses() {
        if let Status::Exact(status @ 400..) = response.status {
            exact.entry(status).or_insert_with(|| response.clone());
        }
    }
    let Some(other) = responses().find(|response| response.status == Status::Default).cloned() else {
        let help = "declare `default`, so that what no operation foresees has a shape";
        diagnostics.error(at, "missing-default", "no operation of this module has a `default` response", help);
        return None;
    };
    Some(Failures { exact: exact.into_values().collect(), other })
}
