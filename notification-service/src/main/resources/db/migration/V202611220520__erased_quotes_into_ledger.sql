-- The kit's ledger remembers who was erased; the service's own list of the same is merged into it. The owner writes
-- past the walls for this once.
alter table erased_quote no force row level security;
alter table erasure no force row level security;
alter table erased_fact no force row level security;

with wishes as (
  select workspace_id, erased_at, gen_random_uuid() as erasure_id, array_agg(fact_id order by fact_id) as fact_ids
  from erased_quote group by workspace_id, erased_at
), entries as (
  insert into erasure (workspace_id, erasure_id, contact_id, requested_at, completed_at)
  select workspace_id, erasure_id, fact_ids[1], erased_at, erased_at from wishes
)
insert into erased_fact (workspace_id, fact_id, erasure_id)
select workspace_id, unnest(fact_ids), erasure_id from wishes;

alter table erasure force row level security;
alter table erased_fact force row level security;
drop table erased_quote;
