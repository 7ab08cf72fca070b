package dev.minori.playbook.page;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are sorted by id, which is by age. */
@ApplicationScoped
public class IdPages {
    private final Cursors cursors;

    IdPages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Reads rows behind an id; null begins with the first. */
    public interface Reading<T> {
        List<T> read(@Nullable UUID behind, int limit);
    }

    /**
     * One page.
     *
     * @param list name of the list and its sort, for the cursor
     * @param filters every filter as text, so that a cursor serves no other filter
     */
    public <T> Page<T> page(
            String list,
            List<@Nullable Object> filters,
            PageRequest request,
            Reading<T> reading,
            Function<T, UUID> id) {
        CursorScope scope = new CursorScope(
                WorkspaceContext.current(),
                list,
                "id",
                filters.stream().map(String::valueOf).toList());
        String cursor = request.cursor();
        UUID behind = cursor == null
                ? null
                : UUID.fromString(String.valueOf(cursors.read(scope, cursor).getFirst()));
        return Page.cut(
                reading.read(behind, request.fetchSize()),
                request,
                row -> cursors.write(scope, List.of(id.apply(row).toString())));
    }
}
