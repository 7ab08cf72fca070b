-- Screens follow runs, connections and mappings. A run's revision grows with what a screen shows of it, not with each
-- page it reads past in vain: an incremental run without changes is told when it begins and when it ends.
alter table sync_run
  add column revision bigint not null default 1,
  add column eventful boolean generated always as (
    added_count + changed_count + removed_count + rejected_count + held_count > 0 or state <> 'succeeded') stored;

create function revise_sync_run() returns trigger language plpgsql as
$$
begin
  new.revision := old.revision + 1;
  return new;
end
$$;
create trigger revise before update on sync_run for each row
  when ((old.state, old.read_count, old.removed_count, old.rejected_count, old.held_count, old.expected_count,
      old.error_code)
    is distinct from (new.state, new.read_count, new.removed_count, new.rejected_count, new.held_count,
      new.expected_count, new.error_code))
  execute function revise_sync_run();

select minori_watch('sync_run', 'sync-run', 'revision', null, null);
select minori_watch('connection', 'connection', 'version', null, null);
select minori_watch('table_mapping', 'mapping', 'version', null, null);

create index ix_sync_run_eventful on sync_run (workspace_id, id) where eventful;
