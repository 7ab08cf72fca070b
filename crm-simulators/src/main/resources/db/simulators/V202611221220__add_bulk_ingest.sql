create table sf_bulk_ingest (
    id text primary key,
    org text not null references sf_org (name) on delete cascade,
    user_id text not null,
    operation text not null,
    object text not null,
    key_field text,
    api_version text not null,
    delimiter text not null,
    line_ending text not null,
    state text not null,
    uploaded boolean not null default false,
    processed bigint not null default 0,
    failed bigint not null default 0,
    error text,
    milliseconds bigint not null default 0,
    created_at timestamptz not null,
    modified_at timestamptz not null
);
