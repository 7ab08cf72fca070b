package dev.minori.sync.intake.rest;

import dev.minori.sync.intake.IntakeObjects;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the fields of records are that are sent to a connection of kind http. */
@Path("/api/v1/connections/{id}/intake-shapes/{object}")
@RunOnVirtualThread
public class IntakeShapesResource {
    private final IntakeObjects objects;

    IntakeShapesResource(IntakeObjects objects) {
        this.objects = objects;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public IntakeShapeView get(@PathParam("id") UUID id, @PathParam("object") String object) {
        return IntakeShapeView.of(objects.get(id, object));
    }

    /** Declares the fields' types, before or after the first record. What is kept already is read anew by them. */
    @PUT
    @RolesAllowed({"integrator", "admin"})
    public IntakeShapeView declare(
            @PathParam("id") UUID id,
            @PathParam("object") String object,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull IntakeShapeRequest request) {
        return IntakeShapeView.of(objects.declare(
                id,
                ObjectNames.require(object),
                request.label(),
                request.fields().stream()
                        .map(IntakeShapeRequest.FieldRequest::field)
                        .toList(),
                ifMatch));
    }
}
