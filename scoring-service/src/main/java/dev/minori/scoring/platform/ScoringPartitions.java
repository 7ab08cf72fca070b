package dev.minori.scoring.platform;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.upkeep.PartitionedTable;
import dev.minori.kit.upkeep.PartitionedTable.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** History by month, kept for good: looking back is what it is for. */
@ApplicationScoped
class ScoringPartitions implements PartitionedTable.Source {
    private static final Period BEHIND = Period.ofMonths(1);
    private static final Period AHEAD = Period.ofMonths(3);

    @Override
    public List<PartitionedTable> tables() {
        List<PartitionedTable> tables = new ArrayList<>();
        for (Dataset dataset : Dataset.values()) {
            tables.add(monthly(dataset.wireName().replace('-', '_') + "_history"));
        }
        tables.add(monthly("health_score"));
        return tables;
    }

    private static PartitionedTable monthly(String table) {
        return new PartitionedTable(table, Step.MONTH, BEHIND, AHEAD, null);
    }
}
