-- To say what a change was before, every claim of its snapshot was read; and the full-text index of claims was written out after every
-- claim, since each was a statement of its own. Claims are now found by their place, and a snapshot's are indexed together.

-- Serves: the claim at a change's place.
CREATE INDEX claims_by_place ON claims (snapshot_id, evidence_start);
DROP TRIGGER claims_index;
