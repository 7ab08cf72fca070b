package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What happens in Salesforce during the story. */
final class CrmChanges {
    /** Of the usage that is left: a fall nobody can miss. */
    private static final double REMAINS = 0.15;

    private static final int FALL_DAYS = 28;

    private final SalesforceOrg org;
    private final Consumer<String> out;

    CrmChanges(SalesforceOrg org, Consumer<String> out) {
        this.org = org;
        this.out = out;
    }

    /** Usage of the last four weeks falls. Returns how many people used it on its best day before. */
    long lowerUsage(Actor actor, LocalDate today) {
        List<JsonNode> days = org.query("SELECT Id, ActiveUsers__c, Logins__c, Actions__c FROM DailyUsage__c"
                + " WHERE Account__c = '" + actor.accountId() + "' AND Date__c >= " + today.minusDays(FALL_DAYS));
        for (JsonNode day : days) {
            org.update(
                    "DailyUsage__c",
                    day.path("Id").asText(),
                    usage(
                            REMAINS * day.path("ActiveUsers__c").asDouble(),
                            REMAINS * day.path("Logins__c").asDouble(),
                            REMAINS * day.path("Actions__c").asDouble()));
        }
        out.accept("  · usage       %s: %d days of usage fall to 15 %%".formatted(actor.name(), days.size()));
        return days.stream()
                .mapToLong(day -> day.path("ActiveUsers__c").asLong())
                .max()
                .orElse(0);
    }

    /** One day of usage, in place of what is there. */
    void writeUsage(Actor actor, LocalDate day, long users) {
        org.upsert(
                "DailyUsage__c",
                "UsageKey__c",
                actor.code() + "|" + day,
                Map.of(
                        "Account__c",
                        actor.accountId(),
                        "Date__c",
                        day.toString(),
                        "ActiveUsers__c",
                        users,
                        "Logins__c",
                        2 * users,
                        "Actions__c",
                        25 * users));
    }

    void cancelContract(Actor actor, LocalDate today) {
        List<JsonNode> contracts = org.query("SELECT Id, ContractNumber FROM Contract WHERE AccountId = '"
                + actor.accountId() + "' AND Status = 'Activated' ORDER BY StartDate DESC LIMIT 1");
        if (contracts.isEmpty()) {
            throw new DemoFailed(actor.name() + " has no contract to cancel");
        }
        org.update(
                "Contract",
                contracts.getFirst().path("Id").asText(),
                Map.of("Status", "Cancelled", "CancelledOn__c", today.toString()));
        out.accept("  · contract    %s: %s is cancelled"
                .formatted(
                        actor.name(),
                        contracts.getFirst().path("ContractNumber").asText()));
    }

    void askForQuotation(Actor actor, Instant now) {
        org.create(
                "EmailMessage",
                Map.of(
                        "RelatedToId",
                        actor.accountId(),
                        "FromAddress",
                        "soumu@customer.example",
                        "ToAddress",
                        actor.ownerEmail(),
                        "Subject",
                        "追加ライセンスのご相談",
                        "TextBody",
                        "いつもお世話になっております。来期から利用人数を増やしたく、20名分の見積もりをお願いできますでしょうか。",
                        "Incoming",
                        true,
                        "MessageDate",
                        now.truncatedTo(ChronoUnit.SECONDS).toString()));
        out.accept("  · mail        %s: 「見積もりをお願いできますでしょうか」".formatted(actor.name()));
    }

    private static Map<String, Object> usage(double users, double logins, double actions) {
        return Map.of(
                "ActiveUsers__c", Math.round(users),
                "Logins__c", Math.round(logins),
                "Actions__c", Math.round(actions));
    }
}
