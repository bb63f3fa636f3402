-- The indexes of changes hold their rows in the order in which pages and changes are listed.
--
-- Many records may be of one time, as after an import: without the position they would all be sorted for each page, and
-- before the first record of an answer.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

DROP INDEX speakers_changed;
DROP INDEX organizers_changed;
DROP INDEX sponsors_changed;
DROP INDEX events_changed;

CREATE INDEX speakers_changed ON speakers (changed_at, position, deleted_at, bytes);
CREATE INDEX organizers_changed ON organizers (changed_at, position, deleted_at, bytes);
CREATE INDEX sponsors_changed ON sponsors (changed_at, position, deleted_at, bytes);
CREATE INDEX events_changed ON events (changed_at, position, deleted_at, bytes);
