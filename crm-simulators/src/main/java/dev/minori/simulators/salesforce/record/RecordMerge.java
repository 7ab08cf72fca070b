package dev.minori.simulators.salesforce.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges records: the children move to the master, the others are deleted and point to it. Source: SOAP API Developer
 * Guide, {@code merge()}, and field {@code MasterRecordId}.
 */
public final class RecordMerge {

    private static final int MAX_MERGED = 2;

    private final Connection connection;
    private final Session session;
    private final OrgSchema schema;
    private final Clock clock;

    public RecordMerge(Connection connection, Session session, Clock clock) {
        this.connection = connection;
        this.session = session;
        this.schema = session.org().schema();
        this.clock = clock;
    }

    /** What came of a merge. */
    public record Merged(String id, List<String> merged, List<String> moved) {
        public Merged {
            merged = List.copyOf(merged);
            moved = List.copyOf(moved);
        }
    }

    /**
     * Merges.
     *
     * @param body values the master gets
     */
    public Merged merge(ObjectType object, String master, List<String> others, JsonNode body) throws SQLException {
        if (others.isEmpty() || others.size() > MAX_MERGED) {
            throw failed("one or two records can be merged into a master record");
        }
        RecordStore.allow(object, object.updateable() && object.deletable());
        RecordWrites writes = new RecordWrites(connection, session, clock);
        RecordStore store = new RecordStore(connection, session, clock);
        String id = writes.existing(object, master);
        List<String> merged = new ArrayList<>();
        for (String other : others) {
            String otherId = writes.existing(object, other);
            if (otherId.equals(id) || merged.contains(otherId)) {
                throw failed("a record cannot be merged with itself: " + otherId);
            }
            merged.add(otherId);
        }
        Map<Field, @Nullable Object> values = FieldValues.forUpdate(object, body);
        List<String> moved = moveChildren(object, id, merged);
        Sql.update(
                connection,
                "update " + schema.table(object) + " set " + Sql.quoted(ObjectType.MASTER_RECORD)
                        + " = ? where \"Id\" = any(?)",
                id,
                merged);
        store.delete(object, merged);
        store.update(object, id, values);
        return new Merged(id, merged, moved);
    }

    private List<String> moveChildren(ObjectType parent, String master, List<String> merged) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> moved = new ArrayList<>();
        for (ObjectType child : schema.objects()) {
            for (Field field : child.fields()) {
                if (!parent.name().equals(field.referenceTo()) || field.readOnly()) {
                    continue;
                }
                moved.addAll(Sql.list(
                        connection,
                        row -> row.getString(1),
                        "update " + schema.table(child) + " set " + Sql.quoted(field.name())
                                + " = ?, \"LastModifiedDate\" = ?, \"LastModifiedById\" = ?, \"SystemModstamp\" = ?"
                                + " where " + Sql.quoted(field.name())
                                + " = any(?) and not \"IsDeleted\" returning \"Id\"",
                        master,
                        now,
                        session.userId(),
                        now,
                        merged));
            }
        }
        return moved;
    }

    private static SalesforceFault failed(String message) {
        return new SalesforceFault(400, "MERGE_FAILED", message);
    }
}
