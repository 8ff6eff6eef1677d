-- Answers that are given again when their request comes again. Nothing here can be read, or found, without what the caller
-- presents. Large values do not fit well into a tree of keys, so the rows have a tree of their own.
CREATE TABLE kept_answers (
    organization BLOB NOT NULL,
    lookup       BLOB NOT NULL CONSTRAINT kept_answers_lookup CHECK (length(lookup) = 32),
    user         BLOB NOT NULL, -- to whom it was given
    sealed       BLOB NOT NULL,
    expires_at   INTEGER NOT NULL,
    CONSTRAINT kept_answers_key PRIMARY KEY (organization, lookup),
    CONSTRAINT kept_answers_user FOREIGN KEY (organization, user) REFERENCES users (organization, id)
) STRICT;
CREATE INDEX kept_answers_by_user ON kept_answers (organization, user, expires_at);
CREATE INDEX kept_answers_by_expiry ON kept_answers (organization, expires_at);

-- What the planner believes of it, as of the other tables.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('kept_answers', 'sqlite_autoindex_kept_answers_1', '100000 100000 1'),
    ('kept_answers', 'kept_answers_by_user', '100000 100000 1000 1'),
    ('kept_answers', 'kept_answers_by_expiry', '100000 100000 1');
ANALYZE sqlite_schema; -- makes this connection read them again
