package dev.minori.sync.mapping;

import dev.minori.sync.connection.OwnerLinks;
import dev.minori.sync.workspace.DirectoryService;
import dev.minori.sync.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Gathers what mappings need of the workspace and of a connection's owners, as things stand now. */
@ApplicationScoped
public class MappingContexts {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Tokyo");
    private static final String DEFAULT_CURRENCY = "JPY";

    private final DirectoryService directory;
    private final OwnerLinks owners;

    MappingContexts(DirectoryService directory, OwnerLinks owners) {
        this.directory = directory;
        this.owners = owners;
    }

    /** The context of mappings that read through the connection. */
    public MappingContext of(UUID connectionId) {
        Optional<Workspace> workspace = directory.findWorkspace();
        return new MappingContext(
                workspace.map(Workspace::zone).orElse(DEFAULT_ZONE),
                workspace.map(Workspace::currency).orElse(DEFAULT_CURRENCY),
                owners.resolver(connectionId));
    }
}
