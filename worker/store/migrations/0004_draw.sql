-- A random draw (随机抽查). Its number is year and sequence; terms: what was frozen beside the list, as JSON. Draws are never deleted:
-- an abandoned one stays, so that a draw repeated until it suits is seen.
CREATE TABLE draw (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  state TEXT NOT NULL CHECK (state IN ('committing', 'revealing', 'done', 'abandoned')),
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  list_hash TEXT NOT NULL,
  terms_hash TEXT NOT NULL,
  abandoned_at TEXT,
  abandoned_by TEXT,
  abandoned_reason TEXT,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;

-- Two draws frozen at once cannot take the same number.
CREATE UNIQUE INDEX draw_by_number ON draw (workspace, year, sequence);

-- The frozen list; content is the entry's title, units and stratum as JSON.
CREATE TABLE draw_item (
  workspace TEXT NOT NULL,
  draw TEXT NOT NULL,
  id TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (workspace, draw, id)
) STRICT, WITHOUT ROWID;

-- commitment: SHA-256 of the secret in lowercase hex. The secret is not here before it is revealed.
CREATE TABLE draw_party (
  workspace TEXT NOT NULL,
  draw TEXT NOT NULL,
  name TEXT NOT NULL,
  commitment TEXT,
  committed_at TEXT,
  secret TEXT CHECK (secret IS NULL OR commitment IS NOT NULL),
  revealed_at TEXT,
  PRIMARY KEY (workspace, draw, name)
) STRICT, WITHOUT ROWID;
