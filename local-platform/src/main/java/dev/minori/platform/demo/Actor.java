package dev.minori.platform.demo;

import java.util.UUID;

/**
 * A customer with a part in the story.
 *
 * @param code the customer code that both source systems know
 * @param accountId the record in Salesforce
 * @param owner user name of its CSM
 * @param ownerEmail where the CSM's mail goes
 */
public record Actor(UUID customerId, String code, String name, String accountId, String owner, String ownerEmail) {}
