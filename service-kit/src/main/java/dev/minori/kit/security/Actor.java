package dev.minori.kit.security;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who acts: the person or service whose token came with the request, or the system itself in consumers and schedulers.
 */
@ApplicationScoped
public class Actor {
    /** The subject of what happens without anybody asking for it. */
    public static final String SYSTEM = "system";

    private final SecurityIdentity identity;
    private final Members members;

    Actor(SecurityIdentity identity, Members members) {
        this.identity = identity;
        this.members = members;
    }

    /** The stable id of the actor, the {@code sub} of the token; {@link #SYSTEM} if there is none. */
    public String subject() {
        return isSystem() ? SYSTEM : identity.getPrincipal().getName();
    }

    /** The actor's name as the token tells it; the subject if it does not. */
    public String name() {
        if (isSystem()) {
            return SYSTEM;
        }
        Object name = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("name") : null;
        return name == null ? subject() : name.toString();
    }

    /** The roles of the token; none for the system. */
    public Set<String> roles() {
        return isSystem() ? Set.of() : identity.getRoles();
    }

    /** Whether the token carries the role. */
    public boolean hasRole(String role) {
        return roles().contains(role);
    }

    /** Whether nobody asked: a consumer or a scheduler acts. */
    public boolean isSystem() {
        return !Arc.container().requestContext().isActive() || identity.isAnonymous();
    }

    /** The actor as a member of the current workspace; empty for services, the system and people not heard of yet. */
    public Optional<UUID> memberId() {
        if (isSystem() || WorkspaceContext.find().isEmpty()) {
            return Optional.empty();
        }
        return members.findBySubject(subject()).map(Member::id);
    }
}
