//! What must be true of the rows, as queries that say of each exception what it is. References between tables, columns that may
//! not be empty and the values of small sets are the schema's, and no rule here says them again.

/// What is counted, with its table.
pub(super) const COUNTED: [(&str, &str); 10] = [
    ("organizations", "organizations"),
    ("users", "users"),
    ("roles", "roles"),
    ("groups", "groups"),
    ("memberships", "user_groups"),
    ("role assignments", "user_roles"),
    ("credentials", "credentials"),
    ("unique names", "lookup"),
    ("metaschemas", "metaschemas"),
    ("mails", "mail"),
];

/// The rules, which all are of the newest schema.
pub(super) const RULES: [&str; 19] = [
    // Whoever has a name is found by it, ...
    "SELECT 'user ' || uuid_text(u.id) || ' is not found by its username'
     FROM users AS u LEFT JOIN lookup AS l ON l.kind = 'username' AND l.name = u.username_folded
     WHERE l.organization IS NOT u.organization OR l.object IS NOT u.id",
    "SELECT 'user ' || uuid_text(u.id) || ' is not found by its e-mail address'
     FROM users AS u LEFT JOIN lookup AS l ON l.kind = 'email' AND l.name = u.email_folded
     WHERE u.email IS NOT NULL AND (l.organization IS NOT u.organization OR l.object IS NOT u.id)",
    "SELECT 'organization ' || uuid_text(o.id) || ' is not found by its name'
     FROM organizations AS o LEFT JOIN lookup AS l ON l.kind = 'organization' AND l.name = fold(o.name)
     WHERE l.organization IS NOT o.id OR l.object IS NOT o.id",
    "SELECT 'credential ' || uuid_text(c.id) || ' is not found by its id'
     FROM credentials AS c LEFT JOIN lookup AS l ON l.kind = 'key-id' AND l.name = base32_text(c.id)
     WHERE l.organization IS NOT c.organization OR l.object IS NOT c.id",
    "SELECT 'credential ' || uuid_text(c.id) || ' is not found by its secret'
     FROM credentials AS c LEFT JOIN lookup AS l ON l.kind = 'key-secret' AND l.name = lower(hex(c.secret_hash))
     WHERE l.organization IS NOT c.organization OR l.object IS NOT c.id",
    // ... and no name is kept for nobody, or for somebody who has another.
    "SELECT 'the username ' || quote(l.name) || ' is kept for nobody who has it'
     FROM lookup AS l LEFT JOIN users AS u ON u.organization = l.organization AND u.id = l.object
     WHERE l.kind = 'username' AND u.username_folded IS NOT l.name",
    "SELECT 'the e-mail address ' || quote(l.name) || ' is kept for nobody who has it'
     FROM lookup AS l LEFT JOIN users AS u ON u.organization = l.organization AND u.id = l.object
     WHERE l.kind = 'email' AND (u.email IS NULL OR u.email_folded IS NOT l.name)",
    "SELECT 'the name ' || quote(l.name) || ' is kept for no organization that has it'
     FROM lookup AS l LEFT JOIN organizations AS o ON o.id = l.organization AND o.id = l.object
     WHERE l.kind = 'organization' AND fold(o.name) IS NOT l.name",
    "SELECT 'the ' || l.kind || ' of ' || uuid_text(l.object) || ' is kept for no credential that has it'
     FROM lookup AS l LEFT JOIN credentials AS c ON c.organization = l.organization AND c.id = l.object
     WHERE l.kind = 'key-id' AND base32_text(c.id) IS NOT l.name
        OR l.kind = 'key-secret' AND lower(hex(c.secret_hash)) IS NOT l.name",
    "SELECT 'a name is kept of the kind ' || quote(kind) || ', which there is not'
     FROM lookup WHERE kind NOT IN ('organization', 'username', 'email', 'key-id', 'key-secret')",
    // What stands folded is the fold of what stands beside it.
    "SELECT 'user ' || uuid_text(id) || ' has texts that are folded otherwise'
     FROM users WHERE username_folded IS NOT fold(username) OR email_folded IS NOT coalesce(fold(email), '')
                   OR display_name_folded IS NOT coalesce(fold(display_name), '')",
    "SELECT 'role ' || uuid_text(id) || ' has a name that is folded otherwise'
     FROM roles WHERE name_folded IS NOT fold(name)",
    "SELECT 'group ' || uuid_text(id) || ' has a name that is folded otherwise'
     FROM groups WHERE name_folded IS NOT fold(name)",
    // Everyone: every organization has the group, and its persons are the members.
    "SELECT 'organization ' || uuid_text(o.id) || ' has no group of everyone'
     FROM organizations AS o
     WHERE NOT EXISTS (SELECT 1 FROM groups AS g WHERE g.organization = o.id AND g.name_folded = 'everyone' AND g.builtin = 1)",
    "SELECT 'user ' || uuid_text(u.id) || ' is a person and not in the group of everyone'
     FROM users AS u JOIN groups AS g ON g.organization = u.organization AND g.name_folded = 'everyone'
     WHERE u.kind = 'person' AND NOT EXISTS (
         SELECT 1 FROM user_groups AS m WHERE m.organization = u.organization AND m.user = u.id AND m.\"group\" = g.id)",
    "SELECT 'user ' || uuid_text(u.id) || ' is a service account and in the group of everyone'
     FROM groups AS g JOIN user_groups AS m ON m.organization = g.organization AND m.\"group\" = g.id
     JOIN users AS u ON u.organization = m.organization AND u.id = m.user
     WHERE g.name_folded = 'everyone' AND u.kind = 'service'",
    "SELECT 'user ' || uuid_text(u.id) || ' is a service account and has a password'
     FROM users AS u JOIN passwords AS p ON p.organization = u.organization AND p.user = u.id WHERE u.kind = 'service'",
    // What this installation is.
    "SELECT 'no organization is the platform'
     WHERE EXISTS (SELECT 1 FROM organizations)
       AND NOT EXISTS (SELECT 1 FROM installation AS i JOIN organizations AS o ON o.id = i.value WHERE i.name = 'platform')",
    "SELECT 'there is no secret key of 32 bytes'
     WHERE EXISTS (SELECT 1 FROM organizations)
       AND NOT EXISTS (SELECT 1 FROM installation WHERE name = 'key' AND length(value) = 32)",
];
