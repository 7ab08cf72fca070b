package dev.minori.sync.platform;

import dev.minori.kit.upkeep.PartitionedTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

/** Raw history by the month in which it was read; kept for ever, because remaps replay it. */
@ApplicationScoped
class RawHistoryPartitions implements PartitionedTable.Source {

    @Override
    public List<PartitionedTable> tables() {
        return List.of(new PartitionedTable(
                "raw_history", PartitionedTable.Step.MONTH, Period.ZERO, Period.ofMonths(3), null));
    }
}
