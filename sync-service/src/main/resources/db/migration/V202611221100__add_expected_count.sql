-- How many records the source said it has when a full read began: a screen tells how far the read is and how long it takes.
alter table sync_run add column expected_count bigint;
