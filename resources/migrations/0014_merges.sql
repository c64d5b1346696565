-- What is being brought back into the record.

-- A merge that has begun and not ended, by the file that it brings: visitors may be here whose newest entries are not,
-- so nobody is destroyed by age for a while.
CREATE TABLE merge_open (
    name     TEXT NOT NULL PRIMARY KEY,
    began_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was said of somebody before their data were destroyed is not brought back by what comes from elsewhere; what is
-- said afterwards is something else. The same of the other tables is in 0009.
CREATE TRIGGER entry_says_nothing_of_somebody_erased AFTER INSERT ON entry
WHEN (NEW.sealed_details IS NOT NULL OR NEW.sealed_reason IS NOT NULL) AND EXISTS
     (SELECT 1 FROM visitor v JOIN erased_visitor x ON x.uuid = v.uuid WHERE v.id = NEW.visitor AND x.at_ms >= NEW.at_ms)
BEGIN
    UPDATE entry SET sealed_details = NULL, sealed_reason = NULL WHERE seq = NEW.seq;
END;

CREATE TRIGGER entry_addition_says_nothing_of_somebody_erased AFTER INSERT ON entry_addition
WHEN NEW.sealed_details IS NOT NULL AND EXISTS
     (SELECT 1 FROM entry e JOIN visitor v ON v.id = e.visitor JOIN erased_visitor x ON x.uuid = v.uuid
      WHERE e.id = NEW.entry AND x.at_ms >= NEW.at_ms)
BEGIN
    UPDATE entry_addition SET sealed_details = NULL WHERE seq = NEW.seq;
END;

CREATE TRIGGER visitor_link_says_nothing_of_somebody_erased AFTER INSERT ON visitor_link
WHEN NEW.sealed_before IS NOT NULL AND EXISTS
     (SELECT 1 FROM visitor v JOIN erased_visitor x ON x.uuid = v.uuid WHERE v.id = NEW.joined_to)
BEGIN
    UPDATE visitor_link SET sealed_before = NULL WHERE id = NEW.id;
END;

-- Why somebody looked has a term of its own, unless the person asked for all to go.
CREATE TRIGGER reveal_says_nothing_of_somebody_erased AFTER INSERT ON reveal
WHEN NEW.sealed_reason IS NOT NULL AND EXISTS
     (SELECT 1 FROM erased_visitor x WHERE x.why = 'request' AND x.at_ms >= NEW.at_ms AND
      (x.uuid = NEW.subject OR
       x.uuid = (SELECT v.uuid FROM entry e JOIN visitor v ON v.id = e.visitor WHERE e.id = NEW.subject)))
BEGIN
    UPDATE reveal SET sealed_reason = NULL WHERE seq = NEW.seq;
END;
