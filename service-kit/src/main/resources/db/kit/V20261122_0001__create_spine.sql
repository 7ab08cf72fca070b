-- Every tenant table is protected by this one function: row-level security, forced, without missing_ok, so that a
-- statement that names no workspace fails instead of seeing an empty world.
create function minori_protect(target regclass) returns void language plpgsql as
$$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy workspace_only on %s to ${app}, ${erase} '
    'using (workspace_id = current_setting(''minori.workspace'')::uuid) '
    'with check (workspace_id = current_setting(''minori.workspace'')::uuid)', target);
  execute format('grant select, insert, update, delete on %s to ${app}', target);
  execute format('grant select, update, delete on %s to ${erase}', target);
end
$$;
revoke all on function minori_protect(regclass) from public;

-- Tables without a tenant, each with its reason; the catalogue test accepts a table with a policy or one listed here.
create table system_table (
  table_name text primary key,
  reason text not null
);
insert into system_table (table_name, reason) values
  ('system_table', 'this list'),
  ('flyway_schema_history', 'migrations concern the whole database');
grant select on system_table to ${app};

-- Partitions are made ahead by the owner; rows outside of them fall into the default partition.
create function minori_make_partitions(parent regclass, step interval, first_day date, last_day date)
returns integer language plpgsql as
$$
declare
  from_day date := date_trunc(case when step = interval '1 month' then 'month' else 'day' end, first_day)::date;
  to_day date;
  made integer := 0;
  partition_name text;
begin
  while from_day <= last_day loop
    to_day := (from_day + step)::date;
    partition_name := format('%s_%s', parent, to_char(from_day, case when step = interval '1 month' then 'YYYYMM' else 'YYYYMMDD' end));
    if to_regclass(partition_name) is null then
      execute format('create table %s partition of %s for values from (%L) to (%L)', partition_name, parent, from_day, to_day);
      made := made + 1;
    end if;
    from_day := to_day;
  end loop;
  return made;
end
$$;
revoke all on function minori_make_partitions(regclass, interval, date, date) from public;

-- Outbox. The stream row of a key is locked before a message of that key draws its position, so that position order is
-- commit order per key.
create table outbox_stream (
  workspace_id uuid not null,
  topic text not null,
  message_key text not null,
  last_sequence bigint not null,
  primary key (workspace_id, topic, message_key)
);
select minori_protect('outbox_stream');

create sequence outbox_position as bigint;
grant usage on sequence outbox_position to ${app};

create table outbox_message (
  workspace_id uuid not null,
  lane text not null,
  position bigint not null default nextval('outbox_position'),
  event_id uuid not null,
  topic text not null,
  message_key text not null,
  key_sequence bigint not null,
  payload bytea not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, lane, position)
) partition by list (lane);
create table outbox_message_live partition of outbox_message for values in ('LIVE');
create table outbox_message_bulk partition of outbox_message for values in ('BULK');
create index ix_outbox_message_lane_position on outbox_message (lane, position);
select minori_protect('outbox_message');
create policy relay_all on outbox_message to ${relay} using (true);
grant select, delete on outbox_message to ${relay};

-- Inbox: which messages were applied. Partitioned by the day the sender recorded them, the same on every redelivery.
create table inbox_message (
  workspace_id uuid not null,
  channel text not null,
  event_id uuid not null,
  recorded_on date not null,
  primary key (workspace_id, channel, event_id, recorded_on)
) partition by range (recorded_on);
create table inbox_message_default partition of inbox_message default;
select minori_protect('inbox_message');

-- The last sequence seen of each key, to notice gaps and steps back.
create table consumed_key (
  workspace_id uuid not null,
  channel text not null,
  message_key text not null,
  last_sequence bigint not null,
  primary key (workspace_id, channel, message_key)
);
select minori_protect('consumed_key');

-- Parking: a message that can never be applied waits, and all later ones of its key behind it.
create table parked_key (
  workspace_id uuid not null,
  channel text not null,
  message_key text not null,
  reason text not null,
  detail text not null,
  parked_at timestamptz not null,
  primary key (workspace_id, channel, message_key)
);
select minori_protect('parked_key');

create table parked_message (
  workspace_id uuid not null,
  channel text not null,
  message_key text not null,
  position bigint generated always as identity,
  event_id uuid not null,
  payload bytea not null,
  source text not null,
  parked_at timestamptz not null,
  primary key (workspace_id, channel, message_key, position)
);
select minori_protect('parked_message');

-- Bytes that are no message at all. No tenant can be read from them.
create table unreadable_message (
  id uuid primary key,
  channel text not null,
  source text not null,
  message_key bytea,
  payload bytea,
  error text not null,
  received_at timestamptz not null
);
grant select, insert, delete on unreadable_message to ${app};
insert into system_table values ('unreadable_message', 'bytes from which no workspace could be read');
