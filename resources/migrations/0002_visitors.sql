-- What a visit is about beside its passages: who came along, what was said of it, whom the venue wants to be told of
-- and whom it expects.

-- `companions` and `children` passed with the visitor. An exit with `whole_party` is one of all who came along, however
-- many turn out to have been inside. With `apart` the party passed alone. `late`: written down later than it happened.
ALTER TABLE entry ADD COLUMN companions INTEGER NOT NULL DEFAULT 0 CHECK (companions >= 0);
ALTER TABLE entry ADD COLUMN children INTEGER NOT NULL DEFAULT 0 CHECK (children >= 0);
ALTER TABLE entry ADD COLUMN whole_party INTEGER NOT NULL DEFAULT 1 CHECK (whole_party IN (0, 1));
ALTER TABLE entry ADD COLUMN apart INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1));
ALTER TABLE entry ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
ALTER TABLE entry ADD COLUMN sealed_details BLOB;

CREATE TRIGGER entry_party_is_never_changed
BEFORE UPDATE OF companions, children, whole_party, apart, late ON entry
BEGIN
    SELECT RAISE(ABORT, 'entries are append-only');
END;

CREATE TRIGGER entry_details_are_only_destroyed BEFORE UPDATE OF sealed_details ON entry
WHEN NEW.sealed_details IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'entries are append-only');
END;

-- What was asked after an entry was committed. Append-only; of each thing the last one said stands.
CREATE TABLE entry_addition (
    seq            INTEGER PRIMARY KEY,
    id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    entry          BLOB NOT NULL REFERENCES entry (id),
    at_ms          INTEGER NOT NULL,
    offset_min     INTEGER NOT NULL,
    suspect        INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    companions     INTEGER CHECK (companions >= 0),
    children       INTEGER CHECK (children >= 0),
    said_details   INTEGER NOT NULL CHECK (said_details IN (0, 1)),
    sealed_details BLOB,
    CHECK ((companions IS NULL) = (children IS NULL))
) STRICT;

CREATE INDEX entry_addition_by_entry ON entry_addition (entry, seq);

CREATE TRIGGER entry_addition_is_never_deleted BEFORE DELETE ON entry_addition
BEGIN
    SELECT RAISE(ABORT, 'additions are append-only');
END;

CREATE TRIGGER entry_addition_is_never_changed
BEFORE UPDATE OF seq, id, entry, at_ms, offset_min, suspect, companions, children, said_details
ON entry_addition
BEGIN
    SELECT RAISE(ABORT, 'additions are append-only');
END;

CREATE TRIGGER entry_addition_is_only_destroyed BEFORE UPDATE OF sealed_details ON entry_addition
WHEN NEW.sealed_details IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'additions are append-only');
END;

-- Who is inside without a code of their own, with the person they came with. Folded from the entries that stand, as
-- `visit` is; `entry` brought the first of them. `visitor` is canonical.
CREATE TABLE party_inside (
    visitor    INTEGER PRIMARY KEY REFERENCES visitor (id),
    companions INTEGER NOT NULL CHECK (companions >= 0),
    children   INTEGER NOT NULL CHECK (children >= 0),
    entry      BLOB NOT NULL REFERENCES entry (id),
    since_ms   INTEGER NOT NULL,
    CHECK (companions + children > 0)
) STRICT;

CREATE INDEX party_inside_by_time ON party_inside (since_ms, entry);
CREATE INDEX party_inside_by_entry ON party_inside (entry);

CREATE INDEX visit_open_by_time ON visit (in_ms, in_entry)
    WHERE in_entry IS NOT NULL AND out_entry IS NULL AND superseded = 0;
CREATE INDEX visit_by_start ON visit (start_ms);

-- Counts every change of a visitor's row, so that what was read of it before can be brought up to date.
ALTER TABLE visitor ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE INDEX visitor_by_revision ON visitor (revision);

CREATE TRIGGER visitor_counts_its_making AFTER INSERT ON visitor
BEGIN
    UPDATE visitor SET revision = (SELECT max(revision) + 1 FROM visitor) WHERE id = NEW.id;
END;

