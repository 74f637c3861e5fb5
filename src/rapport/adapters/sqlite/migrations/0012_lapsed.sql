-- The report asks who was told nothing because of a stop: this index is read for it, and no message.

CREATE INDEX messages_lapsed ON messages (brand, flow, profile)
    WHERE status = 'stopped' AND reason GLOB 'stopped: *';
