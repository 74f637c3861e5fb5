-- What a language model was asked for, and what it took.

CREATE TABLE errands (
    brand    TEXT NOT NULL,
    key      TEXT NOT NULL,           -- a hash of what for
    asked_at INTEGER NOT NULL,
    done_at  INTEGER NOT NULL,        -- 0 while the model is at it
    result   TEXT NOT NULL,
    draft    TEXT NOT NULL,
    PRIMARY KEY (brand, key)
) WITHOUT ROWID;

CREATE TABLE writer_use (
    brand     TEXT NOT NULL,
    day       INTEGER NOT NULL,       -- days since 1970-01-01 on the brand's clock
    questions INTEGER NOT NULL,
    tokens    INTEGER NOT NULL,
    PRIMARY KEY (brand, day)
) WITHOUT ROWID;
