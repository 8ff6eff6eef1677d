-- Which organization exists from the first start: found by its name so far, which it alone could have, and from now on by this,
-- so that it can be renamed.
INSERT INTO installation (name, value) SELECT 'platform', organization FROM lookup WHERE kind = 'organization' AND name = 'default';
