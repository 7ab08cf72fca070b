package dev.minori.sync.salesforce;

import java.net.URI;

/**
 * Where a Salesforce org is and how we sign in.
 *
 * @param loginUrl My Domain or login host, without path
 * @param apiVersion for example {@code 62.0}
 */
public record SalesforceAccess(URI loginUrl, String apiVersion, Grant grant) {

    /** How to get an access token. */
    public sealed interface Grant {

        record ClientCredentials(String clientId, String clientSecret) implements Grant {
            @Override
            public String toString() {
                return "ClientCredentials[clientId=" + clientId + "]";
            }
        }

        /** @param privateKeyPem PKCS#8 RSA key; its certificate is known to the org's external client app */
        record JwtBearer(String clientId, String username, String privateKeyPem) implements Grant {
            @Override
            public String toString() {
                return "JwtBearer[clientId=" + clientId + ", username=" + username + "]";
            }
        }
    }
}
