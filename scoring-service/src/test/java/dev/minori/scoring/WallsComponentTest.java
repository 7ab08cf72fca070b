package dev.minori.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.TenantCatalogue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the migrated database must hold whatever is added to it. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class WallsComponentTest {
    @Test
    void everyTableKeepsWorkspacesApart() throws Exception {
        TenantCatalogue catalogue = new TenantCatalogue(ServiceTestResource.database());

        assertThat(catalogue.findings()).isEmpty();
        assertThat(catalogue.leaks()).isEmpty();
        assertThat(catalogue.tenantTables()).contains("customer_current", "customer_history", "customer_profile");
    }

    @ParameterizedTest
    @EnumSource(Dataset.class)
    void everyFieldOfADatasetHasItsColumnNowAndInHistory(Dataset dataset) {
        List<String> expected = new ArrayList<>();
        for (TargetSchema.Field field : TargetSchema.of(dataset).fields()) {
            String column = field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            expected.addAll(
                    field.kind() == FieldKind.MONEY
                            ? List.of(column + "_minor", column + "_currency")
                            : List.of(column));
        }
        String table = dataset.wireName().replace('-', '_');
        assertThat(columns(table + "_current")).containsAll(expected).contains("known_from", "source_version");
        assertThat(columns(table + "_history")).containsAll(expected).contains("known_from", "known_to");
    }

    private static List<String> columns(String table) {
        return Inspection.texts("SELECT column_name FROM information_schema.columns WHERE table_name = ?", table);
    }
}
