-- Facts as sync-service publishes them. A current table holds the newest version of each fact, or its tombstone; a
-- history table holds every version that was superseded, with the time from which it was no longer the newest. History
-- is only ever inserted into. known_from and known_to are the database's clock.

create table customer_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  name text,
  name_kana text,
  name_english text,
  customer_code text,
  corporate_number text,
  industry text,
  employees bigint,
  website text,
  phase text,
  touch_model text,
  owner_member_id uuid,
  primary key (workspace_id, fact_id)
);
create index ix_customer_current_customer on customer_current (workspace_id, customer_id);
select minori_protect('customer_current');

create table customer_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  name text,
  name_kana text,
  name_english text,
  customer_code text,
  corporate_number text,
  industry text,
  employees bigint,
  website text,
  phase text,
  touch_model text,
  owner_member_id uuid,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table customer_history_default partition of customer_history default;
create index ix_customer_history_customer on customer_history (workspace_id, customer_id);
select minori_protect('customer_history');

create table contact_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  name text,
  name_kana text,
  email text,
  phone text,
  department text,
  title text,
  primary key (workspace_id, fact_id)
);
create index ix_contact_current_customer on contact_current (workspace_id, customer_id);
select minori_protect('contact_current');

create table contact_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  name text,
  name_kana text,
  email text,
  phone text,
  department text,
  title text,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table contact_history_default partition of contact_history default;
create index ix_contact_history_customer on contact_history (workspace_id, customer_id);
select minori_protect('contact_history');

create table contract_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  contract_number text,
  product_name text,
  start_date date,
  end_date date,
  notice_deadline date,
  auto_renew boolean,
  cancelled_on date,
  mrr_minor bigint,
  mrr_currency text,
  seats bigint,
  primary key (workspace_id, fact_id)
);
create index ix_contract_current_customer on contract_current (workspace_id, customer_id, start_date);
select minori_protect('contract_current');

create table contract_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  contract_number text,
  product_name text,
  start_date date,
  end_date date,
  notice_deadline date,
  auto_renew boolean,
  cancelled_on date,
  mrr_minor bigint,
  mrr_currency text,
  seats bigint,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table contract_history_default partition of contract_history default;
create index ix_contract_history_customer on contract_history (workspace_id, customer_id);
select minori_protect('contract_history');

create table usage_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  day date,
  active_users bigint,
  logins bigint,
  actions bigint,
  primary key (workspace_id, fact_id)
);
create index ix_usage_current_customer on usage_current (workspace_id, customer_id, day desc);
select minori_protect('usage_current');

create table usage_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  day date,
  active_users bigint,
  logins bigint,
  actions bigint,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table usage_history_default partition of usage_history default;
create index ix_usage_history_customer on usage_history (workspace_id, customer_id);
select minori_protect('usage_history');

create table ticket_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  ticket_number text,
  subject text,
  status text,
  priority text,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (workspace_id, fact_id)
);
create index ix_ticket_current_customer on ticket_current (workspace_id, customer_id, opened_at desc);
select minori_protect('ticket_current');

create table ticket_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  ticket_number text,
  subject text,
  status text,
  priority text,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table ticket_history_default partition of ticket_history default;
create index ix_ticket_history_customer on ticket_history (workspace_id, customer_id);
select minori_protect('ticket_history');

create table survey_response_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  responded_on date,
  respondent_email text,
  nps bigint,
  csat bigint,
  comment text,
  primary key (workspace_id, fact_id)
);
create index ix_survey_response_current_customer on survey_response_current (workspace_id, customer_id, responded_on desc);
select minori_protect('survey_response_current');

create table survey_response_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  responded_on date,
  respondent_email text,
  nps bigint,
  csat bigint,
  comment text,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table survey_response_history_default partition of survey_response_history default;
create index ix_survey_response_history_customer on survey_response_history (workspace_id, customer_id);
select minori_protect('survey_response_history');

create table message_current (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  removed boolean not null,
  sent_at timestamptz,
  inbound boolean,
  from_address text,
  to_address text,
  subject text,
  text text,
  primary key (workspace_id, fact_id)
);
create index ix_message_current_customer on message_current (workspace_id, customer_id, sent_at desc);
select minori_protect('message_current');

create table message_history (
  workspace_id uuid not null,
  fact_id uuid not null,
  customer_id uuid not null,
  connection_id uuid not null,
  system text not null,
  object_name text not null,
  source_record_id text not null,
  source_url text,
  mapping_id uuid not null,
  mapping_version integer not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  removed boolean not null,
  sent_at timestamptz,
  inbound boolean,
  from_address text,
  to_address text,
  subject text,
  text text,
  primary key (workspace_id, fact_id, source_version, known_to)
) partition by range (known_to);
create table message_history_default partition of message_history default;
create index ix_message_history_customer on message_history (workspace_id, customer_id);
select minori_protect('message_history');

create index ix_contact_current_email on contact_current (workspace_id, lower(email));
create index ix_survey_response_current_email on survey_response_current (workspace_id, lower(respondent_email));
create index ix_message_current_from on message_current (workspace_id, lower(from_address));
