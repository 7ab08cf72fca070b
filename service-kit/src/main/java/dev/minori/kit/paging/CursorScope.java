package dev.minori.kit.paging;

import java.util.List;
import java.util.UUID;

/**
 * What a cursor is good for. One of another workspace, list, sort or filter is refused: it would silently skip rows.
 *
 * @param list the list, for example {@code customers}
 * @param sort the sort order, for example {@code -mrr,id}
 * @param filters each filter as text, in a fixed order
 */
public record CursorScope(UUID workspaceId, String list, String sort, List<String> filters) {
    public CursorScope {
        filters = List.copyOf(filters);
    }

    public static CursorScope of(UUID workspaceId, String list, String sort, String... filters) {
        return new CursorScope(workspaceId, list, sort, List.of(filters));
    }
}
