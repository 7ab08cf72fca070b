package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What playbook-service did about a customer. Topic playbook-events. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlaybookEvent.AlertOpened.class, name = "alert-opened.v1"),
    @JsonSubTypes.Type(value = PlaybookEvent.AlertClosed.class, name = "alert-closed.v1"),
    @JsonSubTypes.Type(value = PlaybookEvent.TaskOpened.class, name = "task-opened.v1"),
    @JsonSubTypes.Type(value = PlaybookEvent.TaskCompleted.class, name = "task-completed.v1"),
    @JsonSubTypes.Type(value = PlaybookEvent.PlaybookRunFinished.class, name = "playbook-run-finished.v1")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PlaybookEvent extends MinoriEvent {
    UUID customerId();

    /** A sign appeared. */
    record AlertOpened(UUID customerId, UUID alertId, UUID ruleId, String title, Instant openedAt)
            implements PlaybookEvent {}

    /** The sign's cause is gone, or somebody closed it. */
    record AlertClosed(UUID customerId, UUID alertId, UUID ruleId, Instant closedAt) implements PlaybookEvent {}

    /** Work for a person exists. */
    record TaskOpened(
            UUID customerId,
            UUID taskId,
            @Nullable UUID ownerMemberId,
            String title,
            @Nullable LocalDate dueOn,
            @Nullable UUID playbookRunId)
            implements PlaybookEvent {}

    /** The work is done. */
    record TaskCompleted(
            UUID customerId, UUID taskId, @Nullable UUID byMemberId, Instant completedAt) implements PlaybookEvent {}

    /** A playbook came to its end for a customer; outcome is {@code completed}, {@code cancelled} or {@code failed}. */
    record PlaybookRunFinished(
            UUID customerId,
            UUID playbookRunId,
            UUID playbookId,
            int playbookVersion,
            String outcome,
            Instant finishedAt)
            implements PlaybookEvent {}
}
