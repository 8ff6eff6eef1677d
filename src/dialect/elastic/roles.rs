//! Which of Elastic's roles one user may have together. It must not know who has or gives them.

use std::collections::BTreeSet;

use crate::domain::powers::{BuiltinRole, DEPLOYMENT_MANAGER, DEPLOYMENT_VIEWER, PLATFORM_ADMIN};
use crate::domain::text::fold;

/// Whether roles of these names go together, as the vendor's clients have it (wire notes, section 5).
pub(super) fn go_together(names: &[String]) -> bool {
    let folded: BTreeSet<String> = names.iter().map(|name| fold(name)).collect();
    let has = |role: BuiltinRole| folded.contains(role.name);
    let is_mixed_admin = has(PLATFORM_ADMIN) && folded.len() > 1;
    let is_manager_and_viewer = has(DEPLOYMENT_MANAGER) && has(DEPLOYMENT_VIEWER);
    !is_mixed_admin && !is_manager_and_viewer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_administrator_is_nothing_else_and_a_manager_is_no_viewer() {
        let cases: [(&[&str], bool); 9] = [
            (&[], true),
            (&["ece_platform_admin"], true),
            (&["ece_platform_admin", "ECE_PLATFORM_ADMIN"], true),
            (&["ece_platform_viewer", "ece_deployment_manager"], true),
            (&["ece_platform_viewer", "ece_deployment_viewer"], true),
            (&["made_up_role", "ece_deployment_viewer"], true),
            (&["ece_platform_admin", "ece_deployment_viewer"], false),
            (&["made_up_role", "ece_platform_admin"], false),
            (&["ece_deployment_viewer", "Ece_Deployment_Manager"], false),
        ];
        for (names, expected) in cases {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(go_together(&names), expected, "{names:?}");
        }
    }
}
