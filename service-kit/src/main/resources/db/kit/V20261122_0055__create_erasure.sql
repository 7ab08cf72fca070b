-- Who asked to be forgotten. Ids only, kept for ever: it blocks every later import and is replayed after a restore.
create table erasure (
  workspace_id uuid not null,
  erasure_id uuid not null,
  contact_id uuid not null,
  requested_at timestamptz not null,
  completed_at timestamptz,
  primary key (workspace_id, erasure_id)
);
select minori_protect('erasure');
revoke update, delete on erasure from ${app};
revoke delete on erasure from ${erase};

create table erased_fact (
  workspace_id uuid not null,
  fact_id uuid not null,
  erasure_id uuid not null,
  primary key (workspace_id, fact_id, erasure_id)
);
create index ix_erased_fact_erasure on erased_fact (workspace_id, erasure_id);
select minori_protect('erased_fact');
revoke update, delete on erased_fact from ${app};
revoke update, delete on erased_fact from ${erase};
