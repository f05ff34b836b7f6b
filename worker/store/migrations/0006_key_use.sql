-- last_used_at is written at most once an hour. is_bootstrap: the admin key the first workspace was made with; it alone makes further workspaces.
ALTER TABLE access_key ADD COLUMN last_used_at TEXT;
ALTER TABLE access_key ADD COLUMN is_bootstrap INTEGER NOT NULL DEFAULT 0;
UPDATE access_key SET is_bootstrap = 1 WHERE name = 'bootstrap' AND role = 'admin';
