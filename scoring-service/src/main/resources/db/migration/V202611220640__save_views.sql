-- Filters, order and columns of a list under a name; one's own, or shared with a team or the whole workspace.
create table saved_view (
  workspace_id uuid not null,
  view_id uuid not null,
  version bigint not null,
  screen text not null,
  name text not null,
  owner_subject text not null,
  owner_name text not null,
  -- own, team or workspace
  shared_with text not null,
  team_id uuid,
  filters jsonb not null,
  sort text,
  columns text[] not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, view_id)
);
create index ix_saved_view_screen on saved_view (workspace_id, screen, name, view_id);
select minori_protect('saved_view');
