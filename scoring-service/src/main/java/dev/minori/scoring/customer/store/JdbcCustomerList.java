package dev.minori.scoring.customer.store;

import dev.minori.events.HealthBand;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.scoring.customer.CustomerFilter;
import dev.minori.scoring.customer.CustomerList;
import dev.minori.scoring.customer.CustomerSort;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.money.MoneyJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the summaries; who may see what is part of the statement. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcCustomerList implements CustomerList {
    private final Database database;
    private final NameSearch names;

    JdbcCustomerList(Database database, NameSearch names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public List<Listed> list(
            UUID workspaceId,
            CustomerFilter filter,
            CustomerSort sort,
            Visibility visibility,
            @Nullable Position after,
            int limit) {
        List<NameSearch.Condition> named = named(filter);
        List<Listed> rows = new ArrayList<>();
        UUID unknownAfter = after != null && after.value() == null ? after.customerId() : null;
        if (unknownAfter == null) {
            rows.addAll(listed(CustomerQuery.known(workspaceId, filter, sort, named, visibility, after, limit)));
        }
        if (rows.size() < limit) {
            rows.addAll(listed(CustomerQuery.unknown(
                    workspaceId, filter, sort, named, visibility, unknownAfter, limit - rows.size())));
        }
        return rows;
    }

    @Override
    public long count(UUID workspaceId, CustomerFilter filter, Visibility visibility) {
        CustomerQuery query = CustomerQuery.count(workspaceId, filter, named(filter), visibility, COUNTED + 1L);
        return database.one(query.sql(), row -> row.number("customers"), query.values())
                .orElse(0L);
    }

    @Override
    public Optional<Item> find(UUID workspaceId, UUID customerId, Visibility visibility) {
        CustomerQuery query = CustomerQuery.one(workspaceId, customerId, visibility);
        return database.one(query.sql(), JdbcCustomerList::item, query.values());
    }

    private List<NameSearch.Condition> named(CustomerFilter filter) {
        return filter.text() == null ? List.of() : names.find(filter.text());
    }

    private List<Listed> listed(CustomerQuery query) {
        return database.query(
                query.sql(),
                row -> new Listed(item(row), new Position(row.findText("sort_value"), row.uuid("customer_id"))),
                query.values());
    }

    private static Item item(Row row) {
        LocalDate nextDate = row.findDay("next_date");
        return new Item(
                row.uuid("customer_id"),
                row.text("name"),
                row.findText("name_kana"),
                row.findText("customer_code"),
                row.findText("industry"),
                row.findNumber("employees"),
                row.findText("website"),
                row.findText("phase"),
                row.findText("touch_model"),
                row.findUuid("owner_member_id"),
                row.findText("owner_name"),
                row.findText("team_name"),
                MoneyJson.read(row.text("mrr")),
                row.flag("removed"),
                row.instant("changed_at"),
                HealthBand.valueOf(row.text("band")),
                row.findDecimal("points"),
                row.findDecimal("points_change"),
                row.findDecimal("coverage"),
                row.findInstant("calculated_at"),
                nextDate == null ? null : new NextDate(nextDate, DateKind.valueOf(row.text("next_date_kind"))),
                row.findInstant("last_contact_at"),
                row.number("open_tickets"),
                new SourceRecord(
                        row.text("system"),
                        row.text("object_name"),
                        row.text("source_record_id"),
                        row.findText("source_url")));
    }
}
