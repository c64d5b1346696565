-- A target that the desk was disconnected from: nothing is put into its outbox any more; what is there stays, and
-- connecting it again goes on from `backlog_next`.
ALTER TABLE target ADD COLUMN disconnected INTEGER NOT NULL DEFAULT 0 CHECK (disconnected IN (0, 1));

DROP TRIGGER entry_goes_to_every_target;
CREATE TRIGGER entry_goes_to_every_target AFTER INSERT ON entry
WHEN NEW.source <> 'own-phone'
BEGIN
    INSERT INTO outbox (target, entry) SELECT id, NEW.seq FROM target WHERE NOT disconnected;
END;
