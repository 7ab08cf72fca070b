package dev.minori.sync.run;

import dev.minori.events.fact.CustomerValues;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.identity.CustomerIdentities;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the customers of mapped rows, a chunk at a time. */
@ApplicationScoped
class CustomerResolver {
    private final CustomerIdentities identities;

    CustomerResolver(CustomerIdentities identities) {
        this.identities = identities;
    }

    /** What was found for a row. */
    sealed interface Resolved {
        record Found(Candidate candidate, UUID customerId) implements Resolved {}

        record Missing(Candidate candidate, Rejection rejection) implements Resolved {}
    }

    List<Resolved> resolve(RunScope scope, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        return switch (scope.document().customerLink()) {
            case CustomerLink.Self() -> self(scope, candidates);
            case CustomerLink.SourceRecord(String field, String object) -> {
                Map<String, UUID> known =
                        identities.findByRecord(scope.raw().connectionId(), object, links(candidates));
                yield candidates.stream()
                        .map(candidate -> found(candidate, known.get(link(candidate)), field))
                        .toList();
            }
            case CustomerLink.CustomerCode(String field) -> {
                Map<String, List<UUID>> known = identities.findByCode(links(candidates));
                yield candidates.stream()
                        .map(candidate -> byCode(candidate, known.getOrDefault(link(candidate), List.of()), field))
                        .toList();
            }
        };
    }

    private List<Resolved> self(RunScope scope, List<Candidate> candidates) {
        Map<String, @Nullable String> codes = new HashMap<>();
        for (Candidate candidate : candidates) {
            String code =
                    candidate.mapped().values() instanceof CustomerValues customer ? customer.customerCode() : null;
            codes.put(candidate.row().record().id(), code);
        }
        Map<String, UUID> customers =
                identities.assign(scope.raw().connectionId(), scope.raw().objectName(), codes);
        List<Resolved> resolved = new ArrayList<>();
        for (Candidate candidate : candidates) {
            UUID customer = customers.get(candidate.row().record().id());
            if (customer == null) {
                throw new IllegalStateException(
                        "no customer for record " + candidate.row().record().id());
            }
            resolved.add(new Resolved.Found(candidate, customer));
        }
        return resolved;
    }

    private static Resolved byCode(Candidate candidate, List<UUID> customers, String field) {
        if (customers.size() > 1) {
            return new Resolved.Missing(
                    candidate,
                    new Rejection(
                            Rejection.CUSTOMER_CODE_AMBIGUOUS,
                            field,
                            link(candidate),
                            new Wording(
                                    "顧客コードが同じ顧客が" + customers.size() + "社あります。",
                                    customers.size() + " customers have this code.")));
        }
        return found(candidate, customers.isEmpty() ? null : customers.getFirst(), field);
    }

    private static Resolved found(Candidate candidate, @Nullable UUID customer, String field) {
        if (customer != null) {
            return new Resolved.Found(candidate, customer);
        }
        return new Resolved.Missing(
                candidate,
                new Rejection(
                        Rejection.CUSTOMER_NOT_FOUND,
                        field,
                        link(candidate),
                        new Wording(
                                "この値の顧客はまだ取り込まれていません。顧客が届くと自動で取り込みます。",
                                "No customer with this value is known yet; the row is taken in when one arrives.")));
    }

    private static Set<String> links(List<Candidate> candidates) {
        Set<String> links = new HashSet<>();
        candidates.forEach(candidate -> links.add(link(candidate)));
        return links;
    }

    private static String link(Candidate candidate) {
        String link = candidate.mapped().link();
        return link == null ? "" : link;
    }
}
