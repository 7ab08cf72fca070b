-- Writes that clients may repeat. Kept 24 hours; forgotten as the workspace writes on.
create table idempotency_key (
  workspace_id uuid not null,
  subject text not null,
  idempotency_key text not null,
  request_digest bytea not null,
  answer bytea,
  created_at timestamptz not null,
  primary key (workspace_id, subject, idempotency_key)
);
create index ix_idempotency_key_created on idempotency_key (workspace_id, created_at);
select minori_protect('idempotency_key');

-- The audit trail of each workspace. Kept for ever; details can be erased, entries cannot be changed or removed.
create table audit_entry (
  workspace_id uuid not null,
  entry_id uuid not null,
  recorded_at timestamptz not null,
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  salt bytea,
  details bytea,
  details_digest bytea not null,
  sequence bigint,
  seal bytea,
  primary key (workspace_id, entry_id)
);
create unique index ux_audit_entry_sequence on audit_entry (workspace_id, sequence);
create index ix_audit_entry_unsealed on audit_entry (workspace_id, recorded_at) where sequence is null;
create index ix_audit_entry_subject on audit_entry (workspace_id, subject_type, subject_id);
select minori_protect('audit_entry');
revoke update, delete on audit_entry from ${app};
grant update (sequence, seal) on audit_entry to ${app};
revoke update, delete on audit_entry from ${erase};
grant update (salt, details) on audit_entry to ${erase};

create table audit_chain (
  workspace_id uuid primary key,
  sequence bigint not null,
  seal bytea not null,
  signature bytea not null
);
select minori_protect('audit_chain');
revoke delete on audit_chain from ${app};
revoke update, delete on audit_chain from ${erase};

-- The trail of what concerns no workspace; workspace_id is the nil UUID, so that the columns are the same.
create table audit_system_entry (like audit_entry including defaults including constraints including indexes);
create table audit_system_chain (like audit_chain including defaults including constraints including indexes);
grant select, insert on audit_system_entry to ${app};
grant update (sequence, seal) on audit_system_entry to ${app};
grant select, insert, update on audit_system_chain to ${app};

-- Which chains have entries to seal: the sealer binds one workspace after the other.
create table audit_pending (
  workspace_id uuid not null,
  position bigint generated always as identity,
  primary key (workspace_id, position)
);
grant select, insert, delete on audit_pending to ${app};
insert into system_table values
  ('audit_system_entry', 'the audit trail of what concerns no workspace'),
  ('audit_system_chain', 'the end of that trail'),
  ('audit_pending', 'ids of workspaces only: the sealer must see which of them to bind');
