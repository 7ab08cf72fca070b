package dev.minori.platform.demo;

import java.util.UUID;

/**
 * A customer with a part in the story.
 *
 * @param accountId the record in Salesforce
 * @param owner user name of its CSM
 * @param ownerEmail where the CSM's mail goes
 */
record Actor(UUID customerId, String name, String accountId, String owner, String ownerEmail) {}
