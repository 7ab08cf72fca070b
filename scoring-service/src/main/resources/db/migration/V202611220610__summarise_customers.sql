-- One row a customer with everything the list of customers shows, filters and sorts by. Written with the profile and the
-- score, in their transaction; nothing here is known only here.
create table customer_summary (
  workspace_id uuid not null,
  customer_id uuid not null,
  removed boolean not null,
  name text collate "C" not null,
  name_kana text,
  kana_order text collate "C" not null,
  search_text text collate "C" not null,
  customer_code text collate "C",
  industry text,
  employees bigint,
  website text,
  phase text collate "C",
  touch_model text,
  owner_member_id uuid,
  owner_name text collate "C",
  team_name text collate "C",
  mrr jsonb not null,
  -- The part in the workspace's currency: what amounts are compared by.
  mrr_minor bigint,
  band text not null,
  -- The worst first; null where the state is not known.
  band_order integer,
  points double precision,
  points_change double precision,
  coverage double precision,
  calculated_at timestamptz,
  next_date date,
  next_date_kind text,
  last_contact_at timestamptz,
  open_tickets bigint not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  changed_at timestamptz not null,
  primary key (workspace_id, customer_id)
);
-- One index a column that the list is sorted by; read backwards for the other direction.
create index ix_customer_summary_name on customer_summary (workspace_id, name, customer_id) where not removed;
create index ix_customer_summary_kana on customer_summary (workspace_id, kana_order, customer_id) where not removed;
create index ix_customer_summary_code on customer_summary (workspace_id, customer_code, customer_id) where not removed;
create index ix_customer_summary_owner on customer_summary (workspace_id, owner_name, customer_id) where not removed;
create index ix_customer_summary_team on customer_summary (workspace_id, team_name, customer_id) where not removed;
create index ix_customer_summary_phase on customer_summary (workspace_id, phase, customer_id) where not removed;
create index ix_customer_summary_band on customer_summary (workspace_id, band_order, customer_id) where not removed;
create index ix_customer_summary_points on customer_summary (workspace_id, points, customer_id) where not removed;
create index ix_customer_summary_points_change
  on customer_summary (workspace_id, points_change, customer_id) where not removed;
create index ix_customer_summary_mrr on customer_summary (workspace_id, mrr_minor, customer_id) where not removed;
create index ix_customer_summary_next_date on customer_summary (workspace_id, next_date, customer_id) where not removed;
create index ix_customer_summary_last_contact
  on customer_summary (workspace_id, last_contact_at, customer_id) where not removed;
create index ix_customer_summary_open_tickets
  on customer_summary (workspace_id, open_tickets, customer_id) where not removed;
create index ix_customer_summary_member on customer_summary (workspace_id, owner_member_id) where not removed;
select minori_protect('customer_summary');

-- Names of owners and teams change without any fact changing.
create function minori_rename_owner(workspace uuid, member uuid) returns void language sql as
$$
update customer_summary s set owner_name = m.name, team_name = m.team_name
from (
  select d.name, (select min(t.name collate "C") from directory_team t
                  where t.workspace_id = d.workspace_id and t.active and t.team_id = any (d.team_ids)) as team_name
  from directory_member d where d.workspace_id = workspace and d.member_id = member) m
where s.workspace_id = workspace and s.owner_member_id = member
  and (s.owner_name, s.team_name) is distinct from (m.name, m.team_name)
$$;
grant execute on function minori_rename_owner(uuid, uuid) to ${app};

create function minori_member_changed() returns trigger language plpgsql as
$$
begin
  perform minori_rename_owner(new.workspace_id, new.member_id);
  return null;
end
$$;
create trigger member_changed after insert or update on directory_member
  for each row execute function minori_member_changed();

create function minori_team_changed() returns trigger language plpgsql as
$$
begin
  perform minori_rename_owner(m.workspace_id, m.member_id) from directory_member m
  where m.workspace_id = new.workspace_id and new.team_id = any (m.team_ids);
  return null;
end
$$;
create trigger team_changed after insert or update on directory_team
  for each row execute function minori_team_changed();

-- Customers that are already there get their row by a silent sweep.
alter table workspace_day no force row level security;
alter table sweep no force row level security;
insert into sweep (workspace_id, urgency, marked_to)
select workspace_id, 'LOAD', '00000000-0000-0000-0000-000000000000'::uuid from workspace_day
on conflict (workspace_id, urgency) do update set marked_to = excluded.marked_to;
alter table workspace_day force row level security;
alter table sweep force row level security;
