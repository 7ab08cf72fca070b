package dev.minori.scoring.view.store;

import dev.minori.scoring.view.SavedView;
import dev.minori.scoring.view.SavedView.Content;
import dev.minori.scoring.view.SavedViewStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views as entities; who may see one is part of the query. Every write is flushed at once, before the audit's SQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PanacheSavedViewStore implements SavedViewStore, PanacheRepositoryBase<SavedViewEntity, UUID> {
    private static final String VISIBLE =
            "(ownerSubject = ?1 or sharedWith = WORKSPACE or (sharedWith = TEAM and teamId in (?2)))";

    @Override
    public List<SavedView> list(Reader reader, @Nullable String screen, Place behind, int limit) {
        return find(
                        VISIBLE + " and (?3 is null or screen = ?3)"
                                + " and (name > ?4 or (name = ?4 and id > ?5)) order by name, id",
                        reader.subject(),
                        reader.teams(),
                        screen,
                        behind.name(),
                        behind.id())
                .range(0, limit - 1)
                .stream()
                .map(view -> view.toView(reader.subject()))
                .toList();
    }

    @Override
    public Optional<SavedView> find(Reader reader, UUID id) {
        return find(VISIBLE + " and id = ?3", reader.subject(), reader.teams(), id)
                .singleResultOptional()
                .map(view -> view.toView(reader.subject()));
    }

    @Override
    public long countOf(String subject) {
        return count("ownerSubject", subject);
    }

    @Override
    public void insert(UUID id, String subject, String name, Content content, Instant at) {
        persistAndFlush(new SavedViewEntity(id, subject, name, content, at));
    }

    @Override
    public void update(UUID id, Content content, Instant at) {
        findById(id).change(content, at);
        flush();
    }

    @Override
    public void delete(UUID id) {
        deleteById(id);
        flush();
    }
}
