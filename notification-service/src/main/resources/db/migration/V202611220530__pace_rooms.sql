-- Slack takes one message a second and incoming webhook. What waits stays in the queue; the row of a room says from when on
-- it may be sent the next one, and whoever holds the row decides.
alter table dispatch_queue add column room_id uuid;
create index ix_dispatch_queue_room_id on dispatch_queue (workspace_id, room_id, due_at, delivery_id)
  where room_id is not null;

create table room_pace (
  workspace_id uuid not null,
  room_id uuid not null,
  free_at timestamptz not null,
  primary key (workspace_id, room_id)
);
grant select, insert, update, delete on room_pace to ${app};
insert into system_table values ('room_pace', 'the dispatcher claims over all workspaces; holds ids and times only');
