package dev.minori.kit.workspace;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspace of the current HTTP request, set once by {@link RequestWorkspaceFilter} from a verified token. */
@RequestScoped
public class RequestWorkspace {
    private @Nullable UUID workspaceId;

    /** The request's workspace, empty for requests that act for none. */
    public Optional<UUID> find() {
        return Optional.ofNullable(workspaceId);
    }

    void set(UUID workspaceId) {
        this.workspaceId = workspaceId;
    }
}
