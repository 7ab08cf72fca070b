package dev.minori.notification.preference.rest;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How members want to be told. Everybody changes their own; managers, CS ops and administrators anybody's. */
@Path("/api/v1/preferences")
@RunOnVirtualThread
public class PreferenceResource {
    private final PreferenceService preferences;

    PreferenceResource(PreferenceService preferences) {
        this.preferences = preferences;
    }

    /** What a member chose, or what holds until they do. */
    @GET
    @Path("/{memberId}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public PreferenceView get(@PathParam("memberId") UUID memberId) {
        return PreferenceView.of(preferences.of(memberId));
    }

    /** Changes what a member chose. */
    @PUT
    @Path("/{memberId}")
    @RolesAllowed({"csm", "manager", "cs-ops", "integrator", "admin"})
    public PreferenceView change(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PreferenceRequest request,
            @Context SecurityContext security) {
        boolean mayChangeAnybody =
                security.isUserInRole("manager") || security.isUserInRole("cs-ops") || security.isUserInRole("admin");
        String subject = security.getUserPrincipal().getName();
        if (!mayChangeAnybody && !preferences.isOwn(memberId, subject)) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Wording("変更できるのは自分の設定だけです。", "You may change your own preferences only."));
        }
        return PreferenceView.of(preferences.change(ifMatch, request.preference(memberId)));
    }
}
