-- Who links owners by hand says which links it saw.
alter table connection add column owner_links_version bigint not null default 0;
