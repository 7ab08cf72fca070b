package dev.minori.playbook.alert.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.alert.AlertFilter;
import dev.minori.playbook.alert.AlertSort;
import dev.minori.playbook.alert.Severity;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.search.Folded;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filters and order of the list of alerts; what is absent does not narrow. */
public class AlertQuery {
    /** True for open ones only, false for closed ones only. */
    @QueryParam("open")
    @Nullable
    Boolean open;

    /** Only customers of the caller. */
    @QueryParam("mine")
    @DefaultValue("false")
    boolean mine;

    /** Only customers of this CSM. */
    @QueryParam("owner")
    @Nullable
    UUID owner;

    /** Only customers that nobody owns. */
    @QueryParam("unowned")
    @DefaultValue("false")
    boolean unowned;

    /** Only customers of this team's members. */
    @QueryParam("teamId")
    @Nullable
    UUID teamId;

    @QueryParam("customerId")
    @Nullable
    UUID customerId;

    @QueryParam("ruleId")
    @Nullable
    UUID ruleId;

    @QueryParam("severity")
    @Pattern(regexp = "high|medium|low")
    @Nullable
    String severity;

    /** Open at this instant. */
    @QueryParam("openAt")
    @Nullable
    Instant openAt;

    @QueryParam("openedFrom")
    @Nullable
    Instant openedFrom;

    @QueryParam("openedBefore")
    @Nullable
    Instant openedBefore;

    @QueryParam("closedFrom")
    @Nullable
    Instant closedFrom;

    @QueryParam("closedBefore")
    @Nullable
    Instant closedBefore;

    /** Words in the title or the record's label, or in the customer's name, kana or code. */
    @QueryParam("q")
    @Size(max = 200)
    @Nullable
    String text;

    /** {@code -opened} (newest first), {@code opened}, {@code -lastOccurred}, {@code severity}, {@code customer},
     * {@code -customer}. */
    @QueryParam("sort")
    @DefaultValue("-opened")
    String sort = "-opened";

    AlertSort toSort() {
        try {
            return AlertSort.of(sort);
        } catch (IllegalArgumentException unknown) {
            Wording detail = new Wording(
                    "sortは次のいずれかです: " + unknown.getMessage(), "sort is one of " + unknown.getMessage() + ".");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError("query:sort", "unknown", detail)));
        }
    }

    AlertFilter toFilter(CurrentPerson person, Colleagues colleagues) {
        UUID member = mine ? person.memberId() : owner;
        List<UUID> owners = member != null ? List.of(member) : teamId == null ? null : colleagues.inTeam(teamId);
        return new AlertFilter(
                open,
                customerId,
                ruleId,
                severity == null ? null : Severity.of(severity),
                owners,
                unowned,
                openAt,
                openedFrom,
                openedBefore,
                closedFrom,
                closedBefore,
                Folded.of(text),
                person.visibleOwners());
    }
}
