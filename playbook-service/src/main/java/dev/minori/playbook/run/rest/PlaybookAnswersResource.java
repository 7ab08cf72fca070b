package dev.minori.playbook.run.rest;

import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.page.IdPages;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.run.Runs;
import dev.minori.playbook.segment.ExplanationView;
import dev.minori.playbook.segment.Explanations;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.segment.StayView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a playbook began for a customer, why not, and for whom it would have begun. */
@Path("/api/v1/playbooks/{playbook}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlaybookAnswersResource {
    private final Definitions definitions;
    private final Explanations explanations;
    private final Runs runs;
    private final IdPages pages;
    private final CurrentPerson person;

    PlaybookAnswersResource(
            Definitions definitions, Explanations explanations, Runs runs, IdPages pages, CurrentPerson person) {
        this.definitions = definitions;
        this.explanations = explanations;
        this.runs = runs;
        this.pages = pages;
        this.person = person;
    }

    /** What the playbook made of each stay of the customer in its segment, newest first; at least one answer. */
    @GET
    @Path("/explanations")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public List<ExplanationView> explanations(
            @PathParam("playbook") String playbook, @QueryParam("customerId") @NotNull UUID customerId) {
        return explanations.explain(definition(playbook), customerId).stream()
                .map(ExplanationView::of)
                .toList();
    }

    /** Stays that started no run, because they were learned from a first load or began before publication. */
    @GET
    @Path("/would-have-started")
    @RolesAllowed({"manager", "cs-ops", "admin"})
    public Page<StayView> wouldHaveStarted(
            @PathParam("playbook") String playbook,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Definition definition = definition(playbook);
        return pages.page(
                        "would-have-started",
                        Arrays.asList(definition.id()),
                        PageRequest.of(limit, cursor),
                        (behind, most) -> explanations.wouldHave(definition, behind, most),
                        SegmentStay::membershipId)
                .map(StayView::of);
    }

    /** Starts a run for one of them by hand. */
    @POST
    @Path("/would-have-started/{membershipId}/start")
    @RolesAllowed({"cs-ops", "admin"})
    public RunView start(@PathParam("playbook") String playbook, @PathParam("membershipId") UUID membershipId) {
        return RunView.of(runs.startByHand(definition(playbook), membershipId, person.author()));
    }

    private Definition definition(String playbook) {
        return definitions.get(DefinitionKind.PLAYBOOK, playbook);
    }
}
