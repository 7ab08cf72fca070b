package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.oidc.DemoUser;
import dev.minori.platform.oidc.DemoUsers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds customers for the story: well today, in use by enough people that a fall shows, owned by a CSM, without alerts. */
final class Casting {
    private static final String USER = "kenji";
    /** Fewer users a day, and what is left of them rounds to nobody. */
    private static final double LEAST_USERS = 10;

    private final Platform platform;
    private final SalesforceOrg org;

    Casting(Platform platform, SalesforceOrg org) {
        this.platform = platform;
        this.org = org;
    }

    /** This many customers, all different. Throws {@link DemoFailed} if there are not enough left. */
    List<Actor> choose(int count) {
        Map<String, String> accounts = accountsInUse();
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

    /** Ids of accounts by customer code. */
    private Map<String, String> accountsInUse() {
        Set<String> inUse = org
                .query("SELECT Account__c, AVG(ActiveUsers__c) users FROM DailyUsage__c WHERE Date__c = LAST_N_DAYS:28"
                        + " GROUP BY Account__c")
                .stream()
                .filter(account -> account.path("users").asDouble() >= LEAST_USERS)
                .map(account -> account.path("Account__c").asText())
                .collect(Collectors.toSet());
        Map<String, String> accounts = new HashMap<>();
        for (JsonNode account : org.query("SELECT Id, CustomerCode__c FROM Account")) {
            String id = account.path("Id").asText();
            if (inUse.contains(id)) {
                accounts.put(account.path("CustomerCode__c").asText(), id);
            }
        }
        return accounts;
    }

    private static Optional<Actor> cast(JsonNode customer, Map<String, String> accounts) {
        String code = customer.path("customerCode").asText();
        String accountId = accounts.get(code);
        Optional<DemoUser> owner =
                DemoUsers.findById(customer.path("ownerMemberId").asText());
        if (accountId == null || owner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Actor(
                UUID.fromString(customer.path("customerId").asText()),
                code,
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
