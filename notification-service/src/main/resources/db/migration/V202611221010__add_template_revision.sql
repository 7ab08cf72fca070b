-- The ETag of a template: the number of its newest version stays the same while a draft is replaced.
alter table template_version add column revision bigint not null default 1;
