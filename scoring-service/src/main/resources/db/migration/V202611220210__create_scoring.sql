-- What a customer is, from all of its customer facts; the row that lists, measures and conditions start from.
create table customer_profile (
  workspace_id uuid not null,
  customer_id uuid not null,
  fact_id uuid not null,
  source_version bigint not null,
  valid_from timestamptz not null,
  profile_version bigint not null,
  removed boolean not null,
  name text not null,
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
  mrr jsonb not null,
  changed_at timestamptz not null,
  primary key (workspace_id, customer_id)
);
create index ix_customer_profile_name on customer_profile (workspace_id, name, customer_id);
create index ix_customer_profile_owner on customer_profile (workspace_id, owner_member_id, name, customer_id);
select minori_protect('customer_profile');

-- Customers whose numbers may have changed. A worker deletes rows and computes in one transaction.
create table dirty_customer (
  workspace_id uuid not null,
  customer_id uuid not null,
  origin text not null,
  priority smallint not null,
  first_marked_at timestamptz not null,
  marked_at timestamptz not null,
  causation_id uuid,
  primary key (workspace_id, customer_id)
);
create index ix_dirty_customer_priority on dirty_customer (workspace_id, priority, first_marked_at);
select minori_protect('dirty_customer');

-- The local day up to which a workspace's customers were recomputed.
create table workspace_day (
  workspace_id uuid primary key,
  day date not null
);
select minori_protect('workspace_day');

-- Unfinished walks through all customers of a workspace, each with the customer it has come to.
create table sweep (
  workspace_id uuid not null,
  urgency text not null,
  marked_to uuid not null,
  primary key (workspace_id, urgency)
);
select minori_protect('sweep');

create table scorecard (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  scorecard_key text not null,
  rank integer not null,
  active_version integer,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (workspace_id, scorecard_id),
  unique (workspace_id, scorecard_key)
);
select minori_protect('scorecard');

-- Documents are kept as they were written; a published one never changes.
create table scorecard_version (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  number integer not null,
  state text not null,
  document text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  primary key (workspace_id, scorecard_id, number)
);
select minori_protect('scorecard_version');

create table segment (
  workspace_id uuid not null,
  segment_id uuid not null,
  segment_key text not null,
  active_version integer,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (workspace_id, segment_id),
  unique (workspace_id, segment_key)
);
select minori_protect('segment');

create table segment_version (
  workspace_id uuid not null,
  segment_id uuid not null,
  number integer not null,
  state text not null,
  document text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  primary key (workspace_id, segment_id, number)
);
select minori_protect('segment_version');

-- The newest score of a customer and what is remembered from one score to the next.
create table health_current (
  workspace_id uuid not null,
  customer_id uuid not null,
  score_id uuid not null,
  points double precision,
  band text not null,
  coverage double precision not null,
  previous_points double precision,
  previous_band text,
  last_known_band text,
  band_changed_at timestamptz,
  band_fell_at timestamptz,
  band_fell_from text,
  reason_ja text,
  reason_en text,
  measure_values jsonb not null,
  scorecard_id uuid not null,
  scorecard_version integer not null,
  calculated_at timestamptz not null,
  evaluated_at timestamptz not null,
  primary key (workspace_id, customer_id)
);
create index ix_health_current_points on health_current (workspace_id, points, customer_id);
select minori_protect('health_current');

-- Every score that differed from the one before, with its whole explanation. It names facts by id and version and holds
-- nothing personal.
create table health_score (
  workspace_id uuid not null,
  score_id uuid not null,
  customer_id uuid not null,
  points double precision,
  band text not null,
  previous_points double precision,
  previous_band text,
  coverage double precision not null,
  oldest_input_at timestamptz,
  origin text not null,
  scorecard_id uuid not null,
  scorecard_version integer not null,
  explanation jsonb not null,
  calculated_at timestamptz not null,
  known_from timestamptz not null,
  primary key (workspace_id, score_id, known_from)
) partition by range (known_from);
create table health_score_default partition of health_score default;
create index ix_health_score_customer on health_score (workspace_id, customer_id, known_from desc);
select minori_protect('health_score');

-- Stays in segments, as episodes.
create table segment_membership (
  workspace_id uuid not null,
  membership_id uuid not null,
  segment_id uuid not null,
  segment_version integer not null,
  segment_key text not null,
  customer_id uuid not null,
  dataset text not null,
  subject_id uuid not null,
  label text,
  entered_at timestamptz not null,
  left_at timestamptz,
  origin text not null,
  evidence jsonb not null,
  primary key (workspace_id, membership_id)
);
create unique index ux_segment_membership_open on segment_membership (workspace_id, segment_id, subject_id)
  where left_at is null;
create index ix_segment_membership_customer on segment_membership (workspace_id, customer_id);
create index ix_segment_membership_origin on segment_membership (workspace_id, segment_id, origin, entered_at);
select minori_protect('segment_membership');

-- An amount in major units: 120000 minor units of JPY are 120000, of USD 1200. Unknown without both parts.
create function minori_major(minor bigint, currency text) returns numeric language sql immutable parallel safe as
$$
select case
  when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV',
                    'XAF', 'XOF', 'XPF') then minor::numeric
  when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then minor::numeric / 1000
  when currency is not null then minor::numeric / 100
end
$$;
grant execute on function minori_major(bigint, text) to ${app};
