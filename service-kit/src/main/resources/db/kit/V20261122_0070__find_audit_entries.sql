-- The trail is read newest first, by who, by what was done, by what it was done to.
create index ix_audit_entry_recorded on audit_entry (workspace_id, recorded_at, entry_id);
create index ix_audit_entry_actor on audit_entry (workspace_id, actor, recorded_at, entry_id);
create index ix_audit_entry_action on audit_entry (workspace_id, action, recorded_at, entry_id);
create index ix_audit_entry_subject_recorded
  on audit_entry (workspace_id, subject_type, subject_id, recorded_at, entry_id);
drop index ix_audit_entry_subject;
