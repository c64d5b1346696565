-- What visitors are told about their personal data, on the wall and on the screen: every version that was ever told.
-- Nothing of it is secret: it hangs on the wall, with the contact that the venue wants to be asked at. The days are those
-- of `retention_term` when the version was saved.
CREATE TABLE notice (
    version      INTEGER NOT NULL PRIMARY KEY CHECK (version > 0),
    at_ms        INTEGER NOT NULL,
    offset_min   INTEGER NOT NULL,
    suspect      INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    purpose_vi   TEXT NOT NULL,
    basis_vi     TEXT NOT NULL,
    purpose_en   TEXT NOT NULL,
    basis_en     TEXT NOT NULL,
    contact      TEXT NOT NULL,
    visitor_days INTEGER NOT NULL CHECK (visitor_days > 0),
    detail_days  INTEGER NOT NULL CHECK (detail_days > 0),
    waiting_days INTEGER NOT NULL CHECK (waiting_days > 0)
) STRICT;

CREATE TRIGGER notice_is_never_changed BEFORE UPDATE ON notice
BEGIN
    SELECT RAISE(ABORT, 'a notice is followed by another version, not changed');
END;

CREATE TRIGGER notice_is_never_deleted BEFORE DELETE ON notice
BEGIN
    SELECT RAISE(ABORT, 'a notice is followed by another version, not deleted');
END;
