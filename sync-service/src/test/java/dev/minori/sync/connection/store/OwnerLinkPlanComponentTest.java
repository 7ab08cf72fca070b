package dev.minori.sync.connection.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.Plans;
import dev.minori.sync.testing.SyncComponentTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How PostgreSQL reads the list of owners. */
@SyncComponentTest
class OwnerLinkPlanComponentTest {
    @Test
    void aPageIsReadOffItsIndex() throws SQLException {
        UUID workspace = UUID.randomUUID();

        assertThat(Plans.of(workspace, JdbcOwnerLinkStore.BEHIND, workspace, UUID.randomUUID(), "佐藤", "005A", 51))
                .contains("ix_owner_link_name")
                .doesNotContain("Sort");
    }
}
