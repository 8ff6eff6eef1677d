-- The chain of the audit trail: each record has a position in its organization, from 1 without gaps, and a hash of itself and of
-- everything before it. The program computes both as it appends; here `audit_hash` does for the records that are there.
ALTER TABLE audit RENAME TO unchained_audit;
DROP INDEX audit_by_target;

CREATE TABLE audit (
    organization BLOB NOT NULL,
    position     INTEGER NOT NULL CONSTRAINT audit_position CHECK (position > 0),
    hash         BLOB NOT NULL CONSTRAINT audit_hash CHECK (length(hash) = 32),
    id           BLOB NOT NULL CONSTRAINT audit_id CHECK (length(id) = 12),
    at           INTEGER NOT NULL,
    actor        BLOB,
    credential   BLOB,
    operation    TEXT NOT NULL,
    request_id   TEXT NOT NULL,
    target_kind  TEXT NOT NULL,
    target_id    BLOB NOT NULL,
    changes      TEXT NOT NULL, -- JSON: [[field, from, to], ...]
    CONSTRAINT audit_key PRIMARY KEY (organization, position)
) STRICT, WITHOUT ROWID;

-- Ids are not in the order of insertion, so the time comes first, which is all that tells.
CREATE TABLE numbered_audit (
    organization BLOB NOT NULL,
    position     INTEGER NOT NULL,
    id           BLOB NOT NULL,
    CONSTRAINT numbered_audit_key PRIMARY KEY (organization, position)
) STRICT, WITHOUT ROWID;
INSERT INTO numbered_audit
    SELECT organization, row_number() OVER (PARTITION BY organization ORDER BY at, id), id FROM unchained_audit;

WITH RECURSIVE chain (organization, position, hash, id) AS (
    SELECT organization, 0, zeroblob(32), NULL FROM numbered_audit WHERE position = 1
    UNION ALL
    SELECT next.organization, next.position,
           audit_hash(chain.hash, chain.position, record.organization, record.id, record.at, record.actor,
                      record.credential, record.operation, record.request_id, record.target_kind, record.target_id,
                      record.changes),
           next.id
    FROM chain
    JOIN numbered_audit AS next ON next.organization = chain.organization AND next.position = chain.position + 1
    JOIN unchained_audit AS record ON record.organization = next.organization AND record.id = next.id
)
INSERT INTO audit
    SELECT chain.organization, position, hash, record.id, at, actor, credential, operation, request_id, target_kind,
           target_id, changes
    FROM chain
    JOIN unchained_audit AS record ON record.organization = chain.organization AND record.id = chain.id;

DROP TABLE numbered_audit;
DROP TABLE unchained_audit;

-- What is asked of the trail, each in the order of the chain; the time for itself, as clocks can go back.
CREATE INDEX audit_by_target ON audit (organization, target_id, position);
CREATE INDEX audit_by_actor ON audit (organization, actor, position);
CREATE INDEX audit_by_operation ON audit (organization, operation, position);
CREATE INDEX audit_by_time ON audit (organization, at, position);
