-- Documents people write: alert rules and playbooks. segment_key is that of the published version.
create table definition (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  key text not null,
  name_ja text not null,
  name_en text not null,
  segment_key text,
  published_version integer,
  first_published_at timestamptz,
  paused boolean not null default false,
  revision bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  constraint uq_definition_kind_key unique (workspace_id, kind, key)
);
create index ix_definition_segment on definition (workspace_id, kind, segment_key) where published_version is not null;
select minori_protect('definition');

create table definition_version (
  workspace_id uuid not null,
  definition_id uuid not null,
  version integer not null,
  state text not null,
  document text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  published_at timestamptz,
  published_by text,
  primary key (workspace_id, definition_id, version)
);
select minori_protect('definition_version');

-- What scoring-service says about a customer, as far as it is shown or routed by here.
create table customer_profile (
  workspace_id uuid not null,
  customer_id uuid not null,
  profile_version bigint not null,
  name text not null,
  name_kana text,
  customer_code text,
  owner_member_id uuid,
  phase text,
  touch_model text,
  removed boolean not null,
  primary key (workspace_id, customer_id)
);
create index ix_customer_profile_owner on customer_profile (workspace_id, owner_member_id);
select minori_protect('customer_profile');

-- The reasons of the newest score, for the sentences in alerts and mails.
create table customer_health (
  workspace_id uuid not null,
  customer_id uuid not null,
  calculated_at timestamptz not null,
  points double precision,
  band text not null,
  reasons text not null,
  primary key (workspace_id, customer_id)
);
select minori_protect('customer_health');

-- Stays of customers (or one of their records) in segments.
create table segment_stay (
  workspace_id uuid not null,
  membership_id uuid not null,
  customer_id uuid not null,
  segment_key text not null,
  segment_version integer not null,
  subject_dataset text not null,
  subject_fact_id uuid not null,
  subject_label text,
  evidence text not null,
  backfill boolean not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  primary key (workspace_id, membership_id)
);
create index ix_segment_stay_segment on segment_stay (workspace_id, segment_key, membership_id);
create index ix_segment_stay_customer on segment_stay (workspace_id, customer_id, segment_key);
create index ix_segment_stay_subject on segment_stay (workspace_id, subject_fact_id);
select minori_protect('segment_stay');

-- One episode of a sign. Identity: rule, customer, subject record; at most one open episode an identity.
create table alert (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  rule_version integer not null,
  customer_id uuid not null,
  subject_dataset text not null,
  subject_fact_id uuid not null,
  subject_label text,
  episode integer not null,
  severity text not null,
  title_ja text not null,
  title_en text not null,
  state text not null,
  opened_at timestamptz not null,
  last_occurred_at timestamptz not null,
  occurrences integer not null,
  closed_at timestamptz,
  closed_by uuid,
  close_reason text,
  revision bigint not null,
  primary key (workspace_id, id),
  constraint uq_alert_episode unique (workspace_id, rule_id, customer_id, subject_fact_id, episode)
);
create unique index ix_alert_one_open on alert (workspace_id, rule_id, customer_id, subject_fact_id)
  where state = 'open';
create index ix_alert_customer on alert (workspace_id, customer_id, id);
create index ix_alert_state on alert (workspace_id, state, id);
create index ix_alert_subject on alert (workspace_id, subject_fact_id);
select minori_protect('alert');

create table alert_occurrence (
  workspace_id uuid not null,
  alert_id uuid not null,
  membership_id uuid not null,
  occurred_at timestamptz not null,
  left_at timestamptz,
  evidence text not null,
  primary key (workspace_id, alert_id, membership_id)
);
create index ix_alert_occurrence_membership on alert_occurrence (workspace_id, membership_id);
select minori_protect('alert_occurrence');

-- What each rule and each playbook answered to each entry, so that "why not" has an answer.
create table entry_decision (
  workspace_id uuid not null,
  id uuid not null,
  definition_id uuid not null,
  definition_version integer not null,
  customer_id uuid not null,
  membership_id uuid not null,
  outcome text not null,
  result_id uuid,
  decided_at timestamptz not null,
  primary key (workspace_id, id)
);
create index ix_entry_decision_customer on entry_decision (workspace_id, definition_id, customer_id, id);
create index ix_entry_decision_membership on entry_decision (workspace_id, definition_id, membership_id);
select minori_protect('entry_decision');

