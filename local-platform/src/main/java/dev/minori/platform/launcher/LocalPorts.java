package dev.minori.platform.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fixed ports of a local machine; each moves by its environment variable {@code MINORI_PORT_*}. */
final class LocalPorts {

    /** Who listens. */
    enum Port {
        CONSOLE(8080),
        CONSOLE_MANAGEMENT(9080),
        SYNC(8081),
        SCORING(8082),
        PLAYBOOK(8083),
        NOTIFICATION(8084),
        SYNC_MANAGEMENT(9081),
        SCORING_MANAGEMENT(9082),
        PLAYBOOK_MANAGEMENT(9083),
        NOTIFICATION_MANAGEMENT(9084),
        SALESFORCE(8090),
        SALESFORCE_TLS(8490),
        KINTONE(8091),
        KINTONE_TLS(8491),
        OIDC(8092),
        SMTP(1025),
        MAIL(8025),
        POSTGRES(15432),
        KAFKA(19092);

        private final int normal;

        Port(int normal) {
            this.normal = normal;
        }

        /** The environment variable that moves the port. */
        String variable() {
            return "MINORI_PORT_" + name();
        }
    }

    private final Map<Port, Integer> numbers = new LinkedHashMap<>();

    /**
     * Reads the ports.
     *
     * @throws IllegalArgumentException when a variable holds no port number, or two parts would share one
     */
    LocalPorts(Map<String, String> environment) {
        Map<Integer, Port> taken = new LinkedHashMap<>();
        for (Port port : Port.values()) {
            int number = number(port, environment.getOrDefault(port.variable(), ""));
            Port other = taken.putIfAbsent(number, port);
            if (other != null) {
                throw new IllegalArgumentException(
                        other.variable() + " and " + port.variable() + " are both " + number);
            }
            numbers.put(port, number);
        }
    }

    int of(Port port) {
        return numbers.getOrDefault(port, port.normal);
    }

    /** The base URL of what listens on the port. */
    String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    private static int number(Port port, String text) {
        if (text.isBlank()) {
            return port.normal;
        }
        try {
            int number = Integer.parseInt(text.trim());
            if (number > 0 && number < 65536) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(port.variable() + " must be a port number, was '" + text + "'", e);
        }
        throw new IllegalArgumentException(port.variable() + " must be between 1 and 65535, was " + text);
    }
}
