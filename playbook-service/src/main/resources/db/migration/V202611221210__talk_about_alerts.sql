-- An open alert can be put off and talked about.
alter table alert add column snoozed_until timestamptz;

create table alert_comment (
  workspace_id uuid not null,
  alert_id uuid not null,
  id uuid not null,
  author_id uuid,
  author_name text not null,
  body text not null,
  written_at timestamptz not null,
  primary key (workspace_id, alert_id, id)
);
select minori_protect('alert_comment');
