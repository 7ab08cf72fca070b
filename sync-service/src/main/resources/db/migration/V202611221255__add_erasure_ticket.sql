-- An erasure that was asked for and has not been told to the others: a process that dies in between leaves it to the next.
create table erasure_ticket (
  workspace_id uuid not null,
  erasure_id uuid not null,
  customer_id uuid not null,
  contact_id uuid not null,
  not_before timestamptz not null,
  primary key (workspace_id, erasure_id)
);
create index ix_erasure_ticket_not_before on erasure_ticket (not_before);
grant select, insert, update, delete on erasure_ticket to ${app};
insert into system_table (table_name, reason) values
  ('erasure_ticket', 'ids and times only: what is open is looked for before it is finished for a workspace');
