package dev.minori.platform.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Server settings beyond the defaults.
 *
 * @param parameters names and values as in {@code postgresql.conf}
 * @param durable whether the files are forced to disk; false only where losing everything does no harm
 */
public record PostgresSettings(Map<String, String> parameters, boolean durable) {

    public PostgresSettings {
        parameters = Map.copyOf(parameters);
    }

    /** For data that people keep: everything that was committed survives a power cut. */
    public static PostgresSettings forKeeps() {
        return new PostgresSettings(common(), true);
    }

    /** For tests: no waiting for the disk. Survives a killed process (the page cache does), not a power cut. */
    public static PostgresSettings forTests() {
        Map<String, String> parameters = common();
        parameters.put("fsync", "off");
        parameters.put("full_page_writes", "off");
        parameters.put("synchronous_commit", "off");
        parameters.put("autovacuum_naptime", "10s");
        return new PostgresSettings(parameters, false);
    }

    private static Map<String, String> common() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("max_connections", "200");
        parameters.put("shared_buffers", "128MB");
        parameters.put("max_wal_size", "2GB");
        parameters.put("wal_level", "minimal");
        parameters.put("max_wal_senders", "0");
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        parameters.put("log_line_prefix", "%m [%p] %q%u@%d ");
        // Connections go over loopback TCP only; a socket file would need a short path and a common directory.
        parameters.put("unix_socket_directories", "");
        parameters.put("listen_addresses", "127.0.0.1");
        return parameters;
    }
}
