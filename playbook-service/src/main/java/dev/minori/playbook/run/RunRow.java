package dev.minori.playbook.run;

import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as a list shows it.
 *
 * @param customerName null while nothing was heard of the customer
 * @param since since when it stands where it stands
 */
public record RunRow(
        PlaybookRun run,
        @Nullable String customerName,
        String playbookKey,
        LocalText playbookName,
        boolean paused,
        Instant since) {}
