-- What was learnt about people's next steps; numbered, never changed.

CREATE TABLE predictions (
    brand  TEXT NOT NULL,
    number INTEGER NOT NULL,
    since  INTEGER NOT NULL,          -- milliseconds, event time
    body   BLOB NOT NULL,             -- JSON of rapport.core.predictions.Predictions
    PRIMARY KEY (brand, number)
) WITHOUT ROWID;
