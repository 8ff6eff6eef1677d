// Manages users, metaschemas and groups of a Roster server with Frontier's own client, unmodified.
//
//     npm install --legacy-peer-deps --ignore-scripts @raystack/frontier@0.72.0
//     node frontier.mjs http://127.0.0.1:7400 "$(cat roster-data/admin.key)"
//
// Everything below is what one would write against Frontier: the client resolves with the parsed answer in `data`, and
// rejects with `status` and `error` where there is none. The asserts say what comes of each call. What the script makes it
// deletes again.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";

// The package is found from where the script is started, as if this file were part of a project there.
const require = createRequire(path.join(process.cwd(), "project.mjs"));
const { ApiClient } = require("@raystack/frontier/api-client");

const [address, key] = process.argv.slice(2);
const connect = (key) =>
  new ApiClient({ baseUrl: address, baseApiParams: { format: "json", headers: { Authorization: `Bearer ${key}` } } });
const client = connect(key);

/** Makes a call that the server must refuse, and returns the error of its answer. */
async function refused(status, call) {
  const answer = await call.then((it) => assert.fail(`answered ${JSON.stringify(it.data)}`), (error) => error);
  assert.equal(answer.status, status, answer.error ?? answer);
  return answer.error;
}

const names = (list) => list.map((one) => one.name);

// 1. Create. Name and address come back in lower case; an absent name is made from the address.
const label = { team: "engines" };
const profile = { name: "Ada-Lovelace", email: "Ada@Example.org", title: "Ada", metadata: { label } };
const { user: ada } = (await client.frontierServiceCreateUser(profile)).data;
assert.deepEqual([ada.name, ada.email, ada.title, ada.state], ["ada-lovelace", "ada@example.org", "Ada", "enabled"]);
assert.deepEqual(ada.metadata, { label });
assert.equal(ada.created_at, ada.updated_at);
const { user: bob } = (await client.frontierServiceCreateUser({ email: "bob.b@example.org" })).data;
assert.equal(bob.name, "bobb_example_org");
const duplicate = await refused(409, client.frontierServiceCreateUser({ email: "ada@example.org" }));
assert.deepEqual(duplicate, { code: 6, message: "already exist", details: [] });

// 2. Get: by id, by e-mail address and by name. The client sends each as it is, `@` included.
for (const id of [ada.id, "ada@example.org", "ada-lovelace"]) {
  assert.deepEqual((await client.frontierServiceGetUser(id)).data.user, ada);
}
assert.equal((await refused(404, client.frontierServiceGetUser("nobody@example.org"))).message, "user doesn't exist");

// 3. Update: by id, by e-mail address and by name. Title, avatar and metadata are replaced, and nothing else.
const change = { email: ada.email, title: "Countess of Lovelace", metadata: { label, description: "first of all" } };
assert.equal((await client.frontierServiceUpdateUser(ada.id, change)).data.user.title, "Countess of Lovelace");
assert.equal((await client.frontierServiceUpdateUser(ada.email, { ...change, title: "A. L." })).data.user.title, "A. L.");
const { user: updated } = (await client.frontierServiceUpdateUser(ada.name, { ...change, title: "Ada" })).data;
assert.deepEqual([updated.id, updated.name, updated.title], [ada.id, ada.name, "Ada"]);
assert.equal(updated.metadata.description, "first of all");
// An address that nobody has is created.
const { user: eve } = (await client.frontierServiceUpdateUser("eve@example.org", { email: "eve@example.org" })).data;
assert.equal((await client.frontierServiceGetUser(eve.id)).data.user.email, "eve@example.org");

// 4. List, by keyword and by pages.
const found = async (query) => (await client.frontierServiceListUsers(query)).data;
const { count, users } = await found({ keyword: "EXAMPLE.org", page_size: 10 });
assert.deepEqual([count, names(users)], [3, ["ada-lovelace", "bobb_example_org", "eve_example_org"]]);
const second = await found({ keyword: "example.org", page_size: 1, page_num: 2 });
assert.deepEqual(names(second.users), ["bobb_example_org"]);

// 5. Disable and enable. A disabled user is found by name only, and listed where its state is asked for.
assert.deepEqual((await client.frontierServiceDisableUser(bob.id, {})).data, {});
await refused(404, client.frontierServiceGetUser(bob.id));
assert.equal((await client.frontierServiceGetUser(bob.name)).data.user.state, "disabled");
assert.equal((await found({ keyword: "example.org" })).count, 2);
assert.deepEqual(names((await found({ keyword: "example.org", state: "disabled" })).users), [bob.name]);
await client.frontierServiceEnableUser(bob.id, {});
assert.equal((await client.frontierServiceGetUser(bob.id)).data.user.state, "enabled");

