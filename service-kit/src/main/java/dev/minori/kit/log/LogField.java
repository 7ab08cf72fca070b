package dev.minori.kit.log;

import org.jboss.logging.MDC;

/** Puts an id on every log line that some work writes, beside the workspace's. */
public final class LogField {
    private LogField() {}

    /**
     * Does the work with the field set on this thread; afterwards it is what it was.
     *
     * @param name for example {@code runId}
     */
    public static void during(String name, Object id, Runnable work) {
        Object before = MDC.get(name);
        MDC.put(name, id.toString());
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, before);
            }
        }
    }
}
