-- What a user may not see or do; without a row everything is allowed.
create table sf_permission (
    org text not null references sf_org (name) on delete cascade,
    user_id text not null,
    document text not null,
    primary key (org, user_id)
);
