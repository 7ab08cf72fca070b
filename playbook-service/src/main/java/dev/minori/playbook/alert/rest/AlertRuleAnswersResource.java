package dev.minori.playbook.alert.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.alert.AlertDetails;
import dev.minori.playbook.alert.Alerts;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.segment.Answers;
import dev.minori.playbook.segment.ExplanationView;
import dev.minori.playbook.segment.StayView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Why an alert rule fired, why not, and what it would have done. */
@Path("/api/v1/alert-rules/{key}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertRuleAnswersResource {
    private final Definitions definitions;
    private final Answers answers;
    private final Alerts alerts;
    private final AlertDetails details;
    private final Idempotency idempotency;

    AlertRuleAnswersResource(
            Definitions definitions, Answers answers, Alerts alerts, AlertDetails details, Idempotency idempotency) {
        this.definitions = definitions;
        this.answers = answers;
        this.alerts = alerts;
        this.details = details;
        this.idempotency = idempotency;
    }

    /** What the rule made of each stay of the customer in its segment, newest first; at least one answer. */
    @GET
    @Path("/explanations")
    @Extension(name = BoundedList.NAME, value = "the newest stays of one customer in one segment, at most 100")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public List<ExplanationView> explanations(
            @PathParam("key") String key, @QueryParam("customerId") @NotNull UUID customerId) {
        return answers.explain(definition(key), customerId);
    }

    /** Stays that opened no alert, because they were learned from a first load or began before publication. */
    @GET
    @Path("/would-have-fired")
    @RolesAllowed({"manager", "cs-ops", "admin"})
    public Page<StayView> wouldHaveFired(
            @PathParam("key") String key,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return answers.wouldHave(definition(key), PageRequest.of(limit, cursor));
    }

    /** Opens one of them by hand. */
    @POST
    @Path("/would-have-fired/{membershipId}/open")
    @RolesAllowed({"cs-ops", "admin"})
    public AlertView open(
            @PathParam("key") String key,
            @PathParam("membershipId") UUID membershipId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Opened opened = idempotency.once(
                idempotencyKey,
                new OpeningOf(key, membershipId),
                Opened.class,
                () -> new Opened(
                        alerts.openByHand(definition(key), membershipId).id()));
        return AlertView.of(details.row(opened.id()));
    }

    private record OpeningOf(String rule, UUID membershipId) {}

    /** What is remembered of an opening: the alert itself may change meanwhile. */
    record Opened(UUID id) {}

    private Definition definition(String key) {
        return definitions.get(DefinitionKind.ALERT_RULE, key);
    }
}
