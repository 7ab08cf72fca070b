package dev.minori.playbook.definition.rest;

import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.definition.Publication;
import dev.minori.playbook.person.CurrentPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of document offers: drafts, published versions, rest. A document is named by its id or its key. Each
 * kind's resource asks here instead of inheriting, because the API document says nothing of the roles of inherited
 * methods.
 */
final class KindDefinitions {
    private final DefinitionKind kind;
    private final Definitions definitions;
    private final Publication publication;
    private final CurrentPerson person;

    KindDefinitions(DefinitionKind kind, Definitions definitions, Publication publication, CurrentPerson person) {
        this.kind = kind;
        this.definitions = definitions;
        this.publication = publication;
        this.person = person;
    }

    List<DefinitionView> list() {
        return definitions.list(kind).stream().map(DefinitionView::of).toList();
    }

    DefinitionView get(String key) {
        return DefinitionView.of(definitions.get(kind, key));
    }

    DefinitionView save(String key, @Nullable String ifMatch, boolean publish, String document) {
        return DefinitionView.of(publication.save(kind, key, document, publish, person.author(), ifMatch));
    }

    DefinitionView publish(String key, @Nullable String ifMatch) {
        return DefinitionView.of(publication.publish(kind, key, person.author(), ifMatch));
    }

    List<VersionView> versions(String key) {
        return definitions.listVersions(kind, key).stream().map(VersionView::of).toList();
    }

    VersionView version(String key, int version) {
        return VersionView.of(definitions.getVersion(kind, key, version));
    }

    DefinitionView pause(String key, boolean paused, @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(kind, key, paused, ifMatch));
    }
}
