-- What the planner believes of the tables: one organization with a million users. It is given, not measured: the organization
-- comes first in every key and says next to nothing, which the planner does not know by itself, and with statistics of its
-- own the plans would depend on when these were taken. Each row: the table, its index, and how many rows there are, then per value of
-- the first column, of the first two, and so on.
ANALYZE organizations; -- makes the table of statistics
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('lookup', 'lookup', '6000000 1500000 1'),
    ('installation', 'installation', '1 1'),
    ('organizations', 'organizations', '100 1'),
    ('users', 'sqlite_autoindex_users_1', '1000000 1000000 1'),
    ('users', 'users_by_kind', '1000000 1000000 1000000 1'),
    ('users', 'users_by_status', '1000000 1000000 1000000 500000 1'),
    ('users', 'users_by_username', '1000000 1000000 1000000 1 1'),
    ('users', 'users_by_display_name', '1000000 1000000 1000000 2 1'),
    ('users', 'users_by_created_at', '1000000 1000000 1000000 10 1'),
    ('users', 'users_by_updated_at', '1000000 1000000 1000000 10 1'),
    ('roles', 'roles', '100 100 1'),
    ('roles', 'sqlite_autoindex_roles_2', '100 100 1'),
    ('groups', 'groups', '1000 1000 1'),
    ('groups', 'sqlite_autoindex_groups_2', '1000 1000 1'),
    ('user_roles', 'user_roles', '1000000 1000000 1 1'),
    ('user_roles', 'user_roles_by_role', '1000000 1000000 10000 1'),
    ('user_groups', 'user_groups', '2000000 2000000 2 1'),
    ('user_groups', 'user_groups_by_group', '2000000 2000000 2000 1'),
    ('user_permissions', 'user_permissions', '1000000 1000000 2 1'),
    ('user_permissions', 'user_permissions_by_permission', '1000000 1000000 50000 1'),
    ('group_roles', 'group_roles', '1000 1000 1 1'),
    ('group_roles', 'group_roles_by_role', '1000 1000 10 1'),
    ('passwords', 'passwords', '1000000 1000000 1'),
    ('credentials', 'credentials', '2000000 2000000 1'),
    ('credentials', 'credentials_by_user', '2000000 2000000 2 1'),
    ('credentials', 'credentials_expired_sessions', '100000 100000 2 1'),
    ('metaschemas', 'metaschemas', '5 5 1'),
    ('metaschemas', 'sqlite_autoindex_metaschemas_2', '5 5 1'),
    ('mail', 'mail', '100000 100000 1'),
    ('mail', 'mail_due', '100 100 2 1'),
    ('mail', 'mail_by_status', '100000 100000 50000 1'),
    ('audit', 'audit', '10000000 10000000 1'),
    ('audit', 'audit_by_target', '10000000 10000000 10 1'),
    ('audit', 'audit_by_actor', '10000000 10000000 100000 1'),
    ('audit', 'audit_by_operation', '10000000 10000000 200000 1'),
    ('audit', 'audit_by_time', '10000000 10000000 10 1');
ANALYZE sqlite_schema; -- makes this connection read them again
