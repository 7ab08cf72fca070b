package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.kintone.KintoneUser.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.NodeClients;
import dev.minori.simulators.NodeClients.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @kintone/cli}, unchanged and over the wire, takes records in and out. */
class KintoneCliComponentTest {

    private static final int ROWS = 650;
    private static final KintoneUser TOKEN = KintoneUser.token("cli-token");

    @TempDir
    private Path folder;

    @BeforeAll
    static void anApp() {
        control("PUT", "/kintone/apps/122", """
                {"name": "品", "fields": [
                   {"code": "番号", "label": "番号", "type": "SINGLE_LINE_TEXT", "unique": true},
                   {"code": "数", "label": "数", "type": "NUMBER"},
                   {"code": "説明", "label": "説明", "type": "MULTI_LINE_TEXT"},
                   {"code": "色", "label": "色", "type": "CHECK_BOX", "options": ["赤", "青"]},
                   {"code": "明細", "label": "明細", "type": "SUBTABLE", "fields": [
                     {"code": "品名", "label": "品名", "type": "SINGLE_LINE_TEXT"}]}],
                 "tokens": {"cli-token": ["view", "add", "edit", "delete"]}}
                """);
    }

    private static Ended cli(HeldConversation to, String token, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "node_modules/.bin/cli-kintone", "record"));
        command.addAll(List.of(more));
        command.addAll(List.of("--base-url", to.address(), "--app", "122", "--api-token", token));
        return NodeClients.tried(Map.of(), command.toArray(String[]::new));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("records.csv"), content).toString();
    }

    private static Ended done(Ended ended) {
        assertThat(ended.status()).as(ended.output() + ended.complaints()).isZero();
        return ended;
    }

    @Test
    void importsExportsUpsertsAndDeletesEveryRecordOnce() throws IOException, InterruptedException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(n -> "\"P-" + n + "\",\"" + n + "\",\"一行目\n\"\"二行目\"\"\",\"赤\n青\"\n")
                .collect(Collectors.joining());
        try (HeldConversation conversation = HeldConversation.open()) {
            done(cli(conversation, "cli-token", "import", "--file-path", file("番号,数,説明,色\n" + rows)));
            String exported = done(cli(conversation, "cli-token", "export", "--fields", "番号,数", "--order-by", "数 asc"))
                    .output();
            List<String> lines = exported.lines().skip(1).toList();
            assertThat(lines).hasSize(ROWS);
            assertThat(new HashSet<>(lines)).hasSize(ROWS).contains("\"P-649\",\"649\"");
            String whole = done(cli(conversation, "cli-token", "export", "--condition", "番号 = \"P-7\""))
                    .output();
            assertThat(whole).contains("\"一行目\n\"\"二行目\"\"\"", "\"赤\n青\"");

            String changes = "番号,数\n\"P-1\",\"-1\"\n\"P-new\",\"5\"\n";
            done(cli(conversation, "cli-token", "import", "--update-key", "番号", "--file-path", file(changes)));
            assertThat(value(one("P-1"), "数")).isEqualTo("-1");
            assertThat(value(one("P-new"), "数")).isEqualTo("5");

            Ended twice = cli(conversation, "cli-token", "import", "--file-path", file("番号\n\"P-2\"\n"));
            assertThat(twice.status()).isNotZero();
            assertThat(twice.complaints()).contains("CB_VA01");
            Ended stranger = cli(conversation, "made-up", "export");
            assertThat(stranger.status()).isNotZero();
            assertThat(stranger.complaints()).contains("GAIA_IA02");

            done(cli(conversation, "cli-token", "delete", "--yes"));
            assertThat(TOKEN.get("records.json?app=122&totalCount=true")
                            .path("totalCount")
                            .asText())
                    .isEqualTo("0");
            assertThat(conversation.complaints()).isEmpty();
        }
    }

    private static JsonNode one(String number) {
        return TOKEN.get("records.json?app=122&query=" + encoded("番号 = \"" + number + "\""))
                .path("records")
                .get(0);
    }
}
