-- Rows of other mappings that waited in quarantine and became facts in a run of their customers.
alter table sync_run add column released_count bigint not null default 0;
