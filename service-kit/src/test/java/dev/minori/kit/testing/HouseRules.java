package dev.minori.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The house rules as tests. A module's {@code ArchitectureTest} extends this class and says how the module is laid out:
 *
 * <pre>{@code
 * class ArchitectureTest extends HouseRules {
 *     ArchitectureTest() {
 *         super(House.of("dev.minori.scoring", 40).withEngine("expression", "dev.cel"));
 *     }
 * }
 * }</pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {
    private final House house;
    private final JavaClasses classes;

    protected HouseRules(House house) {
        this.house = house;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(house.base());
    }

    /** A rule of the module's own. */
    protected final void check(ArchRule rule) {
        rule.check(classes);
    }

    private void checkFeatures(ArchRule rule) {
        assumeTrue(house.features(), "this module has no features");
        rule.check(classes);
    }

    @Test
    void d0ClassesWereImported() {
        assertThat(classes.size())
                .as("classes below %s; the other rules prove nothing about classes they never saw", house.base())
                .isGreaterThanOrEqualTo(house.atLeast());
    }

    @Test
    void d1FeaturesAreFreeOfTechnology() {
        checkFeatures(Walls.featuresArePlain(house));
    }

    @Test
    void d2DoorsDoNotTalkThroughWalls() {
        checkFeatures(Walls.doorsStayApart(house));
    }

    @Test
    void d3OnlyStoresSpeakSql() {
        checkFeatures(Walls.sqlOnlyInStores(house));
    }

    @Test
    void d4OnlyRestSpeaksHttpAndOnlyEventsSpeakKafka() {
        checkFeatures(Walls.httpOnlyInRest(house));
        checkFeatures(Walls.kafkaOnlyInEvents(house));
    }

    @Test
    void d5NobodyEmitsPastTheOutbox() {
        Walls.noEmitters().check(classes);
    }

    @Test
    void d6VendorsStayBehindTheirWall() {
        Walls.vendorsBehindOneWall().check(classes);
    }

    @Test
    void d7EntitiesNeverLeaveTheirPackage() {
        Manners.entitiesStayHome().check(classes);
    }

    @Test
    void d8DependenciesComeByConstructor() {
        Manners.noFieldInjection().check(classes);
    }

    @Test
    void d9EveryResourceSaysWhoMayCallIt() {
        Manners.resourcesSayWhoMayCall().check(classes);
    }

    @Test
    void d10TimeAndIdsAreInjected() {
        Manners.timeAndIdsAreInjected().check(classes);
    }

    @Test
    void d11FeaturesFormNoCycle() {
        Walls.noCycles(house).check(classes);
    }

    @Test
    void d12NoServiceKnowsAnother() {
        Walls.noOtherService(house).check(classes);
    }

    @Test
    void d13EveryPackageIsNullMarked() {
        Manners.packagesAreNullMarked().check(classes);
    }

    @Test
    void d14SecretsAreNeverPrinted() {
        Manners.secretsAreNotPrinted().check(classes);
    }

    @Test
    void everyProblemTypeHasItsPage() throws IOException {
        assertThat(ProblemPages.findings(classes, Path.of("../docs/problems"))).isEmpty();
    }
}
