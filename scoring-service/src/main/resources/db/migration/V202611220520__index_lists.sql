-- What lists sort and filter by. Stored, because row-level security lets no index serve an expression that subtracts days.
alter table contract_current add column deadline date not null
  generated always as (coalesce(notice_deadline, end_date - 1, date '9999-12-31')) stored;
create index ix_contract_current_deadline on contract_current (workspace_id, deadline, fact_id) where not removed;

create index ix_health_current_band on health_current (workspace_id, band, customer_id);
