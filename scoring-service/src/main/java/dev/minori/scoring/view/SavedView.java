package dev.minori.scoring.view;

import dev.minori.kit.etag.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody wants to see it again.
 *
 * @param version grows with each change
 * @param screen the list it is for, for example {@code customers}
 * @param ownerSubject who saved it
 * @param ownerName the name of that person then
 * @param teamId the team it is shared with; null unless it is
 * @param filters values by parameter of the list's request
 * @param sort as the list's request takes it
 * @param columns shown columns in their order; none for the usual ones
 * @param mine whether the caller saved it
 */
public record SavedView(
        UUID id,
        long version,
        String screen,
        String name,
        String ownerSubject,
        String ownerName,
        Sharing sharedWith,
        @Nullable UUID teamId,
        Map<String, List<String>> filters,
        @Nullable String sort,
        List<String> columns,
        Instant createdAt,
        Instant changedAt,
        boolean mine)
        implements Versioned {
    public SavedView {
        filters = Map.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** Who else sees a view. */
    public enum Sharing {
        NOBODY,
        TEAM,
        WORKSPACE
    }

    /** What a view says, as somebody writes it. */
    public record Content(
            String screen,
            String name,
            Sharing sharedWith,
            @Nullable UUID teamId,
            Map<String, List<String>> filters,
            @Nullable String sort,
            List<String> columns) {
        public Content {
            filters = Map.copyOf(filters);
            columns = List.copyOf(columns);
        }
    }
}
