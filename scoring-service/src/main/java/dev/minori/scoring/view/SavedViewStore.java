package dev.minori.scoring.view;

import dev.minori.scoring.view.SavedView.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps saved views. In the transaction of the workspace. */
public interface SavedViewStore {
    /**
     * Who asks.
     *
     * @param teams the teams the person belongs to
     */
    record Reader(UUID workspaceId, String subject, List<UUID> teams) {
        public Reader {
            teams = List.copyOf(teams);
        }
    }

    /** Views that the reader saved or that are shared with it, by name. */
    List<SavedView> list(Reader reader, @Nullable String screen);

    /** One of them; locked for the transaction if it is to be changed. */
    Optional<SavedView> find(Reader reader, UUID viewId, boolean forChange);

    /** How many views a person saved. */
    long count(UUID workspaceId, String subject);

    void insert(UUID workspaceId, UUID viewId, String subject, String name, Content content, Instant at);

    void update(UUID workspaceId, UUID viewId, Content content, Instant at);

    void delete(UUID workspaceId, UUID viewId);
}
