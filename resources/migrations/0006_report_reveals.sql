-- That a report told of everybody in a period in full: all entries up to `last_entry` whose time lies in it. One row
-- for however many persons. Without an end the period is open.
CREATE TABLE report_reveal (
    seq           INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    from_ms       INTEGER,
    to_ms         INTEGER,
    last_entry    INTEGER NOT NULL,
    at_ms         INTEGER NOT NULL,
    offset_min    INTEGER NOT NULL,
    suspect       INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    sealed_reason BLOB
) STRICT;

CREATE TRIGGER report_reveal_is_never_deleted BEFORE DELETE ON report_reveal
BEGIN
    SELECT RAISE(ABORT, 'reveals are append-only');
END;

CREATE TRIGGER report_reveal_is_never_changed
BEFORE UPDATE OF seq, id, from_ms, to_ms, last_entry, at_ms, offset_min, suspect ON report_reveal
BEGIN
    SELECT RAISE(ABORT, 'reveals are append-only');
END;

CREATE TRIGGER report_reveal_reason_is_only_destroyed BEFORE UPDATE OF sealed_reason ON report_reveal
WHEN NEW.sealed_reason IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'reveals are append-only');
END;
