package dev.minori.kit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.TenantCatalogue;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The kit's own tables keep workspaces apart, and the catalogue check would notice if one did not. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class TenantCatalogueComponentTest {
    private final TenantCatalogue catalogue = new TenantCatalogue(ServiceTestResource.database());

    @Inject
    Notes notes;

    @Test
    void theKitsTablesKeepWorkspacesApart() throws SQLException {
        UUID workspace = UUID.randomUUID();
        WorkspaceContext.run(workspace, () -> notes.add("見えてはいけない"));

        assertThat(catalogue.findings()).isEmpty();
        assertThat(catalogue.leaks()).isEmpty();
        assertThat(catalogue.rowsSeenBy(workspace, "note")).isEqualTo(1);
        assertThat(catalogue.tenantTables()).contains("note", "outbox_message", "parked_message", "inbox_message");
    }

    @Test
    void aNewTableWithoutPolicyOrListingIsFound() throws SQLException {
        asOwner("create table forgotten (id uuid primary key)");
        try {
            assertThat(catalogue.findings())
                    .anyMatch(finding -> finding.startsWith("table forgotten has no forced row-level security"))
                    .anyMatch(finding -> finding.contains("forgotten (forgotten_pkey)"));
        } finally {
            asOwner("drop table forgotten");
        }
    }

    @Test
    void aPolicyThatLooksAwayIsFound() throws SQLException {
        asOwner("create table lax (workspace_id uuid primary key)");
        asOwner("alter table lax enable row level security");
        asOwner("alter table lax force row level security");
        asOwner("create policy everybody on lax using (true)");
        try {
            assertThat(catalogue.findings()).anyMatch(finding -> finding.startsWith("a policy of table lax"));
        } finally {
            asOwner("drop table lax");
        }
    }

    @Test
    void aPolicyThatTakesRowsForOthersIsFoundInTheCatalogueAndByTrying() throws SQLException {
        asOwner("create table taker (workspace_id uuid, id uuid, kind text not null check (kind in ('one', 'two')),"
                + " primary key (workspace_id, id))");
        asOwner("alter table taker enable row level security");
        asOwner("alter table taker force row level security");
        asOwner("create policy workspace_only on taker"
                + " using (workspace_id = current_setting('minori.workspace')::uuid) with check (true)");
        asOwner("grant select, insert, update, delete on taker to "
                + ServiceTestResource.database().user(Role.APP));
        try {
            assertThat(catalogue.findings())
                    .anyMatch(finding -> finding.startsWith("a policy of table taker lets rows"));
            assertThat(catalogue.leaks())
                    .containsExactlyInAnyOrder(
                            "table taker takes a row for another workspace",
                            "table taker lets a row be moved to another workspace");
        } finally {
            asOwner("drop table taker");
        }
    }

    @Test
    void aTableThatShowsEverybodysRowsIsFoundThoughItIsEmpty() throws SQLException {
        asOwner("create table shop_window (workspace_id uuid primary key)");
        asOwner("alter table shop_window enable row level security");
        asOwner("alter table shop_window force row level security");
        asOwner("create policy everybody on shop_window using (true)");
        asOwner("grant select on shop_window to "
                + ServiceTestResource.database().user(Role.APP));
        try {
            assertThat(catalogue.leaks())
                    .hasSize(2)
                    .anyMatch(leak -> leak.contains("answers who names no workspace"))
                    .anyMatch(leak -> leak.contains("of another workspace reads 1 rows, not 0"));
        } finally {
            asOwner("drop table shop_window");
        }
    }

    @Test
    void aViewWithItsOwnersRightsAndAGrantOnAPartitionAreFound() throws SQLException {
        asOwner("create view peephole as select * from note");
        asOwner("grant select on outbox_message_live to public");
        try {
            assertThat(catalogue.findings())
                    .anyMatch(finding -> finding.startsWith("view peephole"))
                    .anyMatch(finding -> finding.startsWith("partition outbox_message_live"));
        } finally {
            asOwner("drop view peephole");
            asOwner("revoke select on outbox_message_live from public");
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = ServiceTestResource.database().connect(Role.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
