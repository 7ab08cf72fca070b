package dev.minori.sync.change.rest;

import dev.minori.kit.change.rest.ChangeEvents;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Sync runs, connections and mappings as they change. */
@Path("/api/v1/changes")
@RunOnVirtualThread
public class ChangesResource {
    private final ChangeEvents events;

    ChangesResource(ChangeEvents events) {
        this.events = events;
    }

    /**
     * Server-sent events: {@code ready}, then {@code change} with kind ({@code sync-run}, {@code connection},
     * {@code schema-change}, {@code mapping}), id and version for each change; {@code reset} says that everything is to be read again,
     * {@code end} why no more comes.
     *
     * @param lastEventId where to go on after a break
     */
    @GET
    @Blocking // What returns a publisher would else be taken for non-blocking, against its class.
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager", "viewer"})
    @APIResponse(
            responseCode = "200",
            description = "A stream of events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Flow.Publisher<OutboundSseEvent> follow(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        return events.open(sse, lastEventId);
    }
}
