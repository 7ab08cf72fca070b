package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.connection.ConnectionSettings.SignIn.ClientCredentials;
import dev.minori.sync.connection.ConnectionStore;
import dev.minori.sync.connection.Secrets;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingStore;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.mapping.document.MappingFormat;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Workbench;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two transactions that saw the same connection or mapping: the second to save neither wins nor loses anything silently. */
@SyncComponentTest
class ConcurrentChangesComponentTest {
    private static final Secrets SECRETS = new Secrets(Map.of(ConnectionSettings.Salesforce.CLIENT_SECRET, "himitsu"));

    private final UUID workspace = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    @Inject
    ConnectionStore connections;

    @Inject
    MappingStore mappings;

    @Inject
    Transactions transactions;

    @Test
    void ofTwoChangesOfAConnectionTheLaterIsRefused() {
        inTransaction(() -> connections.save(connection("一", 1), SECRETS));

        assertThatThrownBy(() -> inTransaction(() -> {
                    connections.find(id).orElseThrow();
                    transactions.run(() -> connections.save(connection("二", 2), SECRETS));
                    connections.save(connection("三", 2), SECRETS);
                }))
                .isInstanceOf(OptimisticLockException.class);
        inTransaction(
                () -> assertThat(connections.find(id)).map(Connection::name).contains("二"));
    }

    @Test
    void aNewSecretAloneIsANewVersion() {
        inTransaction(() -> connections.save(connection("一", 1), SECRETS));
        inTransaction(() -> connections.save(
                connection("一", 2), new Secrets(Map.of(ConnectionSettings.Salesforce.CLIENT_SECRET, "other"))));

        inTransaction(() -> {
            assertThat(connections.find(id)).map(Connection::version).contains(2L);
            assertThat(connections.secretsOf(id).get(ConnectionSettings.Salesforce.CLIENT_SECRET))
                    .isEqualTo("other");
        });
    }

    @Test
    void whatARunNotesMeanwhileStaysAndIsNoChangeOfTheConnection() {
        inTransaction(() -> connections.save(connection("一", 1), SECRETS));
        inTransaction(() -> {
            connections.find(id).orElseThrow();
            transactions.run(() -> connections.noteAllowance(id, new ApiAllowance(7, 100)));
            connections.save(connection("二", 2), SECRETS);
        });

        inTransaction(() -> {
            Connection kept = connections.find(id).orElseThrow();
            assertThat(kept.name()).isEqualTo("二");
            assertThat(kept.version()).isEqualTo(2);
            assertThat(kept.allowance()).isEqualTo(new ApiAllowance(7, 100));
        });
    }

    @Test
    void aDraftThatIsSavedWhileItsMappingIsPublishedIsNotLost() {
        inTransaction(() -> mappings.save(mapping("draft", null, 1)));

        assertThatThrownBy(() -> inTransaction(() -> {
                    TableMapping seen = mappings.find(id).orElseThrow();
                    transactions.run(() -> mappings.save(mapping("newer draft", null, 2)));
                    mappings.save(mapping(seen.name(), 1, 2));
                }))
                .isInstanceOf(OptimisticLockException.class);
        inTransaction(
                () -> assertThat(mappings.find(id)).map(TableMapping::name).contains("newer draft"));
    }

    private Connection connection(String name, long version) {
        ConnectionSettings settings = new ConnectionSettings.Salesforce(
                URI.create("https://login.example"), "v62.0", new ClientCredentials("minori"));
        return new Connection(id, name, settings, version, null, false, null);
    }

    private TableMapping mapping(String name, Integer published, long version) {
        MappingDocument document = MappingFormat.YAML.read(Workbench.starter("salesforce-account.yaml"));
        return new TableMapping(
                id, name, UUID.randomUUID(), document.object(), document.dataset(), document, published, version);
    }

    private void inTransaction(Runnable work) {
        WorkspaceContext.run(workspace, () -> transactions.run(work));
    }
}
