package dev.minori.playbook.playbook;

import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.DefinitionStore;
import dev.minori.playbook.definition.DefinitionVersion;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Playbooks for tests without a database. */
public final class TestPlaybooks {
    private TestPlaybooks() {}

    /** A workspace with one published playbook. */
    public static Playbooks withOne(UUID id, String document) {
        return new Playbooks(new One(id, document));
    }

    /** Its definition. */
    public static Definition definition(UUID id) {
        return new Definition(
                id,
                DefinitionKind.PLAYBOOK,
                "simulation",
                LocalText.same("試験"),
                "band-fell",
                1,
                Instant.EPOCH,
                false,
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private record One(UUID id, String document) implements DefinitionStore {
        @Override
        public Optional<Definition> find(DefinitionKind kind, UUID wanted) {
            return Optional.of(definition(id));
        }

        @Override
        public Optional<Definition> lock(DefinitionKind kind, String key) {
            return Optional.of(definition(id));
        }

        @Override
        public Optional<Definition> findByKey(DefinitionKind kind, String key) {
            return Optional.of(definition(id));
        }

        @Override
        public List<Definition> list(DefinitionKind kind, String behind, int limit) {
            return List.of(definition(id));
        }

        @Override
        public List<Definition> listPublished(DefinitionKind kind, String segmentKey) {
            return List.of(definition(id));
        }

        @Override
        public void insert(Definition definition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update(Definition definition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DefinitionVersion> listVersions(UUID definitionId, int before, int limit) {
            return List.of(findVersion(definitionId, 1).orElseThrow());
        }

        @Override
        public Optional<DefinitionVersion> findVersion(UUID definitionId, int version) {
            return Optional.of(
                    new DefinitionVersion(definitionId, 1, true, document, Instant.EPOCH, "試験", Instant.EPOCH, "試験"));
        }

        @Override
        public void saveVersion(DefinitionVersion version) {
            throw new UnsupportedOperationException();
        }
    }
}
