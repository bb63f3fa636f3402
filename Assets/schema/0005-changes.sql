-- Who changed which event, when and what, so that people can see how an event came to be as it is.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- A row is written in the transaction that makes the change. event_id refers to nothing, since a history outlives its
-- event. fields is a JSON array of the fields that have another value since, each with its text before and after;
-- empty for an event that was added, whose values its present ones and the later changes tell.

CREATE TABLE changes (
  id         INTEGER PRIMARY KEY,
  event_id   INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'deleted', 'restored')),
  version    INTEGER NOT NULL CHECK (version >= 1),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  fields     TEXT NOT NULL CHECK (fields LIKE '[%]')
) STRICT;

CREATE INDEX changes_event ON changes (event_id, id);
