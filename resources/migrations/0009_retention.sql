-- What is kept for how long, and what was destroyed.

-- In days; what is not here has its default.
CREATE TABLE retention_term (
    kind TEXT NOT NULL PRIMARY KEY,
    days INTEGER NOT NULL CHECK (days > 0)
) STRICT, WITHOUT ROWID;

-- Whose data were destroyed, by the visitor's random id. For good: whatever brings an older state back destroys them
-- again. `why`: the term was over, or the person asked for it.
CREATE TABLE erased_visitor (
    uuid  BLOB NOT NULL PRIMARY KEY CHECK (length(uuid) = 16),
    at_ms INTEGER NOT NULL,
    why   TEXT NOT NULL CHECK (why IN ('term', 'request'))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER erased_visitor_is_never_deleted BEFORE DELETE ON erased_visitor
BEGIN
    SELECT RAISE(ABORT, 'the list of erased visitors is append-only');
END;

CREATE TRIGGER erased_visitor_is_never_changed BEFORE UPDATE ON erased_visitor
BEGIN
    SELECT RAISE(ABORT, 'the list of erased visitors is append-only');
END;

-- Nothing is kept of an erased visitor any more, whoever writes. A step that makes one of these tables anew has to
-- make its trigger anew as well.
CREATE TRIGGER visitor_stays_erased BEFORE UPDATE OF sealed ON visitor
WHEN NEW.sealed IS NOT NULL AND EXISTS (SELECT 1 FROM erased_visitor x WHERE x.uuid = NEW.uuid)
BEGIN
    SELECT RAISE(IGNORE);
END;

CREATE TRIGGER visitor_key_is_of_nobody_erased BEFORE INSERT ON visitor_key
WHEN EXISTS (SELECT 1 FROM visitor v JOIN erased_visitor x ON x.uuid = v.uuid WHERE v.id = NEW.visitor)
BEGIN
    SELECT RAISE(IGNORE);
END;

CREATE TRIGGER visitor_phone_is_of_nobody_erased BEFORE INSERT ON visitor_phone
WHEN EXISTS (SELECT 1 FROM visitor v JOIN erased_visitor x ON x.uuid = v.uuid WHERE v.id = NEW.visitor)
BEGIN
    SELECT RAISE(IGNORE);
END;

-- One row for each time that something was destroyed: how many visitors' data, how many sealed blobs that the ledger
-- knows of, and what else. `cleaned`: what moved rows left of it in the file is overwritten as well.
CREATE TABLE erasure (
    seq      INTEGER PRIMARY KEY,
    why      TEXT NOT NULL CHECK (why IN ('term', 'request')),
    began_ms INTEGER NOT NULL,
    ended_ms INTEGER NOT NULL,
    visitors INTEGER NOT NULL,
    seals    INTEGER NOT NULL,
    others   INTEGER NOT NULL,
    cleaned  INTEGER NOT NULL DEFAULT 0 CHECK (cleaned IN (0, 1))
) STRICT;

-- What is still there to be destroyed, by age.
CREATE INDEX entry_with_details ON entry (at_ms) WHERE sealed_details IS NOT NULL;
CREATE INDEX entry_with_reason ON entry (at_ms) WHERE sealed_reason IS NOT NULL;
CREATE INDEX entry_addition_with_details ON entry_addition (at_ms) WHERE sealed_details IS NOT NULL;
CREATE INDEX reveal_with_reason ON reveal (at_ms) WHERE sealed_reason IS NOT NULL;
CREATE INDEX report_reveal_with_reason ON report_reveal (at_ms) WHERE sealed_reason IS NOT NULL;
CREATE INDEX refused_scan_with_digest ON refused_scan (at_ms) WHERE digest <> x'00000000000000000000000000000000';
