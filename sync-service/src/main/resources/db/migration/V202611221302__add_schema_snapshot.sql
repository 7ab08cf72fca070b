-- How an object of a source looked, each time it looked otherwise than before. Kept while its connection is.
create table schema_snapshot (
  workspace_id uuid not null,
  connection_id uuid not null,
  object_name text not null,
  number integer not null,
  seen_at timestamptz not null,
  body text not null,
  primary key (workspace_id, connection_id, object_name, number)
);
select minori_protect('schema_snapshot');

-- What changed from one look to the next, field by field.
create table schema_change (
  workspace_id uuid not null,
  id uuid not null,
  version bigint not null,
  connection_id uuid not null,
  object_name text not null,
  kind text not null check (kind in ('added', 'removed', 'retyped', 'made-required', 'access-lost')),
  field text not null,
  label text not null,
  before text,
  after text,
  seen_at timestamptz not null,
  primary key (workspace_id, id)
);
create index ix_schema_change_connection on schema_change (workspace_id, connection_id, id);
select minori_protect('schema_change');
select minori_watch('schema_change', 'schema-change', 'version', null, null);
