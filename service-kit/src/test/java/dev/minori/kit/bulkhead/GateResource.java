package dev.minori.kit.bulkhead;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that stay inside until the gate opens. */
@Path("/gate")
@RunOnVirtualThread
public class GateResource {
    static final AtomicInteger INSIDE = new AtomicInteger();

    private static volatile CountDownLatch gate = new CountDownLatch(0);

    static void close() {
        INSIDE.set(0);
        gate = new CountDownLatch(1);
    }

    static void open() {
        gate.countDown();
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    public String pass() throws InterruptedException {
        INSIDE.incrementAndGet();
        return gate.await(1, TimeUnit.MINUTES) ? "passed" : "nobody opened";
    }

    @GET
    @Path("/broken")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    public String fall() {
        throw new IllegalStateException("a step is missing");
    }

    /** Says one thing and stays open. */
    @GET
    @Path("/stream")
    @Blocking
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Flow.Publisher<String> stream() {
        return listener -> listener.onSubscribe(new Flow.Subscription() {
            private boolean said;

            @Override
            public void request(long count) {
                if (!said) {
                    said = true;
                    listener.onNext("here");
                }
            }

            @Override
            public void cancel() {
                // Nothing is held.
            }
        });
    }
}
