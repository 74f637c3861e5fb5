-- Brands: what each has published, learnt and sells; numbered, never changed.

CREATE TABLE releases (
    brand  TEXT NOT NULL,
    number INTEGER NOT NULL,
    since  INTEGER NOT NULL,          -- milliseconds, event time
    body   BLOB NOT NULL,             -- JSON of rapport.core.blueprint.Release
    digest TEXT NOT NULL,             -- of the body without number and since
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;

CREATE TABLE policies (
    brand  TEXT NOT NULL,
    number INTEGER NOT NULL,
    since  INTEGER NOT NULL,
    body   BLOB NOT NULL,             -- JSON of rapport.core.policy.Policy
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;

CREATE TABLE catalogues (
    brand  TEXT NOT NULL,
    number INTEGER NOT NULL,
    since  INTEGER NOT NULL,
    body   BLOB NOT NULL,             -- JSON of rapport.core.blueprint.Catalogue
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;

CREATE TABLE learners (
    brand    TEXT PRIMARY KEY,
    position INTEGER NOT NULL,        -- outcomes up to here are in the evidence
    evidence BLOB NOT NULL
) WITHOUT ROWID;

-- People: who they are (contacts), how they are known (identifiers), what is remembered (states).

CREATE TABLE identifiers (
    brand   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    value   TEXT NOT NULL,
    profile TEXT NOT NULL,
    PRIMARY KEY (brand, kind, value)
) WITHOUT ROWID;
CREATE INDEX identifiers_by_profile ON identifiers (brand, profile);

CREATE TABLE contacts (
    brand   TEXT NOT NULL,
    profile TEXT NOT NULL,
    body    BLOB NOT NULL,            -- JSON of rapport.core.events.Contact
    PRIMARY KEY (brand, profile)
) WITHOUT ROWID;

CREATE TABLE states (
    brand    TEXT NOT NULL,
    profile  TEXT NOT NULL,
    next_due INTEGER,                 -- the soonest timer; NULL where there is none
    state    BLOB NOT NULL,           -- rapport.core.codec
    PRIMARY KEY (brand, profile)
) WITHOUT ROWID;
CREATE INDEX states_due ON states (brand, next_due) WHERE next_due IS NOT NULL;

-- The log: what happened, in the order in which it was taken in. Never changed.

CREATE TABLE events (
    position    INTEGER PRIMARY KEY,
    brand       TEXT NOT NULL,
    id          TEXT NOT NULL,
    profile     TEXT NOT NULL,
    type        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    source      TEXT NOT NULL,
    backfill    INTEGER NOT NULL,
    clock       INTEGER NOT NULL,     -- the profile's clock just before: what a replay starts from
    body        BLOB NOT NULL         -- JSON of the event's body
);
CREATE UNIQUE INDEX events_by_id ON events (brand, id);
CREATE INDEX events_by_profile ON events (brand, profile, position);

CREATE TABLE order_refs (
    brand TEXT NOT NULL,
    ref   TEXT NOT NULL,              -- every name that an order is known under
    PRIMARY KEY (brand, ref)
) WITHOUT ROWID;

CREATE TABLE counts (
    brand TEXT NOT NULL,
    name  TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (brand, name)
) WITHOUT ROWID;

-- What followed: permanent records, written together with the state that led to them.

CREATE TABLE decisions (
    position INTEGER PRIMARY KEY,
    brand    TEXT NOT NULL,
    id       TEXT NOT NULL,
    profile  TEXT NOT NULL,
    flow     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    body     BLOB NOT NULL            -- JSON of rapport.core.decision.Decision
);
CREATE UNIQUE INDEX decisions_by_id ON decisions (brand, id);
CREATE INDEX decisions_by_profile ON decisions (brand, profile, position);

CREATE TABLE outcomes (
    position INTEGER PRIMARY KEY,
    brand    TEXT NOT NULL,
    decision TEXT NOT NULL,
    at       INTEGER NOT NULL,
    body     BLOB NOT NULL            -- JSON of rapport.core.effects.OutcomeClosed
);
CREATE UNIQUE INDEX outcomes_by_decision ON outcomes (brand, decision);

CREATE TABLE entries (
    brand   TEXT NOT NULL,
    profile TEXT NOT NULL,
    flow    TEXT NOT NULL,
    run     INTEGER NOT NULL,
    arm     TEXT NOT NULL,
    bucket  INTEGER NOT NULL,
    release INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    key     TEXT NOT NULL,
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;
CREATE INDEX entries_by_flow ON entries (brand, flow, profile, at);

CREATE TABLE exits (
    brand   TEXT NOT NULL,
    key     TEXT NOT NULL,
    profile TEXT NOT NULL,
    flow    TEXT NOT NULL,
    run     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;

CREATE TABLE orders (
    brand    TEXT NOT NULL,
    key      TEXT NOT NULL,
    profile  TEXT NOT NULL,
    order_id TEXT NOT NULL,
    at       INTEGER NOT NULL,
    revenue  INTEGER NOT NULL,        -- minor units; negative in a reversal
    margin   INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    placed   INTEGER NOT NULL,        -- 1 for an order, 0 for money that went back
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;
CREATE INDEX orders_by_profile ON orders (brand, profile, at);

CREATE TABLE opt_outs (
    brand   TEXT NOT NULL,
    key     TEXT NOT NULL,
    profile TEXT NOT NULL,
    at      INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;
CREATE INDEX opt_outs_by_profile ON opt_outs (brand, profile, at);

CREATE TABLE consent_ledger (
    position        INTEGER PRIMARY KEY,
    brand           TEXT NOT NULL,
    key             TEXT NOT NULL,
    profile         TEXT NOT NULL,
    at              INTEGER NOT NULL,
    channel         TEXT NOT NULL,
    purpose         TEXT NOT NULL,
    status          TEXT NOT NULL,
    source          TEXT NOT NULL,
    method          TEXT NOT NULL,
    wording         TEXT NOT NULL,
    wording_version TEXT NOT NULL,
    double_opt_in   INTEGER NOT NULL
);
CREATE UNIQUE INDEX consent_by_key ON consent_ledger (brand, key);

-- Messages: on their way (outbox), and as they were written and what became of them.

CREATE TABLE outbox (
    brand       TEXT NOT NULL,
    key         TEXT NOT NULL,
    profile     TEXT NOT NULL,
    flow        TEXT NOT NULL,
    valid_until INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    status      TEXT NOT NULL DEFAULT 'waiting',   -- waiting, sending
    error       TEXT NOT NULL DEFAULT '',
    body        BLOB NOT NULL,        -- JSON of rapport.core.effects.Send
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (brand, next_try_at);

CREATE TABLE messages (
    brand      TEXT NOT NULL,
    key        TEXT NOT NULL,
    profile    TEXT NOT NULL,
    flow       TEXT NOT NULL,
    point      TEXT NOT NULL,
    decision   TEXT NOT NULL,
    arm        TEXT NOT NULL,
    at         INTEGER NOT NULL,
    status     TEXT NOT NULL,         -- sending, sent, stopped, unclear
    reason     TEXT NOT NULL DEFAULT '',
    clicked_at INTEGER,
    subject    TEXT NOT NULL,
    body       BLOB,                  -- JSON of rapport.core.message.Message; NULL if never written
    PRIMARY KEY (brand, key)
);
CREATE INDEX messages_by_time ON messages (brand, at);
CREATE INDEX messages_by_profile ON messages (brand, profile, at);
