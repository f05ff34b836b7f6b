-- kind: what made it. reverts: of a revert, the numbers of the revisions it put back, as JSON.
-- hash: over the hash of the revision before and all that this one wrote (shared/audit/revision-text.ts); empty of revisions
-- made before there was a chain. ids: the entries it wrote, in order; read alone, so the last column.
ALTER TABLE revision ADD COLUMN kind TEXT NOT NULL DEFAULT 'push' CHECK (kind IN ('push', 'delete', 'revert'));
ALTER TABLE revision ADD COLUMN reverts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reverts));
ALTER TABLE revision ADD COLUMN hash TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ids));

-- The whole history: every version of every entry.
CREATE VIEW version AS
  SELECT workspace, id, revision, register, deleted, content, memory FROM entry
  UNION ALL
  SELECT workspace, id, revision, register, deleted, content, memory FROM entry_version;

UPDATE revision SET ids = (
  SELECT json_group_array(id) FROM (
    SELECT v.id FROM version v WHERE v.workspace = revision.workspace AND v.revision = revision.number ORDER BY v.id
  )
);
