package dev.minori.simulators.seed;

import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.CopyWriter;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What loading any object has in common: audit fields, ids, owners and the counts of what was loaded. */
final class RowLoader {

    /** Room for contacts in the ids, so that other rows can point to them without looking them up. */
    static final int CONTACTS_PER_ACCOUNT = 8;

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final List<String> AUDIT = List.of(
            "Id", "IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp");

    private final Connection connection;
    private final Org org;
    private final SeedPlan plan;
    private final Owners owners;
    private final Map<String, Long> loaded = new LinkedHashMap<>();
    private final String integrationUser = SalesforceId.of("005", 1);

    RowLoader(Connection connection, Org org, SeedPlan plan, Owners owners) {
        this.connection = connection;
        this.org = org;
        this.plan = plan;
        this.owners = owners;
    }

    SeedPlan plan() {
        return plan;
    }

    Owners owners() {
        return owners;
    }

    String orgName() {
        return org.name();
    }

    /** Rows loaded by object. */
    Map<String, Long> loaded() {
        return loaded;
    }

    String integrationUser() {
        return integrationUser;
    }

    ObjectType object(String name) {
        return org.schema().object(name).orElseThrow(() -> new IllegalStateException("no object " + name));
    }

    CopyWriter open(ObjectType object, String... columns) throws SQLException {
        List<String> all = new ArrayList<>(AUDIT);
        all.addAll(Arrays.asList(columns));
        return new CopyWriter(connection, org.schema().table(object), all);
    }

    void add(CopyWriter out, String id, Instant created, Instant changed, @Nullable Object... values)
            throws SQLException {
        Instant first = notLater(created);
        Instant last = notLater(changed);
        @Nullable Object[] row = new Object[AUDIT.size() + values.length];
        row[0] = id;
        row[1] = false;
        row[2] = first;
        row[3] = integrationUser;
        row[4] = last;
        row[5] = integrationUser;
        row[6] = last;
        System.arraycopy(values, 0, row, AUDIT.size(), values.length);
        out.add(row);
    }

    /** Ends the load of an object; records made later are numbered from there. */
    void finish(ObjectType object, CopyWriter out, long nextNumber) throws SQLException {
        out.finish();
        loaded.put(object.name(), out.rows());
        Sql.update(
                connection,
                "update sf_object set next_number = ? where org = ? and name = ?",
                nextNumber,
                org.name(),
                object.name());
    }

    Instant notLater(Instant stamp) {
        return (stamp.isAfter(plan.now()) ? plan.now() : stamp).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A second of a day in Japan. */
    static Instant at(LocalDate day, int secondOfDay) {
        return day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(ZONE).toInstant();
    }

    Owners.User csm(Customer customer) {
        return owners.csms().get(customer.index() % owners.csms().size());
    }

    String owner(Customer customer) {
        return SalesforceId.of("005", 2 + customer.index() % owners.csms().size());
    }

    static String accountId(int index) {
        return SalesforceId.of("001", index + 1L);
    }

    static String contactId(int account, int number) {
        return SalesforceId.of("003", (long) account * CONTACTS_PER_ACCOUNT + number + 1);
    }
}
