-- Sessions of the console that somebody ended before their time. They are of the whole installation,
-- as a visitor may have several brands; what is kept of one is a hash of its cookie.

CREATE TABLE ended_sessions (
    session TEXT NOT NULL PRIMARY KEY,
    until   INTEGER NOT NULL          -- when it would have ended by itself
) WITHOUT ROWID;
