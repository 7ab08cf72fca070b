package dev.minori.notification;

import dev.minori.kit.testing.House;
import dev.minori.kit.testing.HouseRules;

/** The house rules, for this service. */
class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super(House.of("dev.minori.notification", 80)
                .withVendors(
                        "channel.email",
                        "channel.slack",
                        "channel.http",
                        "channel.credential",
                        "template.qute",
                        "template.yaml"));
    }
}
