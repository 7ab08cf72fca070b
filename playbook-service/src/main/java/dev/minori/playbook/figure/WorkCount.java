package dev.minori.playbook.figure;

import dev.minori.playbook.text.LocalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much work one owner, customer or rule had in a period.
 *
 * @param id whose; null for what nobody owns
 * @param name for people; null while nothing was heard of it
 * @param open to be done at the period's end
 * @param opened begun in the period
 * @param done completed (tasks) or closed (alerts) in the period
 * @param overdue of the open ones, those whose day was over; 0 for alerts, which have none
 * @param averageAgeDays how long the open ones had been open at the period's end; null if none was
 */
public record WorkCount(
        @Nullable UUID id,
        @Nullable LocalText name,
        long open,
        long opened,
        long done,
        long overdue,
        @Nullable Double averageAgeDays) {}
