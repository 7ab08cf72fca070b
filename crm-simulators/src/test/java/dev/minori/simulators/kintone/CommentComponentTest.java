package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.kintone.KintoneUser.ok;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommentComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("talk");
    private static final KintoneUser DEMO = KintoneUser.person("demo", "demo-password");

    @BeforeAll
    static void anAppToTalkAbout() {
        control("PUT", "/kintone/apps/103", """
                {"name": "相談", "fields": [{"code": "件名", "label": "件名", "type": "SINGLE_LINE_TEXT"}],
                 "tokens": {"talk": ["view", "add", "delete"]}}
                """);
    }

    private static JsonNode comments(String record, String more) {
        return TOKEN.get("record/comments.json?app=103&record=" + record + more);
    }

    private static String comment(String record, String text) {
        return "{\"app\":103,\"record\":" + record + ",\"comment\":{\"text\":\"" + text + "\"}}";
    }

    @Test
    void commentsComeTenAtATimeNewestFirst() {
        String record = TOKEN.add(103, "{}");
        for (int i = 1; i <= 12; i++) {
            assertThat(TOKEN.post("record/comment.json", comment(record, "その" + i))
                            .path("id")
                            .asText())
                    .isEqualTo(String.valueOf(i));
        }
        JsonNode page = comments(record, "");
        assertThat(page.path("comments").findValuesAsText("id")).hasSize(10).startsWith("12", "11");
        assertThat(page.path("older").asBoolean()).isTrue();
        assertThat(page.path("newer").asBoolean()).isFalse();
        JsonNode rest = comments(record, "&offset=10");
        assertThat(rest.path("comments").findValuesAsText("text")).containsExactly("その2", "その1");
        assertThat(rest.path("older").asBoolean()).isFalse();
        assertThat(rest.path("newer").asBoolean()).isTrue();
        assertThat(comments(record, "&order=asc&limit=1").path("comments").findValuesAsText("text"))
                .containsExactly("その1");
        refused(TOKEN.call("GET", "record/comments.json?app=103&limit=11&record=" + record, ""), 400, "CB_VA01");
        refused(TOKEN.call("GET", "record/comments.json?app=103&record=999", ""), 404, "GAIA_RE01");
    }

    @Test
    void whoIsAddressedStandsBeforeTheTextAndOnlyTheAuthorDeletes() {
        String record = TOKEN.add(103, "{}");
        TOKEN.post("record/comment.json", """
                {"app": 103, "record": %s, "comment": {"text": "見てください",
                 "mentions": [{"code": "demo", "type": "USER"}, {"code": "営業部", "type": "ORGANIZATION"}]}}
                """.formatted(record));
        JsonNode one = comments(record, "").path("comments").get(0);
        assertThat(one.path("text").asText()).isEqualTo("デモ利用者 営業部 \n見てください");
        assertThat(one.path("mentions").findValuesAsText("type")).containsExactly("USER", "ORGANIZATION");
        assertThat(one.path("creator").path("code").asText()).isEqualTo("Administrator");
        String mine = "{\"app\":103,\"record\":" + record + ",\"comment\":1}";
        refused(DEMO.call("DELETE", "record/comment.json", mine), 403, "CB_NO02");
        ok(TOKEN.call("DELETE", "record/comment.json", mine));
        refused(TOKEN.call("DELETE", "record/comment.json", mine), 400, "GAIA_RE02");
        refused(TOKEN.call("POST", "record/comment.json", comment(record, "")), 400, "CB_VA01");
    }

    @Test
    void commentsGoWithTheirRecord() {
        String record = TOKEN.add(103, "{}");
        TOKEN.post("record/comment.json", comment(record, "一言"));
        ok(TOKEN.call("DELETE", "records.json", "{\"app\":103,\"ids\":[" + record + "]}"));
        refused(TOKEN.call("GET", "record/comments.json?app=103&record=" + record, ""), 404, "GAIA_RE01");
    }
}
