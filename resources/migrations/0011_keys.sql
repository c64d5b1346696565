-- A folder's master key can be changed.

-- The data keys, sealed under the newest master key; none as long as it was never changed: then the first master key is
-- the only data key. `master_id` tells the master key in whose time a data key began; lines of the ledger from `from_line`
-- on are hashed with it, seals begin with its number.
CREATE TABLE folder_key (
    number    INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 255),
    master_id BLOB NOT NULL CHECK (length(master_id) = 16),
    from_line INTEGER NOT NULL,
    sealed    BLOB NOT NULL
) STRICT;

DROP TRIGGER folder_keeps_its_key;

-- Only for the newest master key of the ring.
CREATE TRIGGER folder_keeps_its_key BEFORE UPDATE OF key_id ON folder
WHEN OLD.key_id IS NOT NULL AND NEW.key_id IS NOT OLD.key_id
     AND NEW.key_id IS NOT (SELECT master_id FROM folder_key ORDER BY number DESC LIMIT 1)
BEGIN
    SELECT RAISE(ABORT, 'a folder keeps its key');
END;

-- With which data key a digest was made.
ALTER TABLE visitor_key ADD COLUMN key_number INTEGER NOT NULL DEFAULT 1;
ALTER TABLE visitor_phone ADD COLUMN key_number INTEGER NOT NULL DEFAULT 1;

-- After a change digests are made anew piece by piece: those of rows `next` to `last` are still to come.
CREATE TABLE digest_lift (
    kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('visitor', 'refused')),
    next INTEGER NOT NULL,
    last INTEGER NOT NULL,
    from_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
