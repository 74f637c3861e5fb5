-- People in charge of a brand. A token is shown once; what is kept of it is a salted hash.

CREATE TABLE people (
    brand  TEXT NOT NULL,
    name   TEXT NOT NULL,
    role   TEXT NOT NULL,             -- viewer, author, reviewer, publisher
    salt   TEXT NOT NULL,
    digest TEXT NOT NULL,
    since  INTEGER NOT NULL,
    PRIMARY KEY (brand, name)
) WITHOUT ROWID;
