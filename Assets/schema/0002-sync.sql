-- What the sync has to know from run to run, and the rest of what a run has to say.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- edited_at is set while a row of the Centre's holds an edit that was made here and that the Centre has not overtaken.

ALTER TABLE speakers ADD COLUMN edited_at TEXT;
ALTER TABLE organizers ADD COLUMN edited_at TEXT;
ALTER TABLE sponsors ADD COLUMN edited_at TEXT;

-- How far a collection has been read. origin stands for the Centre's address and the key: another origin starts over.
-- newest is the latest of the Centre's own times up to which nothing is missing here; null where all has to be fetched.
-- is_incremental tells whether the Centre answers with changes alone; null where nobody has asked yet.

CREATE TABLE sync_checkpoints (
  collection     TEXT PRIMARY KEY CHECK (collection IN ('speakers', 'organizers', 'sponsors')),
  origin         TEXT NOT NULL,
  newest         TEXT,
  etag           TEXT,
  is_incremental INTEGER CHECK (is_incremental IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What a listing covered, the rows that left the pickers or came back, and both numbers where the Centre listed so few
-- that nothing was marked.

ALTER TABLE sync_outcomes ADD COLUMN listing TEXT NOT NULL DEFAULT 'complete'
  CHECK (listing IN ('complete', 'changes', 'not_modified'));
ALTER TABLE sync_outcomes ADD COLUMN missing INTEGER NOT NULL DEFAULT 0 CHECK (missing >= 0);
ALTER TABLE sync_outcomes ADD COLUMN returned INTEGER NOT NULL DEFAULT 0 CHECK (returned >= 0);
ALTER TABLE sync_outcomes ADD COLUMN emptied_here INTEGER;
ALTER TABLE sync_outcomes ADD COLUMN emptied_listed INTEGER;

-- Rows by name of which a run has more to say than a count. events is a JSON array of those that use the name.

CREATE TABLE sync_notes (
  id          INTEGER PRIMARY KEY,
  run_id      INTEGER NOT NULL,
  collection  TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('conflict', 'overwritten', 'kept', 'renamed', 'missing', 'returned')),
  external_id TEXT NOT NULL,
  name        TEXT NOT NULL,
  new_name    TEXT,
  events      TEXT NOT NULL CHECK (events LIKE '[%]'),
  FOREIGN KEY (run_id, collection) REFERENCES sync_outcomes (run_id, collection) ON DELETE CASCADE
) STRICT;

CREATE INDEX sync_notes_run ON sync_notes (run_id, collection);
