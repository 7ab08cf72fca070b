package dev.minori.sync.platform;

import dev.minori.kit.upkeep.PartitionedTable;
import dev.minori.sync.dryrun.DryRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

/** What dry runs found, by day; it goes when nobody can look at it any more. */
@ApplicationScoped
class DryRunPartitions implements PartitionedTable.Source {

    @Override
    public List<PartitionedTable> tables() {
        return List.of(new PartitionedTable(
                "dry_run_row", PartitionedTable.Step.DAY, Period.ZERO, Period.ofDays(3), Period.ofDays((int)
                        DryRun.KEPT.toDays())));
    }
}
