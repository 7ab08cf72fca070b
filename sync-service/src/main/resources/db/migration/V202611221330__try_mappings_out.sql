-- A version that took an older one up again says which.
alter table table_mapping_version add column restores integer;

-- What a mapping would do, tried on live data. A row is kept for a week: the partition goes with it.
create table dry_run (
  workspace_id uuid not null,
  id uuid not null,
  mapping_id uuid not null,
  mapping_revision bigint not null,
  published_version integer,
  document text not null,
  state text not null check (state in ('running', 'succeeded', 'failed')),
  row_limit integer not null,
  whole boolean not null default false,
  expected_count bigint,
  full_run_calls bigint,
  read_count bigint not null default 0,
  added_count bigint not null default 0,
  changed_count bigint not null default 0,
  unchanged_count bigint not null default 0,
  unmatched_count bigint not null default 0,
  rejected_count bigint not null default 0,
  removed_count bigint not null default 0,
  api_calls bigint not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  alive_until timestamptz not null,
  finished_at timestamptz,
  error_code text,
  error_ja text,
  error_en text,
  primary key (workspace_id, id)
);
create index ix_dry_run_mapping_id on dry_run (workspace_id, mapping_id, id);
select minori_protect('dry_run');

create table dry_run_row (
  workspace_id uuid not null,
  dry_run_id uuid not null,
  asked_at timestamptz not null,
  number bigint not null,
  record_id text not null,
  record_url text,
  outcome text not null,
  customer_id uuid,
  changes text not null,
  reason text,
  field text,
  sample text,
  detail_ja text,
  detail_en text,
  primary key (workspace_id, dry_run_id, number, asked_at)
) partition by range (asked_at);
create table dry_run_row_default partition of dry_run_row default;
create index ix_dry_run_row_outcome on dry_run_row (workspace_id, dry_run_id, outcome, number);
select minori_protect('dry_run_row');
