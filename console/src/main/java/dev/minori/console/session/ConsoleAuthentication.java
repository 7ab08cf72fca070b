package dev.minori.console.session;

import dev.minori.console.problem.ConsoleProblem;
import dev.minori.console.problem.Problems;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * The code flow for pages, a plain 401 for the page's own requests: a script cannot follow a redirect to the provider's
 * sign-in page.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class ConsoleAuthentication implements HttpAuthenticationMechanism {
    private final OidcAuthenticationMechanism codeFlow;

    ConsoleAuthentication(OidcAuthenticationMechanism codeFlow) {
        this.codeFlow = codeFlow;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return codeFlow.authenticate(context, providers);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return codeFlow.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/api/")) {
            return codeFlow.sendChallenge(context);
        }
        Problems.answer(
                context,
                ConsoleProblem.UNAUTHENTICATED,
                "ログインしていないか、セッションの有効期限が切れました。もう一度ログインしてください。",
                "You are not signed in, or the session has ended. Sign in again.");
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return codeFlow.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return codeFlow.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return codeFlow.getPriority() + 1;
    }
}
