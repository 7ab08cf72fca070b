package dev.minori.sync.salesforce;

import java.net.URI;

/** An access token and the host it is for, which may differ from the login host and may change on renewal. */
record AccessToken(String value, URI instanceUrl) {
    @Override
    public String toString() {
        return "AccessToken[instanceUrl=" + instanceUrl + "]";
    }
}
