-- Offers' budgets: what was used of them, and what messages have promised.

CREATE TABLE offer_uses (
    brand    TEXT NOT NULL,
    key      TEXT NOT NULL,           -- of the offer and the order: each use once
    profile  TEXT NOT NULL,
    offer    TEXT NOT NULL,
    order_id TEXT NOT NULL,
    at       INTEGER NOT NULL,
    cost     INTEGER NOT NULL,        -- minor units
    message  TEXT NOT NULL,           -- the one that had promised it; empty where none did
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;
CREATE INDEX offer_uses_by_time ON offer_uses (brand, offer, at);

CREATE TABLE promises (
    brand   TEXT NOT NULL,
    key     TEXT NOT NULL,            -- the message
    profile TEXT NOT NULL,
    offer   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    stopped INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;
CREATE INDEX promises_by_time ON promises (brand, offer, at) WHERE NOT stopped;
