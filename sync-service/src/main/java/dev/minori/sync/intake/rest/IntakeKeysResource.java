package dev.minori.sync.intake.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.sync.intake.IntakeKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Keys by which a core system sends its records to a connection of kind http. */
@Path("/api/v1/connections/{id}/intake-keys")
@RunOnVirtualThread
public class IntakeKeysResource {
    private final IntakeKeys keys;
    private final Idempotency idempotency;

    IntakeKeysResource(IntakeKeys keys, Idempotency idempotency) {
        this.keys = keys;
        this.idempotency = idempotency;
    }

    /** Those that let in, and the newest of those that no longer do. */
    @GET
    @Extension(name = BoundedList.NAME, value = "at most 20 keys that let in and the newest revoked ones, 120 together")
    @RolesAllowed({"integrator", "admin"})
    public List<IntakeKeyView> list(@PathParam("id") UUID id) {
        return keys.list(id).stream().map(IntakeKeyView::of).toList();
    }

    /** Makes a key. The answer shows it once; a repeated request gets the same answer without it. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed({"integrator", "admin"})
    public IntakeKeyView issue(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull IntakeKeyRequest request) {
        AtomicReference<@Nullable String> text = new AtomicReference<>();
        IntakeKeyView made = idempotency.once(key, List.of(id, request), IntakeKeyView.class, () -> {
            IntakeKeys.Issued issued = keys.issue(id, request.name());
            text.set(issued.text());
            return IntakeKeyView.of(issued.key());
        });
        return made.with(text.get());
    }

    /** Lets nobody in with the key from now on. */
    @DELETE
    @Path("/{keyId}")
    @Extension(name = SafeToRepeat.NAME, value = "what is revoked stays revoked")
    @RolesAllowed({"integrator", "admin"})
    public void revoke(@PathParam("id") UUID id, @PathParam("keyId") UUID keyId) {
        keys.revoke(id, keyId);
    }
}
