package dev.minori.scoring.contract;

import dev.minori.events.fact.Money;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.history.PastTimes.Past;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts for lists. In the transaction of the workspace. */
public interface ContractList {
    /**
     * Contracts in the given order, those after a position, at most {@code limit}.
     */
    List<Listed> list(UUID workspaceId, Selection selection, ContractSort sort, @Nullable Position after, int limit);

    /** How many there are; counts no further than {@code most}. */
    int count(UUID workspaceId, Selection selection, int most);

    /**
     * What is asked for, and what may be seen.
     *
     * @param today the day by which a contract is in force
     * @param past the point in the past whose contracts are asked for; null for now
     */
    record Selection(LocalDate today, @Nullable Past past, Filter filter, Visibility visibility) {}

    /** A contract and its place in the list. */
    record Listed(Item item, Position position) {}

    /**
     * Which contracts are asked for; null means any.
     *
     * @param owners whose customers' contracts; null any, an empty list nobody's
     * @param endingBefore the deadline lies before this day
     * @param lastDayFrom the last day, of a cancelled contract that of the cancellation, is this day or later
     * @param lastDayTo likewise, this day or earlier
     * @param noticeDeadlineFrom notice can be given until this day or later; cancelled contracts are left out
     * @param noticeDeadlineTo likewise, until this day or earlier
     */
    record Filter(
            @Nullable UUID customerId,
            @Nullable List<UUID> owners,
            @Nullable Boolean inForce,
            @Nullable LocalDate endingBefore,
            @Nullable LocalDate lastDayFrom,
            @Nullable LocalDate lastDayTo,
            @Nullable LocalDate noticeDeadlineFrom,
            @Nullable LocalDate noticeDeadlineTo) {
        public Filter {
            owners = owners == null ? null : owners.stream().sorted().toList();
        }
    }

    /** Where a page begins: after the value that is sorted by, as text, and the id. */
    record Position(String value, UUID contractId) {}

    /**
     * A contract.
     *
     * @param lastDay last day on which it is in force; null while it has no end
     * @param deadline what comes first of notice deadline and last day; 9999-12-31 if neither is known
     */
    record Item(
            UUID contractId,
            UUID customerId,
            String customerName,
            @Nullable UUID ownerMemberId,
            @Nullable String contractNumber,
            @Nullable String productName,
            @Nullable LocalDate startDate,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate noticeDeadline,
            @Nullable Boolean autoRenew,
            @Nullable LocalDate cancelledOn,
            @Nullable Money mrr,
            @Nullable Long seats,
            boolean inForce,
            LocalDate deadline,
            @Nullable String sourceUrl) {}
}
