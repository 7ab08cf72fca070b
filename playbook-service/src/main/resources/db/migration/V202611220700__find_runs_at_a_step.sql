-- Who stands at a step of a playbook, newest first, and how many: without reading the runs that have ended.
create index ix_playbook_run_step on playbook_run (workspace_id, playbook_id, step_id, id) where active;
