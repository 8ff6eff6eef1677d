"""Manages users, groups and roles of a Roster server with Wavefront's own Python client, unmodified.

    pip install wavefront-api-client==2.202.2
    python wavefront.py http://127.0.0.1:7400 "$(cat roster-data/admin.key)"

Everything below is what one would write against Wavefront: the client parses each answer into its own classes and
raises where one is not what it expects. The asserts say what comes of each call. What the script makes it deletes again.
"""

import sys

import wavefront_api_client as wavefront
from wavefront_api_client.rest import ApiException

address, key = sys.argv[1:]

# Connecting. The key goes where Wavefront's description says; `Authorization: Bearer` is as good (see the end).
settings = wavefront.Configuration()
settings.host = address
settings.api_key["X-AUTH-TOKEN"] = key
client = wavefront.ApiClient(settings)
users, groups, roles = wavefront.UserApi(client), wavefront.UserGroupApi(client), wavefront.RoleApi(client)
search = wavefront.SearchApi(client)

ADA, BOB, EVE = "ada@example.com", "bob+tests@example.com", "eve@example.com"


def identifiers(found):
    """Whom a list of users is about."""
    return [user.identifier for user in found]


def names(found):
    """What groups or roles are called."""
    return [one.name for one in found]


def refused(status, call, *arguments, **options):
    """Makes a call that the server must refuse with this status, and returns its message."""
    try:
        answer = call(*arguments, **options)
    except ApiException as error:
        assert error.status == status, error
        return error.body
    raise AssertionError(f"{call.__name__} answered {answer}")


# 1. Groups and roles first: users are put into them below. A group is written with the ids of its roles.
readers = roles.create_role(wavefront.RoleCreateDTO(name="Readers", permissions=["events_management"])).response
assert isinstance(readers, wavefront.RoleDTO) and readers.permissions == ["events_management"]
new_group = wavefront.UserGroupWrite(name="Engineers", description="They build.", role_ids=[readers.id])
answer = groups.create_user_group(body=new_group)
assert (answer.status.result, answer.status.code) == ("OK", 200)
engineers = answer.response
assert isinstance(engineers, wavefront.UserGroupModel)
assert (engineers.name, engineers.user_count, names(engineers.roles)) == ("Engineers", 0, ["Readers"])
everyone = groups.get_all_user_groups(limit=1).response.items[0]
assert (everyone.name, everyone.properties.name_editable) == ("Everyone", False)

# 2. createUser: a user is an e-mail address, direct permissions, groups and roles.
new_user = wavefront.UserToCreate(
    email_address=ADA, groups=["alerts_management"], user_groups=[engineers.id], roles=[readers.id])
ada = users.create_user(body=new_user, send_email=True)
assert isinstance(ada, wavefront.UserModel)
assert (ada.identifier, ada.groups, names(ada.roles)) == (ADA, ["alerts_management"], ["Readers"])
assert sorted(names(ada.user_groups)) == ["Engineers", "Everyone"]
assert all(isinstance(group, wavefront.UserGroup) for group in ada.user_groups)
refused(409, users.create_user, body=new_user)

# 3. inviteUsers: several at once; the answer is the first of them.
invited = users.invite_users(body=[
    wavefront.UserToCreate(email_address=person, groups=[], user_groups=[]) for person in (BOB, EVE)])
assert (invited.identifier, invited.groups) == (BOB, [])

# 4. getAllUsers, getUser. An identifier may hold what a URL may not; the client escapes it.
everybody = users.get_all_users()
assert {ADA, BOB, EVE} <= set(identifiers(everybody))
assert all(isinstance(user, wavefront.UserModel) and user.user_groups is not None for user in everybody)
bob = users.get_user(BOB)
assert (bob.identifier, bob.customer, names(bob.user_groups)) == (BOB, everybody[0].customer, ["Everyone"])
refused(404, users.get_user, "nobody@example.com")

# 5. updateUser: what is left out keeps its value.
change = wavefront.UserRequestDTO(identifier=ADA, groups=["ingestion"], sso_id="ada-at-the-idp")
assert users.update_user(ADA, body=change).groups == ["ingestion"]
ada = users.get_user(ADA)
assert (ada.groups, ada.sso_id, names(ada.roles)) == (["ingestion"], "ada-at-the-idp", ["Readers"])
users.update_user(ADA, body=wavefront.UserRequestDTO(credential="correct horse battery staple 7"))

# 6. grantUserPermission, revokeUserPermission, grantPermissionToUsers, revokePermissionFromUsers.
assert users.grant_user_permission(BOB, group="agent_management").groups == ["agent_management"]
assert users.revoke_user_permission(BOB, group="agent_management").groups == []
users.grant_permission_to_users("dashboard_management", body=[ADA, BOB])
assert all("dashboard_management" in users.get_user(user).groups for user in (ADA, BOB))
users.revoke_permission_from_users("dashboard_management", body=[ADA, BOB])
assert (users.get_user(ADA).groups, users.get_user(BOB).groups) == (["ingestion"], [])
refused(400, users.grant_user_permission, BOB, group="no_such_permission")

