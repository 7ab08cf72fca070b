-- A kept fact whose record has left the source, or the mapping's filter: the mapping has the record no longer.
alter table fact_record add column gone boolean not null default false;
