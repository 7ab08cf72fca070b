package dev.minori.sync.intake.rest;

import dev.minori.sync.intake.Finding;
import dev.minori.sync.intake.IntakeResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch, all of it committed: received = added + changed + unchanged + older + leftOut + rejected.
 *
 * @param unchanged records that were known with the same content
 * @param older records of which a newer version is kept
 * @param leftOut records that a person had erased
 * @param rejected records that were not kept
 * @param quarantined records that were kept, but that a mapping cannot make a fact of yet
 * @param findings what is to be said of single records
 */
public record IntakeView(
        int received,
        int added,
        int changed,
        int unchanged,
        int older,
        int leftOut,
        int rejected,
        int quarantined,
        List<FindingView> findings) {

    /**
     * @param index place in the batch, from 0
     * @param verdict rejected, older or quarantined
     * @param reason stable word for programs
     */
    public record FindingView(
            int index,
            @Nullable String id,
            String verdict,
            @Nullable String field,
            String reason,
            MessageView message) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.index(),
                    finding.id(),
                    finding.kind().wireName(),
                    finding.field(),
                    finding.reason(),
                    new MessageView(finding.detail().ja(), finding.detail().en()));
        }
    }

    /** A sentence in both languages. */
    public record MessageView(String ja, String en) {}

    static IntakeView of(IntakeResult result) {
        return new IntakeView(
                result.received(),
                result.added(),
                result.changed(),
                result.unchanged(),
                result.older(),
                result.leftOut(),
                result.rejected(),
                result.quarantined(),
                result.findings().stream().map(FindingView::of).toList());
    }
}
