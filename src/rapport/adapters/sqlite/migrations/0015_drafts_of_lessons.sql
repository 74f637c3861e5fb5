-- Which lesson took a draft along, so that taking the lesson back brings it back. 0: none did.

ALTER TABLE drafts ADD COLUMN lesson INTEGER NOT NULL DEFAULT 0;
CREATE INDEX drafts_lesson ON drafts (brand, lesson) WHERE lesson > 0;

-- Until now nothing but the reason told, in these words.

UPDATE drafts SET lesson = coalesce((
    SELECT max(t.number) FROM teachings t WHERE t.brand = drafts.brand
    AND json_valid(CAST(t.body AS TEXT))
    AND drafts.why = '''' || (CAST(t.body AS TEXT) ->> '$.text') || ''' is not written any more'
    AND NOT coalesce(CAST(t.body AS TEXT) ->> '$.withdrawn', 0)
), 0)
WHERE state = 'rejected' AND who = 'rule' AND why GLOB '''*'' is not written any more';
