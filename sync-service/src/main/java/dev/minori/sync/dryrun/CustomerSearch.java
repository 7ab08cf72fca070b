package dev.minori.sync.dryrun;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.identity.CustomerIdentities;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.Rejection;
import dev.minori.sync.raw.RawKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the customers of records as a run would, and makes none. */
@ApplicationScoped
class CustomerSearch {
    private final CustomerIdentities identities;

    CustomerSearch(CustomerIdentities identities) {
        this.identities = identities;
    }

    /** What was found: a customer, none because the record would become one, or why there is none. */
    record Found(@Nullable UUID customerId, @Nullable Rejection rejection) {}

    /** The customers of records that are customers themselves; new ones are absent. */
    Map<String, UUID> themselves(RawKey key, Collection<String> recordIds) {
        return identities.findByRecord(key.connectionId(), key.objectName(), recordIds);
    }

    /** What is found for each value that names a customer. */
    Map<String, Found> byLink(CustomerLink how, RawKey key, Collection<String> links) {
        Map<String, Found> found = new HashMap<>();
        switch (how) {
            case CustomerLink.Self() -> {}
            case CustomerLink.SourceRecord(String field, String object) -> {
                Map<String, UUID> known = identities.findByRecord(key.connectionId(), object, links);
                links.forEach(link -> found.put(link, one(known.get(link), field, link)));
            }
            case CustomerLink.CustomerCode(String field) -> {
                Map<String, List<UUID>> known = identities.findByCode(links);
                links.forEach(link -> found.put(link, byCode(known.getOrDefault(link, List.of()), field, link)));
            }
        }
        return found;
    }

    private static Found byCode(List<UUID> customers, String field, String link) {
        if (customers.size() > 1) {
            return new Found(
                    null,
                    new Rejection(
                            Rejection.CUSTOMER_CODE_AMBIGUOUS,
                            field,
                            link,
                            new Wording(
                                    "顧客コードが同じ顧客が" + customers.size() + "社あります。",
                                    customers.size() + " customers have this code.")));
        }
        return one(customers.isEmpty() ? null : customers.getFirst(), field, link);
    }

    private static Found one(@Nullable UUID customer, String field, String link) {
        return customer == null
                ? new Found(
                        null,
                        new Rejection(
                                Rejection.CUSTOMER_NOT_FOUND,
                                field,
                                link,
                                new Wording("この値の顧客はまだ取り込まれていません。", "No customer with this value is known yet.")))
                : new Found(customer, null);
    }
}
