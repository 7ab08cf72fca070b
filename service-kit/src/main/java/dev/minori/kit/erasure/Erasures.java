package dev.minori.kit.erasure;

import dev.minori.kit.workspace.WorkspaceConnectionHook;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.logging.Log;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Erases a person from this service. First the ledger blocks the records, committed for itself; then every
 * {@link PersonalData} erases in one transaction of the erase role. Doing it again is harmless, so a failure in between
 * is answered by doing it again.
 */
@ApplicationScoped
public class Erasures {
    private final ErasureLedger ledger;
    private final Instance<PersonalData> places;
    private final EraseRole role;
    private final Clock clock;

    Erasures(ErasureLedger ledger, @Any Instance<PersonalData> places, EraseRole role, Clock clock) {
        this.ledger = ledger;
        this.places = places;
        this.role = role;
        this.clock = clock;
    }

    /** How the erase role connects: a role of its own, because the application may not touch sealed or old rows. */
    @ConfigMapping(prefix = "minori.erase")
    interface EraseRole {
        /** JDBC URL of the service's database. */
        String jdbcUrl();

        /** The erase role. */
        String username();

        /** Its password. */
        String password();
    }

    /**
     * Erases in the current workspace and returns when nothing is left. It works on a connection of its own: call it
     * before the current transaction locks rows of the person, and publish what follows from it in that transaction.
     *
     * @throws ErasureFailure if the database refused; nothing was erased, and the records stay blocked
     */
    public void erase(Erasure erasure) {
        ledger.open(erasure);
        try (Connection connection = DriverManager.getConnection(role.jdbcUrl(), role.username(), role.password())) {
            connection.setAutoCommit(false);
            WorkspaceConnectionHook.bind(connection, WorkspaceContext.current());
            Erasure whole = traced(connection, erasure);
            for (PersonalData place : places) {
                int rows = place.erase(connection, whole);
                Log.infof("erasure %s: %d rows in %s", erasure.erasureId(), rows, place.name());
            }
            complete(connection, erasure);
            connection.commit();
        } catch (SQLException failed) {
            throw new ErasureFailure(erasure, failed);
        }
    }

    /** Erases once more what was erased before, after a backup that still holds it was restored. */
    public void replay(List<Erasure> erasures) {
        erasures.forEach(this::erase);
    }

    /** What the places find beyond the wish is blocked too, before the transaction that erases it ends. */
    private Erasure traced(Connection connection, Erasure erasure) throws SQLException {
        Set<UUID> more = new LinkedHashSet<>();
        for (PersonalData place : places) {
            more.addAll(place.trace(connection, erasure));
        }
        Erasure whole = erasure.with(more);
        if (!more.isEmpty()) {
            ledger.open(whole);
        }
        return whole;
    }

    private void complete(Connection connection, Erasure erasure) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update erasure set completed_at = ? where workspace_id = ? and erasure_id = ?")) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setObject(2, WorkspaceContext.current());
            update.setObject(3, erasure.erasureId());
            update.executeUpdate();
        }
    }
}
