-- Words that a writer made: what waits for a person, and what became of it.

CREATE TABLE drafts (
    brand     TEXT NOT NULL,
    id        TEXT NOT NULL,          -- a hash of all of it but the times
    kind      TEXT NOT NULL,          -- rewrite, proposal
    framework TEXT NOT NULL,
    edition   TEXT NOT NULL,
    point     TEXT NOT NULL,
    action    TEXT NOT NULL,          -- JSON of rapport.core.creative.Action without its time
    language  TEXT NOT NULL,
    situation TEXT NOT NULL,
    deadline  INTEGER NOT NULL,
    body      BLOB NOT NULL,          -- JSON of rapport.core.draft.Draft
    state     TEXT NOT NULL,          -- waiting, usable, rejected, expired
    who       TEXT NOT NULL DEFAULT '',
    why       TEXT NOT NULL DEFAULT '',
    judged_at INTEGER NOT NULL DEFAULT 0,
    became    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (brand, id)
) WITHOUT ROWID;
CREATE INDEX drafts_waiting ON drafts (brand, deadline, id) WHERE state = 'waiting';
CREATE INDEX drafts_usable ON drafts (brand, framework, edition, point, language)
    WHERE state = 'usable';
CREATE INDEX drafts_judged ON drafts (brand, framework, judged_at, id) WHERE state <> 'waiting';

-- How many drafts stand at what, kept up by the store itself: counting 10,000 rows takes too long.

CREATE TABLE draft_counts (
    brand TEXT NOT NULL,
    state TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (brand, state)
) WITHOUT ROWID;

CREATE TRIGGER drafts_added AFTER INSERT ON drafts
BEGIN
    INSERT INTO draft_counts VALUES (new.brand, new.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER drafts_moved AFTER UPDATE OF state ON drafts WHEN old.state <> new.state
BEGIN
    UPDATE draft_counts SET count = count - 1 WHERE brand = old.brand AND state = old.state;
    INSERT INTO draft_counts VALUES (new.brand, new.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- What reviewers taught with a judgement: phrases that are never written again, rules, examples.

CREATE TABLE teachings (
    brand  TEXT NOT NULL,
    number INTEGER NOT NULL,          -- 1, 2, 3
    body   BLOB NOT NULL,             -- JSON of rapport.core.teaching.Teaching
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;
