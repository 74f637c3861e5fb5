-- How many decisions to say nothing there were since a moment, and when the last one was: they stand
-- in the order in which they were made, which for what was told late is not that of their moments.

CREATE INDEX decisions_silent_at ON decisions (brand, at) WHERE silence IS NOT NULL;
