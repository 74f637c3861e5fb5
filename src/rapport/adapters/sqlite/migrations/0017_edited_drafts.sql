-- Drafts that somebody edited are told apart from those that were rejected, and found from what they
-- became.

CREATE INDEX IF NOT EXISTS drafts_edited ON drafts (brand, became) WHERE became <> '';
