-- What is sent where: targets, the outbox of each, and the batches that were sent.

-- Somebody who receives the entries. Without an `authority` those of the system are believed. `sealed_token` is bound
-- to `uuid`. The four counts are kept by the triggers of `outbox`. A new target takes over the older entries from
-- `backlog_next` up to `backlog_end`, piece by piece.
CREATE TABLE target (
    id               INTEGER PRIMARY KEY,
    uuid             BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    name             TEXT NOT NULL UNIQUE,
    kind             TEXT NOT NULL,
    address          TEXT NOT NULL,
    desk_id          TEXT NOT NULL,
    venue_code       TEXT NOT NULL,
    authority        BLOB,
    pinned_key       BLOB,
    sealed_token     BLOB NOT NULL,
    paused           INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    state            TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'needs-enrolment', 'stopped')),
    why              TEXT NOT NULL DEFAULT '',
    failures         INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    failing_since_ms INTEGER,
    next_try_ms      INTEGER,
    last_success_ms  INTEGER,
    clock_off_ms     INTEGER,
    self_check_ins   TEXT NOT NULL DEFAULT 'unknown' CHECK (self_check_ins IN ('unknown', 'offered', 'not-offered')),
    cursor           TEXT NOT NULL DEFAULT '',
    backlog_next     INTEGER NOT NULL,
    backlog_end      INTEGER NOT NULL,
    recorded         INTEGER NOT NULL DEFAULT 0,
    acknowledged     INTEGER NOT NULL DEFAULT 0,
    waiting          INTEGER NOT NULL DEFAULT 0,
    rejected         INTEGER NOT NULL DEFAULT 0,
    CHECK (recorded = acknowledged + waiting + rejected),
    CHECK (acknowledged >= 0 AND waiting >= 0 AND rejected >= 0)
) STRICT;

-- `sealed_body` is what is sent, byte for byte the same as often as it takes; it goes once the batch is closed.
-- `first_entry` puts the halves of a batch in front of what comes after them.
CREATE TABLE batch (
    seq         INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    target      INTEGER NOT NULL REFERENCES target (id),
    first_entry INTEGER NOT NULL,
    entries     INTEGER NOT NULL CHECK (entries > 0),
    bytes       INTEGER NOT NULL,
    made_ms     INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'answered', 'halved', 'refused')),
    closed_ms   INTEGER,
    receipt     TEXT NOT NULL DEFAULT '',
    accepted    INTEGER NOT NULL DEFAULT 0,
    duplicate   INTEGER NOT NULL DEFAULT 0,
    rejected    INTEGER NOT NULL DEFAULT 0,
    sealed_body BLOB,
    CHECK ((state = 'open') = (sealed_body IS NOT NULL)),
    CHECK ((state = 'open') = (closed_ms IS NULL))
) STRICT;

CREATE INDEX batch_open ON batch (target, first_entry) WHERE state = 'open';
CREATE INDEX batch_by_target ON batch (target, seq);

-- One row for each entry and target, for good. `batch` is the one it travels in, or the one that settled it.
CREATE TABLE outbox (
    target        INTEGER NOT NULL REFERENCES target (id),
    entry         INTEGER NOT NULL REFERENCES entry (seq),
    state         TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'acknowledged', 'rejected')),
    batch         INTEGER REFERENCES batch (seq),
    sealed_answer BLOB,
    PRIMARY KEY (target, entry),
    CHECK ((state = 'rejected') = (sealed_answer IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_free ON outbox (target, entry) WHERE state = 'waiting' AND batch IS NULL;
CREATE INDEX outbox_rejected ON outbox (target, entry) WHERE state = 'rejected';
CREATE INDEX outbox_by_batch ON outbox (batch, entry) WHERE batch IS NOT NULL;

-- Whatever writes an entry writes its outbox rows with it. What the platform itself told is not told back.
CREATE TRIGGER entry_goes_to_every_target AFTER INSERT ON entry
WHEN NEW.source <> 'own-phone'
BEGIN
    INSERT INTO outbox (target, entry) SELECT id, NEW.seq FROM target;
END;

CREATE TRIGGER outbox_counts_new AFTER INSERT ON outbox
BEGIN
    UPDATE target SET recorded = recorded + 1, waiting = waiting + 1 WHERE id = NEW.target;
END;

CREATE TRIGGER outbox_counts_changes AFTER UPDATE OF state ON outbox
WHEN NEW.state <> OLD.state
BEGIN
    UPDATE target
    SET acknowledged = acknowledged + (NEW.state = 'acknowledged') - (OLD.state = 'acknowledged'),
        waiting = waiting + (NEW.state = 'waiting') - (OLD.state = 'waiting'),
        rejected = rejected + (NEW.state = 'rejected') - (OLD.state = 'rejected')
    WHERE id = NEW.target;
END;

CREATE TRIGGER outbox_is_never_deleted BEFORE DELETE ON outbox
BEGIN
    SELECT RAISE(ABORT, 'nothing is dropped from an outbox');
END;

CREATE TRIGGER outbox_acknowledged_stays BEFORE UPDATE OF state ON outbox
WHEN OLD.state = 'acknowledged' AND NEW.state <> 'acknowledged'
BEGIN
    SELECT RAISE(ABORT, 'what was acknowledged stays so');
END;

-- The platform names persons as well: those who checked in with their own phones.
CREATE TABLE visitor_key_with_platform (
    digest  BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 16),
    kind    TEXT NOT NULL CHECK (kind IN ('citizen-number', 'old-id', 'qid', 'health-insurance', 'travel-document',
                                          'visitor-pass', 'platform-person')),
    visitor INTEGER NOT NULL REFERENCES visitor (id)
) STRICT, WITHOUT ROWID;

INSERT INTO visitor_key_with_platform (digest, kind, visitor) SELECT digest, kind, visitor FROM visitor_key;
DROP TABLE visitor_key;
ALTER TABLE visitor_key_with_platform RENAME TO visitor_key;
CREATE INDEX visitor_key_by_visitor ON visitor_key (visitor);
