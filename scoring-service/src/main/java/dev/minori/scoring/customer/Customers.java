package dev.minori.scoring.customer;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.CustomerList.Item;
import dev.minori.scoring.customer.CustomerList.Listed;
import dev.minori.scoring.customer.CustomerList.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers as the caller may see them. */
@ApplicationScoped
@Transactional
public class Customers {
    private final CustomerList list;
    private final VisibilityRule visibility;

    Customers(CustomerList list, VisibilityRule visibility) {
        this.list = list;
        this.visibility = visibility;
    }

    public List<Listed> list(
            UUID workspaceId, CustomerFilter filter, CustomerSort sort, @Nullable Position after, int limit) {
        return list.list(workspaceId, filter, sort, visibility.ofCaller(), after, limit);
    }

    /** How many customers the filter lets through, counted up to {@link CustomerList#COUNTED} plus one. */
    public long count(UUID workspaceId, CustomerFilter filter) {
        return list.count(workspaceId, filter, visibility.ofCaller());
    }

    /** The customer, or a not-found problem: what is hidden is not there. */
    public Item get(UUID workspaceId, UUID customerId) {
        return list.find(workspaceId, customerId, visibility.ofCaller())
                .orElseThrow(() -> ProblemException.notFound(new Wording("顧客が見つかりません。", "There is no such customer.")));
    }
}
