-- Decisions to say nothing are listed by brand, flow and kind, however rare: this index is gone
-- through for that, and no decision is read but those that are shown.

ALTER TABLE decisions ADD COLUMN silence TEXT;  -- as rapport.core.silence has it; NULL where none

UPDATE decisions SET silence = CASE coalesce(json_extract(CAST(body AS TEXT), '$.reason'), '')
    WHEN '' THEN 'chosen' WHEN 'holdout' THEN 'holdout' ELSE 'stopped' END
WHERE CASE WHEN json_valid(CAST(body AS TEXT))  -- a damaged one is listed nowhere
    THEN json_extract(CAST(body AS TEXT), '$.action.hold')
    AND json_extract(CAST(body AS TEXT), '$.stage') <> 'put off' END;

CREATE INDEX decisions_silent ON decisions (brand, position, flow, silence)
    WHERE silence IS NOT NULL;
