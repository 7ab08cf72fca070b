package dev.minori.kit.problem;

import jakarta.persistence.OptimisticLockException;
import org.hibernate.StaleStateException;

/**
 * Tells a write that another one overtook. The ORM notices it when it writes, often only at commit, where the
 * transaction manager wraps what it says.
 */
final class StaleWrites {
    private StaleWrites() {}

    static boolean isStale(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 32; depth++) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
