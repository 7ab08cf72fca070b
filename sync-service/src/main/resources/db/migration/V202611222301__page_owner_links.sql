-- Owners of a source go page by page, by name.
create index ix_owner_link_name on owner_link (workspace_id, connection_id, name, owner_id);
