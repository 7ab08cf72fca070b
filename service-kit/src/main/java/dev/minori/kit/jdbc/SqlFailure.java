package dev.minori.kit.jdbc;

import java.sql.SQLException;

/** A statement failed; the transaction must not commit. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
