-- Locators of the older kind end by idle time, and the oldest of a user goes when there are too many. Pages may be made short.
alter table sf_org add column locators text not null default 'LASTING';
alter table sf_org add column page_rows integer not null default 2147483647;
alter table sf_cursor add column number bigint generated always as identity;
alter table sf_cursor add column user_id text not null default '';
alter table sf_cursor add column used_at timestamptz;

-- Lists of ids are written once and read by pages: to pack them costs more than it saves.
alter table sf_cursor_page alter column ids set storage external;
