package dev.minori.kit.bulkhead;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.common.util.ServerMediaType;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request of the API a place in the {@link Bulkhead}, from before anything is asked for it until its answer is
 * written. Streams of events need none: they last for hours, hold no connection, and are limited per person. Health,
 * metrics and the API's document are not answered here at all.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class BulkheadFilter implements ContainerRequestFilter {
    private final Bulkhead bulkhead;

    BulkheadFilter(Bulkhead bulkhead) {
        this.bulkhead = bulkhead;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        if (isStream(context.getTarget().getProduces())) {
            return;
        }
        bulkhead.enter(BlockingOperationControl.isBlockingAllowed());
        AtomicBoolean inside = new AtomicBoolean(true);
        context.registerCompletionCallback(_ -> {
            if (inside.getAndSet(false)) {
                bulkhead.leave();
            }
        });
    }

    private static boolean isStream(@Nullable ServerMediaType produces) {
        return produces != null
                && Arrays.stream(produces.getSortedOriginalMediaTypes())
                        .anyMatch(MediaType.SERVER_SENT_EVENTS_TYPE::equals);
    }
}
