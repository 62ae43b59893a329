-- A thread named the family of its act, a grouping that nothing read: whether a thread may pass from one act to another is asked of the acts.

ALTER TABLE threads DROP COLUMN family;
