package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.OrgSchema;

/**
 * A valid session.
 *
 * @param userId the user that acts, whose id goes into the audit fields
 */
public record Session(Org org, String userId) {

    /** The objects and fields this user sees. */
    public OrgSchema schema() {
        return org.schemaOf(userId);
    }
}
