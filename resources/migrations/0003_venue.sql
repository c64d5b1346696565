-- The venue, its places, and the registers of what was printed for it. Days are written yyyy-MM-dd.

-- `sealed_contact` holds the name and phone of the venue's contact, bound to `uuid`.
CREATE TABLE venue (
    one            INTEGER PRIMARY KEY CHECK (one = 1),
    uuid           BLOB NOT NULL CHECK (length(uuid) = 16),
    code           TEXT NOT NULL,
    code_kind      TEXT NOT NULL CHECK (code_kind IN ('local', 'adopted', 'platform')),
    address        TEXT NOT NULL,
    adopted_text   TEXT NOT NULL,
    name           TEXT NOT NULL,
    category       TEXT NOT NULL,
    province       TEXT NOT NULL,
    district       TEXT NOT NULL,
    commune        TEXT NOT NULL,
    street         TEXT NOT NULL,
    opening_hours  TEXT NOT NULL,
    capacity       INTEGER NOT NULL CHECK (capacity >= 0),
    sealed_contact BLOB,
    changed_ms     INTEGER NOT NULL
) STRICT;

-- The rules of the door, a CBOR map.
CREATE TABLE venue_rules (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    rules      BLOB NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

-- Where signed posters of this venue lead or once led: a desk recognises them all.
CREATE TABLE venue_address (
    address TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Key pairs with which this venue's desks sign. `sealed_seed` is bound to `uuid`; the one marked signs here.
CREATE TABLE venue_key (
    public_key  BLOB NOT NULL PRIMARY KEY CHECK (length(public_key) = 32),
    uuid        BLOB NOT NULL CHECK (length(uuid) = 16),
    sealed_seed BLOB NOT NULL,
    signs_here  INTEGER NOT NULL CHECK (signs_here IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX venue_key_signs_here ON venue_key (signs_here) WHERE signs_here = 1;

-- The places that posters may hang at. `location` also has places that only entries name.
CREATE TABLE venue_location (
    location  INTEGER PRIMARY KEY REFERENCES location (id),
    code      TEXT NOT NULL UNIQUE,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;

-- `location` is NULL for a poster of the venue as a whole. `content` is a digest of what is printed: whatever
-- is printed again unchanged keeps its serial.
CREATE TABLE poster (
    serial    TEXT NOT NULL PRIMARY KEY,
    location  INTEGER REFERENCES location (id),
    issued_on TEXT NOT NULL,
    version   INTEGER NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('valid', 'replaced', 'withdrawn')),
    content   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX poster_by_location ON poster (location, version);

-- `visitor` is NULL for a pass that another desk of the venue issued.
CREATE TABLE visitor_pass (
    number      TEXT NOT NULL PRIMARY KEY,
    visitor     INTEGER REFERENCES visitor (id),
    issued_on   TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    revoked_ms  INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX visitor_pass_by_visitor ON visitor_pass (visitor);

-- A pass tells who somebody is as well.
CREATE TABLE visitor_key_with_passes (
    digest  BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 16),
    kind    TEXT NOT NULL CHECK (kind IN ('citizen-number', 'old-id', 'qid', 'health-insurance', 'travel-document',
                                          'visitor-pass')),
    visitor INTEGER NOT NULL REFERENCES visitor (id)
) STRICT, WITHOUT ROWID;

INSERT INTO visitor_key_with_passes (digest, kind, visitor) SELECT digest, kind, visitor FROM visitor_key;
DROP TABLE visitor_key;
ALTER TABLE visitor_key_with_passes RENAME TO visitor_key;
CREATE INDEX visitor_key_by_visitor ON visitor_key (visitor);
