//! The vendor's business functions, as far as Roster has a deed for them.
//! It must not know how a user came to be allowed something.

use crate::domain::{Action, ActionSet};
use crate::generated::wavefront::BusinessFunction;

/// The deed behind each function, in the order of the vendor's list. Which permission gives which function is
/// published nowhere, so the names decide.
const FUNCTIONS: &[(BusinessFunction, Action)] = &[
    (BusinessFunction::Login, Action::UsersReadSelf),
    (BusinessFunction::Logout, Action::UsersReadSelf),
    (BusinessFunction::ChangePassword, Action::UsersUpdateSelf),
    (BusinessFunction::CreateToken, Action::CredentialsCreateSelf),
    (BusinessFunction::RevokeToken, Action::CredentialsDeleteSelf),
    (BusinessFunction::GetTokens, Action::CredentialsReadSelf),
    (BusinessFunction::GetAllAccounts, Action::UsersRead),
    (BusinessFunction::GetAllUsers, Action::UsersRead),
    (BusinessFunction::GetAllServiceAccounts, Action::UsersRead),
    (BusinessFunction::DeleteAccount, Action::UsersDelete),
    (BusinessFunction::InviteUser, Action::UsersCreate),
    (BusinessFunction::AdministerServiceAccounts, Action::UsersCreate),
    (BusinessFunction::AdministerUserGroups, Action::GroupsUpdate),
    (BusinessFunction::AdministerAllTokens, Action::CredentialsDelete),
    (BusinessFunction::RolesManagement, Action::RolesUpdate),
];

/// The functions of one who may do this.
pub(super) fn allowed(actions: ActionSet) -> Vec<BusinessFunction> {
    FUNCTIONS.iter().filter(|(_, deed)| actions.contains(*deed)).map(|(function, _)| *function).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_of_the_contract_has_its_deed_in_the_contracts_order() {
        let named: Vec<BusinessFunction> = FUNCTIONS.iter().map(|(function, _)| *function).collect();
        assert_eq!(named, BusinessFunction::ALL);
    }

    #[test]
    fn who_may_only_read_the_own_account_can_log_in_and_out() {
        let own = [Action::UsersReadSelf].into_iter().collect();
        assert_eq!(allowed(own), [BusinessFunction::Login, BusinessFunction::Logout]);
    }
}
