package dev.minori.scoring.history.store;

import dev.minori.kit.sql.Database;
import dev.minori.scoring.history.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcDatabaseTime implements DatabaseTime {
    private final Database database;

    JdbcDatabaseTime(Database database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        return database.one("SELECT clock_timestamp() AS now", row -> row.instant("now"))
                .orElseThrow();
    }
}
