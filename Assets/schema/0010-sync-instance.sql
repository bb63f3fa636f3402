-- Which data of the Centre a checkpoint is of, and when a Centre was last found to know no changes.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- instance is what the Centre calls its data; null where it does not say. A Centre with other data is read anew.
-- asked_at is when it was asked for changes and answered with everything; null where that has not happened.

ALTER TABLE sync_checkpoints ADD COLUMN instance TEXT;
ALTER TABLE sync_checkpoints ADD COLUMN asked_at TEXT;

-- How many rows of the Centre's were ever deleted by hand: a sync that finds more at its end than at its start has to
-- fetch them anew. It has its own table, since it counts before the first checkpoint too.

CREATE TABLE sync_deletions (
  collection TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
