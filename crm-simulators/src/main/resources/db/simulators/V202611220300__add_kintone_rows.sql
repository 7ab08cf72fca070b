-- Rows of tables inside records have ids of their own, counted per app.
alter table kt_app add column next_row bigint not null default 1;
