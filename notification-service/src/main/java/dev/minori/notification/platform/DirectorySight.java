package dev.minori.notification.platform;

import dev.minori.kit.directory.Members;
import dev.minori.kit.directory.Workspace;
import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.delivery.DeliverySight;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the workspace says {@code owner-and-team}, a customer success manager sees what was sent to oneself and to the
 * members of one's teams; those who steer and services see everything. Until the workspace's settings have arrived nobody
 * else does.
 */
@ApplicationScoped
class DirectorySight implements DeliverySight {
    private static final String EVERYTHING = "all";
    private static final Set<String> SEE_ALL = Set.of("admin", "manager", "cs-ops", "integrator", "service");

    private final Workspaces workspaces;
    private final Members members;
    private final SecurityIdentity identity;

    DirectorySight(Workspaces workspaces, Members members, SecurityIdentity identity) {
        this.workspaces = workspaces;
        this.members = members;
        this.identity = identity;
    }

    @Override
    public @Nullable List<UUID> ofCaller() {
        return of(identity.getPrincipal().getName(), identity.getRoles());
    }

    @Override
    public @Nullable List<UUID> of(String subject, Collection<String> roles) {
        boolean all = !Collections.disjoint(roles, SEE_ALL)
                || workspaces
                        .find(WorkspaceContext.current())
                        .map(Workspace::visibility)
                        .filter(EVERYTHING::equals)
                        .isPresent();
        return all ? null : members.colleagues(subject);
    }
}
