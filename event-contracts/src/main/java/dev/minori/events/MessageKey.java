package dev.minori.events;

import java.util.UUID;

/** Record keys: {@code workspace|subject}. Messages with the same key stay in order. */
public final class MessageKey {
    /** Bulk records are spread over this many keys a workspace: enough for all partitions, few enough to fill batches. */
    public static final int BULK_BUCKETS = 48;

    private MessageKey() {}

    /** Key of everything that concerns one customer. */
    public static String customer(UUID workspaceId, UUID customerId) {
        return workspaceId + "|" + customerId;
    }

    /** Key of a bulk record: customers with the same bucket travel together. */
    public static String bulkBucket(UUID workspaceId, UUID customerId) {
        return workspaceId + "|bulk-" + Math.floorMod(customerId.hashCode(), BULK_BUCKETS);
    }

    /** Key of one entry of the compacted workspace directory, for example {@code member:<id>}. */
    public static String directory(UUID workspaceId, String kind, UUID id) {
        return workspaceId + "|" + kind + ":" + id;
    }
}
