package dev.minori.sync.erasure.rest;

import dev.minori.sync.erasure.ErasureService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Erases a person who asked to be forgotten. */
@Path("/api/v1/contacts/{id}/erasures")
@RunOnVirtualThread
public class ErasuresResource {
    private final ErasureService erasures;

    ErasuresResource(ErasureService erasures) {
        this.erasures = erasures;
    }

    /** Erases the contact with this fact id here and tells the other services to. It cannot be undone. */
    @POST
    @ResponseStatus(202)
    @RolesAllowed("admin")
    public ErasureView erase(@PathParam("id") UUID id) {
        return new ErasureView(erasures.erase(id), id);
    }
}
