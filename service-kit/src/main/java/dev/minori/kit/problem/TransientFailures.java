package dev.minori.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (the database restarts, the pool is empty) from those that do not. */
final class TransientFailures {
    private TransientFailures() {}

    static boolean isTransient(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 32; depth++) {
            if (cause instanceof SQLTransientException || (cause instanceof SQLException sql && isTransient(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">SQLSTATE classes</a> 08 (connection), 40
     * (rolled back: serialization, deadlock), 53 (out of resources), 57P (shutdown). Agroal's pool reports a wait that
     * was too long without any state.
     */
    private static boolean isTransient(SQLException sql) {
        @Nullable String state = sql.getSQLState();
        if (state == null) {
            return sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("40") || state.startsWith("53") || state.startsWith("57P");
    }
}
