-- A district's data; every other row belongs to exactly one workspace.
CREATE TABLE workspace (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every version of the plan; content is the plan as JSON.
CREATE TABLE plan (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  version INTEGER NOT NULL CHECK (version > 0),
  content TEXT NOT NULL CHECK (json_valid(content)),
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, version)
) STRICT, WITHOUT ROWID;

-- hash: SHA-256 of the key in lowercase hex. unit: for clerks, the name of their unit.
CREATE TABLE access_key (
  id TEXT NOT NULL PRIMARY KEY,
  workspace TEXT NOT NULL REFERENCES workspace (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'assessor', 'clerk', 'viewer')),
  unit TEXT CHECK ((role = 'clerk') = (unit IS NOT NULL)),
  hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;

-- One accepted change set. Inserting the number after the last is the compare-and-set: of two writers that read the same
-- last revision, the second fails on the primary key and its whole batch with it.
CREATE TABLE revision (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  number INTEGER NOT NULL CHECK (number > 0),
  register TEXT NOT NULL,
  request TEXT NOT NULL,
  push TEXT,
  principal TEXT NOT NULL,
  at TEXT NOT NULL,
  as_of TEXT NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace, number)
) STRICT, WITHOUT ROWID;

-- An accepted request never writes again.
CREATE UNIQUE INDEX revision_by_request ON revision (workspace, request);
CREATE INDEX revision_by_push ON revision (workspace, push) WHERE push IS NOT NULL;

-- The newest version of every entry. No further index: each one would double what a push writes.
CREATE TABLE entry (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  register TEXT NOT NULL,
  revision INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL,
  memory TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;

-- Every version that a later one replaced: with entry, the whole history from the first revision on.
CREATE TABLE entry_version (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  register TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  content TEXT NOT NULL,
  memory TEXT NOT NULL,
  PRIMARY KEY (workspace, id, revision)
) STRICT, WITHOUT ROWID;
