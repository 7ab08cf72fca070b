package dev.minori.scoring;

import static io.restassured.RestAssured.given;

import dev.minori.events.Origin;
import dev.minori.events.fact.ContractValues;
import dev.minori.events.fact.CustomerValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Money;
import dev.minori.kit.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers of a new workspace in which Hanako, of the east, and Ichiro, of no team, work. */
final class ListedCustomers {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final UUID HANAKO = UUID.fromString("0190a000-0000-7000-8000-0000000000a1");
    static final UUID ICHIRO = UUID.fromString("0190a000-0000-7000-8000-0000000000a2");
    static final UUID EAST = UUID.fromString("0190a000-0000-7000-8000-0000000000b1");

    private final Story story;
    private final UUID workspace;

    ListedCustomers(Story story) {
        this.story = story;
        this.workspace = story.workspace();
        team(EAST, "東日本");
        member(HANAKO, "hanako", "佐藤花子", EAST);
        member(ICHIRO, "ichiro", "田中一郎", null);
    }

    UUID workspace() {
        return workspace;
    }

    UUID add(
            String name,
            @Nullable String kana,
            @Nullable String code,
            @Nullable String phase,
            @Nullable UUID owner,
            @Nullable Long mrr,
            @Nullable LocalDate end) {
        UUID customer = UUID.randomUUID();
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CUSTOMER,
                story.fact(
                        customer,
                        customer,
                        new CustomerValues(name, kana, null, code, null, null, null, null, phase, null, owner)));
        if (mrr != null) {
            contract(customer, "contract", TODAY.minusYears(1), end, null, mrr);
        }
        return customer;
    }

    void contract(
            UUID customer,
            String name,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate notice,
            long mrr) {
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTRACT,
                story.fact(
                        customer,
                        Story.named(customer, name),
                        new ContractValues(name, "みのりプラン", start, end, notice, true, null, new Money(mrr, "JPY"), 5L)));
    }

    private void member(UUID id, String subject, String name, @Nullable UUID team) {
        story.update(
                workspace,
                "INSERT INTO directory_member (workspace_id, member_id, version, subject, name, email, language, zone,"
                        + " team_ids, active) VALUES ('" + workspace + "', '" + id + "', 1, '" + subject + "', '" + name
                        + "', '" + subject + "@minori.example', 'ja', 'Asia/Tokyo', '{" + (team == null ? "" : team)
                        + "}', true)");
    }

    private void team(UUID id, String name) {
        story.update(
                workspace,
                "INSERT INTO directory_team (workspace_id, team_id, version, name, active) VALUES ('" + workspace
                        + "', '" + id + "', 1, '" + name + "', true)");
    }

    RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + Tokens.of("hanako", workspace, role));
    }
}
