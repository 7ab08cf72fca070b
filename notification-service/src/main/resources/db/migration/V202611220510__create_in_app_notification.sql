-- In-app notifications: what the bell shows. One for each delivery by channel in-app, in both languages, because the reader
-- may switch. Kept for 90 days.
create table in_app_notification (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  customer_id uuid not null,
  template_key text not null,
  title_ja text not null,
  title_en text not null,
  text_ja text not null,
  text_en text not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz,
  revision bigint not null default 1,
  primary key (workspace_id, id)
);
create index ix_in_app_notification_member on in_app_notification (workspace_id, member_id, id);
create index ix_in_app_notification_unread on in_app_notification (workspace_id, member_id, id) where read_at is null;
create index ix_in_app_notification_created_at on in_app_notification (workspace_id, created_at);
select minori_protect('in_app_notification');
select minori_watch('in_app_notification', 'in-app-notification', 'revision', 'customer_id', 'member_id');

alter table preference add column in_app boolean not null default true;

-- Screens follow deliveries: each change that can be seen is a new revision.
alter table delivery add column revision bigint not null default 1;
create function count_delivery_revision() returns trigger language plpgsql as
$$
begin
  if (old.state, old.due_at, old.attempts, old.erased_at)
      is distinct from (new.state, new.due_at, new.attempts, new.erased_at) then
    new.revision := old.revision + 1;
  end if;
  return new;
end
$$;
create trigger count_revision before update on delivery for each row execute function count_delivery_revision();
select minori_watch('delivery', 'delivery', 'revision', 'customer_id', null);
