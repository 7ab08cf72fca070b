package dev.minori.scoring.customer.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.scoring.customer.CustomerFilter;
import dev.minori.scoring.customer.CustomerSort;
import dev.minori.scoring.customer.Owners;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands which customers a request asks for: who {@code me} is and who belongs to a team. */
@ApplicationScoped
class CustomerRequests {
    private static final String ME = "me";
    private static final String NONE = "none";

    private final Actor actor;
    private final Owners owners;

    CustomerRequests(Actor actor, Owners owners) {
        this.actor = actor;
        this.owners = owners;
    }

    CustomerFilter filter(CustomerParameters asked) {
        return new CustomerFilter(
                asked.bands,
                phases(asked),
                owners(asked),
                asked.owners.contains(NONE),
                asked.mrrFrom,
                asked.mrrTo,
                asked.nextDateFrom,
                asked.nextDateTo,
                asked.text);
    }

    CustomerSort sort(CustomerParameters asked) {
        String text = asked.sort;
        if (text == null || text.isEmpty()) {
            return CustomerSort.BY_NAME;
        }
        return CustomerSort.parse(text).orElseThrow(() -> {
            String fields = Arrays.stream(CustomerSort.Column.values())
                    .map(CustomerSort.Column::field)
                    .collect(Collectors.joining(", "));
            return invalid(
                    "sort",
                    new Wording(
                            "sortは次のいずれかです(降順は先頭に-): " + fields,
                            "sort is one of these, with - in front for descending: " + fields));
        });
    }

    private @Nullable List<UUID> owners(CustomerParameters asked) {
        Set<UUID> named = new HashSet<>(named(asked.owners));
        boolean me = asked.owners.contains(ME);
        if (me) {
            actor.memberId().ifPresent(named::add);
        }
        return owners.of(named.isEmpty() && !me ? null : named, asked.teams);
    }

    private static List<String> phases(CustomerParameters asked) {
        return asked.withoutPhase
                ? Stream.concat(asked.phases.stream(), Stream.of("")).toList()
                : asked.phases;
    }

    private static List<UUID> named(List<String> owners) {
        List<UUID> ids = new ArrayList<>();
        for (String owner : owners) {
            if (!owner.equals(ME) && !owner.equals(NONE)) {
                try {
                    ids.add(UUID.fromString(owner));
                } catch (IllegalArgumentException _) {
                    throw invalid(
                            "owner",
                            new Wording("ownerはメンバーのid、me、noneのいずれかです。", "owner is a member's id, me or none."));
                }
            }
        }
        return ids;
    }

    private static ProblemException invalid(String parameter, Wording detail) {
        return new ProblemException(
                KitProblem.INVALID_PARAMETER,
                detail,
                List.of(new FieldError("query:" + parameter, "invalid-value", detail)));
    }
}
