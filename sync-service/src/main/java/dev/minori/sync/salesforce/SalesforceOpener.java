package dev.minori.sync.salesforce;

import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.connection.ConnectionSettings.SignIn;
import dev.minori.sync.connection.Secrets;
import dev.minori.sync.connection.SourceOpener;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceReach;
import dev.minori.sync.source.http.HttpCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes clients for Salesforce orgs. */
@ApplicationScoped
class SalesforceOpener implements SourceOpener {
    private final HttpCaller http;
    private final Clock clock;

    SalesforceOpener(SourceReach reach, Clock clock) {
        this.http = new HttpCaller(reach);
        this.clock = clock;
    }

    @Override
    public boolean opens(ConnectionSettings settings) {
        return settings instanceof ConnectionSettings.Salesforce;
    }

    @Override
    public SourceClient open(Connection connection, Secrets secrets, CallGate gate) {
        if (!(connection.settings() instanceof ConnectionSettings.Salesforce salesforce)) {
            throw new IllegalArgumentException(
                    "not Salesforce: " + connection.settings().system());
        }
        SalesforceAccess.Grant grant = switch (salesforce.signIn()) {
            case SignIn.ClientCredentials(String clientId) ->
                new SalesforceAccess.Grant.ClientCredentials(
                        clientId, secrets.get(ConnectionSettings.Salesforce.CLIENT_SECRET));
            case SignIn.JwtBearer(String clientId, String username) ->
                new SalesforceAccess.Grant.JwtBearer(
                        clientId, username, secrets.get(ConnectionSettings.Salesforce.PRIVATE_KEY));
        };
        return new SalesforceClient(
                new SalesforceAccess(salesforce.loginUrl(), salesforce.apiVersion(), grant), http.behind(gate), clock);
    }
}
