package dev.minori.playbook;

import dev.minori.kit.testing.House;
import dev.minori.kit.testing.HouseRules;

/** The house rules, for playbook-service. */
class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super(House.of("dev.minori.playbook", 120)
                .withVendors("step.scoring")
                .withEngine("document", "com.fasterxml.jackson", "org.yaml.snakeyaml")
                .withEngine("text", "com.fasterxml.jackson"));
    }
}
