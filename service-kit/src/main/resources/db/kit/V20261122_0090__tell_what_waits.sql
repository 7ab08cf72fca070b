-- Gauges count what waits over all workspaces: when and where, never what. The relay's role sees these columns only.
create policy relay_counts on parked_key for select to ${relay} using (true);
grant select (channel, parked_at) on parked_key to ${relay};
grant select (received_at) on unreadable_message to ${relay};
