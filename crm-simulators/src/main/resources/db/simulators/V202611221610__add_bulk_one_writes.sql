-- Batches of Bulk API 1.0 that write: what is to be written lies in a file, as uploads of Bulk API 2.0 do.
alter table sf_async_job add column key_field text;
alter table sf_async_batch add column failed bigint not null default 0;
