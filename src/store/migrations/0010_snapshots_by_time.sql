-- Whether a version is there already was asked of all versions of its report, behind the bytes and the text of each, so that importing a
-- folder again took time with the square of its files.

-- Serves: the versions beside a time, and a report's newest, without a look behind the bytes and the text of each.
CREATE INDEX snapshots_by_time ON snapshots (report_id, coalesce(captured_at, published_at), id, sha256);
