-- What changed lately, for screens that follow along: ids and versions only, never content. Kept for about an hour.
-- written_by is the writing transaction: a reader remembers the snapshot it has seen and asks for what that snapshot did
-- not show, so that a transaction which commits late is never passed over.
create table change_entry (
  workspace_id uuid not null,
  position bigint generated always as identity,
  written_by bigint not null default (pg_current_xact_id()::text::bigint),
  recorded_at timestamptz not null default clock_timestamp(),
  kind text not null,
  subject_id uuid not null,
  version bigint not null,
  customer_id uuid,
  member_id uuid,
  primary key (workspace_id, position)
);
create index ix_change_entry_written_by on change_entry (workspace_id, written_by);
create index ix_change_entry_recorded_at on change_entry (workspace_id, recorded_at);
select minori_protect('change_entry');
grant insert on change_entry to ${erase};

-- Lets a table write an entry for each row that is new or whose version has changed. The arguments are columns of the
-- table; customer and member may be null. A trigger, not a call in each store: whoever changes a row, an erasure too, is
-- seen by the screens.
create function minori_watch(
  target regclass, kind text, version_column text, customer_column text, member_column text) returns void
language plpgsql as
$watch$
begin
  execute format(
    'create function %I() returns trigger language plpgsql as $f$ '
    'begin '
    '  insert into change_entry (workspace_id, kind, subject_id, version, customer_id, member_id) '
    '  values (new.workspace_id, %L, new.id, new.%I, %s, %s); '
    '  return null; '
    'end $f$',
    'watch_' || target::text, kind, version_column,
    case when customer_column is null then 'null' else format('new.%I', customer_column) end,
    case when member_column is null then 'null' else format('new.%I', member_column) end);
  execute format(
    'create trigger watch_insert after insert on %s for each row execute function %I()', target, 'watch_' || target::text);
  execute format(
    'create trigger watch_update after update on %s for each row when (old.%I is distinct from new.%I) '
    'execute function %I()', target, version_column, version_column, 'watch_' || target::text);
end
$watch$;
revoke all on function minori_watch(regclass, text, text, text, text) from public;
