package dev.minori.playbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Trial;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Working days over HTTP, and the table of holidays. */
@PlaybookComponentTest
class CalendarComponentTest {
    @Inject
    Trial trial;

    @Inject
    CalendarStore store;

    @Test
    void theTableHoldsTheHolidaysOfTheActFrom2020To2035() {
        List<Holiday> computed = IntStream.rangeClosed(2020, 2035)
                .boxed()
                .flatMap(year -> JapaneseHolidays.of(year).stream())
                .toList();

        assertThat(trial.inWorkspace(() -> store.listHolidays())).isEqualTo(computed);
    }

    @Test
    void aWorkspaceEditsItsClosures() {
        trial.open();
        trial.as("ops", "cs-ops")
                .get("/api/v1/calendars/business")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("zone", equalTo("Asia/Tokyo"))
                .body("closures.name", contains("年末年始"));

        Map<String, Object> change = Map.of(
                "weekend",
                List.of("SATURDAY", "SUNDAY"),
                "japaneseHolidays",
                true,
                "closures",
                List.of(Map.of("name", "夏季休業", "from", "2027-08-12", "to", "2027-08-13")));
        put(change, "\"0\"").then().statusCode(200).header("ETag", "\"1\"");
        put(change, "\"0\"").then().statusCode(412);
        trial.as("hanako", "csm")
                .get("/api/v1/calendars/business/days?from=2027-08-10&to=2027-08-14")
                .then()
                .statusCode(200)
                .body("closedFor", contains(null, "山の日", "夏季休業", "夏季休業", "SATURDAY"))
                .body("businessDay", contains(true, false, false, false, false));
    }

    @Test
    void theCalendarGoesOnBeyondTheTable() {
        trial.open();
        trial.as("hanako", "csm")
                .get("/api/v1/calendars/business/days?from=2037-09-19&to=2037-09-24")
                .then()
                .statusCode(200)
                .body("closedFor", contains("SATURDAY", "SUNDAY", "敬老の日", "国民の休日", "秋分の日", null));
    }

    @Test
    void aPeriodThatIsNoneIsRefusedAtItsField() {
        trial.open();
        put(
                        Map.of(
                                "weekend", List.of("SUNDAY"),
                                "japaneseHolidays", false,
                                "closures", List.of(Map.of("name", "逆", "from", "2027-08-13", "to", "2027-08-12"))),
                        "\"0\"")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/closures/0"));
    }

    private Response put(Map<String, Object> change, String ifMatch) {
        return trial.as("ops", "cs-ops")
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(change)
                .put("/api/v1/calendars/business");
    }
}
