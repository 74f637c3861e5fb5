-- Which stops of a brand somebody's everything made, so that theirs ends those and no others.

ALTER TABLE stops ADD COLUMN of_everything INTEGER NOT NULL DEFAULT 0;