create table cs_task (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  title_ja text not null,
  title_en text not null,
  note_ja text,
  note_en text,
  owner_member_id uuid,
  due_on date,
  state text not null,
  snoozed_until timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  outcome text,
  alert_id uuid,
  run_id uuid,
  step_id text,
  quoted_fact_ids uuid[] not null,
  created_at timestamptz not null,
  created_by uuid,
  revision bigint not null,
  primary key (workspace_id, id)
);
create unique index ix_cs_task_step on cs_task (workspace_id, run_id, step_id) where run_id is not null;
create index ix_cs_task_owner on cs_task (workspace_id, owner_member_id, id);
create index ix_cs_task_customer on cs_task (workspace_id, customer_id, id);
create index ix_cs_task_open_due on cs_task (workspace_id, due_on, id) where state in ('open', 'snoozed');
create index ix_cs_task_quoted on cs_task using gin (quoted_fact_ids);
select minori_protect('cs_task');

create table cs_task_comment (
  workspace_id uuid not null,
  task_id uuid not null,
  id uuid not null,
  author_id uuid,
  author_name text not null,
  body text not null,
  written_at timestamptz not null,
  primary key (workspace_id, task_id, id)
);
select minori_protect('cs_task_comment');

-- Runs. step_id, due_at and failures describe the one step a run stands at; fence grows with each claim, so that a
-- worker that was thought dead cannot commit a step another one has taken over.
create table playbook_run (
  workspace_id uuid not null,
  id uuid not null,
  playbook_id uuid not null,
  playbook_version integer not null,
  customer_id uuid not null,
  membership_id uuid,
  state text not null,
  active boolean not null,
  step_id text,
  due_at timestamptz,
  failures integer not null default 0,
  problem text,
  started_at timestamptz not null,
  started_by uuid,
  finished_at timestamptz,
  fence bigint not null default 0,
  leased_until timestamptz,
  leased_by text,
  revision bigint not null,
  primary key (workspace_id, id)
);
create unique index ix_playbook_run_one_active on playbook_run (workspace_id, playbook_id, customer_id) where active;
create index ix_playbook_run_due on playbook_run (workspace_id, due_at) where active;
create index ix_playbook_run_customer on playbook_run (workspace_id, customer_id, id);
create index ix_playbook_run_playbook on playbook_run (workspace_id, playbook_id, id);
select minori_protect('playbook_run');

-- The steps a run has entered, in order. The primary key makes an effect happen at most once a step and run.
create table playbook_run_step (
  workspace_id uuid not null,
  run_id uuid not null,
  step_id text not null,
  position integer not null,
  kind text not null,
  entered_at timestamptz not null,
  due_at timestamptz not null,
  failures integer not null default 0,
  problem text,
  finished_at timestamptz,
  result text,
  result_id uuid,
  answer text,
  evidence text,
  primary key (workspace_id, run_id, step_id)
);
select minori_protect('playbook_run_step');

-- Notifications this service asked for, and what became of them.
create table notice (
  workspace_id uuid not null,
  request_id uuid not null,
  customer_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  template_key text not null,
  member_ids uuid[] not null,
  requested_at timestamptz not null,
  primary key (workspace_id, request_id)
);
create index ix_notice_subject on notice (workspace_id, subject_id, request_id);
select minori_protect('notice');

create table notice_delivery (
  workspace_id uuid not null,
  delivery_id uuid not null,
  request_id uuid not null,
  member_id uuid not null,
  channel text not null,
  state text not null,
  attempts integer not null,
  at timestamptz not null,
  reason text,
  primary key (workspace_id, delivery_id)
);
create index ix_notice_delivery_request on notice_delivery (workspace_id, request_id);
select minori_protect('notice_delivery');

-- A workspace's own working days; without a row the usual ones hold.
create table business_calendar (
  workspace_id uuid not null,
  key text not null,
  weekend text[] not null,
  japanese_holidays boolean not null,
  closures text not null,
  revision bigint not null,
  primary key (workspace_id, key)
);
select minori_protect('business_calendar');
