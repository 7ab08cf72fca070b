package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The demo org as one of its own users changes it: through the vendor's REST API, past Minori. */
final class SalesforceOrg {
    private static final String DATA = "/services/data/v62.0";

    private final String base;
    private final Web web;
    private String token = "";

    SalesforceOrg(String base, Web web) {
        this.base = base;
        this.web = web;
        signIn();
    }

    private void signIn() {
        token = web.form(
                        base + "/services/oauth2/token",
                        "grant_type=client_credentials&client_id=minori-demo&client_secret=minori-demo-secret")
                .path("access_token")
                .asText();
    }

    /** All records of a query, page after page. */
    List<JsonNode> query(String soql) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode page = inSession(() -> web.get(base + DATA + "/query?q=" + Web.encode(soql), token));
        page.path("records").forEach(records::add);
        while (!page.path("done").asBoolean(true)) {
            String next = base + page.path("nextRecordsUrl").asText();
            page = inSession(() -> web.get(next, token));
            page.path("records").forEach(records::add);
        }
        return records;
    }

    void update(String object, String id, Map<String, Object> fields) {
        inSession(() -> web.send("PATCH", base + DATA + "/sobjects/" + object + "/" + id, token, fields));
    }

    /** Writes the record that an external id names, whether it is there or not. */
    void upsert(String object, String externalId, String value, Map<String, Object> fields) {
        inSession(() -> web.send(
                "PATCH",
                base + DATA + "/sobjects/" + object + "/" + externalId + "/" + Web.encode(value),
                token,
                fields));
    }

    String create(String object, Map<String, Object> fields) {
        return inSession(() -> web.send("POST", base + DATA + "/sobjects/" + object, token, fields))
                .path("id")
                .asText();
    }

    /** Sessions do not outlive a clock that was sent ahead; when the org learns of it is its own affair. */
    private JsonNode inSession(Supplier<JsonNode> call) {
        try {
            return call.get();
        } catch (SessionOver _) {
            signIn();
            return call.get();
        }
    }
}
