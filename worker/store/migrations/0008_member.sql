-- Who may sign in with a work account: a person or a group of an Entra tenant, by object id. unit: for clerks, the name of their unit.
CREATE TABLE member (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  tenant TEXT NOT NULL,
  object TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'group')),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'assessor', 'clerk', 'viewer')),
  unit TEXT CHECK ((role = 'clerk') = (unit IS NOT NULL)),
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, tenant, object)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_object ON member (tenant, object);

-- Who signed in, as the history names them; a member of a group has no other row. id: entra:<tenant>:<object>. used_at is written at most once an hour; null after an export was restored.
CREATE TABLE account (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;

-- The names of those whose credential stands as a principal.
CREATE VIEW author (workspace, id, name) AS
  SELECT workspace, id, name FROM access_key UNION ALL SELECT workspace, id, name FROM account;
