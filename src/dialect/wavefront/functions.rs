//! The vendor's business functions, as far as Roster has a deed for them.
//! It must not know how a user came to be allowed something.

use crate::domain::{Action, ActionSet, UserKind};
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

/// What takes a password, which service accounts do not have.
const OF_PERSONS: &[BusinessFunction] =
    &[BusinessFunction::Login, BusinessFunction::Logout, BusinessFunction::ChangePassword];

/// The functions of one of this kind who may do this.
pub(super) fn allowed(kind: UserKind, actions: ActionSet) -> Vec<BusinessFunction> {
    let has_deed = |deed: Action| actions.contains(deed);
    let is_of_kind = |function| kind == UserKind::Person || !OF_PERSONS.contains(function);
    let functions = FUNCTIONS.iter().filter(|(function, deed)| has_deed(*deed) && is_of_kind(function));
    functions.map(|(function, _)| *function).collect()
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
        assert_eq!(allowed(UserKind::Person, own), [BusinessFunction::Login, BusinessFunction::Logout]);
    }

    #[test]
    fn service_accounts_neither_log_in_nor_have_a_password() {
        let own = [Action::UsersReadSelf, Action::UsersUpdateSelf, Action::CredentialsReadSelf].into_iter().collect();
        assert_eq!(allowed(UserKind::Service, own), [BusinessFunction::GetTokens]);
    }
}
