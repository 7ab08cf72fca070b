-- The list of what waits goes page by page, longest waiting first.
create index ix_parked_key_page on parked_key (workspace_id, parked_at, channel, message_key);
