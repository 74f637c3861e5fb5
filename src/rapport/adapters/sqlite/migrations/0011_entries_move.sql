-- Two profiles that turn out to be one person have one first entry into a flow: an entry that moves
-- from one to the other is counted no more among the first, and that of the other takes its place.

CREATE TRIGGER entries_moved AFTER UPDATE OF profile ON entries
WHEN old.profile <> new.profile
BEGIN
    UPDATE entered_days SET profiles = profiles - 1
    WHERE brand = old.brand AND flow = old.flow AND arm = old.arm AND day = old.at / 86400000
    AND NOT EXISTS (
        SELECT 1 FROM entries WHERE brand = old.brand AND flow = old.flow
        AND profile = old.profile AND (at, key) < (old.at, old.key)
    );
    INSERT INTO entered_days
    SELECT brand, flow, arm, at / 86400000, 1 FROM entries
    WHERE brand = old.brand AND flow = old.flow AND profile = old.profile
    AND (at, key) > (old.at, old.key) AND NOT EXISTS (
        SELECT 1 FROM entries WHERE brand = old.brand AND flow = old.flow
        AND profile = old.profile AND (at, key) < (old.at, old.key)
    )
    ORDER BY at, key LIMIT 1
    ON CONFLICT DO UPDATE SET profiles = profiles + 1;

    UPDATE entered_days SET profiles = profiles - 1
    WHERE brand = new.brand AND flow = new.flow AND (arm, day) = (
        SELECT arm, at / 86400000 FROM entries
        WHERE brand = new.brand AND flow = new.flow AND profile = new.profile AND key <> new.key
        ORDER BY at, key LIMIT 1
    )
    AND NOT EXISTS (
        SELECT 1 FROM entries WHERE brand = new.brand AND flow = new.flow
        AND profile = new.profile AND (at, key) < (new.at, new.key)
    );
    INSERT INTO entered_days
    SELECT new.brand, new.flow, new.arm, new.at / 86400000, 1
    WHERE NOT EXISTS (
        SELECT 1 FROM entries WHERE brand = new.brand AND flow = new.flow
        AND profile = new.profile AND (at, key) < (new.at, new.key)
    )
    ON CONFLICT DO UPDATE SET profiles = profiles + 1;
END;

DELETE FROM entered_days;

INSERT INTO entered_days
SELECT brand, flow, arm, at / 86400000, count(*) FROM entries e
WHERE NOT EXISTS (
    SELECT 1 FROM entries x WHERE x.brand = e.brand AND x.flow = e.flow AND x.profile = e.profile
    AND (x.at, x.key) < (e.at, e.key)
)
GROUP BY 1, 2, 3, 4;
