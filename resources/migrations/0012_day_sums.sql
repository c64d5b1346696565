-- What days add up to, so that a report over years need not count every passage again. Can be made again from the
-- record at any time.

-- When a day (of UTC, counted from 1970) was last touched; changes are counted through. Day -1 stands for all days.
CREATE TABLE day_change (
    day    INTEGER PRIMARY KEY,
    change INTEGER NOT NULL
) STRICT;

CREATE INDEX day_change_by_change ON day_change (change);

-- The figures of a time as they were after so many changes: they hold while no day of it was touched since. `digest` is
-- keyed, so that nobody without the folder's key puts other figures here.
CREATE TABLE day_sum (
    from_ms INTEGER PRIMARY KEY,
    to_ms   INTEGER NOT NULL,
    change  INTEGER NOT NULL,
    figures BLOB NOT NULL,
    digest  BLOB NOT NULL CHECK (length(digest) = 16)
) STRICT;

CREATE TRIGGER day_changes_with_entry AFTER INSERT ON entry
BEGIN
    INSERT INTO day_change (day, change)
        VALUES (NEW.at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

-- What is taken back is counted no more on its own day.
CREATE TRIGGER day_changes_with_void AFTER INSERT ON entry
WHEN NEW.kind = 'void'
BEGIN
    INSERT INTO day_change (day, change)
        SELECT at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change) FROM entry WHERE id = NEW.corrects
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_with_new_visit AFTER INSERT ON visit
BEGIN
    INSERT INTO day_change (day, change)
        VALUES (NEW.start_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_with_visit AFTER UPDATE ON visit
BEGIN
    INSERT INTO day_change (day, change)
        VALUES (OLD.start_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change)),
               (NEW.start_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_without_visit AFTER DELETE ON visit
BEGIN
    INSERT INTO day_change (day, change)
        VALUES (OLD.start_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_with_refused_scan AFTER INSERT ON refused_scan
BEGIN
    INSERT INTO day_change (day, change)
        VALUES (NEW.at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_without_refused_scan AFTER DELETE ON refused_scan
BEGIN
    INSERT INTO day_change (day, change)
        VALUES (OLD.at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

-- Two visitors turn out to be one person, or two again: fewer or more people on the days on which they passed.
CREATE TRIGGER day_changes_with_person AFTER UPDATE OF canonical ON visitor
WHEN NEW.canonical <> OLD.canonical
BEGIN
    INSERT INTO day_change (day, change)
        SELECT DISTINCT at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change)
        FROM entry WHERE visitor = NEW.id
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

-- What was sent counts on the day of the entry.
CREATE TRIGGER day_changes_with_new_outbox AFTER INSERT ON outbox
BEGIN
    INSERT INTO day_change (day, change)
        SELECT at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change) FROM entry WHERE seq = NEW.entry
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_with_outbox AFTER UPDATE OF state ON outbox
WHEN NEW.state <> OLD.state
BEGIN
    INSERT INTO day_change (day, change)
        SELECT at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change) FROM entry WHERE seq = NEW.entry
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER day_changes_without_outbox AFTER DELETE ON outbox
BEGIN
    INSERT INTO day_change (day, change)
        SELECT at_ms / 86400000, (SELECT coalesce(max(change), 0) + 1 FROM day_change) FROM entry WHERE seq = OLD.entry
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER all_days_change_with_new_target AFTER INSERT ON target
BEGIN
    INSERT INTO day_change (day, change) VALUES (-1, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER all_days_change_with_target AFTER UPDATE OF kind, backlog_next, backlog_end ON target
BEGIN
    INSERT INTO day_change (day, change) VALUES (-1, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;

CREATE TRIGGER all_days_change_without_target AFTER DELETE ON target
BEGIN
    INSERT INTO day_change (day, change) VALUES (-1, (SELECT coalesce(max(change), 0) + 1 FROM day_change))
        ON CONFLICT (day) DO UPDATE SET change = excluded.change;
END;
