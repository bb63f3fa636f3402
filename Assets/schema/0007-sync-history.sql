-- A history of syncs that stays small, however often they run and however many records are wrong.
--
-- A step of the schema is frozen once it is released: what comes later is a new step.

-- How many records could not be taken beyond those that sync_problems names.

ALTER TABLE sync_outcomes ADD COLUMN unnamed_problems INTEGER NOT NULL DEFAULT 0 CHECK (unnamed_problems >= 0);
