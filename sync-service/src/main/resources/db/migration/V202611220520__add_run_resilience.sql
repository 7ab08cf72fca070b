-- Whether a run notes which records it met: decided once, because a run that goes on elsewhere knows only part of them.
alter table sync_run add column counts_seen boolean;
-- Rows that are gone by absence only are held back when there are suspiciously many, until somebody confirms.
alter table sync_run add column removals_confirmed boolean not null default false;
alter table sync_run add column held_count bigint not null default 0;

-- Set-backs since the last progress: each lets the next try wait longer.
alter table run_ticket add column attempts integer not null default 0;
