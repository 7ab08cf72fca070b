-- How many calls may be made at a source. Without a row the usual budget holds.
create table call_budget (
  workspace_id uuid not null,
  connection_id uuid not null,
  calls_per_hour bigint check (calls_per_hour > 0),
  calls_per_day bigint check (calls_per_day > 0),
  share_of_limit integer not null check (share_of_limit between 1 and 100),
  ceiling integer not null check (ceiling between 1 and 100),
  version bigint not null,
  primary key (workspace_id, connection_id)
);
select minori_protect('call_budget');

-- What was given out of it in this hour and day: one row a connection, locked for each lease of calls.
create table call_ledger (
  workspace_id uuid not null,
  connection_id uuid not null,
  hour timestamptz not null,
  hour_used bigint not null,
  day timestamptz not null,
  day_used bigint not null,
  told_used bigint,
  told_limit bigint,
  told_at timestamptz,
  primary key (workspace_id, connection_id)
);
select minori_protect('call_ledger');

-- What calls were made for, by hour; kept 35 days.
create table call_spending (
  workspace_id uuid not null,
  connection_id uuid not null,
  hour timestamptz not null,
  purpose text not null,
  calls bigint not null,
  primary key (workspace_id, connection_id, hour, purpose)
);
select minori_protect('call_spending');
