package dev.minori.scoring.contract;

import dev.minori.kit.paging.CountedPage;
import dev.minori.scoring.contract.ContractList.Filter;
import dev.minori.scoring.contract.ContractList.Listed;
import dev.minori.scoring.contract.ContractList.Position;
import dev.minori.scoring.contract.ContractList.Selection;
import dev.minori.scoring.customer.VisibilityRule;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.history.PastTimes;
import dev.minori.scoring.history.PastTimes.Past;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts as the caller may see them, judged by the workspace's day. */
@ApplicationScoped
public class Contracts {
    private final ContractList list;
    private final VisibilityRule visibility;
    private final Moments moments;
    private final PastTimes times;

    Contracts(ContractList list, VisibilityRule visibility, Moments moments, PastTimes times) {
        this.list = list;
        this.visibility = visibility;
        this.moments = moments;
        this.times = times;
    }

    /**
     * Contracts as they are, or as they were.
     *
     * @param asOf when they were true; null for now
     * @param knownAt when that was known; null for what is known now
     */
    @Transactional
    public Found list(
            UUID workspaceId,
            Filter filter,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            ContractSort sort,
            @Nullable Position after,
            int limit) {
        Moment now = moments.now(workspaceId);
        LocalDate today = asOf == null ? now.today() : LocalDate.ofInstant(asOf, now.zone());
        Past past = times.past(asOf, knownAt).orElse(null);
        Selection selection = new Selection(today, past, filter, visibility.ofCaller());
        return new Found(
                list.list(workspaceId, selection, sort, after, limit),
                list.count(workspaceId, selection, CountedPage.MOST_COUNTED + 1));
    }

    /** Some of the contracts, and how many there are, counted up to one more than a page tells. */
    public record Found(List<Listed> contracts, int count) {}
}
