-- This service's copy of topic workspace-directory. Kept for as long as the topic, which is compacted, keeps it.
create table directory_workspace (
  workspace_id uuid primary key,
  version bigint not null,
  name text not null,
  zone text not null,
  fiscal_year_start_month integer not null,
  currency text not null,
  visibility text not null
);
grant select, insert, update, delete on directory_workspace to ${app};
insert into system_table values
  ('directory_workspace', 'schedulers go through all workspaces; settings only, nothing of any customer');

create table directory_member (
  workspace_id uuid not null,
  member_id uuid not null,
  version bigint not null,
  subject text not null,
  name text not null,
  email text not null,
  language text not null,
  zone text not null,
  team_ids uuid[] not null,
  active boolean not null,
  primary key (workspace_id, member_id)
);
create index ix_directory_member_subject on directory_member (workspace_id, subject);
select minori_protect('directory_member');

create table directory_team (
  workspace_id uuid not null,
  team_id uuid not null,
  version bigint not null,
  name text not null,
  active boolean not null,
  primary key (workspace_id, team_id)
);
select minori_protect('directory_team');
