package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.send;
import static dev.minori.simulators.kintone.KintoneUser.ok;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FileComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("files");

    @BeforeAll
    static void anAppWithFiles() {
        control("PUT", "/kintone/apps/104", """
                {"name": "資料", "fields": [
                  {"code": "添付", "label": "添付", "type": "FILE"},
                  {"code": "表", "label": "表", "type": "SUBTABLE", "fields": [{"code": "図", "label": "図", "type": "FILE"}]}],
                 "tokens": {"files": ["view", "add", "edit"], "others": []}}
                """);
        control("PUT", "/kintone/apps/105", """
                {"name": "他", "fields": [], "tokens": {"stranger": ["view"]}}
                """);
    }

    private static String upload(String name, String content) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--cut--\r\n";
        Answer answer = send(
                "POST",
                kintone() + "/k/v1/file.json",
                Map.of("X-Cybozu-API-Token", "files", "Content-Type", "multipart/form-data; boundary=cut"),
                body);
        return ok(answer).path("fileKey").asText();
    }

    @Test
    void anUploadGetsAnotherKeyWhenARecordTakesIt() {
        String uploaded = upload("覚え書き.txt", "一行目\r\n二行目");
        refused(TOKEN.call("GET", "file.json?fileKey=" + uploaded, ""), 404, "GAIA_BL01");
        String id = TOKEN.add(
                104,
                "{\"添付\":{\"value\":[{\"fileKey\":\"" + uploaded + "\"}]},\"表\":{\"value\":[{\"value\":"
                        + "{\"図\":{\"value\":[{\"fileKey\":\"" + upload("図.txt", "絵") + "\"}]}}}]}}");
        JsonNode record = TOKEN.record(104, id);
        JsonNode file = record.path("添付").path("value").get(0);
        assertThat(file.path("name").asText()).isEqualTo("覚え書き.txt");
        assertThat(file.path("size").asText()).isEqualTo("20");
        assertThat(file.path("contentType").asText()).isEqualTo("text/plain");
        String key = file.path("fileKey").asText();
        assertThat(key).isNotEqualTo(uploaded);
        Answer download = TOKEN.call("GET", "file.json?fileKey=" + key, "");
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.header("content-type")).isEqualTo("text/plain");
        assertThat(download.body()).isEqualTo("一行目\r\n二行目");
        String drawing = record.at("/表/value/0/value/図/value/0/fileKey").asText();
        assertThat(TOKEN.call("GET", "file.json?fileKey=" + drawing, "").body()).isEqualTo("絵");
        assertThat(TOKEN.get("records.json?app=104&query=" + encoded("添付 like \"覚え\""))
                        .path("records"))
                .hasSize(1);
        refused(
                TOKEN.call(
                        "POST",
                        "record.json",
                        "{\"app\":104,\"record\":{\"添付\":{\"value\":[{\"fileKey\":\"" + uploaded + "\"}]}}}"),
                404,
                "GAIA_BL01");
    }

    @Test
    void filesStayWhenTheirKeysAreGivenAgain() {
        String id = TOKEN.add(104, "{\"添付\":{\"value\":[{\"fileKey\":\"" + upload("a.txt", "a") + "\"}]}}");
        String key = TOKEN.record(104, id).at("/添付/value/0/fileKey").asText();
        TOKEN.put(
                "record.json",
                "{\"app\":104,\"id\":" + id + ",\"record\":{\"添付\":{\"value\":[{\"fileKey\":\"" + key
                        + "\"},{\"fileKey\":\"" + upload("b.txt", "b") + "\"}]}}}");
        JsonNode files = TOKEN.record(104, id).path("添付").path("value");
        assertThat(files.findValuesAsText("name")).containsExactly("a.txt", "b.txt");
        assertThat(files.get(0).path("fileKey").asText()).isEqualTo(key);
        refused(KintoneUser.token("stranger").call("GET", "file.json?fileKey=" + key, ""), 400, "GAIA_IA02");
    }

    @Test
    void filesAreForWhoSeesTheirRecordAndTheirField() {
        control("PUT", "/kintone/users/reader", "{\"name\":\"読者\",\"password\":\"pw\"}");
        control("PUT", "/kintone/apps/112", """
                {"name": "秘", "fields": [
                   {"code": "題", "label": "題", "type": "SINGLE_LINE_TEXT"},
                   {"code": "公開", "label": "公開", "type": "FILE"}, {"code": "内部", "label": "内部", "type": "FILE"}],
                 "permissions": {
                   "app": [{"entity": {"type": "GROUP", "code": "everyone"}, "recordViewable": true}],
                   "records": [{"filterCond": "題 = \\"秘\\"", "entities": [
                     {"entity": {"type": "USER", "code": "Administrator"}, "viewable": true}]}],
                   "fields": [{"code": "内部", "entities": [
                     {"entity": {"type": "USER", "code": "Administrator"}, "accessibility": "WRITE"}]}]},
                 "tokens": {"files": ["view", "add", "edit"]}}
                """);
        KintoneUser reader = KintoneUser.person("reader", "pw");
        JsonNode open = document("開");
        JsonNode closed = document("秘");
        assertThat(download(reader, open, "公開").body()).isEqualTo("開");
        refused(download(reader, open, "内部"), 403, "CB_NO02");
        refused(download(reader, closed, "公開"), 403, "CB_NO02");
        assertThat(download(TOKEN, closed, "内部").body()).isEqualTo("秘");
    }

    private static JsonNode document(String title) {
        String id = TOKEN.add(
                112,
                "{\"題\":{\"value\":\"" + title + "\"},\"公開\":{\"value\":[{\"fileKey\":\""
                        + upload("a.txt", title) + "\"}]},\"内部\":{\"value\":[{\"fileKey\":\""
                        + upload("b.txt", title) + "\"}]}}");
        return TOKEN.record(112, id);
    }

    private static Answer download(KintoneUser user, JsonNode record, String field) {
        String key = record.path(field).path("value").get(0).path("fileKey").asText();
        return user.call("GET", "file.json?fileKey=" + key, "");
    }
}
