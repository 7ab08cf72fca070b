package dev.minori.sync.intake;

import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.connection.Secrets;
import dev.minori.sync.connection.SourceOpener;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.SourceClient;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes clients for systems that send their records. No call leaves, so no gate is passed. */
@ApplicationScoped
class IntakeOpener implements SourceOpener {
    private final IntakeObjectStore objects;
    private final RawStore raw;
    private final Transactions transactions;

    IntakeOpener(IntakeObjectStore objects, RawStore raw, Transactions transactions) {
        this.objects = objects;
        this.raw = raw;
        this.transactions = transactions;
    }

    @Override
    public boolean opens(ConnectionSettings settings) {
        return settings instanceof ConnectionSettings.Http;
    }

    @Override
    public SourceClient open(Connection connection, Secrets secrets, CallGate gate) {
        return new IntakeClient(connection.id(), objects, raw, transactions);
    }
}
