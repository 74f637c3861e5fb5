-- When a server last looked for what is due, to know at the next start how long nobody did. One row;
-- a file from before knows when it last took something in.

CREATE TABLE rounds (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at  INTEGER NOT NULL
);

INSERT INTO rounds SELECT 1, last FROM (SELECT MAX(received_at) AS last FROM events)
WHERE last IS NOT NULL;
