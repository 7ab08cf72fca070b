package dev.minori.sync.connection.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionSettings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as JSON, without any secret.
 *
 * @param needsReconnect the source refuses the credentials: somebody must enter new ones
 * @param blockedUntil no call is made before then
 * @param apiUsed calls used of the source's allowance, by everybody, as it last told
 */
public record ConnectionView(
        UUID id,
        String name,
        String system,
        @Nullable SalesforceView salesforce,
        @Nullable KintoneView kintone,
        boolean needsReconnect,
        @Nullable Instant blockedUntil,
        @Nullable Long apiUsed,
        @Nullable Long apiLimit,
        long version)
        implements Versioned {

    public record SalesforceView(
            URI loginUrl,
            String apiVersion,
            String authType,
            String clientId,
            @Nullable String username) {}

    public record KintoneView(URI baseUrl, List<Long> appIds) {}

    static ConnectionView of(Connection connection) {
        return new ConnectionView(
                connection.id(),
                connection.name(),
                connection.settings().system(),
                connection.settings() instanceof ConnectionSettings.Salesforce salesforce ? view(salesforce) : null,
                connection.settings() instanceof ConnectionSettings.Kintone(URI baseUrl, List<Long> apps)
                        ? new KintoneView(baseUrl, apps)
                        : null,
                connection.needsReconnect(),
                connection.blockedUntil(),
                connection.allowance() == null ? null : connection.allowance().used(),
                connection.allowance() == null ? null : connection.allowance().limit(),
                connection.version());
    }

    private static SalesforceView view(ConnectionSettings.Salesforce salesforce) {
        return switch (salesforce.signIn()) {
            case ConnectionSettings.SignIn.ClientCredentials(String clientId) ->
                new SalesforceView(
                        salesforce.loginUrl(), salesforce.apiVersion(), "client-credentials", clientId, null);
            case ConnectionSettings.SignIn.JwtBearer(String clientId, String username) ->
                new SalesforceView(salesforce.loginUrl(), salesforce.apiVersion(), "jwt-bearer", clientId, username);
        };
    }
}
