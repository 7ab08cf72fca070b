package dev.minori.playbook.task.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.Questions;
import dev.minori.playbook.task.TaskDesk;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions to whoever looks after a customer. A question is a task of kind {@code question}; its answer completes it. */
@Path("/api/v1/questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QuestionResource {
    private final Questions questions;
    private final TaskDesk desk;
    private final CurrentPerson person;
    private final Idempotency idempotency;

    QuestionResource(Questions questions, TaskDesk desk, CurrentPerson person, Idempotency idempotency) {
        this.questions = questions;
        this.desk = desk;
        this.person = person;
        this.idempotency = idempotency;
    }

    /**
     * A question.
     *
     * @param to whom; absent for the customer's CSM
     */
    record Ask(
            @NotNull UUID customerId,
            @Nullable UUID to,
            @NotBlank @Size(max = 4_000) String text) {}

    /** An answer. */
    record Answer(@NotBlank @Size(max = 4_000) String text) {}

    /** Asks: a task for the customer's CSM or another member, who is told at once. */
    @POST
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView ask(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Ask request) {
        return idempotency.once(
                key,
                List.of("questions", request),
                TaskView.class,
                () -> view(questions.ask(
                        request.customerId(), request.to(), request.text(), person.author(), person.visibleOwners())));
    }

    /** Answers: completes the task, keeps the answer as a comment, and tells whoever asked. */
    @POST
    @Path("/{id}/answer")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView answer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Answer request) {
        desk.get(id, person.visibleOwners());
        return idempotency.once(
                key,
                List.of("questions/answer", id, request),
                TaskView.class,
                () -> view(questions.answer(id, ifMatch, request.text(), person.author())));
    }

    private TaskView view(CsTask task) {
        TaskDesk.Today today = desk.today();
        return TaskView.of(desk.row(task.id()), today.now(), today.day());
    }
}
