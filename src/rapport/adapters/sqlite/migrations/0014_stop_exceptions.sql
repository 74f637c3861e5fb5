-- Brands that somebody in charge of them resumed out of a stop of everything, which goes on for
-- the others. A brand that is not named here stays stopped, one that comes later too.

CREATE TABLE stop_exceptions (
    stop  INTEGER NOT NULL REFERENCES stops (number),
    brand TEXT NOT NULL,
    at    INTEGER NOT NULL,
    who   TEXT NOT NULL,
    PRIMARY KEY (stop, brand)
) WITHOUT ROWID;
