-- TODAY() and its like count days where the caller is.
alter table kt_user add column zone text not null default 'Asia/Tokyo';
