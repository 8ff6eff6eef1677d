-- The directory. The organization comes first in every key, so that a sharded engine can keep it together.
-- Ids are 12 bytes and times are milliseconds since 1970, both given by the program. Names compare by their folded form,
-- which the program computes. A version goes up by one with every edit and guards the next.

-- What must be unique in the whole instance: kind and folded name of something, to its organization and id.
CREATE TABLE lookup (
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    organization BLOB NOT NULL,
    object       BLOB NOT NULL,
    CONSTRAINT lookup_key PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Facts about this installation, such as its secret key.
CREATE TABLE installation (
    name  TEXT NOT NULL,
    value BLOB NOT NULL,
    CONSTRAINT installation_key PRIMARY KEY (name)
) STRICT, WITHOUT ROWID;

CREATE TABLE organizations (
    id         BLOB NOT NULL CONSTRAINT organizations_id CHECK (length(id) = 12),
    name       TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    CONSTRAINT organizations_key PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    organization   BLOB NOT NULL,
    id             BLOB NOT NULL CONSTRAINT users_id CHECK (length(id) = 12),
    username       TEXT NOT NULL,
    email          TEXT,
    first_name     TEXT,
    last_name      TEXT,
    display_name   TEXT,
    sso_id         TEXT,
    status         TEXT NOT NULL CONSTRAINT users_status CHECK (status IN ('active', 'disabled')),
    realm_kind     TEXT NOT NULL,
    realm_id       TEXT NOT NULL,
    builtin        INTEGER NOT NULL CONSTRAINT users_builtin CHECK (builtin IN (0, 1)),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    created_by     BLOB,
    updated_by     BLOB,
    first_login_at INTEGER,
    last_login_at  INTEGER,
    version        INTEGER NOT NULL,
    metadata       TEXT NOT NULL,
    avatar         TEXT, -- can be long, so it comes last
    CONSTRAINT users_key PRIMARY KEY (organization, id),
    CONSTRAINT users_organization FOREIGN KEY (organization) REFERENCES organizations (id)
) STRICT;

CREATE TABLE roles (
    organization BLOB NOT NULL,
    id           BLOB NOT NULL CONSTRAINT roles_id CHECK (length(id) = 12),
    name         TEXT NOT NULL,
    name_folded  TEXT NOT NULL,
    description  TEXT NOT NULL,
    actions      TEXT NOT NULL, -- words with a space between
    permissions  TEXT NOT NULL, -- words with a space between
    builtin      INTEGER NOT NULL CONSTRAINT roles_builtin CHECK (builtin IN (0, 1)),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    CONSTRAINT roles_key PRIMARY KEY (organization, id),
    CONSTRAINT roles_name UNIQUE (organization, name_folded),
    CONSTRAINT roles_organization FOREIGN KEY (organization) REFERENCES organizations (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
    organization BLOB NOT NULL,
    id           BLOB NOT NULL CONSTRAINT groups_id CHECK (length(id) = 12),
    name         TEXT NOT NULL,
    name_folded  TEXT NOT NULL,
    description  TEXT NOT NULL,
    builtin      INTEGER NOT NULL CONSTRAINT groups_builtin CHECK (builtin IN (0, 1)),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    CONSTRAINT groups_key PRIMARY KEY (organization, id),
    CONSTRAINT groups_name UNIQUE (organization, name_folded),
    CONSTRAINT groups_organization FOREIGN KEY (organization) REFERENCES organizations (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_roles (
    organization BLOB NOT NULL,
    user         BLOB NOT NULL,
    role         BLOB NOT NULL,
    CONSTRAINT user_roles_key PRIMARY KEY (organization, user, role),
    CONSTRAINT user_roles_user FOREIGN KEY (organization, user) REFERENCES users (organization, id),
    CONSTRAINT user_roles_role FOREIGN KEY (organization, role) REFERENCES roles (organization, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_roles_by_role ON user_roles (organization, role, user);

CREATE TABLE user_groups (
    organization BLOB NOT NULL,
    user         BLOB NOT NULL,
    "group"      BLOB NOT NULL,
    CONSTRAINT user_groups_key PRIMARY KEY (organization, user, "group"),
    CONSTRAINT user_groups_user FOREIGN KEY (organization, user) REFERENCES users (organization, id),
    CONSTRAINT user_groups_group FOREIGN KEY (organization, "group") REFERENCES groups (organization, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_groups_by_group ON user_groups (organization, "group", user);

CREATE TABLE user_permissions (
    organization BLOB NOT NULL,
    user         BLOB NOT NULL,
    permission   TEXT NOT NULL,
    CONSTRAINT user_permissions_key PRIMARY KEY (organization, user, permission),
    CONSTRAINT user_permissions_user FOREIGN KEY (organization, user) REFERENCES users (organization, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE passwords (
    organization BLOB NOT NULL,
    user         BLOB NOT NULL,
    phc          TEXT NOT NULL,
    CONSTRAINT passwords_key PRIMARY KEY (organization, user),
    CONSTRAINT passwords_user FOREIGN KEY (organization, user) REFERENCES users (organization, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE credentials (
    organization BLOB NOT NULL,
    id           BLOB NOT NULL CONSTRAINT credentials_id CHECK (length(id) = 12),
    user         BLOB NOT NULL,
    kind         TEXT NOT NULL,
    description  TEXT NOT NULL,
    secret_hash  BLOB NOT NULL CONSTRAINT credentials_hash CHECK (length(secret_hash) = 32),
    created_at   INTEGER NOT NULL,
    created_by   BLOB,
    expires_at   INTEGER,
    bootstrap    INTEGER NOT NULL CONSTRAINT credentials_bootstrap CHECK (bootstrap IN (0, 1)),
    version      INTEGER NOT NULL,
    CONSTRAINT credentials_key PRIMARY KEY (organization, id),
    CONSTRAINT credentials_user FOREIGN KEY (organization, user) REFERENCES users (organization, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX credentials_by_user ON credentials (organization, user, id);

-- The audit trail outlives what it is about, so nothing in it refers to another table.
CREATE TABLE audit (
    organization BLOB NOT NULL,
    id           BLOB NOT NULL CONSTRAINT audit_id CHECK (length(id) = 12),
    at           INTEGER NOT NULL,
    actor        BLOB,
    credential   BLOB,
    operation    TEXT NOT NULL,
    request_id   TEXT NOT NULL,
    target_kind  TEXT NOT NULL,
    target_id    BLOB NOT NULL,
    changes      TEXT NOT NULL, -- JSON: [[field, from, to], ...]
    CONSTRAINT audit_key PRIMARY KEY (organization, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_by_target ON audit (organization, target_kind, target_id, id);
