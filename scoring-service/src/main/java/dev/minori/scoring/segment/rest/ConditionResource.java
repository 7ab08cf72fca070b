package dev.minori.scoring.segment.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.segment.Conditions;
import dev.minori.scoring.segment.Conditions.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Conditions evaluated on demand. */
@Path("/api/v1/conditions")
@RunOnVirtualThread
public class ConditionResource {
    private final Conditions conditions;
    private final Moments moments;

    ConditionResource(Conditions conditions, Moments moments) {
        this.conditions = conditions;
        this.moments = moments;
    }

    /**
     * A question about a customer.
     *
     * @param condition minori-cel about the customer
     */
    public record EvaluationRequest(
            @NotNull UUID customerId,
            @NotBlank @Size(max = 4000) String condition) {}

    /** A condition to be checked only. */
    public record ValidationRequest(
            @NotBlank @Size(max = 4000) String condition) {}

    /** What a valid condition yields. */
    public record Validation(String type) {}

    /** Evaluates a condition for a customer now: true, false or unknown, with what it looked at. */
    @POST
    @Path("/evaluations")
    @Extension(name = SafeToRepeat.NAME, value = "a question: nothing is kept")
    @RolesAllowed({"service", "cs-ops", "admin"})
    public Verdict evaluate(@Valid EvaluationRequest request) {
        return conditions.evaluate(moments.now(WorkspaceContext.current()), request.customerId(), request.condition());
    }

    /** Checks a condition; mistakes are told with their line and column. */
    @POST
    @Path("/validations")
    @Extension(name = SafeToRepeat.NAME, value = "a question: nothing is kept")
    @RolesAllowed({"service", "cs-ops", "admin"})
    public Validation validate(@Valid ValidationRequest request) {
        return new Validation(conditions.compile(request.condition()).type().name());
    }
}
