package dev.minori.playbook.definition.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.definition.Publication;
import dev.minori.playbook.person.CurrentPerson;
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
    private final Cursors cursors;

    KindDefinitions(
            DefinitionKind kind,
            Definitions definitions,
            Publication publication,
            CurrentPerson person,
            Cursors cursors) {
        this.kind = kind;
        this.definitions = definitions;
        this.publication = publication;
        this.person = person;
        this.cursors = cursors;
    }

    Page<DefinitionView> list(PageRequest request) {
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "definitions", "key", kind.wireName());
        return cursors.page(
                        scope,
                        request,
                        (behind, rows) -> definitions.list(kind, behind == null ? "" : behind, rows),
                        Definition::key)
                .map(DefinitionView::of);
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

    Page<VersionView> versions(String key, PageRequest request) {
        CursorScope scope =
                CursorScope.of(WorkspaceContext.current(), "definition-versions", "-version", kind.wireName(), key);
        return cursors.page(
                        scope,
                        request,
                        (before, rows) -> definitions.listVersions(
                                kind, key, before == null ? Integer.MAX_VALUE : Integer.parseInt(before), rows),
                        version -> Integer.toString(version.version()))
                .map(VersionView::of);
    }

    VersionView version(String key, int version) {
        return VersionView.of(definitions.getVersion(kind, key, version));
    }

    DefinitionView pause(String key, boolean paused, @Nullable String ifMatch) {
        return DefinitionView.of(definitions.pause(kind, key, paused, ifMatch));
    }
}
