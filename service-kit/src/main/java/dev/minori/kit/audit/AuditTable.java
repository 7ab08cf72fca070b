package dev.minori.kit.audit;

import java.util.UUID;

/** The two trails: one table for all workspaces behind their walls, one for the system, with the same columns. */
enum AuditTable {
    WORKSPACE("audit_entry", "audit_chain"),
    SYSTEM("audit_system_entry", "audit_system_chain");

    /** Stands for the workspace in the chain of the system. */
    static final UUID SYSTEM_CHAIN = new UUID(0, 0);

    private final String entries;
    private final String heads;

    AuditTable(String entries, String heads) {
        this.entries = entries;
        this.heads = heads;
    }

    String entries() {
        return entries;
    }

    String heads() {
        return heads;
    }
}
