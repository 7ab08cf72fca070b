package dev.minori.playbook.task;

import org.jspecify.annotations.Nullable;

/**
 * A task as a list shows it.
 *
 * @param customerName null while nothing was heard of the customer
 * @param ownerName null if nobody owns it, or while nothing was heard of the member
 * @param sortKey the value it is sorted by, for the cursor
 */
public record TaskRow(
        CsTask task,
        @Nullable String customerName,
        @Nullable String ownerName,
        String sortKey) {}
