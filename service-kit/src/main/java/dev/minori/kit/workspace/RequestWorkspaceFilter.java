package dev.minori.kit.workspace;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Binds a request to the one workspace its token names. Only the role {@code service} may name it by the header
 * {@code Minori-Workspace}; anybody else who sends another workspace than the token's is refused.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 10)
public class RequestWorkspaceFilter implements ContainerRequestFilter {
    /** Header by which a service says for whom it asks. */
    public static final String HEADER = "Minori-Workspace";

    /** Claim of a token. */
    public static final String CLAIM = "workspace";

    private final SecurityIdentity identity;
    private final RequestWorkspace workspace;

    RequestWorkspaceFilter(SecurityIdentity identity, RequestWorkspace workspace) {
        this.identity = identity;
        this.workspace = workspace;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (identity.isAnonymous()) {
            return;
        }
        Optional<UUID> claimed = parse(claim());
        Optional<UUID> asked = parse(request.getHeaderString(HEADER));
        if (identity.hasRole("service")) {
            asked.ifPresent(this::bind);
            return;
        }
        if (asked.isPresent() && !asked.equals(claimed)) {
            throw new ForbiddenException("the token does not belong to the workspace in " + HEADER);
        }
        claimed.ifPresent(this::bind);
    }

    private void bind(UUID workspaceId) {
        workspace.set(workspaceId);
        MDC.put(CLAIM, workspaceId.toString());
    }

    private @Nullable String claim() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object value = token.getClaim(CLAIM);
            return value == null ? null : value.toString();
        }
        return identity.getAttribute(CLAIM);
    }

    private static Optional<UUID> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new ForbiddenException("not a workspace id", notAnId);
        }
    }
}
