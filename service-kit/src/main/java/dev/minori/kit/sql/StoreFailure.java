package dev.minori.kit.sql;

import java.sql.SQLException;

/** The database did not do what was asked; the cause tells whether it may pass. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
