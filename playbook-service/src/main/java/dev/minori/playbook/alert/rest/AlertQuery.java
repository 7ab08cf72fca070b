package dev.minori.playbook.alert.rest;

import dev.minori.playbook.alert.AlertFilter;
import dev.minori.playbook.alert.AlertSort;
import dev.minori.playbook.alert.Severity;
import dev.minori.playbook.page.ListOrder;
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

    /** True for those that are snoozed now, false for all others. */
    @QueryParam("snoozed")
    @Nullable
    Boolean snoozed;

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
        return ListOrder.of(AlertSort.class, sort);
    }

    AlertFilter toFilter(CurrentPerson person, Colleagues colleagues) {
        List<UUID> owners = colleagues.chosen(mine ? person.memberId() : owner, teamId);
        return new AlertFilter(
                open,
                snoozed,
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
