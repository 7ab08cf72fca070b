package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.Org;

/**
 * A valid session.
 *
 * @param userId the user that acts, whose id goes into the audit fields
 */
public record Session(Org org, String userId) {}
