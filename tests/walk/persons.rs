//! Calls about users: made, changed, let in and deleted, through every door that can.

use serde_json::{Value, json};

use super::calls::{Draw, Drawn, Hope, Means, PASSWORD, giving, other};
use super::world::Secret;

pub(super) const MEANS: &[Means] = &[
    // Made.
    giving("create-user", 5, elastic_user),
    giving("createUser", 5, wavefront_user),
    giving("inviteUsers", 4, wavefront_users),
    giving("importUsers", 3, imported_users),
    other("CreateUser", 2, lakesail_user),
    other("FrontierService_CreateUser", 2, frontier_user),
    other("CreateServiceAccount", 3, service_account),
    // Changed.
    giving("update-user", 8, elastic_patch),
    giving("update-current-user", 4, elastic_own_patch),
    giving("updateUser", 8, wavefront_put),
    giving("grantUserPermission", 4, change_of_permission),
    other("revokeUserPermission", 2, change_of_permission),
    giving("grantPermissionToUsers", 4, change_of_permissions),
    other("revokePermissionFromUsers", 2, change_of_permissions),
    giving("addUserToUserGroups", 5, groups_of_user),
    other("removeUserFromUserGroups", 3, groups_of_user),
    other("UpdateUser", 2, rename),
    other("UpdateServiceAccount", 1, |draw| {
        let body = json!({"description": format!("changed {}", draw.unique)});
        Drawn::to([draw.service().to_base32()]).json(body)
    }),
    other("FrontierService_UpdateUser", 1, frontier_update),
    other("FrontierService_UpdateCurrentUser", 1, |draw| {
        let email = draw.identifier(draw.caller.user);
        Drawn::default().json(json!({"email": email, "title": format!("title {}", draw.unique)}))
    }),
    giving("FrontierService_EnableUser", 3, frontier_named),
    other("FrontierService_DisableUser", 1, frontier_named),
    // Let in.
    giving("createUserKey", 8, |draw| {
        let user = draw.user();
        let name = draw.any_name(user);
        Drawn::to([name]).json(json!({"description": "walk"})).hoping(Hope::Bearer("/key", user))
    }),
    other("create-api-key", 3, |draw| {
        let own = draw.caller.user;
        Drawn::default().json(json!({"description": "walk"})).hoping(Hope::Bearer("/key", own))
    }),
    giving("CreateServiceAccountKey", 5, |draw| {
        let user = draw.service();
        Drawn::to([user.to_base32()]).json(json!({})).hoping(Hope::Bearer("/key", user))
    }),
    other("UpdateServiceAccountKey", 1, |draw| {
        let user = draw.service();
        let path = [user.to_base32(), draw.key_of(user).to_base32()];
        Drawn::to(path).json(json!({"expiresAt": "2099-01-01T00:00:00.000Z"}))
    }),
    giving("ResetPassword", 6, |draw| {
        let user = draw.user();
        Drawn::to([user.to_base32()]).hoping(Hope::MadeUp("/password", user))
    }),
    giving("ChangePassword", 3, change_password),
    giving("login", 4, log_in),
    other("refresh-token", 2, |draw| Drawn::default().hoping(Hope::Bearer("/token", draw.caller.user))),
    other("logout", 1, |_| Drawn::default()),
    // Taken away.
    other("delete-api-key", 1, |draw| {
        let key = draw.key_of(draw.caller.user).to_base32();
        Drawn::to([key])
    }),
    other("delete-api-keys", 1, |draw| {
        let key = draw.key_of(draw.caller.user).to_base32();
        Drawn::default().json(json!({"keys": [key]}))
    }),
    other("delete-user-api-key", 2, |draw| {
        let user = draw.user();
        let key = draw.key_of(user).to_base32();
        Drawn::to([draw.username(user), key])
    }),
    other("delete-user-api-keys", 1, |draw| {
        let user = draw.user();
        Drawn::to([draw.username(user)])
    }),
    other("delete-users-api-keys", 1, |draw| {
        let user = draw.user();
        let key = draw.key_of(user).to_base32();
        let pair = json!({"user_id": draw.username(user), "api_key_id": key});
        Drawn::default().json(json!({"user_api_keys": [pair]}))
    }),
    other("DeleteServiceAccountKey", 1, |draw| {
        let user = draw.service();
        Drawn::to([user.to_base32(), draw.key_of(user).to_base32()])
    }),
    other("DeleteUser", 1, |draw| Drawn::to([draw.user().to_base32()])),
    other("delete-user", 1, |draw| {
        let user = draw.user();
        Drawn::to([draw.username(user)])
    }),
    other("FrontierService_DeleteUser", 1, frontier_named),
    other("deleteUser", 1, |draw| {
        let user = draw.user();
        Drawn::to([draw.identifier(user)])
    }),
    other("deleteMultipleUsers", 1, |draw| Drawn::default().json(json!(draw.identifiers(2)))),
    other("DeleteServiceAccount", 1, |draw| Drawn::to([draw.service().to_base32()])),
];

