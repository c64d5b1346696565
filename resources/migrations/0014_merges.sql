-- What is being brought back into the record.

-- A merge that has begun and not ended, by the file that it brings: visitors may be here whose newest entries are not,
-- so nobody is destroyed by age for a while.
CREATE TABLE merge_open (
    name     TEXT NOT NULL PRIMARY KEY,
    began_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
