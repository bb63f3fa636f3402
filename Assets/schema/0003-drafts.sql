-- What stands in forms that are open and have changes, so that a killed editor loses nothing. A row belongs to the
-- process that wrote it and goes when its form is saved or given up; one whose process is gone is offered again.

CREATE TABLE drafts (
  id       TEXT PRIMARY KEY,
  username TEXT NOT NULL,
  process  INTEGER NOT NULL,
  kept_at  TEXT NOT NULL,
  -- What was typed, as JSON; base is the event as it was opened, null for a new one.
  event_id INTEGER REFERENCES events (id) ON DELETE SET NULL,
  base     TEXT,
  fields   TEXT NOT NULL
) STRICT;
