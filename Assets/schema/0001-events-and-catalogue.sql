-- Events, the cached catalogue of the Resources Centre, and the record of each sync.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.
-- Instants are TEXT in UTC with six digits of fraction (2026-11-24T14:00:00.000000Z), so that text order is time order.

-- The catalogue. external_id is the Centre's identifier, null for a row that was added here. missing_since is set
-- while the Centre no longer lists the row. The index on the name carries missing_since, so that rows are counted
-- without reading them.

CREATE TABLE speakers (
  id                INTEGER PRIMARY KEY,
  external_id       TEXT UNIQUE,
  name              TEXT NOT NULL,
  title             TEXT NOT NULL,
  company           TEXT NOT NULL,
  bio               TEXT NOT NULL,
  remote_updated_at TEXT,
  missing_since     TEXT,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL
) STRICT;

CREATE INDEX speakers_name ON speakers (name, missing_since);

CREATE TABLE organizers (
  id                INTEGER PRIMARY KEY,
  external_id       TEXT UNIQUE,
  name              TEXT NOT NULL,
  website           TEXT NOT NULL,
  remote_updated_at TEXT,
  missing_since     TEXT,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL
) STRICT;

CREATE INDEX organizers_name ON organizers (name, missing_since);

CREATE TABLE sponsors (
  id                INTEGER PRIMARY KEY,
  external_id       TEXT UNIQUE,
  name              TEXT NOT NULL,
  website           TEXT NOT NULL,
  remote_updated_at TEXT,
  missing_since     TEXT,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL
) STRICT;

CREATE INDEX sponsors_name ON sponsors (name, missing_since);

-- Events. Organizer, sponsor and speakers are names, never references: an event keeps what was announced. The number
-- of a deleted event is never given out again, or a save based on the old one could land on the new one. speakers is a
-- JSON array of names; json_valid() would say so better, but SQLite 3.40 does not let an untrusted schema call it.

CREATE TABLE events (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  title       TEXT NOT NULL CHECK (title <> ''),
  description TEXT NOT NULL,
  starts_at   TEXT NOT NULL,
  ends_at     TEXT NOT NULL CHECK (ends_at >= starts_at),
  time_zone   TEXT NOT NULL CHECK (time_zone <> ''),
  venue       TEXT,
  city        TEXT,
  link        TEXT,
  capacity    INTEGER CHECK (capacity BETWEEN 0 AND 1000000),
  status      TEXT NOT NULL CHECK (status IN ('draft', 'confirmed', 'cancelled')),
  organizer   TEXT,
  sponsor     TEXT,
  speakers    TEXT NOT NULL CHECK (speakers LIKE '[%]'),
  version     INTEGER NOT NULL CHECK (version >= 1),
  created_by  TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  updated_by  TEXT NOT NULL,
  updated_at  TEXT NOT NULL
) STRICT;

CREATE INDEX events_starts_at ON events (starts_at);

-- Each run of the sync, what it did to each collection, and the records it could not take.

CREATE TABLE sync_runs (
  id          INTEGER PRIMARY KEY,
  started_at  TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  source      TEXT NOT NULL
) STRICT;

CREATE INDEX sync_runs_finished_at ON sync_runs (finished_at);

CREATE TABLE sync_outcomes (
  run_id     INTEGER NOT NULL REFERENCES sync_runs (id) ON DELETE CASCADE,
  collection TEXT NOT NULL CHECK (collection IN ('speakers', 'organizers', 'sponsors')),
  created    INTEGER NOT NULL CHECK (created >= 0),
  updated    INTEGER NOT NULL CHECK (updated >= 0),
  unchanged  INTEGER NOT NULL CHECK (unchanged >= 0),
  failure    TEXT,
  PRIMARY KEY (run_id, collection)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_problems (
  id          INTEGER PRIMARY KEY,
  run_id      INTEGER NOT NULL,
  collection  TEXT NOT NULL,
  external_id TEXT,
  name        TEXT,
  reason      TEXT NOT NULL,
  FOREIGN KEY (run_id, collection) REFERENCES sync_outcomes (run_id, collection) ON DELETE CASCADE
) STRICT;

CREATE INDEX sync_problems_run ON sync_problems (run_id, collection);
