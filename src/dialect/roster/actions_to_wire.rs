//! The table of who may do what, as it is served: the table of powers, with the operations that the contract declares
//! for each action. It must not list anything itself.

use std::sync::LazyLock;

use crate::auth::policy;
use crate::domain::action::READS;
use crate::domain::powers::{
    BUILTIN_ROLES, BuiltinRole, GIVING_PERMISSIONS, GivingPermission, OWN_ACCOUNT, PLATFORM_ONLY,
};
use crate::domain::{Action, ActionSet};
use crate::generated::{roster as wire, server};

static TABLE: LazyLock<wire::ActionTable> = LazyLock::new(|| wire::ActionTable {
    everybody: names(OWN_ACCOUNT),
    roles: BUILTIN_ROLES.into_iter().map(giving_role).collect(),
    permissions: GIVING_PERMISSIONS.into_iter().map(giving_permission).collect(),
    actions: Action::ALL.iter().copied().map(action).collect(),
});

/// The table.
pub(super) fn table() -> wire::ActionTable {
    TABLE.clone()
}

fn giving_role(BuiltinRole { name, description, actions }: BuiltinRole) -> wire::GivingRole {
    wire::GivingRole { name: name.to_owned(), description: description.to_owned(), actions: names(actions) }
}

fn giving_permission(GivingPermission { id, actions }: GivingPermission) -> wire::GivingPermission {
    wire::GivingPermission { id: id.to_owned(), actions: names(actions) }
}

fn action(action: Action) -> wire::Action {
    let asking = server::operations().filter(|operation| operation.action == Some(action.as_str()));
    let operation = |operation: &specgen_runtime::Operation| wire::ActionOperation {
        dialect: operation.module.to_owned(),
        id: operation.id.to_owned(),
        method: operation.method.to_owned(),
        path: operation.path.to_owned(),
    };
    wire::Action {
        name: action.to_string(),
        description: action.description().to_owned(),
        changes: !READS.contains(action),
        platform_only: PLATFORM_ONLY.contains(action),
        own_form: policy::own_form(action).map(|own| own.to_string()),
        operations: asking.map(operation).collect(),
    }
}

fn names(actions: ActionSet) -> Vec<String> {
    actions.iter().map(|action| action.to_string()).collect()
}
