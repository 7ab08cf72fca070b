package dev.minori.simulators.salesforce.record;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Deleted records that can still come back. The caller owns the transaction. */
public final class RecycleBin {

    private final Connection connection;
    private final Session session;
    private final OrgSchema schema;
    private final Clock clock;

    public RecycleBin(Connection connection, Session session, Clock clock) {
        this.connection = connection;
        this.session = session;
        this.schema = session.org().schema();
        this.clock = clock;
    }

    /** Brings a record back, and with it the children that were deleted with it. */
    public RecordWrites.Saved restore(String given) throws SQLException {
        ObjectType object = object(given);
        RecordStore.allow(object, object.deletable());
        String id = deleted(object, given, "UNDELETE_FAILED");
        restore(object, id, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new RecordWrites.Saved(id, false);
    }

    /** Removes a deleted record for good; what told of its deletion stays. */
    public RecordWrites.Saved remove(String given) throws SQLException {
        ObjectType object = object(given);
        RecordStore.allow(object, object.deletable());
        String id = deleted(object, given, "DELETE_FAILED");
        new RecordStore(connection, session, clock).purge(object, List.of(id));
        return new RecordWrites.Saved(id, false);
    }

    private ObjectType object(String given) {
        return SalesforceId.normalise(given)
                .flatMap(session.schema()::objectOfId)
                .orElseThrow(() -> new SalesforceFault(400, "MALFORMED_ID", "malformed id " + given));
    }

    private String deleted(ObjectType object, String given, String code) throws SQLException {
        String id = SalesforceId.normalise(given).orElse(given);
        Optional<RecordStore.Known> known = new RecordStore(connection, session, clock).find(object, id);
        if (known.isEmpty() || !known.get().deleted()) {
            throw new SalesforceFault(400, code, "Entity is not in the recycle bin");
        }
        return id;
    }

    private void restore(ObjectType object, String id, Instant now) throws SQLException {
        String forgetMaster = object.mergeable() ? ", " + Sql.quoted(ObjectType.MASTER_RECORD) + " = null" : "";
        Sql.update(
                connection,
                "update " + schema.table(object) + " set \"IsDeleted\" = false, \"SystemModstamp\" = ?,"
                        + " \"LastModifiedById\" = ?" + forgetMaster + " where \"Id\" = ?",
                now,
                session.userId(),
                id);
        List<Instant> times = Sql.list(
                connection,
                row -> Sql.requiredInstant(row, "deleted_at"),
                "delete from sf_deleted where org = ? and object = ? and id = ? returning deleted_at",
                session.org().name(),
                object.name(),
                id);
        Optional<Instant> last = times.stream().max(Instant::compareTo);
        if (last.isEmpty()) {
            return;
        }
        for (ObjectType child : schema.objects()) {
            for (Field field : child.fields()) {
                if (!field.cascadeDelete() || !object.name().equals(field.referenceTo())) {
                    continue;
                }
                if (child.historical()) {
                    Sql.update(
                            connection,
                            "update " + schema.table(child) + " set \"IsDeleted\" = false where "
                                    + Sql.quoted(field.name()) + " = ?",
                            id);
                } else {
                    for (String childId : deletedWith(child, field, id, last.get())) {
                        restore(child, childId, now);
                    }
                }
            }
        }
    }

    private List<String> deletedWith(ObjectType child, Field field, String parent, Instant at) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getString(1),
                "select \"Id\" from " + schema.table(child) + " where " + Sql.quoted(field.name())
                        + " = ? and \"IsDeleted\" and exists (select 1 from sf_deleted where org = ? and object = ?"
                        + " and id = \"Id\" and deleted_at = ?)",
                parent,
                session.org().name(),
                child.name(),
                at);
    }
}
