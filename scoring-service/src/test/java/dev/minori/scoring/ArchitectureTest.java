package dev.minori.scoring;

import dev.minori.kit.testing.House;
import dev.minori.kit.testing.HouseRules;

class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super(House.of("dev.minori.scoring", 60)
                .withEngine("expression", "dev.cel", "com.google.common.collect")
                .withEngine("document", "com.fasterxml.jackson")
                .withEngine("money", "com.fasterxml.jackson")
                .withEngine("scorecard", "com.fasterxml.jackson.annotation")
                .withEngine("segment", "com.fasterxml.jackson.annotation")
                .withEngine("health", "com.fasterxml.jackson.annotation"));
    }
}
