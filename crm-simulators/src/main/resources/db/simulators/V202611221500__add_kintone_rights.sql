-- Tokens that may manage an app, and people in groups, whom permissions speak of.
alter table kt_token add column can_manage boolean not null default false;

update kt_token set can_manage = true where token = 'demo-token-all';

alter table kt_user add column groups text[] not null default '{}';

-- Files: uploaded ones wait for a record under a key of their own, and get another when they are attached.
create table kt_file (
    key text primary key,
    app integer references kt_app (id) on delete cascade,
    name text not null,
    content_type text not null,
    content bytea not null,
    created_at timestamptz not null
);

create table kt_comment (
    app integer not null references kt_app (id) on delete cascade,
    record bigint not null,
    id bigint not null,
    text text not null,
    mentions text not null,
    creator text not null,
    created_at timestamptz not null,
    primary key (app, record, id)
);
