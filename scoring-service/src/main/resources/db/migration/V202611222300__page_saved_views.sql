-- Saved views of all screens go page by page, by name.
create index ix_saved_view_name on saved_view (workspace_id, name, view_id);
