-- Bulk API 1.0: a job holds batches, and each batch of a query has a result of its own.
create table sf_async_job (
    id text primary key,
    org text not null references sf_org (name) on delete cascade,
    user_id text not null,
    operation text not null,
    object text not null,
    content_type text not null,
    concurrency text not null,
    api_version text not null,
    chunk_size integer,
    state text not null,
    created_at timestamptz not null,
    modified_at timestamptz not null
);

-- With chunks by primary key a batch reads ids from first_id to before end_id.
create table sf_async_batch (
    id text primary key,
    job text not null references sf_async_job (id) on delete cascade,
    position integer not null,
    soql text not null,
    first_id text,
    end_id text,
    state text not null,
    message text,
    records bigint not null default 0,
    milliseconds bigint not null default 0,
    created_at timestamptz not null,
    modified_at timestamptz not null
);

create index ix_sf_async_batch_job on sf_async_batch (job, position);
