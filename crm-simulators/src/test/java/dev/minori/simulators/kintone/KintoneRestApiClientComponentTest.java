package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.simulators.NodeClients;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vendor's own JavaScript client, unchanged and over the wire, judges the simulator: {@code clients/kintone.mjs}. */
class KintoneRestApiClientComponentTest {

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
        try (HeldConversation conversation = HeldConversation.open()) {
            String steps = NodeClients.run(
                    Map.of("KINTONE", conversation.address(), "KINTONE_APP", "120", "KINTONE_GUEST_APP", "121"),
                    "node",
                    "kintone.mjs");
            assertThat(steps.lines()).hasSize(12);
            assertThat(conversation.complaints()).isEmpty();
        }
    }
}
