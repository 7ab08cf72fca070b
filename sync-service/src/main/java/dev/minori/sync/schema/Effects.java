package dev.minori.sync.schema;

import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Names the published mappings that a change of a source concerns. */
@ApplicationScoped
public class Effects {
    private final MappingService mappings;

    Effects(MappingService mappings) {
        this.mappings = mappings;
    }

    /**
     * A mapping that uses a field.
     *
     * @param uses its target fields that the field fills; {@code customerLink}, {@code effectiveDate} or {@code filter}
     *     where it is used there
     */
    public record Effect(UUID mappingId, String mappingName, List<String> uses) {
        public Effect {
            uses = List.copyOf(uses);
        }
    }

    /** Who uses each of the changed fields, in their order. */
    @Transactional
    public List<List<Effect>> of(UUID connectionId, List<SchemaChange> changes) {
        List<TableMapping> published = mappings.listPublished(connectionId);
        List<List<Effect>> effects = new ArrayList<>();
        for (SchemaChange change : changes) {
            List<Effect> concerned = new ArrayList<>();
            for (TableMapping mapping : published) {
                if (mapping.objectName().equals(change.objectName())) {
                    List<String> uses =
                            MappedFields.using(inUse(mapping), change.change().field());
                    if (!uses.isEmpty()) {
                        concerned.add(new Effect(mapping.id(), mapping.name(), uses));
                    }
                }
            }
            effects.add(concerned);
        }
        return effects;
    }

    private MappingDocument inUse(TableMapping mapping) {
        Integer version = mapping.publishedVersion();
        return version == null
                ? mapping.draft()
                : mappings.getVersion(mapping.id(), version).document();
    }
}
