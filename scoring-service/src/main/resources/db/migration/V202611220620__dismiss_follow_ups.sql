-- A customer that need not be followed up for now, with what was known of it then: something new ends it.
create table follow_up_dismissal (
  workspace_id uuid not null,
  customer_id uuid not null,
  dismissed_by text not null,
  dismissed_at timestamptz not null,
  until_day date,
  until_news boolean not null,
  points double precision,
  band_order integer,
  next_date date,
  open_tickets bigint not null,
  primary key (workspace_id, customer_id)
);
select minori_protect('follow_up_dismissal');
