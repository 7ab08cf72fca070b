package dev.minori.scoring.followup.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.followup.Candidate.Dismissal;
import dev.minori.scoring.followup.FollowUps;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Whom to call today. */
@Path("/api/v1/follow-ups")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "viewer"})
public class FollowUpResource {
    private static final int DEFAULT_LIMIT = 10;

    private final FollowUps followUps;
    private final Idempotency idempotency;
    private final Actor actor;

    FollowUpResource(FollowUps followUps, Idempotency idempotency, Actor actor) {
        this.followUps = followUps;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /**
     * A customer to be set aside.
     *
     * @param until the day it comes back
     * @param untilNews whether something new brings it back; true unless said otherwise
     */
    public record DismissalRequest(
            @Nullable LocalDate until, @Nullable Boolean untilNews) {}

    private record DismissalKey(UUID customerId, DismissalRequest request) {}

    /**
     * Customers with a sign, by priority.
     *
     * @param owner a member's id, {@code me} or {@code all}; {@code me} for a customer success manager unless said
     *     otherwise, {@code all} for others
     * @param dismissed true for those set aside
     * @param limit 1 to 50
     */
    @GET
    @Extension(name = BoundedList.NAME, value = "whom to call today, at most 50; the answer counts the rest")
    public FollowUpsView list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("dismissed") @DefaultValue("false") boolean dismissed,
            @QueryParam("limit") @Nullable Integer limit) {
        int most = limit == null ? DEFAULT_LIMIT : limit;
        if (most < 1 || most > FollowUps.MOST) {
            throw invalid("limit", new Wording("limitは1から50までの数です。", "limit is a number from 1 to 50."));
        }
        return FollowUpsView.of(followUps.today(WorkspaceContext.current(), owners(owner), dismissed, most));
    }

    /** Sets a customer aside until a day comes or something new happens. */
    @POST
    @Path("/{customerId}/dismissals")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public Dismissal dismiss(
            @PathParam("customerId") UUID customerId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull DismissalRequest request) {
        return idempotency.once(
                key,
                new DismissalKey(customerId, request),
                Dismissal.class,
                () -> followUps.dismiss(
                        WorkspaceContext.current(),
                        customerId,
                        request.until(),
                        request.untilNews() == null || request.untilNews()));
    }

    /** Takes the decision back; a customer that is not set aside stays as it is. */
    @DELETE
    @Path("/{customerId}/dismissals")
    @Extension(name = SafeToRepeat.NAME, value = "what is taken back stays taken back")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public void restore(@PathParam("customerId") UUID customerId) {
        followUps.restore(WorkspaceContext.current(), customerId);
    }

    private @Nullable List<UUID> owners(@Nullable String owner) {
        String asked = owner == null || owner.isEmpty() ? usual() : owner;
        return switch (asked) {
            case "all" -> null;
            case "me" -> actor.memberId().map(List::of).orElse(List.of());
            default -> {
                try {
                    yield List.of(UUID.fromString(asked));
                } catch (IllegalArgumentException _) {
                    throw invalid(
                            "owner", new Wording("ownerはメンバーのid、me、allのいずれかです。", "owner is a member's id, me or all."));
                }
            }
        };
    }

    private String usual() {
        return actor.hasRole("csm") ? "me" : "all";
    }

    private static ProblemException invalid(String parameter, Wording detail) {
        return new ProblemException(
                KitProblem.INVALID_PARAMETER,
                detail,
                List.of(new FieldError("query:" + parameter, "invalid-value", detail)));
    }
}
