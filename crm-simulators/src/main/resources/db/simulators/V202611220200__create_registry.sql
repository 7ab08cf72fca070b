-- Salesforce: orgs, who may connect, sessions, object definitions. The rows of each object live in a table of their
-- own in the org's schema, made from its definition.
create table sf_org (
    name text primary key,
    org_id text not null unique,
    zone text not null,
    session_seconds integer not null,
    daily_calls_limit integer not null,
    calls_day date not null,
    calls_used integer not null,
    seed text
);

create table sf_client (
    client_id text primary key,
    org text not null references sf_org (name) on delete cascade,
    secret_sha256 text not null,
    username text not null,
    public_key text
);

create table sf_session (
    token_sha256 text primary key,
    org text not null references sf_org (name) on delete cascade,
    user_id text not null,
    used_at timestamptz not null,
    ended boolean not null default false
);

create table sf_object (
    org text not null references sf_org (name) on delete cascade,
    name text not null,
    position integer not null,
    definition text not null,
    next_number bigint not null default 1,
    primary key (org, name)
);

-- A paged query keeps the ids it found: membership is fixed, values are read when a page is fetched.
create table sf_cursor (
    locator text primary key,
    org text not null references sf_org (name) on delete cascade,
    soql text not null,
    all_rows boolean not null,
    total integer not null,
    created_at timestamptz not null
);

create table sf_cursor_page (
    locator text not null references sf_cursor (locator) on delete cascade,
    page integer not null,
    ids text[] not null,
    primary key (locator, page)
);

create table sf_bulk_query (
    id text primary key,
    org text not null references sf_org (name) on delete cascade,
    user_id text not null,
    operation text not null,
    object text not null,
    soql text not null,
    api_version text not null,
    delimiter text not null,
    line_ending text not null,
    state text not null,
    records bigint not null default 0,
    error text,
    milliseconds bigint not null default 0,
    created_at timestamptz not null,
    modified_at timestamptz not null
);

-- kintone: apps, their definitions and tokens. The rows of each app live in table kintone.app_<id>.
create schema kintone;

create table kt_app (
    id integer primary key,
    definition text not null,
    revision integer not null,
    next_record bigint not null default 1,
    created_at timestamptz not null,
    modified_at timestamptz not null
);

create table kt_token (
    token text not null,
    app integer not null references kt_app (id) on delete cascade,
    can_view boolean not null,
    can_add boolean not null,
    can_edit boolean not null,
    can_delete boolean not null,
    primary key (token, app)
);
