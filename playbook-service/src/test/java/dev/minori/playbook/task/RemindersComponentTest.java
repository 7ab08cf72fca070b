package dev.minori.playbook.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.NotificationEvent;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.calendar.WorkspaceCalendars;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Surroundings;
import dev.minori.playbook.testing.Trial;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told, and when, that a task falls due. */
@PlaybookComponentTest
class RemindersComponentTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Trial trial;

    @Inject
    Reminders reminders;

    @Inject
    WorkspaceCalendars calendars;

    @Inject
    Clock clock;

    @Test
    void theOwnerIsRemindedOnceInTheMorningOfTheLastBusinessDay() {
        trial.open();
        UUID customer = trial.customer("株式会社つばめ精工");
        LocalDate friday = fridayBeforeAClosedSaturday();
        String task = task(customer, "更新の相談をする", friday.plusDays(1));
        task(customer, "来週の準備をする", friday.plusDays(4));

        moveTo(friday, LocalTime.of(8, 30));
        remind();
        assertThat(reminded()).isEmpty();

        moveTo(friday, LocalTime.of(9, 1));
        remind();
        remind();

        assertThat(reminded()).singleElement().satisfies(asked -> {
            assertThat(asked.memberIds()).containsExactly(trial.ichiro);
            assertThat(asked.data())
                    .containsEntry("title.ja", "更新の相談をする")
                    .containsEntry("dueDate", friday.plusDays(1).toString())
                    .containsEntry("taskLink", "/tasks/" + task)
                    .containsEntry("customerName", "株式会社つばめ精工");
        });
    }

    @Test
    void anotherDueDayIsAnotherReminderAndWhatIsDoneIsNotTold() {
        trial.open();
        UUID customer = trial.customer("有限会社ひばり商会");
        LocalDate friday = fridayBeforeAClosedSaturday();
        String moved = task(customer, "見積もりを送る", friday);
        String done = task(customer, "お礼の電話をする", friday);
        post("/api/v1/tasks/" + done + "/complete", Map.of(), "1");

        moveTo(friday, LocalTime.of(9, 1));
        remind();
        assertThat(reminded()).hasSize(1);

        LocalDate later = calendar().addBusinessDays(friday, 1);
        post(
                "/api/v1/tasks/" + moved + "/assign",
                Map.of("ownerMemberId", trial.ichiro, "dueOn", later.toString()),
                "1");
        moveTo(later, LocalTime.of(9, 1));
        remind();
        remind();
        assertThat(reminded())
                .extracting(asked -> asked.data().get("dueDate"))
                .containsExactly(friday.toString(), later.toString());
    }

    /** A week ahead, because the product's clock only goes on. */
    private LocalDate fridayBeforeAClosedSaturday() {
        BusinessCalendar calendar = calendar();
        LocalDate day = calendar.dayOf(clock.instant()).plusDays(7);
        while (day.getDayOfWeek() != DayOfWeek.FRIDAY || !calendar.isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private BusinessCalendar calendar() {
        return WorkspaceContext.call(trial.workspace, calendars::ofWorkspace);
    }

    private void moveTo(LocalDate day, LocalTime time) {
        Surroundings.advanceClock(
                Duration.between(clock.instant(), day.atTime(time).atZone(TOKYO).toInstant()));
    }

    private void remind() {
        WorkspaceContext.run(trial.workspace, reminders::remind);
    }

    private List<NotificationRequested> reminded() {
        return trial.sent("notifications", NotificationEvent.class).stream()
                .map(envelope -> (NotificationRequested) envelope.event())
                .filter(asked -> asked.templateKey().equals("task-due"))
                .toList();
    }

    private String task(UUID customer, String title, LocalDate dueOn) {
        return trial.as("hanako", "csm")
                .contentType("application/json")
                .body(Map.of(
                        "customerId",
                        customer,
                        "title",
                        title,
                        "ownerMemberId",
                        trial.ichiro,
                        "dueOn",
                        dueOn.toString()))
                .post("/api/v1/tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private void post(String path, Map<String, ?> body, String version) {
        trial.as("hanako", "csm")
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }
}