// 6. Oneself: who the key belongs to.
const me = (await client.frontierServiceGetCurrentUser()).data;
assert.equal(me.user.name, "admin");
const { organizations } = (await client.frontierServiceListOrganizationsByCurrentUser()).data;
const [organization] = organizations;
assert.equal(organizations.length, 1);
// A key for somebody else is Roster's own to give; with it she is whoever she is.
const made = await fetch(`${address}/roster/v1/users/${ada.name}/keys`, {
  method: "POST",
  headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
  body: JSON.stringify({ description: "her own" }),
});
const her = connect((await made.json()).key);
const own = { email: ada.email, title: "Ada", metadata: { label: { team: "notes" } } };
assert.deepEqual((await her.frontierServiceUpdateCurrentUser(own)).data.user.metadata, own.metadata);
assert.deepEqual(names((await her.frontierServiceListCurrentUserGroups()).data.groups), ["Everyone"]);
await refused(403, her.frontierServiceListUsers());

// 7. Administration: a search with filters, order and counts.
const searched = (await client.adminServiceSearchUsers({
  filters: [{ name: "email", operator: "like", string_value: "%@example.org" }],
  sort: [{ name: "name", order: "desc" }],
  group_by: ["state"],
  limit: 2,
})).data;
assert.deepEqual(names(searched.users), ["eve_example_org", "bobb_example_org"]);
assert.equal(searched.pagination.total_count, 3);
assert.deepEqual(searched.group, { name: "state", data: [{ name: "enabled", count: 3 }] });
assert.equal((await client.adminServiceListAllUsers({ keyword: "example.org" })).data.count, 3);
const table = await client.adminServiceExportUsers({ format: "text" });
assert.match(table.data, /^User ID,Name,Title,Email,State,Joined At\n/);
assert.match(table.data, new RegExp(`\n${ada.id},ada-lovelace,Ada,ada@example.org,enabled,`));

// 8. Metaschemas: what metadata may be.
const { metaschemas } = (await client.frontierServiceListMetaSchemas()).data;
assert.deepEqual(names(metaschemas).sort(), ["group", "organization", "prospect", "role", "user"]);
const schema = JSON.stringify({ type: "object", properties: { floor: { type: "integer" } } });
const { metaschema } = (await client.frontierServiceCreateMetaSchema({ name: "office", schema })).data;
assert.deepEqual((await client.frontierServiceGetMetaSchema("office")).data.metaschema, metaschema);
const wider = JSON.stringify({ type: "object" });
await client.frontierServiceUpdateMetaSchema(metaschema.id, { name: "office", schema: wider });
assert.equal((await client.frontierServiceGetMetaSchema(metaschema.id)).data.metaschema.schema, wider);
await client.frontierServiceDeleteMetaSchema(metaschema.id);
await refused(404, client.frontierServiceGetMetaSchema("office"));
const unfit = await refused(400, client.frontierServiceCreateUser({ email: "x@example.org", metadata: { label: 1 } }));
assert.equal(unfit.message, "invalid syntax in body : metadata schema validation failed");

// 9. Groups of the organization, and who is in them.
const { group } = (await client.frontierServiceCreateGroup(organization.id, { name: "engineers", title: "Engineers" })).data;
assert.deepEqual([group.name, group.title, group.org_id, group.members_count], ["engineers", "Engineers", organization.id, 0]);
await client.frontierServiceAddGroupUsers(organization.id, group.id, { user_ids: [ada.id, bob.id] });
await client.frontierServiceRemoveGroupUser(organization.id, group.id, bob.id);
const members = (await client.frontierServiceListGroupUsers(organization.id, group.id)).data;
assert.deepEqual(names(members.users), ["ada-lovelace"]);
assert.ok(names((await client.frontierServiceListUserGroups(ada.id)).data.groups).includes("engineers"));
const renamed = { name: "builders", title: "Builders" };
assert.equal((await client.frontierServiceUpdateGroup(organization.id, group.id, renamed)).data.group.name, "builders");
assert.ok(names((await client.frontierServiceListOrganizationGroups(organization.id)).data.groups).includes("builders"));
await client.frontierServiceDeleteGroup(organization.id, group.id);
await refused(404, client.frontierServiceGetGroup(organization.id, group.id));

// 10. Delete, and what is left: nobody of them.
for (const user of [ada, bob, eve]) {
  assert.deepEqual((await client.frontierServiceDeleteUser(user.id)).data, {});
}
assert.equal((await found({ keyword: "example.org" })).count, 0);
const stranger = new ApiClient({ baseUrl: address, baseApiParams: { format: "json" } });
assert.equal((await refused(401, stranger.frontierServiceListUsers())).code, 16);

console.log("@raystack/frontier: users, metaschemas and groups answer as it expects");
