package dev.minori.sync;

import dev.minori.kit.testing.House;
import dev.minori.kit.testing.HouseRules;

class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super(House.of("dev.minori.sync", 120)
                .withVendors("salesforce", "kintone")
                .withEngine("mapping.expression", "dev.cel", "com.google")
                .withEngine("mapping.document", "com.fasterxml.jackson")
                .withEngine("mapping.table", "com.fasterxml.jackson")
                .withEngine("raw.canonical", "com.fasterxml.jackson")
                .withEngine("intake.body", "com.fasterxml.jackson")
                .withEngine(
                        "connection.credential", "com.google.crypto.tink", "org.eclipse.microprofile.config.inject"));
    }
}
