package dev.minori.sync.connection;

import java.net.URI;
import java.util.List;

/** Where a source system is and how we sign in, without any secret. */
public sealed interface ConnectionSettings {

    /** The system's name in JSON and in facts. */
    String system();

    /** A Salesforce org. */
    record Salesforce(URI loginUrl, String apiVersion, SignIn signIn) implements ConnectionSettings {
        /** The newest version whose behaviour these clients were written for. */
        public static final String DEFAULT_API_VERSION = "62.0";

        public static final String CLIENT_SECRET = "clientSecret";
        public static final String PRIVATE_KEY = "privateKeyPem";

        @Override
        public String system() {
            return "salesforce";
        }
    }

    /** How to sign in to Salesforce. */
    sealed interface SignIn {
        record ClientCredentials(String clientId) implements SignIn {}

        record JwtBearer(String clientId, String username) implements SignIn {}
    }

    /** A kintone domain and the apps that are read, each with its own API token. */
    record Kintone(URI baseUrl, List<Long> appIds) implements ConnectionSettings {
        public Kintone {
            appIds = List.copyOf(appIds);
        }

        /** Name of the secret that holds an app's token. */
        public static String tokenOf(long appId) {
            return "appToken:" + appId;
        }

        @Override
        public String system() {
            return "kintone";
        }
    }

    /** A core system that sends us its records with a key of ours: nothing of it is called. */
    record Http() implements ConnectionSettings {
        @Override
        public String system() {
            return "http";
        }
    }
}
