-- Health certificates carry no number; name and birth date tell whose they are.
CREATE TABLE visitor_key_with_certificates (
    digest  BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 16),
    kind    TEXT NOT NULL CHECK (kind IN ('citizen-number', 'old-id', 'qid', 'health-insurance', 'travel-document',
                                          'visitor-pass', 'platform-person', 'certificate-holder')),
    visitor INTEGER NOT NULL REFERENCES visitor (id)
) STRICT, WITHOUT ROWID;

INSERT INTO visitor_key_with_certificates (digest, kind, visitor) SELECT digest, kind, visitor FROM visitor_key;
DROP TABLE visitor_key;
ALTER TABLE visitor_key_with_certificates RENAME TO visitor_key;
CREATE INDEX visitor_key_by_visitor ON visitor_key (visitor);

-- The keys with which health certificates are checked. Public; sealed so that nobody slips another one in.
CREATE TABLE trusted_key (
    kid    BLOB NOT NULL PRIMARY KEY CHECK (length(kid) BETWEEN 1 AND 32),
    uuid   BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
