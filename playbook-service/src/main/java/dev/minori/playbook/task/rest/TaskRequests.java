package dev.minori.playbook.task.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask of tasks. */
interface TaskRequests {
    /**
     * A new task.
     *
     * @param ownerMemberId absent for the customer's CSM
     * @param dueOn local day of the workspace
     * @param priority {@code high}, {@code normal} (the usual) or {@code low}
     */
    record Create(
            @NotNull UUID customerId,
            @NotBlank @Size(max = 500) String title,
            @Size(max = 10_000) @Nullable String note,
            @Nullable UUID ownerMemberId,
            @Nullable LocalDate dueOn,
            @Pattern(regexp = "high|normal|low") @Nullable String priority) {}

    /** The task is done. */
    record Complete(@Size(max = 10_000) @Nullable String outcome) {}

    /** The task is out of sight until then. */
    record Snooze(@NotNull Instant until) {}

    /** The task need not be done. */
    record Cancel(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * Another person, another day; both are set as given.
     *
     * @param priority absent to leave it
     */
    record Assign(
            @NotNull UUID ownerMemberId,
            @Nullable LocalDate dueOn,
            @Pattern(regexp = "high|normal|low") @Nullable String priority) {}

    /** A remark. */
    record Comment(@NotBlank @Size(max = 10_000) String body) {}
}
