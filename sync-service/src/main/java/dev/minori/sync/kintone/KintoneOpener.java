package dev.minori.sync.kintone;

import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.connection.Secrets;
import dev.minori.sync.connection.SourceOpener;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceReach;
import dev.minori.sync.source.http.HttpCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes clients for kintone domains. */
@ApplicationScoped
class KintoneOpener implements SourceOpener {
    private final HttpCaller http;
    private final Clock clock;

    KintoneOpener(SourceReach reach, Clock clock) {
        this.http = new HttpCaller(reach);
        this.clock = clock;
    }

    @Override
    public boolean opens(ConnectionSettings settings) {
        return settings instanceof ConnectionSettings.Kintone;
    }

    @Override
    public SourceClient open(Connection connection, Secrets secrets, CallGate gate) {
        if (!(connection.settings() instanceof ConnectionSettings.Kintone kintone)) {
            throw new IllegalArgumentException(
                    "not kintone: " + connection.settings().system());
        }
        return new KintoneClient(
                new KintoneAccess(
                        kintone.baseUrl(),
                        kintone.appIds().stream()
                                .map(app -> new KintoneAccess.App(
                                        app, secrets.get(ConnectionSettings.Kintone.tokenOf(app))))
                                .toList()),
                http,
                clock);
    }
}
