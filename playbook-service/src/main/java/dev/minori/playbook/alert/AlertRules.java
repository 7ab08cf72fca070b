package dev.minori.playbook.alert;

import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.DefinitionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alert rules in force. */
@ApplicationScoped
class AlertRules {
    private final DefinitionStore definitions;

    AlertRules(DefinitionStore definitions) {
        this.definitions = definitions;
    }

    /** A rule with the definition it is the published version of. */
    record InForce(Definition definition, int version, AlertRule rule) {}

    /** Rules that wait for entries into this segment, paused ones too. */
    List<InForce> of(String segmentKey) {
        List<InForce> rules = new ArrayList<>();
        for (Definition definition : definitions.listPublished(DefinitionKind.ALERT_RULE, segmentKey)) {
            of(definition).ifPresent(rules::add);
        }
        return rules;
    }

    /** The published version of a definition, empty before the first. */
    Optional<InForce> of(Definition definition) {
        Integer version = definition.publishedVersion();
        if (version == null) {
            return Optional.empty();
        }
        return definitions
                .findVersion(definition.id(), version)
                .map(found -> new InForce(definition, version, AlertRuleDocument.parse(found.document())));
    }
}
