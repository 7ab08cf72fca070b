package dev.minori.sync.kintone;

import java.net.URI;
import java.util.List;

/** Where a kintone domain is and the apps we may read, each with its API token. */
public record KintoneAccess(URI baseUrl, List<App> apps) {
    public KintoneAccess {
        apps = List.copyOf(apps);
    }

    /** One app. */
    public record App(long appId, String token) {
        @Override
        public String toString() {
            return "App[appId=" + appId + "]";
        }
    }
}