fn elastic_user(draw: &mut Draw<'_>) -> Drawn {
    let name = format!("elastic{}", draw.unique);
    let security = json!({"roles": draw.role_names(2), "password": PASSWORD, "enabled": !draw.chance.happens(10)});
    let body = json!({"user_name": name, "security": security});
    Drawn::default().json(body).hoping(Hope::SetNamed(name))
}

fn new_wavefront_user(draw: &mut Draw<'_>, number: usize) -> Value {
    let email = format!("w{}-{number}@example.org", draw.unique);
    let mut user = json!({"emailAddress": email, "groups": [], "userGroups": []});
    match draw.chance.below(4) {
        0 => user["groups"] = json!(draw.permissions(1)),
        1 => user["userGroups"] = json!(draw.groups(1)),
        2 => user["roles"] = json!(draw.roles(1)),
        _ => {
            let (permissions, groups, roles) = (draw.permissions(1), draw.groups(1), draw.roles(1));
            user = json!({"emailAddress": email, "groups": permissions, "userGroups": groups, "roles": roles});
        }
    }
    user
}

fn wavefront_user(draw: &mut Draw<'_>) -> Drawn {
    let body = new_wavefront_user(draw, 0);
    Drawn::default().json(body)
}

fn wavefront_users(draw: &mut Draw<'_>) -> Drawn {
    let users: Vec<_> = (0..2).map(|number| new_wavefront_user(draw, number)).collect();
    Drawn::default().json(json!(users))
}

fn imported_users(draw: &mut Draw<'_>) -> Drawn {
    let user = |draw: &mut Draw<'_>, number: usize| {
        let name = format!("imported{}-{number}", draw.unique);
        let (permissions, roles) = (draw.permissions(1), draw.role_names(1));
        json!({"username": name, "permissions": permissions, "roles": roles})
    };
    let users: Vec<_> = (0..2).map(|number| user(draw, number)).collect();
    Drawn::default().json(json!({"users": users}))
}

fn lakesail_user(draw: &mut Draw<'_>) -> Drawn {
    let name = format!("lakesail{}", draw.unique);
    let email = format!("{name}@example.org");
    Drawn::default().json(json!({
        "username": name, "email": email, "firstName": "A", "lastName": "B", "displayName": "C",
        "roles": draw.role_names(1), "builtin": true,
    }))
}

fn frontier_user(draw: &mut Draw<'_>) -> Drawn {
    let name = format!("frontier{}", draw.unique);
    Drawn::default().json(json!({"name": name, "email": format!("{name}@example.org"), "title": "F"}))
}

fn service_account(draw: &mut Draw<'_>) -> Drawn {
    let body = json!({"username": format!("service{}", draw.unique), "description": "walk"});
    Drawn::default().json(body)
}

/// A part of a user's security, and whether it sets the password.
fn security(draw: &mut Draw<'_>) -> (Value, bool) {
    match draw.chance.below(10) {
        0..6 => (json!({"roles": draw.role_names(2)}), false),
        6 => (json!({"roles": null}), false),
        7 => (json!({"enabled": draw.chance.happens(70)}), false),
        _ => (json!({"password": PASSWORD}), true),
    }
}

