package dev.minori.sync.dryrun.rest;

import dev.minori.events.fact.TargetSchema;
import dev.minori.sync.dryrun.DryRunRow;
import dev.minori.sync.dryrun.FieldChange;
import dev.minori.sync.mapping.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one record.
 *
 * @param outcome added, changed, unmatched, rejected or removed
 * @param customerId the customer it belongs to; null if it would be a new one or none is found
 * @param rejection why it would wait; null unless unmatched or rejected
 */
public record DryRunRowView(
        long number,
        String recordId,
        @Nullable String recordUrl,
        String outcome,
        @Nullable UUID customerId,
        List<ChangeView> changes,
        @Nullable RejectionView rejection) {

    /** One target field, as people read it: the last day of a term, an amount with its currency. */
    public record ChangeView(
            String target,
            String ja,
            String en,
            @Nullable String before,
            @Nullable String after) {
        static ChangeView of(FieldChange change, TargetSchema schema) {
            Optional<TargetSchema.Field> field = schema.field(change.target());
            return new ChangeView(
                    change.target(),
                    field.map(TargetSchema.Field::japanese).orElse(change.target()),
                    field.map(TargetSchema.Field::english).orElse(change.target()),
                    change.before(),
                    change.after());
        }
    }

    /** @param reason stable word, for example {@code unreadable-value} */
    public record RejectionView(
            String reason, @Nullable String field, @Nullable String sample, String ja, String en) {
        static RejectionView of(Rejection rejection) {
            return new RejectionView(
                    rejection.reason(),
                    rejection.field(),
                    rejection.sample(),
                    rejection.detail().ja(),
                    rejection.detail().en());
        }
    }

    static DryRunRowView of(DryRunRow.Numbered numbered, TargetSchema schema) {
        DryRunRow row = numbered.row();
        Rejection rejection = row.rejection();
        return new DryRunRowView(
                numbered.number(),
                row.recordId(),
                row.recordUrl(),
                row.outcome().wireName(),
                row.customerId(),
                row.changes().stream()
                        .map(change -> ChangeView.of(change, schema))
                        .toList(),
                rejection == null ? null : RejectionView.of(rejection));
    }
}
