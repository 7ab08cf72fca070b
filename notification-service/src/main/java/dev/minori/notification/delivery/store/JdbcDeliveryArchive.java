package dev.minori.notification.delivery.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.delivery.Attempt;
import dev.minori.notification.delivery.DeliveryArchive;
import dev.minori.notification.delivery.DeliveryDetail;
import dev.minori.notification.delivery.DeliveryFilter;
import dev.minori.notification.delivery.DeliverySummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcDeliveryArchive implements DeliveryArchive {
    private static final String FROM = "\n" + """
             from delivery d
             left join directory_member m on m.workspace_id = d.workspace_id and m.member_id = d.member_id
             where d.workspace_id = ?""";

    private static final String SELECT = """
            select d.*, d.data ->> 'customerName' as customer_name, m.name as recipient_name""" + FROM;

    /** Folded as the column is. */
    private static final String WORDS = """
            (position(lower(normalize(?, NFKC)) in d.search_text) > 0
              or position(lower(normalize(?, NFKC)) in lower(normalize(m.name || ' ' || m.email, NFKC))) > 0)""";

    private final Database database;

    JdbcDeliveryArchive(Database database) {
        this.database = database;
    }

    @Override
    public List<DeliverySummary> list(DeliveryFilter filter, @Nullable UUID before, int limit) {
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters = narrow(query, filter);
        and(query, parameters, "d.id < ?", before);
        query.append(" order by d.id desc limit ?");
        parameters.add(limit);
        return database.query(query.toString(), JdbcDeliveryArchive::summary, parameters.toArray());
    }

    @Override
    public int count(DeliveryFilter filter, int most) {
        StringBuilder query = new StringBuilder("select count(*)::integer as found from (select 1").append(FROM);
        List<Object> parameters = narrow(query, filter);
        query.append(" limit ?) few");
        parameters.add(most);
        return database.one(query.toString(), row -> row.integer("found"), parameters.toArray())
                .orElse(0);
    }

    private static List<Object> narrow(StringBuilder query, DeliveryFilter filter) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(WorkspaceContext.current());
        and(query, parameters, "d.state = ?", filter.state());
        and(query, parameters, "d.channel = ?", filter.channel());
        and(query, parameters, "d.customer_id = ?", filter.customerId());
        and(query, parameters, "d.member_id = ?", filter.memberId());
        and(query, parameters, "d.request_id = ?", filter.requestId());
        and(query, parameters, "d.template_key = ?", filter.templateKey());
        and(query, parameters, "d.member_id = any (?)", filter.visibleMembers());
        String text = filter.text();
        if (text != null) {
            query.append(" and ").append(WORDS);
            parameters.add(text);
            parameters.add(text);
        }
        return parameters;
    }

    @Override
    public Optional<DeliveryDetail> find(UUID id) {
        List<Attempt> attempts = database.query(
                "select " + DeliveryRows.ATTEMPT_COLUMNS
                        + " from delivery_attempt where workspace_id = ? and delivery_id = ? order by number",
                DeliveryRows::attempt,
                WorkspaceContext.current(),
                id);
        return database.one(
                SELECT + " and d.id = ?",
                row -> new DeliveryDetail(summary(row), row.findText("body"), attempts),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Set<UUID> sentTo(Collection<UUID> members, Collection<UUID> deliveries) {
        return Set.copyOf(database.query(
                "select id from delivery where workspace_id = ? and id = any (?) and member_id = any (?)",
                row -> row.uuid("id"),
                WorkspaceContext.current(),
                deliveries,
                members));
    }

    private static void and(
            StringBuilder query, List<Object> parameters, String condition, @Nullable Object parameter) {
        if (parameter != null) {
            query.append(" and ").append(condition);
            parameters.add(parameter);
        }
    }

    private static DeliverySummary summary(Row row) {
        return new DeliverySummary(
                DeliveryRows.delivery(row),
                row.findText("customer_name"),
                row.findText("recipient_name"),
                row.findText("subject"),
                row.findText("address"),
                row.findText("language"),
                row.findInteger("template_version"),
                row.findInstant("erased_at"));
    }
}
