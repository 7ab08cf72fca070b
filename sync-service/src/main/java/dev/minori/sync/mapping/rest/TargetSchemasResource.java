package dev.minori.sync.mapping.rest;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.apidocument.BoundedList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** What a mapping can fill: the datasets and their fields, the same in every workspace. */
@Path("/api/v1/target-schemas")
@RunOnVirtualThread
public class TargetSchemasResource {
    @GET
    @Extension(name = BoundedList.NAME, value = "the product's own")
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public List<TargetSchemaView> list() {
        return Arrays.stream(Dataset.values()).map(TargetSchemaView::of).toList();
    }
}
