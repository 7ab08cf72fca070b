-- A cursor keeps the ids it found, in pages of its size.
create table kt_cursor (
    id text primary key,
    app integer not null references kt_app (id) on delete cascade,
    fields text not null,
    next_page integer not null,
    expires_at timestamptz not null
);

create table kt_cursor_page (
    cursor text not null references kt_cursor (id) on delete cascade,
    page integer not null,
    ids bigint[] not null,
    primary key (cursor, page)
);
