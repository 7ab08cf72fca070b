package dev.minori.sync.intake;

import java.util.List;

/**
 * What became of a batch: received = added + changed + unchanged + older + leftOut + rejected.
 *
 * @param older records of which a newer version is kept
 * @param leftOut records that a person had erased
 * @param quarantined records that were kept and are no facts yet
 */
public record IntakeResult(
        int received,
        int added,
        int changed,
        int unchanged,
        int older,
        int leftOut,
        int rejected,
        int quarantined,
        List<Finding> findings) {
    public IntakeResult {
        findings = List.copyOf(findings);
    }
}
