-- Forgetting old deliveries finds them by their end, and their quotes by the delivery.
create index ix_delivery_ended_at on delivery (workspace_id, ended_at);
create index ix_delivery_quote_delivery_id on delivery_quote (workspace_id, delivery_id);
