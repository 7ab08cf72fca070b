package dev.minori.playbook.task;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.customer.Sight;
import dev.minori.playbook.person.Author;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about a customer: a task for whoever is asked, which the answer completes. */
@ApplicationScoped
public class Questions {
    private static final int TITLE_CHARS = 80;

    private final Tasks tasks;
    private final TaskHandover handover;
    private final CustomerStore customers;
    private final Sight sight;
    private final Colleagues colleagues;
    private final Calendars calendars;
    private final Clock clock;

    Questions(
            Tasks tasks,
            TaskHandover handover,
            CustomerStore customers,
            Sight sight,
            Colleagues colleagues,
            Calendars calendars,
            Clock clock) {
        this.tasks = tasks;
        this.handover = handover;
        this.customers = customers;
        this.sight = sight;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Asks. The task is due on the next business day, and whoever is asked is told. Throws not-found for a customer the
     * asker may not see, invalid-request if nobody can be asked.
     *
     * @param to a member; null for the customer's CSM
     * @param visibleOwners only customers of these CSMs; null for all
     */
    @Transactional
    public CsTask ask(
            UUID customerId, @Nullable UUID to, String text, Author author, @Nullable List<UUID> visibleOwners) {
        sight.check(customerId, visibleOwners);
        UUID asked = to == null
                ? customers.find(customerId).map(CustomerProfile::ownerMemberId).orElse(null)
                : to;
        // A customer that is not there is refused by the task; here it only has no CSM.
        if (customers.find(customerId).isPresent() && (asked == null || !colleagues.isActive(asked))) {
            throw nobody();
        }
        BusinessCalendar calendar = calendars.ofWorkspace();
        LocalDate due = calendar.addBusinessDays(calendar.dayOf(clock.instant()), 1);
        CsTask task = tasks.openByHand(
                customerId,
                new Tasks.Work(
                        TaskKind.QUESTION, TaskPriority.NORMAL, title(text), LocalText.same(text.strip()), List.of()),
                asked,
                due,
                author);
        if (asked != null && !asked.equals(author.memberId())) {
            handover.tell(
                    task,
                    "asked",
                    "question-asked",
                    asked,
                    Map.of("question", text.strip(), "askerName", author.name()));
        }
        return task;
    }

    /**
     * Answers: the answer becomes a comment and the task's outcome, completes it, and whoever asked is told. Throws
     * not-found, stale-version, conflict if it is no question or has ended.
     */
    @Transactional
    public CsTask answer(UUID id, @Nullable String ifMatch, String text, Author author) {
        CsTask question = tasks.get(id);
        if (question.kind() != TaskKind.QUESTION) {
            throw new ProblemException(
                    KitProblem.CONFLICT, new Wording("このタスクは質問ではありません。", "This task is not a question."));
        }
        CsTask done = tasks.complete(id, ifMatch == null ? "*" : ifMatch, text.strip(), author);
        tasks.comment(id, text.strip(), author);
        if (done.origin() instanceof TaskOrigin.Person(UUID asker)
                && asker != null
                && !asker.equals(author.memberId())) {
            LocalText note = question.note();
            handover.tell(
                    done,
                    "answered",
                    "question-answered",
                    asker,
                    Map.of(
                            "question",
                            note == null ? question.title().ja() : note.ja(),
                            "answer",
                            text.strip(),
                            "answererName",
                            author.name()));
        }
        return done;
    }

    private static LocalText title(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        String shown = line.codePointCount(0, line.length()) <= TITLE_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE_CHARS - 1)) + "…";
        return new LocalText("質問: " + shown, "Question: " + shown);
    }

    private static ProblemException nobody() {
        Wording detail = new Wording(
                "質問する相手がいません。CS担当が未設定か無効です。toに有効なメンバーを指定してください。",
                "There is nobody to ask: the customer has no active CSM. Name an active member in to.");
        return new ProblemException(
                KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/to", "nobody", detail)));
    }
}
