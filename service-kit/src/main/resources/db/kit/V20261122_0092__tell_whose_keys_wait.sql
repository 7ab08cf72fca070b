-- Messages that wait for a version which knows their type are looked for over all workspaces, then applied inside of each.
-- The relay's role, which carries every workspace's outbox anyway, tells whose keys wait; not which, nor why.
grant select (workspace_id) on parked_key to ${relay};
