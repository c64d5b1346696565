-- What persons asked for about their own data, and whether it was done in time. `visitor` is the random id of whom it is
-- about, where anything is held. `sealed_note` says who asks and how to reach them; it goes when the request is done.
CREATE TABLE person_request (
    seq         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind        TEXT NOT NULL CHECK (kind IN ('view', 'correct', 'withdraw', 'erase')),
    visitor     BLOB CHECK (length(visitor) = 16),
    at_ms       INTEGER NOT NULL,
    offset_min  INTEGER NOT NULL,
    suspect     INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    answered_ms INTEGER,
    done_ms     INTEGER,
    sealed_note BLOB,
    CHECK (done_ms IS NULL OR sealed_note IS NULL)
) STRICT;

CREATE INDEX person_request_open ON person_request (at_ms) WHERE done_ms IS NULL;

CREATE TRIGGER person_request_is_never_deleted BEFORE DELETE ON person_request
BEGIN
    SELECT RAISE(ABORT, 'requests are closed, not deleted');
END;
