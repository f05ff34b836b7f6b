-- Requests that a later one of the same credential called lost: one that arrives late after all must not write any more, or it
-- would put an older state of the sheet over the newer.
CREATE TABLE lost_request (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  principal TEXT NOT NULL,
  request TEXT NOT NULL,
  PRIMARY KEY (workspace, principal, request)
) STRICT, WITHOUT ROWID;
