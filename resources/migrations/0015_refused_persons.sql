-- Whom the desk sent away, where it knew them: the visitor's data stay where they are sealed and are destroyed with
-- them. NULL of scans that name nobody, and once the refusal is over its term.

ALTER TABLE refused_scan ADD COLUMN visitor INTEGER REFERENCES visitor (id);
