-- The texts in which users are searched (names and addresses, folded), by the three characters that stand together anywhere in them,
-- and the order of lists that had no index.

-- A row is a user's, with its row's number. It only says who may have a text: users are asked again, so what was changed or removed
-- since stays until somebody else has the number.
CREATE VIRTUAL TABLE user_texts USING fts5 (
    text, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
INSERT INTO user_texts (rowid, text)
SELECT rowid, concat_ws(char(10), username_folded, email_folded, display_name_folded, fold(first_name), fold(last_name))
FROM users ORDER BY rowid;

-- Whose texts are new since. They are put into the index together, which costs a tenth of doing it one by one.
CREATE TABLE user_texts_due (
    position INTEGER PRIMARY KEY,
    number   INTEGER NOT NULL
) STRICT;

-- The status stands in each, so that a sorted list of those who are active is read and counted from its index alone.
DROP INDEX users_by_username;
DROP INDEX users_by_display_name;
DROP INDEX users_by_created_at;
DROP INDEX users_by_updated_at;
CREATE INDEX users_by_username ON users (organization, kind, username_folded, id, status);
CREATE INDEX users_by_address
    ON users (organization, kind, coalesce(nullif(email_folded, ''), username_folded), id, status);
CREATE INDEX users_by_display_name ON users (organization, kind, display_name_folded, id, status);
CREATE INDEX users_by_created_at ON users (organization, kind, created_at, id, status);
CREATE INDEX users_by_updated_at ON users (organization, kind, updated_at, id, status);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('users', 'users_by_username', '1000000 1000000 1000000 1 1 1'),
    ('users', 'users_by_address', '1000000 1000000 1000000 1 1 1'),
    ('users', 'users_by_display_name', '1000000 1000000 1000000 2 1 1'),
    ('users', 'users_by_created_at', '1000000 1000000 1000000 10 1 1'),
    ('users', 'users_by_updated_at', '1000000 1000000 1000000 10 1 1');
ANALYZE sqlite_schema; -- makes this connection read them again
