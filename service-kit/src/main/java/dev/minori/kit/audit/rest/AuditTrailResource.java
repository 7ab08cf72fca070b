package dev.minori.kit.audit.rest;

import dev.minori.kit.audit.AuditVerifier;
import dev.minori.kit.audit.AuditVerifier.Finding;
import dev.minori.kit.audit.AuditVerifier.Verification;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Whether the audit trail is still as it was written. */
@Path("/api/v1/audit-trail")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditTrailResource {
    private final AuditVerifier verifier;
    private final Clock clock;

    AuditTrailResource(AuditVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * What a walk along the chain found.
     *
     * @param holds every sealed entry is as it was written and none is missing
     * @param unsealedEntries entries of about the last second, which nothing proves yet
     * @param findings where it breaks, in the order of the chain, the first 100
     */
    public record VerificationView(
            boolean holds, Instant verifiedAt, long sealedEntries, long unsealedEntries, List<Finding> findings) {
        public VerificationView {
            findings = List.copyOf(findings);
        }
    }

    /** Walks the workspace's whole chain of this service. */
    @GET
    @Path("/verification")
    public VerificationView verify() {
        Verification found = verifier.verify();
        return new VerificationView(
                found.holds(), clock.instant(), found.sealedEntries(), found.unsealedEntries(), found.findings());
    }
}
