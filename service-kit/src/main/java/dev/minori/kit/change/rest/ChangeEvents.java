package dev.minori.kit.change.rest;

import dev.minori.kit.change.Change;
import dev.minori.kit.change.ChangeSignal;
import dev.minori.kit.change.ChangeStreams;
import dev.minori.kit.change.ChangeViewer;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The stream of changes of the current request's person, as server-sent events (WHATWG HTML §9.2). A service's resource
 * names the path and the roles and hands this out.
 *
 * <p>Events: {@code ready}, {@code change} (data: kind, id, version, customerId), {@code reset}, {@code end} (data:
 * reason); comments keep the connection alive. An event's id goes into {@code Last-Event-ID} after a break.
 */
@ApplicationScoped
public class ChangeEvents {
    private static final long RETRY_MILLIS = 2_000;

    private final ChangeStreams streams;
    private final SecurityIdentity identity;

    ChangeEvents(ChangeStreams streams, SecurityIdentity identity) {
        this.streams = streams;
        this.identity = identity;
    }

    /** Opens the stream. Throws too-many-requests. */
    public Flow.Publisher<OutboundSseEvent> open(Sse sse, @Nullable String lastEventId) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("a stream is opened with a token");
        }
        ChangeViewer viewer = new ChangeViewer(
                WorkspaceContext.current(),
                token.getName(),
                identity.getRoles(),
                Instant.ofEpochSecond(token.getExpirationTime()));
        return streams.open(viewer, lastEventId, signal -> event(sse, signal));
    }

    private static OutboundSseEvent event(Sse sse, ChangeSignal signal) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        return switch (signal) {
            case ChangeSignal.Ready(String mark) ->
                event.name("ready")
                        .id(mark)
                        .reconnectDelay(RETRY_MILLIS)
                        .data("{}")
                        .build();
            case ChangeSignal.Changed(Change change, var mark) -> {
                if (mark != null) {
                    event.id(mark);
                }
                yield event.name("change")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(body(change))
                        .build();
            }
            case ChangeSignal.Reset(String mark) ->
                event.name("reset")
                        .id(mark)
                        .reconnectDelay(RETRY_MILLIS)
                        .data("{}")
                        .build();
            case ChangeSignal.Heartbeat _ -> event.comment("heartbeat").build();
            case ChangeSignal.End(String reason) ->
                event.name("end")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Map.of("reason", reason))
                        .build();
        };
    }

    private static Map<String, Object> body(Change change) {
        Map<String, Object> body = new TreeMap<>();
        body.put("kind", change.kind());
        body.put("id", change.id());
        body.put("version", change.version());
        if (change.customerId() != null) {
            body.put("customerId", change.customerId());
        }
        return body;
    }
}
