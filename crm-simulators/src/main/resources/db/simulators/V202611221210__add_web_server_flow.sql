-- Where a connected application may be sent back to, and whether its refresh tokens are used once.
alter table sf_client add column redirect_uris text[] not null default '{}';
alter table sf_client add column rotate_refresh_tokens boolean not null default false;

create table sf_code (
    code_sha256 text primary key,
    client_id text not null references sf_client (client_id) on delete cascade,
    user_id text not null,
    scope text not null,
    redirect_uri text not null,
    challenge text,
    expires_at timestamptz not null
);

-- All tokens that come from one approval are a family: they end together.
create table sf_refresh_token (
    token_sha256 text primary key,
    family text not null,
    client_id text not null references sf_client (client_id) on delete cascade,
    user_id text not null,
    scope text not null,
    used boolean not null default false
);

create index ix_sf_refresh_token_family on sf_refresh_token (family);

alter table sf_session add column family text;
alter table sf_session add column scope text not null default 'api';

create index ix_sf_session_family on sf_session (family);
