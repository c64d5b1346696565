-- The record's proof of itself: one chain over all that happened, and who did it.

-- Who works at the desk. `sealed_pin` holds what Argon2id makes of the PIN, bound to `uuid`. Never deleted: the ledger
-- names them. `failures` counts wrong PINs in a row; before `next_try_ms` no further one is looked at.
CREATE TABLE operator (
    id          INTEGER PRIMARY KEY,
    uuid        BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    name        TEXT NOT NULL CHECK (name <> ''),
    role        TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'administrator')),
    sealed_pin  BLOB,
    failures    INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    next_try_ms INTEGER NOT NULL DEFAULT 0,
    removed_ms  INTEGER,
    CHECK ((removed_ms IS NULL) = (sealed_pin IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX operator_name ON operator (name) WHERE removed_ms IS NULL;

-- `hash` covers the row and the hash of the row before it, keyed by the folder's key. `content` is a hash of what stands
-- in the clear in the row that `subject` counts (by `kind`: an entry, an addition, a reveal, a visitor), or of many such
-- rows at once where they are older than the ledger ('adopted'). `seals` holds the hashes of their ciphertexts; these stay when
-- a ciphertext is destroyed. `at_ms` is when the row was written.
CREATE TABLE ledger (
    seq      INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    subject  INTEGER,
    operator INTEGER REFERENCES operator (id),
    detail   TEXT NOT NULL,
    content  BLOB NOT NULL,
    seals    BLOB NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Only where somebody was signed in.
CREATE INDEX ledger_by_subject ON ledger (subject) WHERE operator IS NOT NULL AND subject IS NOT NULL;

CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

-- What is older than the ledger is taken into it piece by piece: rows `next` to `last` of each kind are still to come.
CREATE TABLE ledger_adoption (
    kind TEXT NOT NULL PRIMARY KEY,
    next INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO ledger_adoption (kind, next, last) SELECT 'person', 1, coalesce(max(id), 0) FROM visitor;
INSERT INTO ledger_adoption (kind, next, last) SELECT 'entry', 1, coalesce(max(seq), 0) FROM entry;
INSERT INTO ledger_adoption (kind, next, last) SELECT 'addition', 1, coalesce(max(seq), 0) FROM entry_addition;
INSERT INTO ledger_adoption (kind, next, last) SELECT 'reveal', 1, coalesce(max(seq), 0) FROM reveal;
