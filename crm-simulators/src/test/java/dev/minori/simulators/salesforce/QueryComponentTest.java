package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryComponentTest {

    private final SalesforceClient demo = SalesforceClient.demo();

    private long count(String where) {
        return count("Account", where);
    }

    private long count(String object, String where) {
        Answer answer = demo.query("SELECT COUNT() FROM " + object + (where.isEmpty() ? "" : " WHERE " + where));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("totalSize").asLong();
    }

    @Test
    void parentsBecomeNestedRecordsAndCompoundsObjects() {
        JsonNode record = demo.query("SELECT Id, AccountId, Account.Name, Account.Owner.Email, Account.BillingAddress"
                        + " FROM Contract WHERE Status = 'Activated' LIMIT 1")
                .json()
                .path("records")
                .get(0);
        assertThat(record.path("attributes").path("type").asText()).isEqualTo("Contract");
        assertThat(record.path("attributes").path("url").asText())
                .isEqualTo("/services/data/v65.0/sobjects/Contract/"
                        + record.path("Id").asText());
        JsonNode account = record.path("Account");
        assertThat(account.path("attributes").path("url").asText())
                .endsWith(record.path("AccountId").asText());
        assertThat(account.path("Name").asText()).isNotBlank();
        assertThat(account.path("Owner").path("Email").asText()).endsWith("@minori-demo.example");
        assertThat(account.path("BillingAddress").path("state").asText()).isNotBlank();
    }

    @Test
    void nullComparesAsAValue() {
        long all = count("Contract", "");
        long cancelled = count("Contract", "CancelReason__c = '予算の都合'");
        assertThat(cancelled).isBetween(1L, all - 1);
        assertThat(count("Contract", "CancelReason__c != '予算の都合'")).isEqualTo(all - cancelled);
        assertThat(count("Contract", "(NOT CancelReason__c = '予算の都合')")).isEqualTo(all - cancelled);
        assertThat(count("Contract", "CancelReason__c NOT IN ('予算の都合')")).isEqualTo(all - cancelled);
        long none = count("Contract", "CancelReason__c = null");
        assertThat(count("Contract", "CancelReason__c = ''")).isEqualTo(none);
        assertThat(count("Contract", "CancelReason__c != null")).isEqualTo(all - none);
        assertThat(count("Contract", "CancelReason__c IN ('予算の都合', null)")).isEqualTo(cancelled + none);
    }

    @Test
    void textComparesWithoutRegardToCaseAndIdsInBothLengths() {
        assertThat(count("CustomerCode__c = 'c-00001'")).isEqualTo(1);
        assertThat(count("CustomerCode__c IN ('c-00001','C-00002')")).isEqualTo(2);
        String id = demo.query("SELECT Id FROM Account WHERE CustomerCode__c = 'C-00001'")
                .json()
                .path("records")
                .get(0)
                .path("Id")
                .asText();
        assertThat(count("Id = '" + id.substring(0, 15) + "'")).isEqualTo(1);
        assertThat(count("Id IN ('" + id + "')")).isEqualTo(1);
        assertThat(demo.query("SELECT Id FROM Account WHERE Id = 'xyz'")
                        .json()
                        .get(0)
                        .path("message")
                        .asText())
                .contains("invalid ID field: xyz");
    }

    @Test
    void likeKnowsItsWildcardsAndTheirEscapes() {
        String marker = "百分率" + System.nanoTime();
        String id = demo.create("Account", "{\"Name\":\"" + marker + " 100%_済\"}");
        assertThat(count("Name LIKE '" + marker + "%'")).isEqualTo(1);
        assertThat(count("Name LIKE '%100\\%\\_済'")).isEqualTo(1);
        assertThat(count("Name LIKE '" + marker + " 100\\_%'")).isZero();
        assertThat(count("Name LIKE '" + marker + " 1__%済'")).isEqualTo(1);
        demo.call("DELETE", "/sobjects/Account/" + id, "");
    }

    @Test
    void valuesCannotEscapeTheirQuotes() {
        assertThat(count("Name = '\\'; drop table sf_org; --'")).isZero();
        assertThat(count("Name LIKE 'a\\' OR \\'1\\'=\\'1'")).isZero();
        assertThat(count("")).isGreaterThan(0);
    }

    @Test
    void dateLiteralsAreRangesInTheOrgsZone() {
        long all = count("DailyUsage__c", "Date__c != null");
        long before = count("DailyUsage__c", "Date__c < LAST_N_DAYS:30");
        long inside = count("DailyUsage__c", "Date__c = LAST_N_DAYS:30");
        long after = count("DailyUsage__c", "Date__c > LAST_N_DAYS:30");
        assertThat(before + inside + after).isEqualTo(all);
        assertThat(inside).isPositive();
        assertThat(count("DailyUsage__c", "Date__c != LAST_N_DAYS:30")).isEqualTo(before + after);
        assertThat(count("Account", "CreatedDate <= TODAY")).isEqualTo(count(""));
    }

    @Test
    void semiJoinsAndGroupsAgreeWithPlainCounts() {
        long withCancelled = count("Id IN (SELECT AccountId FROM Contract WHERE Status = 'Cancelled')");
        assertThat(withCancelled).isPositive();
        assertThat(count("Id NOT IN (SELECT AccountId FROM Contract WHERE Status = 'Cancelled')"))
                .isEqualTo(count("") - withCancelled);
        long sum = 0;
        for (JsonNode group : demo.query("SELECT Status, COUNT(Id) n FROM Contract GROUP BY Status")
                .json()
                .path("records")) {
            assertThat(group.path("attributes").path("type").asText()).isEqualTo("AggregateResult");
            sum += group.path("n").asLong();
        }
        assertThat(sum).isEqualTo(count("Contract", ""));
    }

    @Test
    void childrenStandInTheirParentsRecord() {
        JsonNode account = demo.query(
                        "SELECT Id, Name, (SELECT Id, LastName, Account.Name FROM Contacts ORDER BY LastName),"
                                + " (SELECT Id FROM Contracts WHERE Status = 'nothing') FROM Account"
                                + " WHERE CustomerCode__c = 'C-00001'")
                .json()
                .path("records")
                .get(0);
        String id = account.path("Id").asText();
        JsonNode contacts = account.path("Contacts");
        long expected = count("Contact", "AccountId = '" + id + "'");
        assertThat(expected).isPositive();
        assertThat(contacts.path("totalSize").asLong()).isEqualTo(expected);
        assertThat(contacts.path("done").asBoolean()).isTrue();
        assertThat(contacts.path("records")).hasSize((int) expected);
        assertThat(contacts.path("records")
                        .get(0)
                        .path("attributes")
                        .path("type")
                        .asText())
                .isEqualTo("Contact");
        assertThat(contacts.path("records").get(0).path("Account").path("Name")).isEqualTo(account.path("Name"));
        assertThat(account.path("Contracts").isNull())
                .as("no children: null, as in the real one")
                .isTrue();
    }

    @Test
    void aSubSelectLimitsTheChildrenOfEachParent() {
        for (JsonNode account : demo.query(
                        "SELECT Id, (SELECT Date__c FROM DailyUsages__r ORDER BY Date__c DESC LIMIT 2)"
                                + " FROM Account LIMIT 20")
                .json()
                .path("records")) {
            JsonNode usages = account.path("DailyUsages__r").path("records");
            if (usages.size() == 2) {
                assertThat(usages.get(0).path("Date__c").asText())
                        .isGreaterThan(usages.get(1).path("Date__c").asText());
            }
            assertThat(usages.size()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void childrenCountTowardsThePageAndNoneIsLost() {
        String soql = "SELECT Id, (SELECT Id FROM DailyUsages__r WHERE Date__c = LAST_N_DAYS:30) FROM Account";
        Answer first = demo.get("/query?q=" + encoded(soql), "Sforce-Query-Options", "batchSize=200");
        assertThat(first.json().path("totalSize").asLong()).isEqualTo(count(""));
        assertThat(first.json().path("records").size()).isLessThan(20);
        Set<String> parents = new HashSet<>();
        long children = 0;
        for (JsonNode account : demo.all(soql)) {
            parents.add(account.path("Id").asText());
            children += account.path("DailyUsages__r").path("records").size();
        }
        assertThat(parents).hasSize((int) count(""));
        assertThat(children)
                .isEqualTo(count("DailyUsage__c", "Date__c = LAST_N_DAYS:30 AND Account__r.IsDeleted = false"));
    }

    @Test
    void groupsAreFilteredOrderedAndTotalled() {
        JsonNode groups = demo.query("SELECT Status, CALENDAR_YEAR(StartDate) y, COUNT(Id) n, MAX(MonthlyAmount__c)"
                        + " FROM Contract GROUP BY Status, CALENDAR_YEAR(StartDate) HAVING COUNT(Id) > 2 AND Status != 'Draft'"
                        + " ORDER BY COUNT(Id) DESC, Status")
                .json()
                .path("records");
        assertThat(groups).isNotEmpty();
        long last = Long.MAX_VALUE;
        for (JsonNode group : groups) {
            assertThat(group.path("n").asLong()).isGreaterThan(2).isLessThanOrEqualTo(last);
            last = group.path("n").asLong();
            assertThat(group.path("expr0").isNumber()).isTrue();
            assertThat(count(
                            "Contract",
                            "Status = '" + group.path("Status").asText() + "' AND CALENDAR_YEAR(StartDate) = "
                                    + group.path("y").asInt()))
                    .isEqualTo(last);
        }
        JsonNode rollup = demo.query(
                        "SELECT Status, COUNT(Id) n, GROUPING(Status) g FROM Contract GROUP BY ROLLUP(Status)")
                .json()
                .path("records");
        for (JsonNode row : rollup) {
            if (row.path("g").asInt() == 1) {
                assertThat(row.path("n").asLong()).isEqualTo(count("Contract", ""));
                assertThat(row.path("Status").isNull()).isTrue();
            }
        }
        assertThat(rollup.findValuesAsText("g")).contains("1");
    }

    @Test
    void dateFunctionsCountInUtcUnlessTold() {
        String id = demo.create("EmailMessage", "{\"MessageDate\":\"2026-03-31T20:30:00Z\",\"Subject\":\"夜\"}");
        String own = "Id = '" + id + "' AND ";
        assertThat(count("EmailMessage", own + "DAY_ONLY(MessageDate) = 2026-03-31"))
                .isEqualTo(1);
        assertThat(count("EmailMessage", own + "HOUR_IN_DAY(MessageDate) = 20")).isEqualTo(1);
        assertThat(count("EmailMessage", own + "DAY_ONLY(convertTimezone(MessageDate)) = 2026-04-01"))
                .isEqualTo(1);
        assertThat(count("EmailMessage", own + "HOUR_IN_DAY(convertTimezone(MessageDate)) = 5"))
                .isEqualTo(1);
        assertThat(count("EmailMessage", own + "DAY_IN_WEEK(MessageDate) = 3 AND WEEK_IN_MONTH(MessageDate) = 5"))
                .isEqualTo(1);
        assertThat(count("EmailMessage", own + "FISCAL_YEAR(MessageDate) = 2025 AND FISCAL_QUARTER(MessageDate) = 4"))
                .isEqualTo(1);
        demo.call("DELETE", "/sobjects/EmailMessage/" + id, "");
    }

    @Test
    void orderPutsNullsWhereItIsTold() {
        List<JsonNode> nullsFirst = demo.all("SELECT CancelledOn__c FROM Contract ORDER BY CancelledOn__c");
        assertThat(nullsFirst.getFirst().path("CancelledOn__c").isNull()).isTrue();
        List<JsonNode> nullsLast = demo.all("SELECT CancelledOn__c FROM Contract ORDER BY CancelledOn__c NULLS LAST");
        assertThat(nullsLast.getFirst().path("CancelledOn__c").isNull()).isFalse();
        assertThat(nullsLast.getLast().path("CancelledOn__c").isNull()).isTrue();
    }

    @Test
    void numbersAreWrittenAsTheServiceWritesThem() {
        String id = demo.create(
                "Contract",
                "{\"AccountId\":\"" + firstAccount() + "\",\"Status\":\"Draft\",\"MonthlyAmount__c\":12000000}");
        Answer answer = demo.query("SELECT MonthlyAmount__c, AnnualAmount__c FROM Contract WHERE Id = '" + id + "'");
        assertThat(answer.body()).contains("\"MonthlyAmount__c\":1.2E7").contains("\"AnnualAmount__c\":1.44E8");
        demo.call("DELETE", "/sobjects/Contract/" + id, "");
    }

    private String firstAccount() {
        return demo.query("SELECT Id FROM Account LIMIT 1")
                .json()
                .path("records")
                .get(0)
                .path("Id")
                .asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Foo__c FROM Account | INVALID_FIELD | No such column 'Foo__c' on entity 'Account'",
                "SELECT Id FROM Nothing__c | INVALID_TYPE | sObject type 'Nothing__c' is not supported",
                "SELECT Parent.Name FROM Account | INVALID_FIELD | Didn't understand relationship 'Parent'",
                "SELECT Id FROM Account WHERE CreatedDate > '2026' | INVALID_FIELD | must be of type dateTime",
                "SELECT Id FROM Account WHERE NumberOfEmployees = '5' | INVALID_FIELD | must be of type int",
                "SELECT Id FROM Account WHERE Name = 5 | INVALID_FIELD | should be enclosed in quotes",
                "SELECT Id FROM Account WHERE Description = 'x' | INVALID_FIELD | can not be filtered",
                "SELECT Id, id FROM Account | INVALID_FIELD | duplicate field selected: Id",
                "SELECT Name, COUNT(Id) FROM Account | MALFORMED_QUERY | must be grouped or aggregated: Name",
                "SELECT Id FROM Account OFFSET 2001 | NUMBER_OUTSIDE_VALID_RANGE | 2000",
                "SELECT Id, (SELECT Id FROM Nothings) FROM Account | INVALID_TYPE | relationship 'Nothings' in FROM part",
                "SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account | MALFORMED_QUERY | Only root queries support",
                "SELECT Name n FROM Account | MALFORMED_QUERY | only aggregate expressions use field aliasing",
                "SELECT NumberOfEmployees FROM Account GROUP BY NumberOfEmployees | INVALID_FIELD | can not be grouped",
                "SELECT SUM(Name) FROM Account | INVALID_FIELD | does not support aggregate operator SUM",
                "SELECT Id FROM Account WHERE COUNT(Id) > 1 | MALFORMED_QUERY | cannot be used in a WHERE clause",
                "SELECT COUNT(Id) FROM Account LIMIT 1 | MALFORMED_QUERY | cannot also use LIMIT",
                "SELECT Status s, COUNT(Id) s FROM Contract GROUP BY Status | MALFORMED_QUERY | duplicate alias: s",
                "SELECT Status FROM Contract HAVING COUNT(Id) > 1 | MALFORMED_QUERY | unexpected token: 'HAVING'",
                "SELECT Status FROM Contract GROUP BY Status ORDER BY EndDate | MALFORMED_QUERY | must be grouped",
                "SELECT CALENDAR_YEAR(CreatedDate) FROM Account | MALFORMED_QUERY | must be grouped or aggregated",
                "SELECT COUNT(Id) FROM Account WHERE CALENDAR_YEAR(Name) = 1 | INVALID_FIELD | does not support function",
                "SELECT Id FROM Account USING SCOPE mine | FUNCTIONALITY_NOT_ENABLED | USING SCOPE mine",
                "SELECT FORMAT(CreatedDate) FROM Account | FUNCTIONALITY_NOT_ENABLED | FORMAT() is not offered",
                "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact) | MALFORMED_QUERY | 'OR'",
                "SELECT Id FROM Account WHERE Name = 'a' AND (Name = 'b' OR Id IN (SELECT AccountId FROM Contact)) | MALFORMED_QUERY | only allowed at the top level",
                "SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account) | INVALID_FIELD | same object type",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 1) | MALFORMED_QUERY | not allowed",
                "SELECT Id FROM Account WHERE | MALFORMED_QUERY | unexpected token: '<EOF>'"
            })
    void refusalsCarryTheVendorsCodeAndWords(String soql, String code, String words) {
        Answer answer = demo.query(soql);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get(0).path("errorCode").asText()).isEqualTo(code);
        assertThat(answer.json().get(0).path("message").asText()).contains(words);
    }
}
