package dev.minori.kit.inbox;

import dev.minori.kit.upkeep.PartitionedTable;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/** Inbox rows are kept twice as long as the topics keep messages: nothing older can be delivered again. */
@Singleton
class InboxPartitions implements PartitionedTable.Source {
    private static final Period TOPIC_RETENTION = Period.ofDays(7);

    @Override
    public List<PartitionedTable> tables() {
        return List.of(new PartitionedTable(
                "inbox_message",
                PartitionedTable.Step.DAY,
                TOPIC_RETENTION,
                TOPIC_RETENTION,
                TOPIC_RETENTION.multipliedBy(2)));
    }
}