# 7. addUserToUserGroups, removeUserFromUserGroups. Nobody leaves Everyone.
joined = users.add_user_to_user_groups(BOB, body=[engineers.id])
assert sorted(names(joined.user_groups)) == ["Engineers", "Everyone"]
left = users.remove_user_from_user_groups(BOB, body=[engineers.id, everyone.id])
assert names(left.user_groups) == ["Everyone"]

# 8. validateUsers, getUserBusinessFunctions.
validated = users.validate_users(body=[ADA, "nobody@example.com"]).response
assert isinstance(validated, wavefront.ValidatedUsersDTO)
assert (identifiers(validated.valid_users), validated.invalid_identifiers) == ([ADA], ["nobody@example.com"])
# Without a body the client sends `{}` where a list belongs.
assert users.validate_users().response.valid_users == [] and users.delete_multiple_users().response == []
assert users.get_user_business_functions(ADA).identifier == ADA

# 9. User groups: read, changed, and filled from their own side.
engineers = groups.get_user_group(engineers.id).response
assert (engineers.users, engineers.user_count, engineers.role_count) == ([ADA], 1, 1)
assert groups.add_users_to_user_group(engineers.id, body=[BOB, EVE]).response.user_count == 3
assert groups.remove_users_from_user_group(engineers.id, body=[EVE]).response.user_count == 2
assert groups.remove_roles_from_user_group(engineers.id, body=[readers.id]).response.roles == []
assert names(groups.add_roles_to_user_group(engineers.id, body=[readers.id]).response.roles) == ["Readers"]
renamed = wavefront.UserGroupWrite(id=engineers.id, name="Builders", description="They build.", role_ids=[readers.id])
assert groups.update_user_group(engineers.id, body=renamed).response.name == "Builders"
first_page = groups.get_all_user_groups(offset=0, limit=1).response
assert (len(first_page.items), first_page.more_items, first_page.total_items) == (1, True, 2)

# 10. Roles, given to accounts and groups alike.
assert roles.grant_permission_to_roles("ingestion", [readers.id]).response.permissions == ["events_management", "ingestion"]
assert roles.revoke_permission_from_roles("ingestion", [readers.id]).response.permissions == ["events_management"]
assert roles.add_assignees(readers.id, [EVE, engineers.id]).response.linked_accounts_count == 2
readers = roles.get_role(readers.id).response
assert sorted(readers.sample_linked_accounts) == sorted([ADA, EVE])
assert (readers.linked_groups_count, names(readers.sample_linked_groups)) == (1, ["Builders"])
assert roles.remove_assignees(readers.id, [EVE, engineers.id]).response.linked_groups_count == 0
change = wavefront.RoleUpdateDTO(id=readers.id, name="Watchers", permissions=["alerts_management"])
assert roles.update_role(readers.id, change).response.name == "Watchers"
assert "Watchers" in names(roles.get_all_roles(limit=100).response.items)

# 11. Search: conditions that must all hold, sorted, by pages.
def found(entities, limit=100, sort=None, **condition):
    """Searches with one condition and returns the page."""
    query = [wavefront.SearchQuery(**condition)] if condition else None
    page = entities(body=wavefront.SortableSearchRequest(query=query, limit=limit, offset=0, sort=sort)).response
    assert page.limit == limit
    return page


by_name = found(search.search_user_entities, key="identifier", value="EXAMPLE.com", matching_method="CONTAINS",
                sort=wavefront.Sorting(field="identifier", ascending=False))
assert identifiers(by_name.items) == [EVE, BOB, ADA]
assert (by_name.total_items, by_name.more_items, by_name.items[2].groups) == (3, False, ["ingestion"])
others = found(search.search_user_entities, key="identifier", value=ADA, matching_method="EXACT", negated=True)
assert ADA not in identifiers(others.items) and BOB in identifiers(others.items)
in_group = found(search.search_user_group_entities, key="name", value="build", matching_method="STARTSWITH")
assert names(in_group.items) == ["Builders"]
assert names(found(search.search_role_entities, key="name", value="Watchers").items) == ["Watchers"]
assert found(search.search_user_entities, limit=1).more_items

# 12. Deleting: deleteUser, deleteMultipleUsers, deleteUserGroup, deleteRole.
users.delete_user(ADA)
assert users.delete_multiple_users(body=[BOB, EVE, "nobody@example.com"]).response == [BOB, EVE]
groups.delete_user_group(engineers.id)
roles.delete_role(readers.id)
refused(404, groups.get_user_group, engineers.id)
refused(404, roles.get_role, readers.id)

# 13. The other header that Wavefront takes, and none of its permissions without a key.
bearer = wavefront.Configuration()
bearer.host = address
bearer = wavefront.ApiClient(bearer, header_name="Authorization", header_value=f"Bearer {key}")
assert not {ADA, BOB, EVE} & set(identifiers(wavefront.UserApi(bearer).get_all_users()))
bearer.set_default_header("Authorization", "Bearer wrong")
refused(401, wavefront.UserApi(bearer).get_all_users)

print("wavefront-api-client: users, user groups, roles and search answer as it expects")
