-- Rows that were written but are not to be seen yet, as those of a long transaction.
create table sf_hidden (
    org text not null references sf_org (name) on delete cascade,
    id text not null,
    visible_at timestamptz not null,
    primary key (org, id)
);
