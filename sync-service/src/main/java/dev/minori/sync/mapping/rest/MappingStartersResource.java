package dev.minori.sync.mapping.rest;

import dev.minori.kit.apidocument.BoundedList;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.document.StarterMappings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Ready-made mappings to begin with; whether they fit the source as it is, validation tells. */
@Path("/api/v1/mapping-starters")
@RunOnVirtualThread
public class MappingStartersResource {
    private final MappingService mappings;
    private final StarterMappings starters;

    MappingStartersResource(MappingService mappings, StarterMappings starters) {
        this.mappings = mappings;
        this.starters = starters;
    }

    /** Those for the connection's kind of source, in the order in which they should be loaded. */
    @GET
    @Extension(name = BoundedList.NAME, value = "the product's own")
    @RolesAllowed({"integrator", "cs-ops", "admin"})
    public List<StarterView> list(@QueryParam("connectionId") @NotNull UUID connectionId) {
        Connection connection = mappings.connection(connectionId);
        return starters.listFor(connection.settings().system()).stream()
                .map(starter -> StarterView.of(starter, connection.name()))
                .toList();
    }
}
