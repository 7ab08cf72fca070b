package dev.minori.playbook.customer;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps customers from people who may not see them. */
@ApplicationScoped
public class Sight {
    private final CustomerStore customers;

    Sight(CustomerStore customers) {
        this.customers = customers;
    }

    /**
     * Throws not-found if the customer belongs to none of these CSMs: whoever may not see it is not told that it
     * exists.
     *
     * @param visibleOwners null for whoever may see all
     */
    public void check(UUID customerId, @Nullable List<UUID> visibleOwners) {
        if (visibleOwners == null) {
            return;
        }
        boolean visible = customers
                .find(customerId)
                .map(CustomerProfile::ownerMemberId)
                .filter(visibleOwners::contains)
                .isPresent();
        if (!visible) {
            throw ProblemException.notFound(new Wording("見つかりません。", "There is no such record."));
        }
    }
}
