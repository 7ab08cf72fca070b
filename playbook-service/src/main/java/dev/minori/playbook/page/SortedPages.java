package dev.minori.playbook.page;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are sorted by a value and, where it is equal, by id. */
@ApplicationScoped
public class SortedPages {
    private final Cursors cursors;

    SortedPages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Where a page ended. */
    public record Position(String sortKey, UUID id) {}

    /** Reads rows behind a position; null begins with the first. */
    public interface Reading<T> {
        List<T> read(@Nullable Position behind, int limit);
    }

    /**
     * One page.
     *
     * @param list name of the list, for the cursor
     * @param sort the order, so that a cursor serves no other
     * @param filter the whole filter as text, so that a cursor serves no other
     */
    public <T> Page<T> page(
            String list,
            String sort,
            String filter,
            PageRequest request,
            Reading<T> reading,
            Function<T, Position> position) {
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), list, sort, filter);
        String cursor = request.cursor();
        return Page.cut(
                reading.read(cursor == null ? null : read(scope, cursor), request.fetchSize()), request, row -> {
                    Position last = position.apply(row);
                    return cursors.write(
                            scope, List.of(last.sortKey(), last.id().toString()));
                });
    }

    private Position read(CursorScope scope, String cursor) {
        List<@Nullable String> values = cursors.read(scope, cursor);
        return new Position(
                Objects.requireNonNull(values.get(0)), UUID.fromString(Objects.requireNonNull(values.get(1))));
    }
}
