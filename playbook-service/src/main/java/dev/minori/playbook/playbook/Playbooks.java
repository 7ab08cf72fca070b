package dev.minori.playbook.playbook;

import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.DefinitionStore;
import dev.minori.playbook.definition.DocumentCheck;
import dev.minori.playbook.document.DocumentNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The playbooks of the workspace, by version. */
@ApplicationScoped
public class Playbooks implements DocumentCheck {
    private final DefinitionStore definitions;

    Playbooks(DefinitionStore definitions) {
        this.definitions = definitions;
    }

    /** A playbook with the definition it is a version of. */
    public record Version(Definition definition, int version, Playbook playbook) {}

    @Override
    public DefinitionKind kind() {
        return DefinitionKind.PLAYBOOK;
    }

    @Override
    public Summary check(DocumentNode document) {
        Playbook playbook = PlaybookDocument.read(document);
        return new Summary(playbook.key(), playbook.name(), playbook.segmentKey());
    }

    @Override
    public Map<String, String> conditions(DocumentNode document) {
        Map<String, String> found = new LinkedHashMap<>();
        collect("/steps", PlaybookDocument.read(document).steps(), found);
        return found;
    }

    private static void collect(String pointer, List<Step> steps, Map<String, String> found) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Branch branch) {
                String at = pointer + "/" + i + "/branch";
                found.put(at + "/condition", branch.condition());
                collect(at + "/then", branch.then(), found);
                collect(at + "/otherwise", branch.otherwise(), found);
            }
        }
    }

    /** Playbooks in force that wait for entries into this segment, paused ones too. */
    public List<Version> inForce(String segmentKey) {
        List<Version> found = new ArrayList<>();
        for (Definition definition : definitions.listPublished(DefinitionKind.PLAYBOOK, segmentKey)) {
            inForce(definition).ifPresent(found::add);
        }
        return found;
    }

    /** The published version of a definition, empty before the first. */
    public Optional<Version> inForce(Definition definition) {
        Integer version = definition.publishedVersion();
        return version == null ? Optional.empty() : find(definition, version);
    }

    /** A version by number: a run goes on with the one it began with. */
    public Optional<Version> find(UUID playbookId, int version) {
        return definitions.find(DefinitionKind.PLAYBOOK, playbookId).flatMap(found -> find(found, version));
    }

    private Optional<Version> find(Definition definition, int version) {
        return definitions
                .findVersion(definition.id(), version)
                .map(found -> new Version(definition, version, PlaybookDocument.parse(found.document())));
    }
}
