package dev.minori.scoring.contract.store;

import dev.minori.events.fact.Money;
import dev.minori.scoring.contract.ContractList;
import dev.minori.scoring.contract.ContractSort;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.history.PastTimes.Past;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads current contracts beside their customers; who may see what is part of the statement. */
@ApplicationScoped
class JdbcContractList implements ContractList {
    private static final String FROM = """
             FROM (
              SELECT k.fact_id, k.customer_id, p.name, p.owner_member_id, k.contract_number, k.product_name, k.start_date,
                k.end_date, k.end_date - 1 AS last_day, k.notice_deadline, k.auto_renew, k.cancelled_on, k.mrr_minor, k.mrr_currency,
                k.seats,
                (k.start_date <= ? AND coalesce(? < k.end_date, true) AND coalesce(? < k.cancelled_on, true)) AS in_force,
                k.deadline, k.source_url
              FROM ~ k
              JOIN customer_profile p ON p.workspace_id = k.workspace_id AND p.customer_id = k.customer_id
              WHERE k.workspace_id = ? AND NOT k.removed AND NOT p.removed) c
            WHERE true""";

    /** Of all versions known by then and true by then, the one learned last speaks. */
    private static final String PAST = """
            (SELECT DISTINCT ON (v.fact_id) v.*, coalesce(v.notice_deadline, v.end_date - 1, DATE '9999-12-31') AS deadline
             FROM (SELECT ~ FROM contract_current WHERE workspace_id = ?
                   UNION ALL SELECT ~ FROM contract_history WHERE workspace_id = ?) v
             WHERE v.known_from <= ? AND v.valid_from <= ? ORDER BY v.fact_id, v.source_version DESC)
            """.replace("~", """
                    workspace_id, fact_id, customer_id, source_version, known_from, valid_from, removed, contract_number,
                    product_name, start_date, end_date, notice_deadline, auto_renew, cancelled_on, mrr_minor, mrr_currency,
                    seats, source_url
                    """);

    private final DataSource database;

    JdbcContractList(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Listed> list(
            UUID workspaceId, Selection selection, ContractSort sort, @Nullable Position after, int limit) {
        List<Object> values = new ArrayList<>();
        String key = key(sort);
        StringBuilder sql = new StringBuilder("SELECT *, (" + key + ")::text AS sort_value");
        narrow(sql, values, workspaceId, selection);
        String direction = sort.backwards() ? " DESC" : "";
        if (after != null) {
            sql.append(" AND (" + key + ", fact_id) " + (sort.backwards() ? "<" : ">") + " (?::" + type(sort) + ", ?)");
            values.add(after.value());
            values.add(after.contractId());
        }
        sql.append(" ORDER BY " + key + direction + ", fact_id" + direction + " LIMIT ")
                .append(limit);
        return read(sql.toString(), values, JdbcContractList::listed);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int count(UUID workspaceId, Selection selection, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT count(*) AS found FROM (SELECT 1");
        narrow(sql, values, workspaceId, selection);
        sql.append(" LIMIT ").append(most).append(") few");
        return read(sql.toString(), values, row -> row.getInt("found")).getFirst();
    }

    /** What a contract is sorted by; unknown values as the last of the direction, so that positions compare. */
    private static String key(ContractSort sort) {
        return switch (sort) {
            case DEADLINE -> "deadline";
            case DEADLINE_LATEST -> "CASE WHEN deadline = DATE '9999-12-31' THEN DATE '0001-01-01' ELSE deadline END";
            case CUSTOMER, CUSTOMER_BACKWARDS -> "name";
            case LAST_DAY -> "coalesce(last_day, DATE '9999-12-31')";
            case LAST_DAY_LATEST -> "coalesce(last_day, DATE '0001-01-01')";
            case START -> "coalesce(start_date, DATE '9999-12-31')";
            case START_LATEST -> "coalesce(start_date, DATE '0001-01-01')";
            case MRR -> "coalesce(mrr_minor, 9223372036854775807)";
            case MRR_LARGEST -> "coalesce(mrr_minor, -9223372036854775807)";
        };
    }

    private static String type(ContractSort sort) {
        return switch (sort) {
            case DEADLINE, DEADLINE_LATEST, LAST_DAY, LAST_DAY_LATEST, START, START_LATEST -> "date";
            case CUSTOMER, CUSTOMER_BACKWARDS -> "text";
            case MRR, MRR_LARGEST -> "bigint";
        };
    }

    private static void narrow(StringBuilder sql, List<Object> values, UUID workspaceId, Selection selection) {
        Past past = selection.past();
        Filter filter = selection.filter();
        sql.append(FROM.replace("~", past == null ? "contract_current" : PAST));
        values.addAll(List.of(selection.today(), selection.today(), selection.today()));
        if (past != null) {
            values.addAll(List.of(
                    workspaceId,
                    workspaceId,
                    past.knownAt().atOffset(ZoneOffset.UTC),
                    past.asOf().atOffset(ZoneOffset.UTC)));
        }
        values.add(workspaceId);
        if (filter.customerId() != null) {
            sql.append(" AND customer_id = ?");
            values.add(filter.customerId());
        }
        if (filter.owners() != null) {
            sql.append(" AND owner_member_id = ANY (?)");
            values.add(filter.owners().toArray(UUID[]::new));
        }
        day(sql, values, " AND least(end_date, cancelled_on) > ?", filter.lastDayFrom());
        day(sql, values, " AND least(end_date, cancelled_on) <= ?::date + 1", filter.lastDayTo());
        day(sql, values, " AND cancelled_on IS NULL AND notice_deadline >= ?", filter.noticeDeadlineFrom());
        day(sql, values, " AND cancelled_on IS NULL AND notice_deadline <= ?", filter.noticeDeadlineTo());
        day(sql, values, " AND deadline < ?", filter.endingBefore());
        if (filter.inForce() != null) {
            sql.append(" AND in_force = ?");
            values.add(filter.inForce());
        }
        if (selection.visibility() instanceof Visibility.OwnedBy(List<UUID> memberIds)) {
            sql.append(" AND owner_member_id = ANY (?)");
            values.add(memberIds.toArray(UUID[]::new));
        }
    }

    private static void day(StringBuilder sql, List<Object> values, String condition, @Nullable LocalDate day) {
        if (day != null) {
            sql.append(condition);
            values.add(day);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, List<Object> values, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(i + 1, value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("contracts could not be read", e);
        }
    }

    private static Listed listed(ResultSet row) throws SQLException {
        Item item = item(row);
        return new Listed(item, new Position(row.getString("sort_value"), item.contractId()));
    }

    private static Item item(ResultSet row) throws SQLException {
        Long minor = row.getObject("mrr_minor", Long.class);
        String currency = row.getString("mrr_currency");
        return new Item(
                row.getObject("fact_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getObject("owner_member_id", UUID.class),
                row.getString("contract_number"),
                row.getString("product_name"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("notice_deadline", LocalDate.class),
                row.getObject("auto_renew", Boolean.class),
                row.getObject("cancelled_on", LocalDate.class),
                minor == null || currency == null ? null : new Money(minor, currency),
                row.getObject("seats", Long.class),
                row.getBoolean("in_force"),
                row.getObject("deadline", LocalDate.class),
                row.getString("source_url"));
    }
}
