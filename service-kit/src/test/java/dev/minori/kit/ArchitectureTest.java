package dev.minori.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.minori.kit.testing.House;
import dev.minori.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The kit is technology, so the walls around features do not apply; the manners do. */
class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super(House.ofTechnology("dev.minori.kit", 60));
    }

    @Test
    void kitKnowsNoBusinessWord() {
        ArchRule rule = noClasses()
                .should()
                .haveNameMatching(
                        "(?i).*\\.\\w*(customer|contract|score|playbook|alert|churn|segment|crm|salesforce)\\w*")
                .because("the kit serves every service; a word of one of them belongs there");
        check(rule);
    }
}
