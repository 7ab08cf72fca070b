package dev.minori.sync.connection.rest;

import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.connection.Secrets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to create or change. Exactly one of {@code salesforce} and {@code kintone}, as {@code system} says;
 * none for {@code http}, which sends its records with keys of its own. Secrets are never given back; one that is absent stays as it is.
 */
public record ConnectionRequest(
        @NotBlank @Size(max = 100) String name,

        @NotBlank @Pattern(regexp = "salesforce|kintone|http")
        String system,

        @Valid @Nullable SalesforceRequest salesforce,
        @Valid @Nullable KintoneRequest kintone) {

    /**
     * @param loginUrl My Domain, for example {@code https://example.my.salesforce.com}
     * @param apiVersion for example {@code 62.0}
     */
    public record SalesforceRequest(
            @NotNull URI loginUrl,
            @Nullable @Pattern(regexp = "\\d{2,3}\\.0") String apiVersion,
            @NotNull @Valid SignInRequest auth) {}

    /**
     * @param type {@code client-credentials} with clientSecret, or {@code jwt-bearer} with username and privateKeyPem
     */
    public record SignInRequest(
            @NotBlank @Pattern(regexp = "client-credentials|jwt-bearer")
            String type,

            @NotBlank String clientId,
            @Nullable String clientSecret,
            @Nullable String username,
            @Nullable String privateKeyPem) {
        @Override
        public String toString() {
            return "SignInRequest[type=" + type + ", clientId=" + clientId + "]";
        }
    }

    /** @param baseUrl for example {@code https://example.cybozu.com} */
    public record KintoneRequest(
            @NotNull URI baseUrl, @NotEmpty @Size(max = 100) List<@Valid @NotNull AppRequest> apps) {}

    /** @param token API token with the right to view records */
    public record AppRequest(@Positive long appId, @Nullable String token) {
        @Override
        public String toString() {
            return "AppRequest[appId=" + appId + "]";
        }
    }

    /** The settings without secrets; null if the part for the system is missing. */
    @Nullable
    ConnectionSettings settings() {
        if (system.equals("salesforce") && salesforce != null) {
            return new ConnectionSettings.Salesforce(
                    salesforce.loginUrl(),
                    salesforce.apiVersion() == null
                            ? ConnectionSettings.Salesforce.DEFAULT_API_VERSION
                            : salesforce.apiVersion(),
                    signIn(salesforce.auth()));
        }
        if (system.equals("kintone") && kintone != null) {
            return new ConnectionSettings.Kintone(
                    kintone.baseUrl(),
                    kintone.apps().stream().map(AppRequest::appId).distinct().toList());
        }
        return system.equals("http") ? new ConnectionSettings.Http() : null;
    }

    /** The secrets that were given. */
    Secrets secrets() {
        Map<String, String> given = new HashMap<>();
        if (salesforce != null) {
            put(
                    given,
                    ConnectionSettings.Salesforce.CLIENT_SECRET,
                    salesforce.auth().clientSecret());
            put(
                    given,
                    ConnectionSettings.Salesforce.PRIVATE_KEY,
                    salesforce.auth().privateKeyPem());
        }
        if (kintone != null) {
            kintone.apps().forEach(app -> put(given, ConnectionSettings.Kintone.tokenOf(app.appId()), app.token()));
        }
        return new Secrets(given);
    }

    private static ConnectionSettings.SignIn signIn(SignInRequest auth) {
        return auth.type().equals("jwt-bearer")
                ? new ConnectionSettings.SignIn.JwtBearer(
                        auth.clientId(), auth.username() == null ? "" : auth.username())
                : new ConnectionSettings.SignIn.ClientCredentials(auth.clientId());
    }

    private static void put(Map<String, String> secrets, String field, @Nullable String secret) {
        if (secret != null && !secret.isBlank()) {
            secrets.put(field, secret);
        }
    }
}
