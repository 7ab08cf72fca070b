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
    private static final String SELECT = "select " + DeliveryRows.COLUMNS
            + ", subject, address, language, template_version, erased_at, body from delivery where workspace_id = ?";

    private final Database database;

    JdbcDeliveryArchive(Database database) {
        this.database = database;
    }

    @Override
    public List<DeliverySummary> list(DeliveryFilter filter, @Nullable UUID before, int limit) {
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>();
        parameters.add(WorkspaceContext.current());
        and(query, parameters, "state = ?", filter.state());
        and(query, parameters, "channel = ?", filter.channel());
        and(query, parameters, "customer_id = ?", filter.customerId());
        and(query, parameters, "member_id = ?", filter.memberId());
        and(query, parameters, "request_id = ?", filter.requestId());
        and(query, parameters, "template_key = ?", filter.templateKey());
        and(query, parameters, "member_id = any (?)", filter.visibleMembers());
        and(query, parameters, "id < ?", before);
        query.append(" order by id desc limit ?");
        parameters.add(limit);
        return database.query(query.toString(), JdbcDeliveryArchive::summary, parameters.toArray());
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
                SELECT + " and id = ?",
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
                row.findText("subject"),
                row.findText("address"),
                row.findText("language"),
                row.findInteger("template_version"),
                row.findInstant("erased_at"));
    }
}
