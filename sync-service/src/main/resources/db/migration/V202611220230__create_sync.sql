-- Workspaces and their people: this service owns them and tells the others.
create table workspace (
  workspace_id uuid primary key,
  name text not null,
  zone text not null,
  fiscal_year_start_month integer not null check (fiscal_year_start_month between 1 and 12),
  currency text not null,
  visibility text not null check (visibility in ('all', 'owner-and-team')),
  version bigint not null
);
select minori_protect('workspace');

create table member (
  workspace_id uuid not null,
  id uuid not null,
  subject text not null,
  name text not null,
  email text not null,
  language text not null check (language in ('ja', 'en')),
  zone text not null,
  team_ids uuid[] not null,
  active boolean not null,
  version bigint not null,
  primary key (workspace_id, id),
  constraint uq_member_subject unique (workspace_id, subject)
);
create index ix_member_email on member (workspace_id, email);
select minori_protect('member');

create table team (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  active boolean not null,
  version bigint not null,
  primary key (workspace_id, id)
);
select minori_protect('team');

-- Connections. Secrets lie apart, sealed for exactly their workspace, connection and field.
create table connection (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  system text not null,
  settings text not null,
  version bigint not null,
  blocked_until timestamptz,
  blocked_reason text,
  needs_reconnect boolean not null default false,
  allowance_used bigint,
  allowance_limit bigint,
  primary key (workspace_id, id),
  constraint uq_connection_name unique (workspace_id, name)
);
select minori_protect('connection');

create table connection_secret (
  workspace_id uuid not null,
  connection_id uuid not null,
  field text not null,
  sealed bytea not null,
  primary key (workspace_id, connection_id, field)
);
select minori_protect('connection_secret');

create table owner_link (
  workspace_id uuid not null,
  connection_id uuid not null,
  owner_id text not null,
  name text not null,
  email text,
  member_id uuid,
  by_hand boolean not null,
  primary key (workspace_id, connection_id, owner_id)
);
select minori_protect('owner_link');

-- Table mappings: a draft that changes and published versions that never do.
create table table_mapping (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  connection_id uuid not null,
  object_name text not null,
  dataset text not null,
  draft text not null,
  published_version integer,
  version bigint not null,
  primary key (workspace_id, id),
  constraint uq_table_mapping_name unique (workspace_id, name)
);
select minori_protect('table_mapping');

create table table_mapping_version (
  workspace_id uuid not null,
  mapping_id uuid not null,
  version integer not null,
  document text not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (workspace_id, mapping_id, version)
);
select minori_protect('table_mapping_version');

create table mapping_progress (
  workspace_id uuid not null,
  mapping_id uuid not null,
  watermark timestamptz,
  first_load_done boolean not null default false,
  wide_read_at timestamptz,
  id_scan_at timestamptz,
  primary key (workspace_id, mapping_id)
);
select minori_protect('mapping_progress');

-- Runs.
create table sync_run (
  workspace_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  mapping_id uuid not null,
  mapping_version integer not null,
  object_name text not null,
  kind text not null check (kind in ('full', 'incremental', 'republish', 'remap')),
  state text not null check (state in ('waiting', 'running', 'succeeded', 'failed')),
  first_load boolean not null,
  phase text not null,
  resume_at text,
  read_count bigint not null default 0,
  added_count bigint not null default 0,
  changed_count bigint not null default 0,
  unchanged_count bigint not null default 0,
  removed_count bigint not null default 0,
  rejected_count bigint not null default 0,
  api_calls bigint not null default 0,
  watermark_before timestamptz,
  watermark_after timestamptz,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  error_code text,
  error_ja text,
  error_en text,
  primary key (workspace_id, id)
);
create index ix_sync_run_mapping on sync_run (workspace_id, mapping_id, id);
select minori_protect('sync_run');

-- Ids met by a full read or an id scan, to find what is gone; emptied when the run ends.
create table run_seen (
  workspace_id uuid not null,
  run_id uuid not null,
  record_id text not null,
  primary key (workspace_id, run_id, record_id)
);
select minori_protect('run_seen');

