package dev.minori.simulators;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings, read from the environment.
 *
 * @param host address to listen on
 * @param salesforcePort 0 picks a free port
 * @param kintonePort 0 picks a free port
 * @param salesforceTlsPort the same by https, or null for none
 * @param kintoneTlsPort the same by https, or null for none
 * @param directory where bulk results and the demo's JWT key are kept
 * @param clockOffsetFile file with an ISO-8601 duration added to the clock, or null
 * @param loadAccounts customers of the second org, which load trials use
 * @param definitions file with orgs and apps of one's own, or null
 * @param fresh replace existing data by newly generated data
 */
public record SimulatorConfig(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String host,
        int salesforcePort,
        int kintonePort,
        @Nullable Integer salesforceTlsPort,
        @Nullable Integer kintoneTlsPort,
        Path directory,
        @Nullable Path clockOffsetFile,
        int loadAccounts,
        @Nullable Path definitions,
        boolean fresh) {

    /** Reads the variables; the database password has no default. */
    public static SimulatorConfig of(Map<String, String> environment, boolean fresh) {
        String password = environment.get("MINORI_DB_OWNER_PASSWORD");
        if (password == null) {
            throw new IllegalArgumentException("MINORI_DB_OWNER_PASSWORD is not set");
        }
        String offset = environment.get("MINORI_CLOCK_OFFSET_FILE");
        String definitions = environment.get("MINORI_SIMULATORS_DEFINITIONS");
        return new SimulatorConfig(
                environment.getOrDefault("MINORI_DB_URL", "jdbc:postgresql://127.0.0.1:15432/simulators"),
                environment.getOrDefault("MINORI_DB_OWNER_USER", "simulators_owner"),
                password,
                environment.getOrDefault("MINORI_HTTP_HOST", "127.0.0.1"),
                number(environment, "MINORI_PORT_SALESFORCE", 8090, 65_535),
                number(environment, "MINORI_PORT_KINTONE", 8091, 65_535),
                tlsPort(environment, "MINORI_PORT_SALESFORCE_TLS"),
                tlsPort(environment, "MINORI_PORT_KINTONE_TLS"),
                Path.of(environment.getOrDefault("MINORI_SIMULATORS_DIR", ".minori/simulators")),
                offset == null ? null : Path.of(offset),
                number(environment, "MINORI_SIMULATORS_LOAD_ACCOUNTS", 10_000, 1_000_000),
                definitions == null || definitions.isBlank() ? null : Path.of(definitions),
                fresh);
    }

    private static @Nullable Integer tlsPort(Map<String, String> environment, String name) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? null : number(environment, name, 0, 65_535);
    }

    private static int number(Map<String, String> environment, String name, int usual, int max) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, was '" + text + "'", e);
        }
        throw new IllegalArgumentException(name + " must be between 0 and " + max + ", was " + text);
    }

    @Override
    public String toString() {
        return "SimulatorConfig[" + databaseUrl + ", " + host + ":" + salesforcePort + "/" + kintonePort + "]";
    }
}
