package dev.minori.simulators.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minori.simulators.http.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An app with records, and what it takes to be given all of them. */
final class KintoneReads {

    /** The token that opens the app. */
    static final String TOKEN = "bench-token";

    /** The app's number. */
    static final int APP = 900;

    private static final int AT_ONCE = 100;
    private static final Pattern ID = Pattern.compile("\"\\$id\":\\{\"type\":\"__ID__\",\"value\":\"(\\d+)\"");

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

    /** Page after page by id; the last record's id is looked for in the bytes. */
    int byId() throws IOException {
        int pages = 0;
        String last = "0";
        while (pages * 500 < rows) {
            String query = "$id > " + last + " order by $id asc limit 500";
            String page = new String(
                    call("GET", "records.json?app=" + APP + "&query=" + URLEncoder.encode(query, UTF_8), ""), UTF_8);
            Matcher id = ID.matcher(page.substring(Math.max(0, page.length() - 2000)));
            while (id.find()) {
                last = id.group(1);
            }
            pages++;
        }
        return pages * 500;
    }

    int byCursor() throws IOException {
        String id = Json.MAPPER
                .readTree(call("POST", "records/cursor.json", "{\"app\":" + APP + ",\"size\":500}"))
                .path("id")
                .asText();
        int given = 0;
        boolean more = true;
        while (more) {
            byte[] page = call("GET", "records/cursor.json?id=" + id, "");
            given += 500;
            more = new String(page, Math.max(0, page.length - 30), Math.min(30, page.length), UTF_8)
                    .contains("\"next\":true");
        }
        return given;
    }
}
