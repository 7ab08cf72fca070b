-- Deliveries. Kept for 400 days after they ended. One row for each (request, channel, recipient): a redelivered request
-- finds its rows.
create table delivery (
  workspace_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  channel text not null,
  recipient_id uuid not null,
  member_id uuid not null,
  customer_id uuid not null,
  template_key text not null,
  template_version integer,
  language text,
  data jsonb not null,
  state text not null,
  due_at timestamptz,
  attempts integer not null default 0,
  reason_code text,
  reason_detail text,
  address text,
  subject text,
  body text,
  origin text not null,
  causation_id uuid not null,
  retry_since timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  erased_at timestamptz,
  primary key (workspace_id, id),
  constraint uq_delivery_request_id_channel_recipient_id unique (workspace_id, request_id, channel, recipient_id),
  constraint ck_delivery_state check
    (state in ('pending', 'sending', 'retry', 'delivered', 'unconfirmed', 'failed', 'suppressed'))
);
create index ix_delivery_customer_id on delivery (workspace_id, customer_id, id);
create index ix_delivery_member_id on delivery (workspace_id, member_id, id);
create index ix_delivery_state on delivery (workspace_id, state, id);
select minori_protect('delivery');

-- Every attempt, recorded before the mail server or the room could take anything. Goes with its delivery.
create table delivery_attempt (
  workspace_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  started_at timestamptz not null,
  handover_at timestamptz,
  ended_at timestamptz,
  outcome text,
  code integer,
  response text,
  primary key (workspace_id, delivery_id, number)
);
select minori_protect('delivery_attempt');

-- Which records a delivery quotes, so that their erasure finds it. Goes with its delivery.
create table delivery_quote (
  workspace_id uuid not null,
  fact_id uuid not null,
  delivery_id uuid not null,
  primary key (workspace_id, fact_id, delivery_id)
);
select minori_protect('delivery_quote');

-- Records that were erased: a late request that quotes one is not written down. Ids only, kept for ever.
create table erased_quote (
  workspace_id uuid not null,
  fact_id uuid not null,
  erased_at timestamptz not null,
  primary key (workspace_id, fact_id)
);
select minori_protect('erased_quote');

-- What is to be sent, for all workspaces: the dispatcher cannot ask workspace by workspace. Ids and times only. The
-- fence grows with every claim; whoever holds an older one may no longer send.
create table dispatch_queue (
  workspace_id uuid not null,
  delivery_id uuid not null,
  due_at timestamptz not null,
  lease_until timestamptz,
  fence bigint not null default 0,
  primary key (workspace_id, delivery_id)
);
create index ix_dispatch_queue_due_at on dispatch_queue (due_at);
grant select, insert, update, delete on dispatch_queue to ${app};
insert into system_table values ('dispatch_queue', 'the dispatcher claims over all workspaces; holds ids and times only');

-- What each member chose. A member without a row gets mail in their own language at any hour.
create table preference (
  workspace_id uuid not null,
  member_id uuid not null,
  email boolean not null,
  slack_channel_ids uuid[] not null,
  language text,
  quiet_from time,
  quiet_to time,
  version bigint not null,
  updated_at timestamptz not null,
  primary key (workspace_id, member_id)
);
select minori_protect('preference');

-- Addresses that a mail server refused for good; nothing is sent there until a person lifts it.
create table suppressed_address (
  workspace_id uuid not null,
  address text not null,
  code integer not null,
  reason text not null,
  delivery_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, address)
);
select minori_protect('suppressed_address');

-- Templates: drafts until published; a published version never changes. Kept for ever.
create table template_version (
  workspace_id uuid not null,
  template_key text not null,
  version integer not null,
  document jsonb not null,
  published_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  primary key (workspace_id, template_key, version)
);
select minori_protect('template_version');

-- Rooms to post to. The address is encrypted.
create table messaging_channel (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  host text not null,
  address bytea not null,
  disabled_reason text,
  version bigint not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
select minori_protect('messaging_channel');
