-- The places of units in the numbers of supervision orders: counted up in the workspace as units first need one, and kept. unit: its name when last asked for;
-- unit_row: its entry in the register units, which finds it again once it is renamed; null while nobody has entered it.
CREATE TABLE order_place (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  place INTEGER NOT NULL,
  unit TEXT NOT NULL,
  unit_row TEXT,
  PRIMARY KEY (workspace, place)
) STRICT, WITHOUT ROWID;
