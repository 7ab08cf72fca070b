-- The days on which a customer's recurring revenue in a currency changed, with the amounts around them. What moved in a
-- month is read off the steps in it. Written with the profile, in its transaction, from contracts and their history.
create table mrr_step (
  workspace_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  from_day date not null,
  -- The day of the step before; -infinity for the first step.
  previous_day date not null,
  -- First day on which the amount no longer holds; infinity for the last step.
  to_day date not null,
  before_minor bigint not null,
  minor bigint not null,
  -- Whether the customer pays anything in any currency: on this day, the day before, and on any day before.
  active boolean not null,
  active_before boolean not null,
  ever_before boolean not null,
  -- Whether the day lies before anything was known of the contract: its first known amount stands in.
  reconstructed boolean not null,
  primary key (workspace_id, customer_id, currency, from_day)
);
create index ix_mrr_step_day on mrr_step (workspace_id, currency, from_day);
select minori_protect('mrr_step');

-- First day on which a contract is no longer in force, by its term or its cancellation.
alter table contract_current add column over_on date generated always as (least(end_date, cancelled_on)) stored;
create index ix_contract_current_over on contract_current (workspace_id, over_on) where not removed;
create index ix_contract_current_notice on contract_current (workspace_id, notice_deadline) where not removed;
