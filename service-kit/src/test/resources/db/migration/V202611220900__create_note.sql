create table note (
  workspace_id uuid not null,
  id uuid not null,
  text text not null,
  version bigint not null default 0,
  primary key (workspace_id, id)
);
select minori_protect('note');
select minori_watch('note', 'note', 'version', null, null);
