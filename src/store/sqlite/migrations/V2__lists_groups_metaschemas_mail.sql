-- Service accounts beside persons, what groups give and say of themselves, sessions, metaschemas, outgoing mail, and the
-- indexes of lists.

-- Kinds of user; the description is that of a service account. Texts that are searched and sorted also stand folded, empty
-- where there is none. What can be long comes last again: whatever stands behind it is slow to read.
ALTER TABLE users RENAME COLUMN metadata TO old_metadata;
ALTER TABLE users RENAME COLUMN avatar TO old_avatar;
ALTER TABLE users ADD COLUMN kind TEXT NOT NULL DEFAULT 'person'
    CONSTRAINT users_kind CHECK (kind IN ('person', 'service'));
ALTER TABLE users ADD COLUMN description TEXT;
ALTER TABLE users ADD COLUMN username_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN email_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN display_name_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN metadata TEXT NOT NULL DEFAULT '{}';
ALTER TABLE users ADD COLUMN avatar TEXT;
UPDATE users SET username_folded = fold(username), email_folded = coalesce(fold(email), ''),
                 display_name_folded = coalesce(fold(display_name), ''), metadata = old_metadata, avatar = old_avatar;
ALTER TABLE users DROP COLUMN old_metadata;
ALTER TABLE users DROP COLUMN old_avatar;

-- Groups: the name to show, what others keep with it, and the roles that its members have through it.
ALTER TABLE groups ADD COLUMN display_name TEXT;
ALTER TABLE groups ADD COLUMN metadata TEXT NOT NULL DEFAULT '{}';

CREATE TABLE group_roles (
    organization BLOB NOT NULL,
    "group"      BLOB NOT NULL,
    role         BLOB NOT NULL,
    CONSTRAINT group_roles_key PRIMARY KEY (organization, "group", role),
    CONSTRAINT group_roles_group FOREIGN KEY (organization, "group") REFERENCES groups (organization, id),
    CONSTRAINT group_roles_role FOREIGN KEY (organization, role) REFERENCES roles (organization, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_roles_by_role ON group_roles (organization, role, "group");

-- Sessions: of a token, the session that it belongs to.
ALTER TABLE credentials ADD COLUMN session BLOB;
CREATE INDEX credentials_expired_sessions ON credentials (organization, expires_at, id) WHERE session IS NOT NULL;

-- Credentials that have changed since they were made.
ALTER TABLE credentials ADD COLUMN updated_at INTEGER;

-- JSON Schemas that metadata is checked by.
CREATE TABLE metaschemas (
    organization BLOB NOT NULL,
    id           BLOB NOT NULL CONSTRAINT metaschemas_id CHECK (length(id) = 12),
    name         TEXT NOT NULL,
    schema       TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    CONSTRAINT metaschemas_key PRIMARY KEY (organization, id),
    CONSTRAINT metaschemas_name UNIQUE (organization, name),
    CONSTRAINT metaschemas_organization FOREIGN KEY (organization) REFERENCES organizations (id)
) STRICT, WITHOUT ROWID;

-- Outgoing mail. It outlives what it is about, so nothing in it refers to another table but the organization.
CREATE TABLE mail (
    organization    BLOB NOT NULL,
    id              BLOB NOT NULL CONSTRAINT mail_id CHECK (length(id) = 12),
    recipient       TEXT NOT NULL,
    subject         TEXT NOT NULL,
    body            TEXT NOT NULL,
    status          TEXT NOT NULL CONSTRAINT mail_status CHECK (status IN ('queued', 'sent', 'failed')),
    attempts        INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    next_attempt_at INTEGER, -- of queued mail only
    finished_at     INTEGER, -- of sent and failed mail only
    failure         TEXT,    -- what the last attempt ended with
    CONSTRAINT mail_key PRIMARY KEY (organization, id),
    CONSTRAINT mail_organization FOREIGN KEY (organization) REFERENCES organizations (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_due ON mail (organization, next_attempt_at, id) WHERE status = 'queued';
CREATE INDEX mail_by_status ON mail (organization, status, id);

-- Lists: all of a kind, those in a status, and by each key that they are sorted by.
CREATE INDEX users_by_kind ON users (organization, kind, id);
CREATE INDEX users_by_status ON users (organization, kind, status, id);
CREATE INDEX users_by_username ON users (organization, kind, username_folded, id);
CREATE INDEX users_by_display_name ON users (organization, kind, display_name_folded, id);
CREATE INDEX users_by_created_at ON users (organization, kind, created_at, id);
CREATE INDEX users_by_updated_at ON users (organization, kind, updated_at, id);
CREATE INDEX user_permissions_by_permission ON user_permissions (organization, permission, user);
