package dev.minori.sync.connection.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.sync.connection.ConnectionSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Settings as JSON in the database. */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SettingsJson() {}

    static String write(ConnectionSettings settings) {
        ObjectNode json = MAPPER.createObjectNode();
        switch (settings) {
            case ConnectionSettings.Salesforce salesforce -> {
                json.put("loginUrl", salesforce.loginUrl().toString()).put("apiVersion", salesforce.apiVersion());
                switch (salesforce.signIn()) {
                    case ConnectionSettings.SignIn.ClientCredentials(String clientId) -> json.put("clientId", clientId);
                    case ConnectionSettings.SignIn.JwtBearer(String clientId, String username) ->
                        json.put("clientId", clientId).put("username", username);
                }
            }
            case ConnectionSettings.Kintone kintone -> {
                json.put("baseUrl", kintone.baseUrl().toString());
                kintone.appIds().forEach(json.putArray("appIds")::add);
            }
            case ConnectionSettings.Http() -> {}
        }
        return json.toString();
    }

    static ConnectionSettings read(String system, String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return switch (system) {
                case "salesforce" ->
                    new ConnectionSettings.Salesforce(
                            URI.create(json.path("loginUrl").asText()),
                            json.path("apiVersion").asText(),
                            signIn(json));
                case "kintone" -> {
                    List<Long> apps = new ArrayList<>();
                    json.path("appIds").forEach(app -> apps.add(app.asLong()));
                    yield new ConnectionSettings.Kintone(
                            URI.create(json.path("baseUrl").asText()), apps);
                }
                case "http" -> new ConnectionSettings.Http();
                default -> throw new IllegalStateException("unknown source system " + system);
            };
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored settings are JSON", broken);
        }
    }

    private static ConnectionSettings.SignIn signIn(JsonNode json) {
        String clientId = json.path("clientId").asText();
        return json.has("username")
                ? new ConnectionSettings.SignIn.JwtBearer(
                        clientId, json.path("username").asText())
                : new ConnectionSettings.SignIn.ClientCredentials(clientId);
    }
}
