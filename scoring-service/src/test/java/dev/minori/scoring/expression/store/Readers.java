package dev.minori.scoring.expression.store;

import dev.minori.scoring.expression.SetReader;
import javax.sql.DataSource;

/** The product's reader without a container. */
public final class Readers {
    private Readers() {}

    public static SetReader on(DataSource database) {
        return new JdbcSetReader(database);
    }
}
