-- The record of a venue. Personal data lie in the `sealed…` columns only; numbers are kept as keyed digests.
-- Times are milliseconds since 1970 UTC, `offset_min` is the local clock's offset at that moment.

CREATE TABLE folder (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    folder_id BLOB NOT NULL CHECK (length(folder_id) = 16),
    key_id    BLOB,
    key_place TEXT CHECK (key_place IN ('keychain', 'file')),
    CHECK ((key_id IS NULL) = (key_place IS NULL))
) STRICT;

CREATE TRIGGER folder_keeps_its_key BEFORE UPDATE OF key_id ON folder
WHEN OLD.key_id IS NOT NULL AND NEW.key_id IS NOT OLD.key_id
BEGIN
    SELECT RAISE(ABORT, 'a folder keeps its key');
END;

CREATE TABLE location (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- `canonical` is the visitor itself, or the one that it is joined to over all live links.
-- `sealed` becomes NULL when the data are destroyed; the row and its uuid stay.
CREATE TABLE visitor (
    id         INTEGER PRIMARY KEY,
    uuid       BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    canonical  INTEGER NOT NULL REFERENCES visitor (id),
    sealed     BLOB,
    created_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX visitor_by_canonical ON visitor (canonical);

-- Numbers that tell who somebody is. The digest covers the space in which the number is compared.
CREATE TABLE visitor_key (
    digest  BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 16),
    kind    TEXT NOT NULL CHECK (kind IN ('citizen-number', 'old-id', 'qid', 'health-insurance', 'travel-document')),
    visitor INTEGER NOT NULL REFERENCES visitor (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX visitor_key_by_visitor ON visitor_key (visitor);

-- Serves search only: families share phones.
CREATE TABLE visitor_phone (
    digest  BLOB NOT NULL CHECK (length(digest) = 16),
    visitor INTEGER NOT NULL REFERENCES visitor (id),
    PRIMARY KEY (digest, visitor)
) STRICT, WITHOUT ROWID;

CREATE INDEX visitor_phone_by_visitor ON visitor_phone (visitor);

-- Append-only. An undo is a 'void', a correction a 'void' and a passage; both name the old one in `corrects`.
-- `seq` counts in the order of committing, `id` is a UUIDv7.
CREATE TABLE entry (
    seq           INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind          TEXT NOT NULL CHECK (kind IN ('in', 'out', 'void')),
    at_ms         INTEGER NOT NULL,
    offset_min    INTEGER NOT NULL,
    suspect       INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    estimated     INTEGER NOT NULL CHECK (estimated IN (0, 1)),
    location      INTEGER NOT NULL REFERENCES location (id),
    source        TEXT NOT NULL,
    device        TEXT NOT NULL,
    visitor       INTEGER NOT NULL REFERENCES visitor (id),
    corrects      BLOB REFERENCES entry (id),
    warnings      TEXT NOT NULL,
    sealed_reason BLOB,
    CHECK (kind <> 'void' OR corrects IS NOT NULL)
) STRICT;

CREATE INDEX entry_by_time ON entry (at_ms, id, kind);
CREATE INDEX entry_by_visitor ON entry (visitor, at_ms);
CREATE INDEX entry_by_corrects ON entry (corrects) WHERE corrects IS NOT NULL;
CREATE UNIQUE INDEX entry_voided_once ON entry (corrects) WHERE kind = 'void';

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'entries are append-only');
END;

CREATE TRIGGER entry_is_never_changed
BEFORE UPDATE OF seq, id, kind, at_ms, offset_min, suspect, estimated, location, source, device, visitor, corrects,
                 warnings
ON entry
BEGIN
    SELECT RAISE(ABORT, 'entries are append-only');
END;

-- The one thing that may be done to an entry: destroying the operator's words.
CREATE TRIGGER entry_reason_is_only_destroyed BEFORE UPDATE OF sealed_reason ON entry
WHEN NEW.sealed_reason IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'entries are append-only');
END;

CREATE TRIGGER entry_void_takes_back_a_passage BEFORE INSERT ON entry
WHEN NEW.kind = 'void' AND NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.corrects AND kind <> 'void')
BEGIN
    SELECT RAISE(ABORT, 'only a passage can be taken back');
END;

-- `visitor` turned out to be the same person as `joined_to`. `sealed_before` is what was known of `joined_to` until then,
-- for undoing; whoever destroys a visitor's data destroys it as well.
CREATE TABLE visitor_link (
    id            INTEGER PRIMARY KEY,
    visitor       INTEGER NOT NULL REFERENCES visitor (id),
    joined_to     INTEGER NOT NULL REFERENCES visitor (id),
    cause         BLOB NOT NULL REFERENCES entry (id),
    sealed_before BLOB,
    undone_ms     INTEGER,
    CHECK (visitor <> joined_to)
) STRICT;

CREATE UNIQUE INDEX visitor_link_live ON visitor_link (visitor) WHERE undone_ms IS NULL;
CREATE INDEX visitor_link_by_joined_to ON visitor_link (joined_to);
CREATE INDEX visitor_link_by_cause ON visitor_link (cause);

-- What the standing entries of a person fold to; can be made again from them at any time. `visitor` is canonical.
CREATE TABLE visit (
    id         INTEGER PRIMARY KEY,
    visitor    INTEGER NOT NULL REFERENCES visitor (id),
    in_entry   BLOB UNIQUE REFERENCES entry (id),
    in_ms      INTEGER,
    out_entry  BLOB UNIQUE REFERENCES entry (id),
    out_ms     INTEGER,
    start_ms   INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(in_ms, out_ms)) STORED,
    superseded INTEGER NOT NULL CHECK (superseded IN (0, 1)),
    CHECK (in_entry IS NOT NULL OR out_entry IS NOT NULL),
    CHECK ((in_entry IS NULL) = (in_ms IS NULL)),
    CHECK ((out_entry IS NULL) = (out_ms IS NULL))
) STRICT;

CREATE INDEX visit_by_visitor ON visit (visitor, start_ms, id);
CREATE UNIQUE INDEX visit_open ON visit (visitor)
    WHERE in_entry IS NOT NULL AND out_entry IS NULL AND superseded = 0;

-- Scans that were refused: never the text.
CREATE TABLE refused_scan (
    seq        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at_ms      INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    suspect    INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    location   INTEGER NOT NULL REFERENCES location (id),
    source     TEXT NOT NULL,
    device     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    digest     BLOB NOT NULL CHECK (length(digest) = 16)
) STRICT;

CREATE INDEX refused_scan_by_time ON refused_scan (at_ms, id);
