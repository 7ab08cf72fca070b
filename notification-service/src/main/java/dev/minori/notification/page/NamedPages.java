package dev.minori.notification.page;

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

/** Pages of lists that are sorted by name and, where names are equal, by id. */
@ApplicationScoped
public class NamedPages {
    private final Cursors cursors;

    NamedPages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** A row's place in the list. */
    public record Place(String name, UUID id) {
        static final Place BEFORE_ALL = new Place("", new UUID(0, 0));
    }

    /** Reads rows behind a place. */
    public interface Reading<T> {
        List<T> read(Place behind, int limit);
    }

    /**
     * One page.
     *
     * @param list name of the list, for the cursor
     */
    public <T> Page<T> page(String list, PageRequest request, Reading<T> reading, Function<T, Place> place) {
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), list, "name,id");
        String cursor = request.cursor();
        Place behind = cursor == null ? Place.BEFORE_ALL : place(cursors.read(scope, cursor));
        return Page.cut(reading.read(behind, request.fetchSize()), request, row -> {
            Place last = place.apply(row);
            return cursors.write(scope, List.of(last.name(), last.id().toString()));
        });
    }

    private static Place place(List<@Nullable String> position) {
        return new Place(
                Objects.requireNonNull(position.get(0)), UUID.fromString(Objects.requireNonNull(position.get(1))));
    }
}
