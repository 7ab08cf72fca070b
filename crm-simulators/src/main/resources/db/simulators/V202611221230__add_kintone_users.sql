-- People who log in with a password. They may do everything, as administrators.
create table kt_user (
    code text primary key,
    name text not null,
    password_sha256 text not null
);

insert into kt_user (code, name, password_sha256)
values ('demo', 'デモ利用者', encode(sha256('demo-password'::bytea), 'hex'));
