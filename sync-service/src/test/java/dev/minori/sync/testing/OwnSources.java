package dev.minori.sync.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An org and an app of a test's own in the simulators, which it may spoil as it likes. */
public final class OwnSources {
    public static final String CLIENT = "kakunin";
    public static final int APP = 901;
    public static final String DEALS = """
            name: 商談 → 顧客
            connection: salesforce-demo
            object: Deal__c
            dataset: customer
            customerLink: self
            fields:
              - {target: name, from: {copy: Name}}
              - {target: website, from: {copy: Site__c}}
            schedule: P1D
            deletePolicy: remove
            """;
    public static final String SHOPS = """
            name: 店舗 → 顧客
            connection: kintone-own
            object: "901"
            dataset: customer
            customerLink: self
            fields:
              - {target: name, from: {copy: 店名}}
              - {target: website, from: {copy: サイト}}
            schedule: P1D
            deletePolicy: remove
            """;

    private static final String SHOP_TOKEN = "token901";
    private final String salesforce;
    private final String kintone;

    public OwnSources(String salesforce, String kintone) {
        this.salesforce = salesforce;
        this.kintone = kintone;
    }

    /** Replaces the org with an empty one; {@code more} are further fields of its only object. */
    public void createOrg(String more) {
        control("PUT", "/orgs/" + CLIENT, """
                {"client": {"id": "kakunin", "secret": "kakunin-secret"}, "objects": [
                  {"name": "Deal__c", "label": "商談", "labelPlural": "商談", "keyPrefix": "a0K", "fields": [
                    {"name": "Name", "label": "商談名", "type": "string", "required": true, "nameField": true},
                    {"name": "Site__c", "label": "サイト", "type": "string", "length": 100},
                    {"name": "Amount__c", "label": "金額", "type": "double", "precision": 12, "scale": 0}%s]}]}
                """.formatted(more));
    }

    /** Adds deals; gives their ids. */
    public List<String> addDeals(int deals) {
        List<Map<String, Object>> records = IntStream.rangeClosed(1, deals)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "attributes",
                        Map.of("type", "Deal__c"),
                        "Name",
                        "商談" + i,
                        "Site__c",
                        "https://" + i + ".example",
                        "Amount__c",
                        i))
                .toList();
        return RestAssured.given()
                .auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(Map.of("allOrNone", true, "records", records))
                .post(salesforce + "/services/data/v62.0/composite/sobjects")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", String.class);
    }

    public void deleteDeal(String id) {
        RestAssured.given()
                .auth()
                .oauth2(token())
                .delete(salesforce + "/services/data/v62.0/sobjects/Deal__c/" + id)
                .then()
                .statusCode(204);
    }

    /** Hides fields of the object from the connection's user. */
    public void hide(String... fields) {
        StringBuilder hidden = new StringBuilder();
        for (String field : fields) {
            hidden.append(hidden.isEmpty() ? "" : ",").append('"').append(field).append("\": \"none\"");
        }
        control(
                "PUT",
                "/orgs/" + CLIENT + "/users/integration@kakunin.example/permissions",
                hidden.isEmpty() ? "{}" : "{\"objects\": {\"Deal__c\": {\"fields\": {" + hidden + "}}}}");
    }

    /** What happens meanwhile is stamped so much earlier, and seen at once. */
    public void earlier(Duration by, Runnable happening) {
        control("POST", "/clock", "{\"offset\": \"" + by.negated() + "\"}");
        try {
            happening.run();
        } finally {
            control("POST", "/clock", "{\"offset\": \"PT0S\"}");
        }
    }

    /** Replaces the app with one of these fields and no records. */
    public void createApp() {
        control("PUT", "/kintone/apps/" + APP, """
                {"name": "店舗", "fields": [
                  {"code": "店名", "label": "店名", "type": "SINGLE_LINE_TEXT"},
                  {"code": "サイト", "label": "公式サイト", "type": "SINGLE_LINE_TEXT"}],
                 "tokens": {"token901": ["view", "add", "edit", "delete"]}}
                """);
    }

    /** Takes the mapped field out of the app's form. */
    public void removeSiteFromApp() {
        control("PATCH", "/kintone/apps/" + APP, """
                {"fields": [{"code": "店名", "label": "店名", "type": "SINGLE_LINE_TEXT"}]}
                """);
    }

    /** Adds shops; gives their ids. */
    public List<String> addShops(int shops) {
        List<Map<String, Map<String, String>>> records = IntStream.rangeClosed(1, shops)
                .mapToObj(i ->
                        Map.of("店名", Map.of("value", "店" + i), "サイト", Map.of("value", "https://shop" + i + ".example")))
                .toList();
        return RestAssured.given()
                .header("X-Cybozu-API-Token", SHOP_TOKEN)
                .contentType(ContentType.JSON)
                .body(Map.of("app", APP, "records", records))
                .post(kintone + "/k/v1/records.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("ids", String.class);
    }

    public void deleteShop(String id) {
        RestAssured.given()
                .header("X-Cybozu-API-Token", SHOP_TOKEN)
                .contentType(ContentType.JSON)
                .body(Map.of("app", APP, "ids", List.of(id)))
                .delete(kintone + "/k/v1/records.json")
                .then()
                .statusCode(200);
    }

    /** Connects the workspace with the app. */
    public static void connectShops(Workbench bench, java.util.UUID connection, String url) {
        bench.admin()
                .body(Map.of(
                        "name",
                        "kintone-own",
                        "system",
                        "kintone",
                        "kintone",
                        Map.of("baseUrl", url, "apps", List.of(Map.of("appId", APP, "token", SHOP_TOKEN)))))
                .put("/api/v1/connections/" + connection)
                .then()
                .statusCode(200);
    }

    /** A control call of the simulators. */
    public JsonPath control(String method, String path, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .request(method, salesforce + "/_control" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String token() {
        return RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT)
                .formParam("client_secret", CLIENT + "-secret")
                .post(salesforce + "/services/oauth2/token")
                .jsonPath()
                .getString("access_token");
    }
}
