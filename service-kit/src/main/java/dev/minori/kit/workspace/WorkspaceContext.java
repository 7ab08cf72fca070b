package dev.minori.kit.workspace;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The workspace on whose behalf the current thread acts. Consumers and schedulers bind it around their work; a REST
 * request brings its own in {@link RequestWorkspace}.
 */
public final class WorkspaceContext {
    private static final ScopedValue<UUID> BOUND = ScopedValue.newInstance();
    private static final String LOG_KEY = "workspace";

    private WorkspaceContext() {}

    /** The workspace. Throws {@link NoWorkspaceException} if there is none. */
    public static UUID current() {
        return find().orElseThrow(NoWorkspaceException::new);
    }

    /** The workspace, empty outside of any. */
    public static Optional<UUID> find() {
        if (BOUND.isBound()) {
            return Optional.of(BOUND.get());
        }
        return ofRequest();
    }

    /**
     * Does the work in a workspace and gives its result. Another workspace than the one already bound is refused: a
     * transaction that began for one tenant must not go on for the next.
     */
    public static <T> T call(UUID workspaceId, Supplier<T> work) {
        find().filter(bound -> !bound.equals(workspaceId)).ifPresent(bound -> {
            throw new IllegalStateException("already acting for workspace " + bound + ", not " + workspaceId);
        });
        Object outer = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, workspaceId.toString());
        try {
            return ScopedValue.where(BOUND, workspaceId).call(work::get);
        } finally {
            restore(outer);
        }
    }

    /** Does the work in a workspace. See {@link #call}. */
    public static void run(UUID workspaceId, Runnable work) {
        call(workspaceId, () -> {
            work.run();
            return true;
        });
    }

    private static Optional<UUID> ofRequest() {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Optional.empty();
        }
        return container.instance(RequestWorkspace.class).get().find();
    }

    private static void restore(@Nullable Object outer) {
        if (outer == null) {
            MDC.remove(LOG_KEY);
        } else {
            MDC.put(LOG_KEY, outer);
        }
    }
}
