package dev.minori.simulators.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import java.io.IOException;
import java.net.URLEncoder;

/** An app with records, and what it takes to be given all of them. */
final class KintoneReads {

    /** The token that opens the app. */
    static final String TOKEN = "bench-token";

    /** The app's number. */
    static final int APP = 900;

    private static final int AT_ONCE = 100;
    private static final int PAGE = 500;

    private final String url;
    private final int rows;

    KintoneReads(String url, int rows) {
        this.url = url;
        this.rows = rows;
    }

    void fill() throws IOException {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            fields.append("{\"code\":\"文字").append(i).append("\",\"label\":\"文字\",\"type\":\"SINGLE_LINE_TEXT\"},");
        }
        Http.send(
                "PUT",
                url + "/_control/kintone/apps/" + APP,
                "X-None",
                "",
                "{\"name\":\"計測\",\"fields\":[" + fields + "{\"code\":\"数\",\"label\":\"数\",\"type\":\"NUMBER\"},"
                        + "{\"code\":\"日\",\"label\":\"日\",\"type\":\"DATE\"}],\"tokens\":{\"" + TOKEN
                        + "\":[\"view\",\"add\"]}}");
        for (int from = 0; from < rows; from += AT_ONCE) {
            StringBuilder records = new StringBuilder();
            for (int n = from; n < from + AT_ONCE; n++) {
                records.append(n == from ? "{" : ",{");
                for (int i = 0; i < 6; i++) {
                    records.append("\"文字")
                            .append(i)
                            .append("\":{\"value\":\"みのり商事 第")
                            .append(n)
                            .append("号\"},");
                }
                records.append("\"数\":{\"value\":").append(n).append("},\"日\":{\"value\":\"2026-03-31\"}}");
            }
            call("POST", "records.json", "{\"app\":" + APP + ",\"records\":[" + records + "]}");
        }
    }

    private byte[] call(String method, String path, String body) throws IOException {
        return Http.send(method, url + "/k/v1/" + path, "X-Cybozu-API-Token", TOKEN, body);
    }

    /** Page after page by id: the records of a new app are numbered from one on. */
    int byId(Http.Coding coding) throws IOException {
        for (int last = 0; last < rows; last += PAGE) {
            String query = "$id > " + last + " order by $id asc limit " + PAGE;
            drain("records.json?app=" + APP + "&query=" + URLEncoder.encode(query, UTF_8), coding);
        }
        return rows;
    }

    int byCursor(Http.Coding coding) throws IOException {
        JsonNode cursor = Json.MAPPER.readTree(
                call("POST", "records/cursor.json", "{\"app\":" + APP + ",\"size\":" + PAGE + "}"));
        int total = cursor.path("totalCount").asInt();
        for (int given = 0; given < total; given += PAGE) {
            drain("records/cursor.json?id=" + cursor.path("id").asText(), coding);
        }
        return total;
    }

    private void drain(String path, Http.Coding coding) throws IOException {
        Http.drain(Http.open("GET", url + "/k/v1/" + path, "X-Cybozu-API-Token", TOKEN, "", coding));
    }
}
