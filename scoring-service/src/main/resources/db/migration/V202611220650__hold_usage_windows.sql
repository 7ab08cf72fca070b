-- Windows over usage end on the newest day whose usage has come: a night whose rows are still on their way must not make
-- customers fall.
alter table workspace_day
  add column usage_until date,
  add column arriving date,
  add column arriving_since timestamptz;

create index ix_usage_current_day on usage_current (workspace_id, day);