CREATE TRIGGER visitor_counts_its_changes AFTER UPDATE OF canonical, sealed ON visitor
BEGIN
    UPDATE visitor SET revision = (SELECT max(revision) + 1 FROM visitor) WHERE id = NEW.id;
END;

-- The venue wants to be told of a person: `sealed` holds why and who. Found by the digests of numbers (as in
-- `visitor_key`), or as a known visitor.
CREATE TABLE attention (
    seq          INTEGER PRIMARY KEY,
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    visitor      INTEGER REFERENCES visitor (id),
    from_ms      INTEGER NOT NULL,
    until_ms     INTEGER,
    withdrawn_ms INTEGER,
    sealed       BLOB
) STRICT;

CREATE INDEX attention_by_visitor ON attention (visitor) WHERE visitor IS NOT NULL;

CREATE TRIGGER attention_is_never_deleted BEFORE DELETE ON attention
BEGIN
    SELECT RAISE(ABORT, 'attention notes are withdrawn, not deleted');
END;

CREATE TRIGGER attention_is_never_changed BEFORE UPDATE OF seq, id, visitor, from_ms, until_ms ON attention
BEGIN
    SELECT RAISE(ABORT, 'attention notes are not changed');
END;

CREATE TRIGGER attention_is_withdrawn_once BEFORE UPDATE OF withdrawn_ms ON attention
WHEN OLD.withdrawn_ms IS NOT NULL OR NEW.withdrawn_ms IS NULL
BEGIN
    SELECT RAISE(ABORT, 'attention notes are not changed');
END;

CREATE TRIGGER attention_is_only_destroyed BEFORE UPDATE OF sealed ON attention
WHEN NEW.sealed IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'attention notes are not changed');
END;

CREATE TABLE attention_key (
    digest    BLOB NOT NULL CHECK (length(digest) = 16),
    attention INTEGER NOT NULL REFERENCES attention (seq),
    PRIMARY KEY (digest, attention)
) STRICT, WITHOUT ROWID;

-- Who is announced for a day (counted from 1970-01-01); a plan, not a record. `arrived` names the entry by which they
-- came, which may have been taken back since. `digest` tells the same announcement made twice.
CREATE TABLE expected (
    seq     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    day     INTEGER NOT NULL,
    digest  BLOB NOT NULL CHECK (length(digest) = 16),
    sealed  BLOB NOT NULL,
    arrived BLOB REFERENCES entry (id)
) STRICT;

CREATE UNIQUE INDEX expected_once ON expected (day, digest);
CREATE INDEX expected_by_arrived ON expected (arrived) WHERE arrived IS NOT NULL;

-- Digests of the number, the phone and the name in simple form.
CREATE TABLE expected_key (
    day      INTEGER NOT NULL,
    digest   BLOB NOT NULL CHECK (length(digest) = 16),
    expected INTEGER NOT NULL REFERENCES expected (seq) ON DELETE CASCADE,
    PRIMARY KEY (day, digest, expected)
) STRICT, WITHOUT ROWID;

CREATE INDEX expected_key_by_expected ON expected_key (expected);

-- That somebody looked at data in full: of an entry or of a visitor, by its id.
CREATE TABLE reveal (
    seq           INTEGER PRIMARY KEY,
    subject       BLOB NOT NULL CHECK (length(subject) = 16),
    id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at_ms         INTEGER NOT NULL,
    offset_min    INTEGER NOT NULL,
    suspect       INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    sealed_reason BLOB
) STRICT;

CREATE INDEX reveal_by_subject ON reveal (subject);

CREATE TRIGGER reveal_is_never_deleted BEFORE DELETE ON reveal
BEGIN
    SELECT RAISE(ABORT, 'reveals are append-only');
END;

CREATE TRIGGER reveal_is_never_changed BEFORE UPDATE OF seq, subject, id, at_ms, offset_min, suspect ON reveal
BEGIN
    SELECT RAISE(ABORT, 'reveals are append-only');
END;

CREATE TRIGGER reveal_reason_is_only_destroyed BEFORE UPDATE OF sealed_reason ON reveal
WHEN NEW.sealed_reason IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'reveals are append-only');
END;
