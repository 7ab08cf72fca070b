package dev.minori.kit.audit;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of the trail. Every call needs a transaction, and for workspaces one that is bound. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AuditTrail {
    private static final long SEALER = 0x6175_6469_74L; // "audit"
    private static final String COLUMNS = "workspace_id, entry_id, recorded_at, actor, action, subject_type,"
            + " subject_id, salt, details, details_digest, sequence, seal";

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    /**
     * The end of a chain.
     *
     * @param signature over sequence and seal, with a key that is not in the database
     */
    record Head(long sequence, byte[] seal, byte[] signature) {}

    void append(AuditTable table, AuditEntry entry) {
        database.update(
                "insert into " + table.entries() + " (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)",
                entry.chainId(),
                entry.entryId(),
                entry.recordedAt(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.salt(),
                entry.details(),
                entry.detailsDigest());
        markPending(entry.chainId());
    }

    /** Says that the chain has entries to seal. */
    void markPending(UUID chain) {
        database.update("insert into audit_pending (workspace_id) values (?)", chain);
    }

    /** Chains with entries that are committed but not sealed. */
    List<UUID> pendingChains() {
        return database.query("select distinct workspace_id from audit_pending", row -> row.uuid("workspace_id"));
    }

    /** Takes the chain's pending marks away; entries of transactions that commit later bring their own. */
    void takePending(UUID chain) {
        database.update("delete from audit_pending where workspace_id = ?", chain);
    }

    /** The oldest entries that are committed but not sealed. */
    List<AuditEntry> unsealed(AuditTable table, UUID chain, int limit) {
        return database.query(
                select(table) + " and sequence is null order by recorded_at, entry_id limit ?",
                AuditTrail::read,
                chain,
                limit);
    }

    /** Sealed entries after a place, in order. */
    List<AuditEntry> sealed(AuditTable table, UUID chain, long after, int limit) {
        return database.query(
                select(table) + " and sequence > ? order by sequence limit ?", AuditTrail::read, chain, after, limit);
    }

    Optional<Head> head(AuditTable table, UUID chain) {
        return database.one(
                "select sequence, seal, signature from " + table.heads() + " where workspace_id = ?",
                row -> new Head(row.number("sequence"), row.bytes("seal"), row.bytes("signature")),
                chain);
    }

    void seal(AuditTable table, AuditEntry entry, long sequence, byte[] seal) {
        database.update(
                "update " + table.entries() + " set sequence = ?, seal = ? where workspace_id = ? and entry_id = ?",
                sequence,
                seal,
                entry.chainId(),
                entry.entryId());
    }

    void moveHead(AuditTable table, UUID chain, Head head) {
        database.update(
                "insert into " + table.heads() + " (workspace_id, sequence, seal, signature) values (?, ?, ?, ?)"
                        + " on conflict (workspace_id) do update set sequence = excluded.sequence,"
                        + " seal = excluded.seal, signature = excluded.signature",
                chain,
                head.sequence(),
                head.seal(),
                head.signature());
    }

    /** Entries of the chain that are committed but not sealed. */
    long unsealedCount(AuditTable table, UUID chain) {
        return database.one(
                        "select count(*) as entries from " + table.entries()
                                + " where workspace_id = ? and sequence is null",
                        row -> row.number("entries"),
                        chain)
                .orElse(0L);
    }

    /** Whether this transaction is now the only one of the service that seals. */
    boolean becomeSealer() {
        return database.one("select pg_try_advisory_xact_lock(?) as mine", row -> row.flag("mine"), SEALER)
                .orElse(false);
    }

    /** Waits for a sealer that is at work, and keeps others from beginning until the transaction ends. */
    void holdSealers() {
        database.one("select pg_advisory_xact_lock(?) is null as held", row -> row.flag("held"), SEALER);
    }

    private static String select(AuditTable table) {
        return "select " + COLUMNS + " from " + table.entries() + " where workspace_id = ?";
    }

    private static AuditEntry read(Row row) {
        return new AuditEntry(
                row.uuid("workspace_id"),
                row.uuid("entry_id"),
                row.instant("recorded_at"),
                row.text("actor"),
                row.text("action"),
                row.text("subject_type"),
                row.text("subject_id"),
                row.findBytes("salt"),
                row.findBytes("details"),
                row.bytes("details_digest"),
                row.findNumber("sequence"),
                row.findBytes("seal"));
    }
}
