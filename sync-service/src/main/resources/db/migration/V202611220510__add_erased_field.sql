-- Fields of records about others that held something of an erased person: no import fills them again. Ids only.
create table erased_field (
  workspace_id uuid not null,
  connection_id uuid not null,
  object_name text not null,
  record_id text not null,
  field text not null,
  erasure_id uuid not null,
  primary key (workspace_id, connection_id, object_name, record_id, field)
);
select minori_protect('erased_field');
revoke insert, update, delete on erased_field from ${app};
revoke update, delete on erased_field from ${erase};
grant insert on erased_field to ${erase};
