package dev.minori.sync.erasure.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.sync.erasure.ErasureService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Erases a person who asked to be forgotten. */
@Path("/api/v1/contacts/{id}/erasures")
@RunOnVirtualThread
public class ErasuresResource {
    private final ErasureService erasures;

    private final Idempotency idempotency;

    ErasuresResource(ErasureService erasures, Idempotency idempotency) {
        this.erasures = erasures;
        this.idempotency = idempotency;
    }

    /**
     * Erases the contact with this fact id here and tells the other services to. It cannot be undone. Repeated with its
     * key it finishes what was begun.
     */
    @POST
    @ResponseStatus(202)
    @RolesAllowed("admin")
    public ErasureView erase(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Begun begun =
                idempotency.once(idempotencyKey, new ErasureOf(id), Begun.class, () -> new Begun(erasures.begin(id)));
        erasures.finish(begun.erasureId());
        return new ErasureView(begun.erasureId(), id);
    }

    private record ErasureOf(UUID contactId) {}

    /** What is remembered of an erasure: not who was erased, or the erasure would erase the memory. */
    record Begun(UUID erasureId) {}
}
