package dev.minori.scoring.platform;

import dev.minori.kit.directory.Members;
import dev.minori.kit.directory.Workspace;
import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.customer.VisibilityRule;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;

/**
 * Whose customers the caller sees. Where the workspace says {@code owner-and-team}, a customer success manager sees the
 * customers of the members of one's teams; those who steer and services see everything.
 */
@ApplicationScoped
class DirectoryVisibility implements VisibilityRule {
    private static final String OWNER_AND_TEAM = "owner-and-team";
    private static final Set<String> SEE_ALL = Set.of("admin", "manager", "cs-ops", "integrator", "service");

    private final Workspaces workspaces;
    private final Members members;
    private final SecurityIdentity identity;

    DirectoryVisibility(Workspaces workspaces, Members members, SecurityIdentity identity) {
        this.workspaces = workspaces;
        this.members = members;
        this.identity = identity;
    }

    @Override
    public Visibility ofCaller() {
        boolean limited = workspaces
                .find(WorkspaceContext.current())
                .map(Workspace::visibility)
                .filter(OWNER_AND_TEAM::equals)
                .isPresent();
        if (!limited || !Collections.disjoint(identity.getRoles(), SEE_ALL)) {
            return new Visibility.Everything();
        }
        return new Visibility.OwnedBy(members.colleagues(identity.getPrincipal().getName()));
    }
}