-- Source rows as they were read. Canonical UTF-8 JSON as bytes: JSONB refuses NUL and half surrogates.
create sequence source_version as bigint;
grant usage on sequence source_version to ${app};

create table raw_record (
  workspace_id uuid not null,
  connection_id uuid not null,
  object_name text not null,
  record_id text not null,
  version bigint not null,
  hash bytea not null,
  body bytea not null,
  changed_at timestamptz,
  deleted boolean not null,
  erased boolean not null default false,
  read_at timestamptz not null,
  primary key (workspace_id, connection_id, object_name, record_id)
);
select minori_protect('raw_record');

create table raw_history (
  workspace_id uuid not null,
  connection_id uuid not null,
  object_name text not null,
  record_id text not null,
  version bigint not null,
  hash bytea not null,
  body bytea not null,
  changed_at timestamptz,
  deleted boolean not null,
  read_at timestamptz not null,
  primary key (workspace_id, connection_id, object_name, record_id, version, read_at)
) partition by range (read_at);
create table raw_history_default partition of raw_history default;
select minori_protect('raw_history');

-- What each mapping last told of each record.
create table fact_record (
  workspace_id uuid not null,
  mapping_id uuid not null,
  record_id text not null,
  fact_id uuid not null,
  customer_id uuid not null,
  raw_version bigint not null,
  mapping_version integer not null,
  source_version bigint not null,
  fact_hash bytea not null,
  removed boolean not null,
  primary key (workspace_id, mapping_id, record_id)
);
create index ix_fact_record_fact_id on fact_record (workspace_id, fact_id);
select minori_protect('fact_record');

create table customer_identity (
  workspace_id uuid not null,
  connection_id uuid not null,
  object_name text not null,
  record_id text not null,
  customer_id uuid not null,
  customer_code text,
  primary key (workspace_id, connection_id, object_name, record_id)
);
create index ix_customer_identity_customer_code on customer_identity (workspace_id, customer_code);
create index ix_customer_identity_customer_id on customer_identity (workspace_id, customer_id);
select minori_protect('customer_identity');

create table quarantine_entry (
  workspace_id uuid not null,
  mapping_id uuid not null,
  record_id text not null,
  id uuid not null,
  run_id uuid not null,
  raw_version bigint not null,
  mapping_version integer not null,
  reason text not null,
  field text,
  sample text,
  detail_ja text not null,
  detail_en text not null,
  customer_link text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, mapping_id, record_id)
);
create index ix_quarantine_entry_id on quarantine_entry (workspace_id, id);
create index ix_quarantine_entry_link on quarantine_entry (workspace_id, mapping_id, customer_link)
  where reason = 'customer-not-found';
select minori_protect('quarantine_entry');

-- Which mapping is due when, and which run is whose turn: pods claim across all workspaces before any is bound.
create table mapping_schedule (
  workspace_id uuid not null,
  mapping_id uuid not null,
  connection_id uuid not null,
  object_name text not null,
  rank integer not null,
  every_seconds integer not null,
  due_at timestamptz not null,
  primary key (workspace_id, mapping_id)
);
create index ix_mapping_schedule_due_at on mapping_schedule (due_at);
grant select, insert, update, delete on mapping_schedule to ${app};
insert into system_table (table_name, reason) values
  ('mapping_schedule', 'ids and times only: the scheduler looks for due mappings before it acts for a workspace');

create table run_ticket (
  workspace_id uuid not null,
  run_id uuid not null,
  connection_id uuid not null,
  mapping_id uuid not null,
  object_name text not null,
  rank integer not null,
  heavy boolean not null,
  not_before timestamptz not null,
  holder uuid,
  lease_until timestamptz,
  primary key (workspace_id, run_id)
);
create index ix_run_ticket_connection on run_ticket (workspace_id, connection_id);
grant select, insert, update, delete on run_ticket to ${app};
insert into system_table (table_name, reason) values
  ('run_ticket', 'ids and leases only: pods claim runs before they act for a workspace');
