package dev.minori.playbook.run.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.run.RunDetails;
import dev.minori.playbook.run.Runs;
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

/** Why a playbook began for a customer, why not, and for whom it would have begun. */
@Path("/api/v1/playbooks/{key}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlaybookAnswersResource {
    private final Definitions definitions;
    private final Answers answers;
    private final Runs runs;
    private final RunDetails details;
    private final CurrentPerson person;
    private final Idempotency idempotency;

    PlaybookAnswersResource(
            Definitions definitions,
            Answers answers,
            Runs runs,
            RunDetails details,
            CurrentPerson person,
            Idempotency idempotency) {
        this.definitions = definitions;
        this.answers = answers;
        this.runs = runs;
        this.details = details;
        this.person = person;
        this.idempotency = idempotency;
    }

    /** What the playbook made of each stay of the customer in its segment, newest first; at least one answer. */
    @GET
    @Path("/explanations")
    @Extension(name = BoundedList.NAME, value = "the newest stays of one customer in one segment, at most 100")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public List<ExplanationView> explanations(
            @PathParam("key") String key, @QueryParam("customerId") @NotNull UUID customerId) {
        return answers.explain(definition(key), customerId);
    }

    /** Stays that started no run, because they were learned from a first load or began before publication. */
    @GET
    @Path("/would-have-started")
    @RolesAllowed({"manager", "cs-ops", "admin"})
    public Page<StayView> wouldHaveStarted(
            @PathParam("key") String key,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return answers.wouldHave(definition(key), PageRequest.of(limit, cursor));
    }

    /** Starts a run for one of them by hand. */
    @POST
    @Path("/would-have-started/{membershipId}/start")
    @RolesAllowed({"cs-ops", "admin"})
    public RunView start(
            @PathParam("key") String key,
            @PathParam("membershipId") UUID membershipId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Started started = idempotency.once(
                idempotencyKey,
                new StartOf(key, membershipId),
                Started.class,
                () -> new Started(runs.startByHand(definition(key), membershipId, person.author())
                        .id()));
        return RunView.of(details.stood(started.id()));
    }

    private record StartOf(String playbook, UUID membershipId) {}

    /** What is remembered of a start: the run goes on meanwhile. */
    record Started(UUID id) {}

    private Definition definition(String key) {
        return definitions.get(DefinitionKind.PLAYBOOK, key);
    }
}
