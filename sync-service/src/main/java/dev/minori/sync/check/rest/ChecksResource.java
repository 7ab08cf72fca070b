package dev.minori.sync.check.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.sync.check.ConnectionCheck;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** What reading a source would mean: which objects and fields, which permissions are missing, how many calls it takes. */
@Path("/api/v1/connections/checks")
@RunOnVirtualThread
public class ChecksResource {
    private final ConnectionCheck check;

    ChecksResource(ConnectionCheck check) {
        this.check = check;
    }

    /** Looks and keeps nothing; the source is only read. */
    @POST
    @RolesAllowed({"integrator", "admin"})
    @Extension(name = SafeToRepeat.NAME, value = "a question: the source is only read, nothing is kept")
    public CheckView check(@NotNull @Valid CheckRequest request) {
        return CheckView.of(
                check.check(request.connectionId(), request.objects() == null ? List.of() : request.objects()));
    }
}
