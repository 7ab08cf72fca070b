-- Up to where a source vouched that every change could be seen, and when everything was last compared with it.
alter table mapping_progress add column certain_until timestamptz, add column assured_at timestamptz,
  add column reconciled_at timestamptz;
alter table sync_run add column certain_until timestamptz, add column kept_count bigint;
alter table sync_run drop constraint sync_run_kind_check;
alter table sync_run add constraint sync_run_kind_check
  check (kind in ('full', 'incremental', 'reconciliation', 'republish', 'remap'));

-- What comparing a mapping with its source found; the run that compared has the same id. Kept as long as runs are.
create table reconciliation (
  workspace_id uuid not null,
  run_id uuid not null,
  connection_id uuid not null,
  mapping_id uuid not null,
  object_name text not null,
  method text not null check (method in ('full-read', 'comparison')),
  started_at timestamptz not null,
  finished_at timestamptz,
  expected bigint not null,
  kept bigint not null,
  missing bigint not null,
  stale bigint not null,
  extra bigint not null,
  recent bigint not null,
  left_out bigint not null,
  held bigint not null,
  windows integer not null,
  windows_compared integer not null,
  primary key (workspace_id, run_id)
);
create index ix_reconciliation_mapping on reconciliation (workspace_id, mapping_id, run_id);
select minori_protect('reconciliation');
