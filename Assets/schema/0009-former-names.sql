-- A former name is written down without a table of its own for every row that is renamed.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- SQLite makes a temporary table for a list of three or more that a value is to be IN, and another for what INSERT …
-- SELECT reads from the table that is inserted into: both anew for each row, which is a third of what it takes to rename
-- a thousand. Comparisons and a trigger's condition say the same for the price of a look-up.

DROP TRIGGER speakers_renamed;
DROP TRIGGER organizers_renamed;
DROP TRIGGER sponsors_renamed;

ALTER TABLE former_names RENAME TO former_names_before;

CREATE TABLE former_names (
  collection TEXT NOT NULL CHECK (collection = 'speakers' OR collection = 'organizers' OR collection = 'sponsors'),
  name       TEXT NOT NULL,
  row        INTEGER NOT NULL,
  PRIMARY KEY (collection, name, row)
) STRICT, WITHOUT ROWID;

INSERT INTO former_names (collection, name, row) SELECT collection, name, row FROM former_names_before;

DROP TABLE former_names_before;

CREATE TRIGGER speakers_renamed AFTER UPDATE OF name ON speakers
WHEN old.name IS NOT new.name AND NOT EXISTS
  (SELECT 1 FROM former_names WHERE collection = 'speakers' AND name = old.name AND row = old.id)
BEGIN
  INSERT INTO former_names (collection, name, row) VALUES ('speakers', old.name, old.id);
END;

CREATE TRIGGER organizers_renamed AFTER UPDATE OF name ON organizers
WHEN old.name IS NOT new.name AND NOT EXISTS
  (SELECT 1 FROM former_names WHERE collection = 'organizers' AND name = old.name AND row = old.id)
BEGIN
  INSERT INTO former_names (collection, name, row) VALUES ('organizers', old.name, old.id);
END;

CREATE TRIGGER sponsors_renamed AFTER UPDATE OF name ON sponsors
WHEN old.name IS NOT new.name AND NOT EXISTS
  (SELECT 1 FROM former_names WHERE collection = 'sponsors' AND name = old.name AND row = old.id)
BEGIN
  INSERT INTO former_names (collection, name, row) VALUES ('sponsors', old.name, old.id);
END;
