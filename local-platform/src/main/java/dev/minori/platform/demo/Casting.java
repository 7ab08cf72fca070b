package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.oidc.DemoUser;
import dev.minori.platform.oidc.DemoUsers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds customers for the story: well today, owned by a CSM, without an open alert. */
final class Casting {
    private static final String USER = "kenji";

    private final Platform platform;
    private final SalesforceOrg org;

    Casting(Platform platform, SalesforceOrg org) {
        this.platform = platform;
        this.org = org;
    }

    /** This many customers, all different. Throws {@link DemoFailed} if there are not enough left. */
    List<Actor> choose(int count) {
        Map<String, String> accounts = new HashMap<>();
        org.query("SELECT Id, CustomerCode__c FROM Account")
                .forEach(account -> accounts.put(
                        account.path("CustomerCode__c").asText(),
                        account.path("Id").asText()));
        List<Actor> chosen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = platform.get(
                    USER,
                    platform.endpoints().scoring() + "/api/v1/customers?band=GOOD&limit=200"
                            + (cursor.isEmpty() ? "" : "&cursor=" + Web.encode(cursor)));
            for (JsonNode customer : page.path("items")) {
                cast(customer, accounts).filter(this::isQuiet).ifPresent(chosen::add);
                if (chosen.size() == count) {
                    return chosen;
                }
            }
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        throw new DemoFailed("only " + chosen.size() + " of " + count
                + " healthy customers without alerts are left; start again with ./minori up --fresh");
    }

    private static Optional<Actor> cast(JsonNode customer, Map<String, String> accounts) {
        String accountId = accounts.get(customer.path("customerCode").asText());
        Optional<DemoUser> owner =
                DemoUsers.findById(customer.path("ownerMemberId").asText());
        if (accountId == null || owner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Actor(
                java.util.UUID.fromString(customer.path("customerId").asText()),
                customer.path("name").asText(),
                accountId,
                owner.get().userName(),
                owner.get().email()));
    }

    private boolean isQuiet(Actor actor) {
        return platform.get(USER, platform.endpoints().playbook() + "/api/v1/alerts?customerId=" + actor.customerId())
                .path("items")
                .isEmpty();
    }
}
