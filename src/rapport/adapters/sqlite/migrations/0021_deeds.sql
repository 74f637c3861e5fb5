-- The pages of policies and releases read the few entries that are about these, however long the log
-- is. What cannot be read is no deed: it is found by whoever looks through all of it.

CREATE INDEX audit_log_by_deed ON audit_log (
    brand,
    CASE WHEN json_valid(CAST(body AS TEXT)) THEN json_extract(CAST(body AS TEXT), '$.did') END,
    number
);