fn elastic_patch(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let (security, is_password) = security(draw);
    let drawn = Drawn::to([draw.username(user)]).json(json!({"security": security}));
    if is_password { drawn.hoping(Hope::Set(user, PASSWORD.to_owned())) } else { drawn }
}

fn elastic_own_patch(draw: &mut Draw<'_>) -> Drawn {
    let (security, is_password) = security(draw);
    let drawn = Drawn::default().json(json!({"security": security}));
    if is_password { drawn.hoping(Hope::Set(draw.caller.user, PASSWORD.to_owned())) } else { drawn }
}

fn wavefront_put(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let identifier = draw.identifier(user);
    let to = Drawn::to([identifier.clone()]);
    match draw.chance.below(5) {
        0 => to.json(json!({"identifier": identifier, "roles": draw.roles(2)})),
        1 => to.json(json!({"identifier": identifier, "userGroups": draw.groups(2)})),
        2 => to.json(json!({"identifier": identifier, "groups": draw.permissions(2)})),
        3 => to.json(json!({"identifier": identifier, "ssoId": format!("sso{}", draw.unique)})),
        _ => {
            let body = json!({"identifier": identifier, "credential": PASSWORD});
            to.json(body).hoping(Hope::Set(user, PASSWORD.to_owned()))
        }
    }
}

fn change_of_permission(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let permission = draw.permission();
    Drawn::to([draw.identifier(user)]).form(format!("group={permission}"))
}

fn change_of_permissions(draw: &mut Draw<'_>) -> Drawn {
    Drawn::to([draw.permission()]).json(json!(draw.identifiers(2)))
}

fn groups_of_user(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let group = draw.group().to_uuid();
    Drawn::to([draw.identifier(user)]).json(json!([group]))
}

/// Another name, which may be somebody's already.
fn rename(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let another = draw.user();
    let body = match draw.chance.below(5) {
        0 => json!({"username": format!("renamed{}", draw.unique)}),
        1 => json!({"username": another.to_uuid()}),
        2 => json!({"email": draw.identifier(another)}),
        3 => json!({"email": format!("moved{}@example.org", draw.unique)}),
        _ => json!({"displayName": format!("shown {}", draw.unique)}),
    };
    Drawn::to([user.to_base32()]).json(body)
}

fn frontier_update(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let name = draw.any_name(user);
    let body = json!({"email": draw.identifier(user), "title": format!("title {}", draw.unique)});
    Drawn::to([name]).json(body)
}

fn frontier_named(draw: &mut Draw<'_>) -> Drawn {
    let user = draw.user();
    let name = draw.any_name(user);
    Drawn::to([name])
}

fn change_password(draw: &mut Draw<'_>) -> Drawn {
    let user = if draw.chance.happens(80) { draw.caller.user } else { draw.user() };
    let known = draw.purse.iter().rev().filter(|known| known.user == user);
    let mut known = known.filter_map(|known| match &known.secret {
        Secret::Password(password) => Some(password.clone()),
        Secret::Bearer(_) => None,
    });
    let current = known.next().unwrap_or_else(|| PASSWORD.to_owned());
    let new = format!("{PASSWORD} {}", draw.unique);
    let body = json!({"currentPassword": current, "newPassword": new});
    Drawn::to([user.to_base32()]).json(body).hoping(Hope::Set(user, new))
}

/// With a password that is known, or as anybody with the one that the walk sets.
fn log_in(draw: &mut Draw<'_>) -> Drawn {
    let known = draw.purse.iter().filter_map(|known| match &known.secret {
        Secret::Password(password) => Some((known.user, password.clone())),
        Secret::Bearer(_) => None,
    });
    let known: Vec<_> = known.collect();
    let drawn = if draw.chance.happens(75) { draw.chance.one(&known).cloned() } else { None };
    let (user, password) = drawn.unwrap_or_else(|| (draw.user(), PASSWORD.to_owned()));
    let body = json!({"username": draw.username(user), "password": password});
    Drawn { is_open: true, ..Drawn::default() }.json(body).hoping(Hope::Bearer("/token", user))
}
