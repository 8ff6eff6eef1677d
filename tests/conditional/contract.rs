//! The rule of the contract: an answer that shows exactly one object declares its `ETag`, and whatever changes or deletes one
//! object takes `If-Match` and declares 412. A new model or operation has to be put on one side or the other.

use std::collections::BTreeSet;

use serde_json::Value;

/// The schemas of answers that show exactly one object.
const SINGLE: &[&str] = &[
    "ElasticApiKeyResponse",
    "ElasticUser",
    "FrontierCurrentUserReply",
    "FrontierGroupReply",
    "FrontierMetaSchemaReply",
    "FrontierUserReply",
    "LakesailCurrentIdentity",
    "LakesailOrganization",
    "LakesailServiceAccount",
    "LakesailServiceAccountKey",
    "LakesailServiceAccountKeySummary",
    "LakesailUser",
    "RosterUserKey",
    "WavefrontResponseContainerRoleDTO",
    "WavefrontResponseContainerUserGroupModel",
    "WavefrontUserModel",
    "WavefrontUserModelInEnvelope",
    "WavefrontUserModelWithBusinessFunctions",
];

/// Words in the names of schemas that show several objects, or none.
const NOT_SINGLE: &[&str] = &[
    "ActionTable",
    // A user and a key of it.
    "Administrator",
    "AuditPage",
    "AuthenticationInfo",
    "AuthenticationMethods",
    "Contract",
    "Csv",
    "CurrentUserGroups",
    "Empty",
    "Health",
    "Readiness",
    "ImportReport",
    "KeysResponse",
    "List",
    "MailPage",
    "Paged",
    "PasswordReset",
    "Ping",
    "SearchReply",
    "TokenResponse",
    "ValidatedUsers",
];
/// The envelope of Wavefront with nothing in it.
const BARE: &str = "WavefrontResponseContainer";

/// Operations that change something and take no `If-Match`, with the reason.
const UNCONDITIONAL: &[(&str, &str)] = &[
    ("createAdministrator", "it makes a user, and the organization stays as it is"),
    ("delete-api-keys", "it is about several keys"),
    ("delete-users-api-keys", "it is about several keys"),
    ("delete-user-api-keys", "it is about several keys"),
    ("grantPermissionToUsers", "it is about several users"),
    ("revokePermissionFromUsers", "it is about several users"),
    ("grantPermissionToRoles", "it is about several roles"),
    ("revokePermissionFromRoles", "it is about several roles"),
];

fn contract() -> Value {
    serde_json::from_str(include_str!("../../generated/openapi.json")).expect("the bundled contract is JSON")
}

/// What stands there, or where the reference points.
fn at<'a>(contract: &'a Value, value: &'a Value) -> &'a Value {
    let pointer = value["$ref"].as_str().map(|reference| reference.trim_start_matches('#'));
    pointer.map_or(value, |pointer| contract.pointer(pointer).expect("a reference points at something"))
}

/// Each operation with its path, its method and its id.
fn operations(contract: &Value) -> impl Iterator<Item = (&str, &str, &str, &Value)> {
    let paths = contract["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, item)| {
        let operations = item.as_object().into_iter().flatten();
        operations.filter_map(move |(method, operation)| {
            Some((path.as_str(), method.as_str(), operation["operationId"].as_str()?, operation))
        })
    })
}

/// The name of the schema of an answer that holds JSON and is no stream of lines.
fn schema_of(response: &Value) -> Option<&str> {
    let media = response["content"].as_object()?.values().next()?;
    Some(media["schema"]["$ref"].as_str()?.rsplit('/').next().unwrap_or_default())
}

fn is_single(schema: &str) -> bool {
    let is_several = schema == BARE || NOT_SINGLE.iter().any(|word| schema.contains(word));
    let is_single = SINGLE.contains(&schema);
    assert!(is_single != is_several, "does {schema} show exactly one object?");
    is_single
}

#[test]
fn an_answer_has_a_tag_exactly_if_it_shows_one_object() {
    let contract = contract();
    let mut shown = 0;
    for (_, method, id, operation) in operations(&contract) {
        let responses = operation["responses"].as_object().into_iter().flatten();
        for (status, response) in responses {
            let response = at(&contract, response);
            // What was deleted is in no state any more.
            let is_current = status.starts_with('2') && method != "delete";
            let is_wanted = is_current && schema_of(response).is_some_and(is_single);
            let tag = &response["headers"]["ETag"];
            assert_eq!(tag.is_object(), is_wanted, "{id} {status}");
            assert!(!is_wanted || at(&contract, tag)["required"] == true, "{id} {status}: every such answer has one");
            shown += usize::from(is_wanted);
        }
    }
    assert!(shown >= 55, "the contract was not read: {shown}");
}

#[test]
fn whatever_changes_one_object_can_be_asked_for_under_a_condition() {
    let contract = contract();
    let mut changing = 0;
    for (path, method, id, operation) in operations(&contract) {
        let action = operation["x-action"].as_str().unwrap_or_default();
        let is_making = action.contains(":create");
        let is_change = match method {
            "put" | "patch" | "delete" => true,
            "post" => path.contains('{') && !is_making,
            _ => false,
        };
        let is_excepted = UNCONDITIONAL.iter().any(|(excepted, _)| *excepted == id);
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let mut names = parameters.map(|parameter| &at(&contract, parameter)["name"]);
        let is_conditional = names.any(|name| name == "If-Match");
        assert_eq!(is_conditional, is_change && !is_excepted, "{id}");
        assert_eq!(operation["responses"]["412"].is_object(), is_conditional, "{id}: 412");
        changing += usize::from(is_change);
    }
    assert!(changing >= 45, "the contract was not read: {changing}");
    let ids: BTreeSet<&str> = operations(&contract).map(|(_, _, id, _)| id).collect();
    for (id, reason) in UNCONDITIONAL {
        assert!(ids.contains(id) && !reason.is_empty(), "{id} is an operation");
    }
}
