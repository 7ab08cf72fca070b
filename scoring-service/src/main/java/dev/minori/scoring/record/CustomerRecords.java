package dev.minori.scoring.record;

import dev.minori.scoring.customer.Customers;
import dev.minori.scoring.history.FactPages;
import dev.minori.scoring.history.FactPages.Placed;
import dev.minori.scoring.history.FactPages.Position;
import dev.minori.scoring.history.FactPages.Question;
import dev.minori.scoring.history.PastTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of customers that the caller may see. */
@ApplicationScoped
public class CustomerRecords {
    private final FactPages facts;
    private final PastTimes times;
    private final Customers customers;

    CustomerRecords(FactPages facts, PastTimes times, Customers customers) {
        this.facts = facts;
        this.times = times;
        this.customers = customers;
    }

    /**
     * Records after a position; a not-found problem for a customer that is not there or hidden, invalid-parameter
     * for a time of knowledge that can still change.
     */
    @Transactional
    public List<Placed> page(Question question, @Nullable Position after, int limit) {
        customers.get(question.workspaceId(), question.customerId());
        times.knownAt(question.knownAt());
        return facts.page(question, after, limit);
    }
}
