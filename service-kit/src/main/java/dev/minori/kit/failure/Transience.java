package dev.minori.kit.failure;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.net.MalformedURLException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of the surroundings (database down, deadlock, timeout) from failures of the message. Only the latter
 * park; SQLSTATE classes as in https://www.postgresql.org/docs/18/errcodes-appendix.html.
 */
public final class Transience {
    /** Connection, transaction rollback, insufficient resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");
    /** Lock not available, idle-in-transaction and transaction timeout, read-only after a failover. */
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04", "25006");

    private static final int MAX_DEPTH = 20;

    private Transience() {}

    /** Whether the same work may well succeed later. */
    public static boolean isTransient(Throwable failure) {
        boolean rolledBackForNoReason = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            switch (cause) {
                case PermanentFailure _ -> {
                    return false;
                }
                case TransientFailure _ -> {
                    return true;
                }
                case SQLTransientException _, SQLRecoverableException _ -> {
                    return true;
                }
                case SQLException sql -> {
                    return isTransient(sql.getSQLState());
                }
                // Text that is no JSON, no UTF-8 or no address stays so; a file that is not there does not come by
                // waiting.
                // What led to it may still pass, for example a connection that was cut in the middle.
                case JacksonException _,
                        CharacterCodingException _,
                        MalformedURLException _,
                        FileSystemException _,
                        ObjectStreamException _ -> {}
                case IOException _, TimeoutException _ -> {
                    return true;
                }
                case RollbackException _, SystemException _ -> rolledBackForNoReason = true;
                default -> {}
            }
            cause = cause.getCause();
        }
        return rolledBackForNoReason;
    }

    /** The pool reports a busy or unreachable database without a state. */
    private static boolean isTransient(@Nullable String state) {
        return state == null
                || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
