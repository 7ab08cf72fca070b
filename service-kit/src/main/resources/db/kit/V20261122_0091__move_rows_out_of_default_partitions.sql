-- A row in the default partition would make the partition of its day impossible for ever. Rows are moved into it.
create or replace function minori_make_partitions(parent regclass, step interval, first_day date, last_day date)
returns integer language plpgsql as
$$
declare
  from_day date := date_trunc(case when step = interval '1 month' then 'month' else 'day' end, first_day)::date;
  to_day date;
  made integer := 0;
  partition_name text;
  default_name text := parent::text || '_default';
  key_column text := (
    select a.attname from pg_partitioned_table p
    join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0] where p.partrelid = parent);
  strays boolean;
begin
  while from_day <= last_day loop
    to_day := (from_day + step)::date;
    partition_name := format('%s_%s', parent, to_char(from_day, case when step = interval '1 month' then 'YYYYMM' else 'YYYYMMDD' end));
    if to_regclass(partition_name) is null then
      strays := false;
      if to_regclass(default_name) is not null then
        execute format('select exists (select from %s where %I >= %L and %I < %L)',
          default_name, key_column, from_day, key_column, to_day) into strays;
      end if;
      if strays then
        -- Nobody may add another one between the move and the attachment.
        execute format('lock table %s in access exclusive mode', default_name);
        execute format('create table %s (like %s including defaults including generated including constraints including storage)',
          partition_name, parent);
        execute format('with moved as (delete from %s where %I >= %L and %I < %L returning *) insert into %s select * from moved',
          default_name, key_column, from_day, key_column, to_day, partition_name);
        execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, partition_name, from_day, to_day);
      else
        execute format('create table %s partition of %s for values from (%L) to (%L)', partition_name, parent, from_day, to_day);
      end if;
      made := made + 1;
    end if;
    from_day := to_day;
  end loop;
  return made;
end
$$;

-- Rows of a default partition that no partition was ever made for go by the same retention.
create function minori_forget_strays(parent regclass, before date) returns bigint language plpgsql as
$$
declare
  default_name text := parent::text || '_default';
  key_column text := (
    select a.attname from pg_partitioned_table p
    join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0] where p.partrelid = parent);
  forgotten bigint := 0;
begin
  if to_regclass(default_name) is not null then
    execute format('delete from %s where %I < %L', default_name, key_column, before);
    get diagnostics forgotten = row_count;
  end if;
  return forgotten;
end
$$;
revoke all on function minori_forget_strays(regclass, date) from public;
