-- Secrets are written as a part of their connection: the workspace is that of the transaction.
alter table connection_secret alter column workspace_id set default current_setting('minori.workspace')::uuid;
