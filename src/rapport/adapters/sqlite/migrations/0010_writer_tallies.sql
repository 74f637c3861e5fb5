-- What a language model was asked for each framework in a day, what came of it, and whose words messages got.

CREATE TABLE writer_tallies (
    brand     TEXT NOT NULL,
    day       INTEGER NOT NULL,       -- days since 1970-01-01 on the brand's clock
    framework TEXT NOT NULL,
    what      TEXT NOT NULL,          -- as rapport.app.writer_usage has it
    count     INTEGER NOT NULL,
    PRIMARY KEY (brand, day, framework, what)
) WITHOUT ROWID;
