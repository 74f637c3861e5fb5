-- What was stopped, by whom and why. A stop holds while it has no end; ended ones stay.

CREATE TABLE stops (
    number     INTEGER PRIMARY KEY,
    brand      TEXT NOT NULL,         -- empty: every brand of the installation
    kind       TEXT NOT NULL,         -- everything, brand, flow, framework, message
    key        TEXT NOT NULL,
    since      INTEGER NOT NULL,
    who        TEXT NOT NULL,
    why        TEXT NOT NULL,
    by_rule    INTEGER NOT NULL,
    until      INTEGER,               -- NULL while it holds
    resumed_by TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX stops_that_hold ON stops (brand, kind, key) WHERE until IS NULL;

-- Which framework a message is of, so that a stopped one is passed over without being read.

ALTER TABLE outbox ADD COLUMN framework TEXT NOT NULL DEFAULT '';
UPDATE outbox SET framework = coalesce(json_extract(CAST(body AS TEXT), '$.framework'), '');
ALTER TABLE messages ADD COLUMN framework TEXT NOT NULL DEFAULT '';

-- The scan for what is due, and for what lapses, reads these and no row.

CREATE INDEX outbox_waiting ON outbox (brand, next_try_at, key, flow, framework)
    WHERE status = 'waiting';
CREATE INDEX outbox_lapsing ON outbox (brand, valid_until, key, flow, framework)
    WHERE status = 'waiting';
