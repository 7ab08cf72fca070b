-- The due day of which the owner was reminded; another due day is another reminder.
alter table cs_task add column reminded_of date;
