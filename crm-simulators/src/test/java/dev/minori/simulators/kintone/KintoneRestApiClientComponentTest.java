package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The vendor's own JavaScript client, unchanged and over the wire, judges the simulator: {@code clients/kintone.mjs}. */
class KintoneRestApiClientComponentTest {

    private static final Path CLIENTS = Path.of("clients").toAbsolutePath();

    @Test
    void theVendorsClientTakesItForTheRealThing() throws IOException, InterruptedException {
        control("PUT", "/kintone/apps/120", """
                {"name": "客", "fields": [
                   {"code": "番号", "label": "番号", "type": "SINGLE_LINE_TEXT", "unique": true},
                   {"code": "題", "label": "題", "type": "SINGLE_LINE_TEXT"},
                   {"code": "数", "label": "数", "type": "NUMBER"},
                   {"code": "倍", "label": "倍", "type": "CALC", "expression": "数 * 2"},
                   {"code": "添付", "label": "添付", "type": "FILE"}],
                 "process": {"states": [{"name": "新"}, {"name": "済"}],
                   "actions": [{"name": "済ませる", "from": "新", "to": "済"}]},
                 "tokens": {"client-token": ["view", "add", "edit", "delete", "manage"]}}
                """);
        control("PUT", "/kintone/apps/121", """
                {"name": "共有", "guestSpace": 9, "fields": [{"code": "題", "label": "題", "type": "SINGLE_LINE_TEXT"}],
                 "tokens": {"guest-token": ["view", "add"], "client-token": ["view"]}}
                """);
        if (Files.notExists(CLIENTS.resolve("node_modules/.package-lock.json"))) {
            run(Map.of(), "npm", "ci", "--ignore-scripts");
        }
        try (HeldConversation conversation = HeldConversation.open()) {
            String steps = run(
                    Map.of("KINTONE", conversation.address(), "KINTONE_APP", "120", "KINTONE_GUEST_APP", "121"),
                    "node",
                    "kintone.mjs");
            assertThat(steps.lines()).hasSize(12);
            assertThat(conversation.complaints()).isEmpty();
        }
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(CLIENTS.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }
}
