-- What is watched each minute, kept up by the store itself: to count it takes seconds where there are
-- many messages, since each of them is read.

-- What became of messages, by the week in which it did; weeks count from 1970, in UTC.

CREATE TABLE message_weeks (
    brand     TEXT NOT NULL,
    flow      TEXT NOT NULL,
    framework TEXT NOT NULL,
    week      INTEGER NOT NULL,
    sent      INTEGER NOT NULL,
    held      INTEGER NOT NULL,       -- by a guardrail; words that were said before are no such hit
    PRIMARY KEY (brand, flow, framework, week)
) WITHOUT ROWID;

INSERT INTO message_weeks
SELECT brand, flow, framework, at / 604800000, sum(status = 'sent'), sum(status = 'stopped')
FROM messages
WHERE status = 'sent' OR (
    status = 'stopped' AND reason GLOB 'guardrail: *' AND reason NOT GLOB 'guardrail: said before (*'
)
GROUP BY 1, 2, 3, 4;

CREATE TRIGGER messages_counted AFTER INSERT ON messages
WHEN new.status = 'sent' OR (
    new.status = 'stopped' AND new.reason GLOB 'guardrail: *'
    AND new.reason NOT GLOB 'guardrail: said before (*'
)
BEGIN
    INSERT INTO message_weeks VALUES (
        new.brand, new.flow, new.framework, new.at / 604800000,
        new.status = 'sent', new.status = 'stopped'
    )
    ON CONFLICT DO UPDATE SET sent = sent + excluded.sent, held = held + excluded.held;
END;

CREATE TRIGGER messages_not_counted_any_more AFTER DELETE ON messages
WHEN old.status = 'sent' OR (
    old.status = 'stopped' AND old.reason GLOB 'guardrail: *'
    AND old.reason NOT GLOB 'guardrail: said before (*'
)
BEGIN
    UPDATE message_weeks
    SET sent = sent - (old.status = 'sent'), held = held - (old.status = 'stopped')
    WHERE brand = old.brand AND flow = old.flow AND framework = old.framework
    AND week = old.at / 604800000;
END;

CREATE TRIGGER messages_counted_no_more AFTER UPDATE OF status, at, reason ON messages
WHEN old.status = 'sent' OR (
    old.status = 'stopped' AND old.reason GLOB 'guardrail: *'
    AND old.reason NOT GLOB 'guardrail: said before (*'
)
BEGIN
    UPDATE message_weeks
    SET sent = sent - (old.status = 'sent'), held = held - (old.status = 'stopped')
    WHERE brand = old.brand AND flow = old.flow AND framework = old.framework
    AND week = old.at / 604800000;
END;

CREATE TRIGGER messages_counted_anew AFTER UPDATE OF status, at, reason ON messages
WHEN new.status = 'sent' OR (
    new.status = 'stopped' AND new.reason GLOB 'guardrail: *'
    AND new.reason NOT GLOB 'guardrail: said before (*'
)
BEGIN
    INSERT INTO message_weeks VALUES (
        new.brand, new.flow, new.framework, new.at / 604800000,
        new.status = 'sent', new.status = 'stopped'
    )
    ON CONFLICT DO UPDATE SET sent = sent + excluded.sent, held = held + excluded.held;
END;

-- The first of the weeks is counted in part: these are read for it, and no message is.

CREATE INDEX messages_sent ON messages (brand, at, flow, framework) WHERE status = 'sent';
CREATE INDEX messages_held ON messages (brand, at, flow, framework)
    WHERE status = 'stopped' AND reason GLOB 'guardrail: *'
    AND reason NOT GLOB 'guardrail: said before (*';
CREATE INDEX opt_outs_by_time ON opt_outs (brand, at, message, reason);

-- Profiles by the arm and day (UTC) in which they first entered a flow.

CREATE TABLE entered_days (
    brand    TEXT NOT NULL,
    flow     TEXT NOT NULL,
    arm      TEXT NOT NULL,
    day      INTEGER NOT NULL,
    profiles INTEGER NOT NULL,
    PRIMARY KEY (brand, flow, arm, day)
) WITHOUT ROWID;

CREATE INDEX entries_by_time ON entries (brand, flow, at, profile, arm);

INSERT INTO entered_days
SELECT brand, flow, arm, at / 86400000, count(*) FROM entries e
WHERE NOT EXISTS (
    SELECT 1 FROM entries x WHERE x.brand = e.brand AND x.flow = e.flow AND x.profile = e.profile
    AND (x.at, x.key) < (e.at, e.key)
)
GROUP BY 1, 2, 3, 4;

-- An entry that is told of late may be the first one after all: then the one before it was not.

CREATE TRIGGER entries_counted AFTER INSERT ON entries
WHEN NOT EXISTS (
    SELECT 1 FROM entries WHERE brand = new.brand AND flow = new.flow AND profile = new.profile
    AND (at, key) < (new.at, new.key)
)
BEGIN
    UPDATE entered_days SET profiles = profiles - 1
    WHERE brand = new.brand AND flow = new.flow AND (arm, day) = (
        SELECT arm, at / 86400000 FROM entries
        WHERE brand = new.brand AND flow = new.flow AND profile = new.profile AND key <> new.key
        ORDER BY at, key LIMIT 1
    );
    INSERT INTO entered_days VALUES (new.brand, new.flow, new.arm, new.at / 86400000, 1)
    ON CONFLICT DO UPDATE SET profiles = profiles + 1;
END;

CREATE TRIGGER entries_counted_no_more AFTER DELETE ON entries
WHEN NOT EXISTS (
    SELECT 1 FROM entries WHERE brand = old.brand AND flow = old.flow AND profile = old.profile
    AND (at, key) < (old.at, old.key)
)
BEGIN
    UPDATE entered_days SET profiles = profiles - 1
    WHERE brand = old.brand AND flow = old.flow AND arm = old.arm AND day = old.at / 86400000;
    INSERT INTO entered_days
    SELECT brand, flow, arm, at / 86400000, 1 FROM entries
    WHERE brand = old.brand AND flow = old.flow AND profile = old.profile
    ORDER BY at, key LIMIT 1
    ON CONFLICT DO UPDATE SET profiles = profiles + 1;
END;
