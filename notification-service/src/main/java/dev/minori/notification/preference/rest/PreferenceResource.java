package dev.minori.notification.preference.rest;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.notification.preference.PreferenceService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How members want to be told. Everybody changes their own; managers, CS ops and administrators anybody's. */
@Path("/api/v1/preferences")
@RunOnVirtualThread
public class PreferenceResource {
    private static final Set<String> MAY_CHANGE_ANYBODY = Set.of("manager", "cs-ops", "admin");

    private final PreferenceService preferences;
    private final Actor actor;

    PreferenceResource(PreferenceService preferences, Actor actor) {
        this.preferences = preferences;
        this.actor = actor;
    }

    /** What a member chose, or what holds until they do. */
    @GET
    @Path("/{memberId}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public PreferenceView get(@PathParam("memberId") UUID memberId) {
        return PreferenceView.of(preferences.get(memberId));
    }

    /** Changes what a member chose. */
    @PUT
    @Path("/{memberId}")
    @RolesAllowed({"csm", "manager", "cs-ops", "integrator", "admin"})
    public PreferenceView change(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PreferenceRequest request) {
        boolean own = actor.memberId().filter(memberId::equals).isPresent();
        if (!own && Collections.disjoint(actor.roles(), MAY_CHANGE_ANYBODY)) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Wording("変更できるのは自分の設定だけです。", "You may change your own preferences only."));
        }
        return PreferenceView.of(preferences.change(ifMatch, request.preference(preferences.get(memberId))));
    }
}
