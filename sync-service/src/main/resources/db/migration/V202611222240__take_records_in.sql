-- Keys by which core systems send their records. Only a hash is kept: who loses a key makes another one.
create table intake_key (
  workspace_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  name text not null,
  hash bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  -- How often it was used in the minute that it was last used in: all processes count together.
  minute timestamptz not null default 'epoch',
  minute_calls integer not null default 0,
  primary key (workspace_id, id)
);
create index ix_intake_key_connection_id on intake_key (workspace_id, connection_id, id);
select minori_protect('intake_key');

-- What is known of the fields of the records sent: what somebody declared, and what was seen. Kept while the connection is.
create table intake_object (
  workspace_id uuid not null,
  connection_id uuid not null,
  name text not null,
  label text not null,
  fields text not null,
  version bigint not null,
  first_at timestamptz not null,
  primary key (workspace_id, connection_id, name)
);
select minori_protect('intake_object');

-- The run that counts what a mapping is sent within an hour.
create table standing_run (
  workspace_id uuid not null,
  mapping_id uuid not null,
  mapping_version integer not null,
  hour timestamptz not null,
  run_id uuid not null,
  primary key (workspace_id, mapping_id)
);
select minori_protect('standing_run');
