package dev.minori.sync.mapping.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.problem.ProblemException;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.document.MappingFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Checks a document as saving it would, and keeps nothing: for editors that check while somebody types. */
@Path("/api/v1/mappings/validations")
@RunOnVirtualThread
public class MappingValidationsResource {
    private final MappingService mappings;

    MappingValidationsResource(MappingService mappings) {
        this.mappings = mappings;
    }

    /** The answer is 200 whatever is found. The source is described at most once a minute for it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = SafeToRepeat.NAME, value = "a question: nothing is kept")
    @RolesAllowed({"integrator", "admin"})
    public MappingValidationView validate(String document) {
        try {
            return MappingValidationView.of(mappings.mistakes(MappingFormat.JSON.read(document)));
        } catch (ProblemException refused) {
            if (refused.errors().isEmpty()) {
                throw refused;
            }
            return MappingValidationView.of(refused.errors());
        }
    }
}
