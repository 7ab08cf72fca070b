package dev.minori.console.session;

import dev.minori.console.problem.Problems;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells the page who is signed in. */
@Path("/api/session")
@Authenticated
public class SessionResource {
    private final SecurityIdentity identity;
    private final JsonWebToken accessToken;
    private final WriteGuard writes;
    private final RoutingContext context;

    SessionResource(SecurityIdentity identity, JsonWebToken accessToken, WriteGuard writes, RoutingContext context) {
        this.identity = identity;
        this.accessToken = accessToken;
        this.writes = writes;
        this.context = context;
    }

    /** The session; 401 if there is none. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SessionView session() {
        String id = identity.getPrincipal().getName();
        String userName = claim("preferred_username").orElse(id);
        return new SessionView(
                new SessionView.Person(
                        id,
                        userName,
                        claim("name").orElse(userName),
                        claim("email").orElse(null)),
                identity.getRoles().stream().sorted().toList(),
                accessToken.<Object>claim("workspace").map(String::valueOf).orElse(null),
                language(),
                writes.issue(context, id));
    }

    private String language() {
        return claim("locale")
                .map(locale -> locale.startsWith("ja") ? "ja" : "en")
                .orElseGet(() -> Problems.wantsJapanese(context) ? "ja" : "en");
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken idToken
                ? idToken.<Object>claim(name)
                        .or(() -> accessToken.<Object>claim(name))
                        .map(String::valueOf)
                : Optional.empty();
    }
}
