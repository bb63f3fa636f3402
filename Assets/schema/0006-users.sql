-- Who may use the database, and the names that the catalogue used before.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- The name is the operating system's, or that of a token's user. Whoever opens a database without any becomes its admin.

CREATE TABLE users (
  name       TEXT PRIMARY KEY CHECK (name <> ''),
  role       TEXT NOT NULL CHECK (role IN ('staff', 'data_ops', 'admin')),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Events hold names and no references, so a name that was changed, by a sync or here, is looked up by the row that had
-- it: what that row is called now is the new one.

CREATE TABLE former_names (
  collection TEXT NOT NULL CHECK (collection IN ('speakers', 'organizers', 'sponsors')),
  name       TEXT NOT NULL,
  row        INTEGER NOT NULL,
  PRIMARY KEY (collection, name, row)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER speakers_renamed AFTER UPDATE OF name ON speakers WHEN old.name IS NOT new.name BEGIN
  INSERT OR IGNORE INTO former_names (collection, name, row) VALUES ('speakers', old.name, old.id);
END;

CREATE TRIGGER organizers_renamed AFTER UPDATE OF name ON organizers WHEN old.name IS NOT new.name BEGIN
  INSERT OR IGNORE INTO former_names (collection, name, row) VALUES ('organizers', old.name, old.id);
END;

CREATE TRIGGER sponsors_renamed AFTER UPDATE OF name ON sponsors WHEN old.name IS NOT new.name BEGIN
  INSERT OR IGNORE INTO former_names (collection, name, row) VALUES ('sponsors', old.name, old.id);
END;

-- What earlier syncs have noted.

INSERT OR IGNORE INTO former_names (collection, name, row)
  SELECT 'speakers', n.name, t.id FROM sync_notes n JOIN speakers t USING (external_id)
  WHERE n.kind = 'renamed' AND n.collection = 'speakers'
  UNION ALL
  SELECT 'organizers', n.name, t.id FROM sync_notes n JOIN organizers t USING (external_id)
  WHERE n.kind = 'renamed' AND n.collection = 'organizers'
  UNION ALL
  SELECT 'sponsors', n.name, t.id FROM sync_notes n JOIN sponsors t USING (external_id)
  WHERE n.kind = 'renamed' AND n.collection = 'sponsors';
