-- The Resources Centre's own data, which is the source of truth for speakers, organizers, sponsors and events.
--
-- A step of the schema is frozen once it is released: what comes later is a new step. Times are microseconds since 1970.

-- One number for the data as a whole: tags of other data must not match these.

CREATE TABLE centre (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  instance TEXT NOT NULL
) STRICT;

INSERT INTO centre (id, instance) VALUES (1, lower(hex(randomblob(8))));

-- revision is the number of the change that touched the collection last; numbers are given out once for all of them.
-- records and bytes are those of the records that are not deleted.

CREATE TABLE collections (
  name     TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 0,
  records  INTEGER NOT NULL DEFAULT 0 CHECK (records >= 0),
  bytes    INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO collections (name) VALUES ('speakers'), ('organizers'), ('sponsors'), ('events');

-- body is the JSON object as it is answered, so that a listing copies bytes; of a deleted record it says that it is
-- gone. changed_at is when the record was changed or deleted last, and orders changes; the largest integer stands for
-- nobody knows. bytes is the length of the body.

CREATE TABLE speakers (
  position   INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  changed_at INTEGER NOT NULL,
  created_at INTEGER,
  deleted_at INTEGER,
  bytes      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  body       TEXT NOT NULL
) STRICT;
CREATE INDEX speakers_changed ON speakers (changed_at, deleted_at, bytes);

CREATE TABLE organizers (
  position   INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  changed_at INTEGER NOT NULL,
  created_at INTEGER,
  deleted_at INTEGER,
  bytes      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  body       TEXT NOT NULL
) STRICT;
CREATE INDEX organizers_changed ON organizers (changed_at, deleted_at, bytes);

CREATE TABLE sponsors (
  position   INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  changed_at INTEGER NOT NULL,
  created_at INTEGER,
  deleted_at INTEGER,
  bytes      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  body       TEXT NOT NULL
) STRICT;
CREATE INDEX sponsors_changed ON sponsors (changed_at, deleted_at, bytes);

CREATE TABLE events (
  position   INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  changed_at INTEGER NOT NULL,
  created_at INTEGER,
  deleted_at INTEGER,
  bytes      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  body       TEXT NOT NULL
) STRICT;
CREATE INDEX events_changed ON events (changed_at, deleted_at, bytes);

-- Keys of clients. hash is the SHA-256 of a key of 256 random bits, in hexadecimal: nobody can guess such a key, so that
-- a slow hash would protect nothing more.

CREATE TABLE keys (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL,
  hash       TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

-- Who is told of changes. announced is the revision that the subscriber knows of. The message on its way, if any, stays
-- the same from try to try. The secret signs, so that it cannot be kept as a hash.

CREATE TABLE subscriptions (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  url              TEXT NOT NULL UNIQUE,
  secret           TEXT NOT NULL,
  created_at       INTEGER NOT NULL,
  announced        INTEGER NOT NULL,
  message_id       TEXT,
  message_body     TEXT,
  message_revision INTEGER,
  tries            INTEGER NOT NULL DEFAULT 0,
  next_try_at      INTEGER,
  outcome          TEXT NOT NULL DEFAULT '',
  stopped_at       INTEGER
) STRICT;
