package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.kit.testing.EndpointRequests.Body;
import dev.minori.kit.testing.EndpointRequests.Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Reads the beginning of every list row by row: the same rows in the same order as at once. */
final class PageWalk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 4;

    private final EndpointRequests requests;
    private final String token;

    PageWalk(EndpointRequests requests, String token) {
        this.requests = requests;
        this.token = token;
    }

    /** One sentence a list whose pages are not the list. */
    List<String> findings(List<Operation> operations) throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.isGet() && operation.takes("cursor") && operation.takes("limit")) {
                String whole = rows(page(operation.with("limit", String.valueOf(ROWS))));
                String walked = walk(operation);
                if (!whole.equals(walked)) {
                    findings.add(operation.name() + " page by page is " + walked + ", at once " + whole);
                }
            }
        }
        return findings;
    }

    private String walk(Operation operation) throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder();
        Operation next = operation.with("limit", "1");
        for (int i = 0; i < ROWS; i++) {
            JsonNode page = page(next);
            rows.append(rows(page));
            if (!page.hasNonNull("nextCursor")) {
                break;
            }
            next = operation
                    .with("limit", "1")
                    .with("cursor", page.get("nextCursor").asText());
        }
        return rows.toString();
    }

    private JsonNode page(Operation operation) throws IOException, InterruptedException {
        HttpResponse<String> answer = requests.ask(operation, Body.NONE, token, false);
        return JSON.readTree(answer.body());
    }

    private static String rows(JsonNode page) {
        StringBuilder rows = new StringBuilder();
        page.path("items")
                .forEach(row -> rows.append(row.has("id") ? row.path("id") + " v" + row.path("version") : row)
                        .append('\n'));
        return page.has("items") ? rows.toString() : page.toString();
    }
}
