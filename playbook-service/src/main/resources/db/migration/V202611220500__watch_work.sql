-- Screens follow alerts, tasks and runs.
select minori_watch('alert', 'alert', 'revision', 'customer_id', null);
select minori_watch('cs_task', 'task', 'revision', 'customer_id', null);
select minori_watch('playbook_run', 'playbook-run', 'revision', 'customer_id', null);
