-- How often something has been changed, by concern, so that whoever shows it reads again only what is new.
--
-- The events count by themselves, whoever changes them. The catalogue's one writer takes many rows in at once, and
-- counts once for all of them, and only where there are any.

CREATE TABLE revisions (
  concern TEXT PRIMARY KEY CHECK (concern IN ('events', 'catalogue')),
  number  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO revisions (concern, number) VALUES ('events', 0), ('catalogue', 0);

CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
  UPDATE revisions SET number = number + 1 WHERE concern = 'events';
END;

CREATE TRIGGER events_changed AFTER UPDATE ON events BEGIN
  UPDATE revisions SET number = number + 1 WHERE concern = 'events';
END;

CREATE TRIGGER events_deleted AFTER DELETE ON events BEGIN
  UPDATE revisions SET number = number + 1 WHERE concern = 'events';
END;
