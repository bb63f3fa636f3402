-- Names that may change back and forth, and notes of a run that stay few enough to read.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- What a statement does about a conflict overrides what its triggers say: a name that a row had before is not added
-- again, so that there is never a conflict.

DROP TRIGGER speakers_renamed;
DROP TRIGGER organizers_renamed;
DROP TRIGGER sponsors_renamed;

CREATE TRIGGER speakers_renamed AFTER UPDATE OF name ON speakers WHEN old.name IS NOT new.name BEGIN
  INSERT INTO former_names (collection, name, row) SELECT 'speakers', old.name, old.id WHERE NOT EXISTS
    (SELECT 1 FROM former_names WHERE collection = 'speakers' AND name = old.name AND row = old.id);
END;

CREATE TRIGGER organizers_renamed AFTER UPDATE OF name ON organizers WHEN old.name IS NOT new.name BEGIN
  INSERT INTO former_names (collection, name, row) SELECT 'organizers', old.name, old.id WHERE NOT EXISTS
    (SELECT 1 FROM former_names WHERE collection = 'organizers' AND name = old.name AND row = old.id);
END;

CREATE TRIGGER sponsors_renamed AFTER UPDATE OF name ON sponsors WHEN old.name IS NOT new.name BEGIN
  INSERT INTO former_names (collection, name, row) SELECT 'sponsors', old.name, old.id WHERE NOT EXISTS
    (SELECT 1 FROM former_names WHERE collection = 'sponsors' AND name = old.name AND row = old.id);
END;

-- Of how many more rows there would be something to say than sync_notes names.

ALTER TABLE sync_outcomes ADD COLUMN unnamed_notes INTEGER NOT NULL DEFAULT 0 CHECK (unnamed_notes >= 0);
