-- What a run decided when it began: its end must not note a read or a scan that only became due while it ran.
alter table sync_run add column reads_wide boolean, add column scans_ids boolean, add column decided_at timestamptz;
