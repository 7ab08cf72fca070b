-- What was deleted and when: getDeleted tells of it for some days, the recycle bin emptied or not.
create table sf_deleted (
    org text not null references sf_org (name) on delete cascade,
    object text not null,
    id text not null,
    deleted_at timestamptz not null
);

create index ix_sf_deleted_time on sf_deleted (org, object, deleted_at);

-- How far latestDateCovered lags behind, and since when the log of deletions is complete.
alter table sf_org add column covered_lag_seconds integer not null default 0;
alter table sf_org add column deletions_known_from timestamptz;
