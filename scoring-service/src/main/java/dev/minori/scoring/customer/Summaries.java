package dev.minori.scoring.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Writes what lists read, each time a customer was computed. */
@ApplicationScoped
public class Summaries {
    /** Over how long the change of a score is shown. */
    private static final Duration CHANGE = Duration.ofDays(30);

    private final SummaryStore store;
    private final WorkspaceTerms terms;

    Summaries(SummaryStore store, WorkspaceTerms terms) {
        this.store = store;
        this.terms = terms;
    }

    /** Makes the rows of these customers anew, after their profiles and scores. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(UUID workspaceId, LocalDate today, Instant now, Collection<UUID> customerIds) {
        store.refresh(workspaceId, customerIds, terms.of(workspaceId).currency(), today, now, now.minus(CHANGE));
    }
}
