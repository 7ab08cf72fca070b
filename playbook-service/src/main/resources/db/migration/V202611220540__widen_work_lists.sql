-- What the inbox filters, sorts and searches by.
alter table cs_task add column kind text not null default 'work';
alter table cs_task add column priority integer not null default 2;
alter table cs_task add column search_text text
  generated always as (lower(normalize(title_ja || ' ' || title_en, NFKC))) stored;
alter table alert add column search_text text
  generated always as (lower(normalize(title_ja || ' ' || title_en || ' ' || coalesce(subject_label, ''), NFKC))) stored;
alter table customer_profile add column search_text text
  generated always as (lower(normalize(name || ' ' || coalesce(name_kana, '') || ' ' || coalesce(customer_code, ''), NFKC)))
  stored;

create index ix_cs_task_owner_open on cs_task (workspace_id, owner_member_id, due_on, id)
  where state in ('open', 'snoozed');
create index ix_cs_task_created_at on cs_task (workspace_id, created_at);
create index ix_cs_task_ended_at on cs_task (workspace_id, ended_at) where ended_at is not null;
create index ix_cs_task_created_by on cs_task (workspace_id, created_by, id) where created_by is not null;
create index ix_alert_rule on alert (workspace_id, rule_id, id);
create index ix_alert_opened_at on alert (workspace_id, opened_at);
create index ix_alert_closed_at on alert (workspace_id, closed_at) where closed_at is not null;
