-- How a workspace's units stood at the end of a day in its time zone: one row a day, because rows written are billed.
-- revision: the last one of the day, whose rows the scores rest on. units: [[unit, score, grade, rank], …] of the assessed ones.
CREATE TABLE snapshot (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  day TEXT NOT NULL,
  revision INTEGER NOT NULL,
  units TEXT NOT NULL CHECK (json_valid(units)),
  PRIMARY KEY (workspace, day)
) STRICT, WITHOUT ROWID;
