//! Calls about what gives something to others, groups and roles, and about the rest of an organization.

use serde_json::json;

use super::calls::{Draw, Drawn, Hope, Means, giving, other};

pub(super) const MEANS: &[Means] = &[
    // Groups.
    giving("createUserGroup", 4, |draw| {
        let body = json!({"name": format!("group{}", draw.unique), "roleIDs": draw.roles(2)});
        Drawn::default().json(body)
    }),
    giving("updateUserGroup", 5, |draw| {
        let group = draw.group().to_uuid();
        let body = json!({"id": group, "name": format!("group{}", draw.unique), "roleIDs": draw.roles(2)});
        Drawn::to([group]).json(body)
    }),
    other("deleteUserGroup", 1, |draw| Drawn::to([draw.group().to_uuid()])),
    giving("addUsersToUserGroup", 5, |draw| {
        let group = draw.group().to_uuid();
        Drawn::to([group]).json(json!(draw.identifiers(2)))
    }),
    other("removeUsersFromUserGroup", 2, |draw| {
        let group = draw.group().to_uuid();
        Drawn::to([group]).json(json!(draw.identifiers(2)))
    }),
    giving("addRolesToUserGroup", 5, group_and_roles),
    other("removeRolesFromUserGroup", 2, group_and_roles),
    other("FrontierService_CreateGroup", 1, |draw| {
        let body = json!({"name": format!("team{}", draw.unique), "title": "T"});
        Drawn::to([draw.home()]).json(body)
    }),
    other("FrontierService_UpdateGroup", 1, |draw| {
        let path = [draw.home(), draw.group().to_uuid()];
        Drawn::to(path).json(json!({"name": format!("team{}", draw.unique), "title": "T"}))
    }),
    other("FrontierService_DeleteGroup", 1, |draw| {
        let path = [draw.home(), draw.group().to_uuid()];
        Drawn::to(path)
    }),
    giving("FrontierService_AddGroupUsers", 5, |draw| {
        let path = [draw.home(), draw.group().to_uuid()];
        let users: Vec<_> = draw.users(2).into_iter().map(|user| user.to_uuid()).collect();
        Drawn::to(path).json(json!({"user_ids": users}))
    }),
    other("FrontierService_RemoveGroupUser", 2, |draw| {
        let path = [draw.home(), draw.group().to_uuid(), draw.user().to_uuid()];
        Drawn::to(path)
    }),
    // Roles.
    giving("createRole", 4, |draw| {
        let body = json!({"name": format!("role{}", draw.unique), "permissions": draw.permissions(2)});
        Drawn::default().json(body)
    }),
    giving("updateRole", 5, |draw| {
        let role = draw.role().to_uuid();
        let body = json!({"id": role, "name": format!("role{}", draw.unique), "permissions": draw.permissions(2)});
        Drawn::to([role]).json(body)
    }),
    other("deleteRole", 1, |draw| Drawn::to([draw.role().to_uuid()])),
    giving("addAssignees", 8, role_and_assignees),
    other("removeAssignees", 3, role_and_assignees),
    giving("grantPermissionToRoles", 4, permission_and_roles),
    other("revokePermissionFromRoles", 2, permission_and_roles),
    // Organizations.
    other("CreateOrganization", 1, |draw| {
        Drawn::default().json(json!({"name": format!("organization{}", draw.unique)}))
    }),
    other("UpdateOrganization", 1, |draw| {
        let organization = draw.organization_id();
        Drawn::to([organization]).json(json!({"name": format!("organization{}", draw.unique)}))
    }),
    other("DeleteOrganization", 1, |draw| Drawn::to([draw.organization_id()])),
    giving("createAdministrator", 8, |draw| {
        let name = format!("administrator{}", draw.unique);
        let drawn = Drawn::to([draw.organization()]).json(json!({"username": name}));
        drawn.hoping(Hope::BearerNamed("/key", name))
    }),
    // Metaschemas.
    other("FrontierService_CreateMetaSchema", 1, |draw| {
        Drawn::default().json(json!({"name": format!("schema{}", draw.unique), "schema": "true"}))
    }),
    other("FrontierService_UpdateMetaSchema", 1, |draw| {
        let body = json!({"name": format!("schema{}", draw.unique), "schema": "{}"});
        Drawn::to([draw.metaschema().to_uuid()]).json(body)
    }),
    other("FrontierService_DeleteMetaSchema", 1, |draw| Drawn::to([draw.metaschema().to_uuid()])),
];

fn group_and_roles(draw: &mut Draw<'_>) -> Drawn {
    let group = draw.group().to_uuid();
    let role = draw.role().to_uuid();
    Drawn::to([group]).json(json!([role]))
}

fn role_and_assignees(draw: &mut Draw<'_>) -> Drawn {
    let role = draw.role().to_uuid();
    let mut assignees = draw.identifiers(2);
    if draw.chance.happens(30) {
        assignees = vec![draw.group().to_uuid()];
    }
    Drawn::to([role]).json(json!(assignees))
}

fn permission_and_roles(draw: &mut Draw<'_>) -> Drawn {
    let permission = draw.permission();
    let role = draw.role().to_uuid();
    Drawn::to([permission]).json(json!([role]))
}
