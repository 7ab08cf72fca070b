package dev.minori.playbook.platform;

import dev.minori.kit.directory.Members;
import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose customers somebody may see in the current workspace. */
@ApplicationScoped
class Visibility {
    private static final Set<String> SEE_ALL = Set.of("admin", "cs-ops", "manager", "service");

    private final Members members;
    private final Workspaces workspaces;

    Visibility(Members members, Workspaces workspaces) {
        this.members = members;
        this.workspaces = workspaces;
    }

    /** The CSMs, null for all. */
    @Nullable
    List<UUID> owners(String subject, Collection<String> roles) {
        boolean all = roles.stream().anyMatch(SEE_ALL::contains)
                || workspaces
                        .find(WorkspaceContext.current())
                        .filter(workspace -> workspace.visibility().equals("all"))
                        .isPresent();
        if (all) {
            return null;
        }
        return members.colleagues(subject);
    }
}
