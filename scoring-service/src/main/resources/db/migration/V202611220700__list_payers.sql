-- Customers by what they bring in on a day, the largest first: nearly all steps hold today, so that the order is what counts.
create index ix_mrr_step_minor on mrr_step (workspace_id, currency, minor, customer_id);
