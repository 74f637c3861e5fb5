-- Who decided what: entries are only ever added; each seals the one before it.

CREATE TABLE audit_log (
    brand  TEXT NOT NULL,
    number INTEGER NOT NULL,          -- 1, 2, 3, without a gap
    at     INTEGER NOT NULL,
    body   BLOB NOT NULL,             -- JSON of rapport.core.audit.Deed
    before TEXT NOT NULL,             -- the hash of the entry before
    hash   TEXT NOT NULL,
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;

CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;

CREATE TRIGGER audit_log_is_never_shortened BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;

-- How many entries there are: shows that the end is missing, where the row is still there.

CREATE TABLE audit_heads (
    brand  TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    hash   TEXT NOT NULL
) WITHOUT ROWID;

-- Where each published policy came from, and those that do not hold.

ALTER TABLE policies ADD COLUMN how TEXT NOT NULL DEFAULT '';   -- rule, person, rollback, budget
ALTER TABLE policies ADD COLUMN origin INTEGER;  -- the number of the snapshot whose content it is

CREATE TABLE candidates (
    brand   TEXT NOT NULL,
    number  INTEGER NOT NULL,         -- of one sequence with those published
    why     TEXT NOT NULL,            -- why it was not published at once
    body    BLOB NOT NULL,            -- JSON of rapport.core.snapshots.Candidate
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;

-- What people switched on or off.

CREATE TABLE switches (
    brand TEXT NOT NULL,
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (brand, name)
) WITHOUT ROWID;
