package dev.minori.scoring.view;

import dev.minori.scoring.view.SavedView.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the saved views of the current workspace. Every method needs a transaction. */
public interface SavedViewStore {
    /**
     * Who asks.
     *
     * @param teams the teams the person belongs to
     */
    record Reader(String subject, List<UUID> teams) {
        public Reader {
            teams = List.copyOf(teams);
        }
    }

    /** A view's place in the list. */
    record Place(String name, UUID id) {
        /** Before every view: no name is empty. */
        public static final Place BEFORE_ALL = new Place("", new UUID(0, 0));
    }

    /** Views that the reader saved or that are shared with it, by name, behind a place. */
    List<SavedView> list(Reader reader, @Nullable String screen, Place behind, int limit);

    /** One of them. */
    Optional<SavedView> find(Reader reader, UUID id);

    /** How many views a person saved. */
    long countOf(String subject);

    void insert(UUID id, String subject, String name, Content content, Instant at);

    /** Changes a view found in this transaction; fails as stale if another change was saved since. */
    void update(UUID id, Content content, Instant at);

    /** Removes a view found in this transaction; fails as stale if another change was saved since. */
    void delete(UUID id);
}
