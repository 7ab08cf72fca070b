package dev.minori.kit.workspace;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
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
        Optional<UUID> asked = asked(request.getHeaderString(HEADER));
        if (identity.hasRole("service")) {
            bind(asked.orElseThrow(RequestWorkspaceFilter::required));
            return;
        }
        UUID claimed = claimed();
        if (asked.isPresent() && !asked.get().equals(claimed)) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Wording(
                            "アクセストークンは%sで指定されたワークスペースのものではありません。".formatted(HEADER),
                            "The access token does not belong to the workspace in %s.".formatted(HEADER)));
        }
        bind(claimed);
    }

    private void bind(UUID workspaceId) {
        workspace.set(workspaceId);
        MDC.put(CLAIM, workspaceId.toString());
    }

    private UUID claimed() {
        try {
            return UUID.fromString(claim());
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Wording("アクセストークンにワークスペースがありません。", "The access token names no workspace."));
        }
    }

    private String claim() {
        Object value = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(CLAIM)
                : identity.getAttribute(CLAIM);
        return value == null ? "" : value.toString();
    }

    private static Optional<UUID> asked(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(header));
        } catch (IllegalArgumentException _) {
            throw required();
        }
    }

    private static ProblemException required() {
        Wording detail = new Wording(
                "サービスのトークンでは、%sヘッダーでワークスペースのIDを送ってください。".formatted(HEADER),
                "With a service's token, send the id of the workspace in the header %s.".formatted(HEADER));
        return new ProblemException(
                KitProblem.WORKSPACE_REQUIRED, detail, List.of(new FieldError("header:" + HEADER, "required", detail)));
    }
}
