package dev.minori.playbook.customer.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.events.HealthBand;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.customer.CustomerHealth;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.text.JsonText;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Profiles and scores in tables {@code customer_profile} and {@code customer_health}. */
@ApplicationScoped
class SqlCustomerStore implements CustomerStore {
    private final Database database;

    SqlCustomerStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CustomerProfile> find(UUID customerId) {
        return database.one(
                "select * from customer_profile where workspace_id = ? and customer_id = ?",
                SqlCustomerStore::read,
                WorkspaceContext.current(),
                customerId);
    }

    @Override
    public boolean save(CustomerProfile profile) {
        return database.update(
                        """
                        insert into customer_profile (workspace_id, customer_id, profile_version, name, name_kana,
                          customer_code, owner_member_id, phase, touch_model, removed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, customer_id) do update
                        set profile_version = excluded.profile_version, name = excluded.name,
                          name_kana = excluded.name_kana, customer_code = excluded.customer_code,
                          owner_member_id = excluded.owner_member_id, phase = excluded.phase,
                          touch_model = excluded.touch_model, removed = excluded.removed
                        where customer_profile.profile_version < excluded.profile_version
                        """,
                        WorkspaceContext.current(),
                        profile.customerId(),
                        profile.profileVersion(),
                        profile.name(),
                        profile.nameKana(),
                        profile.customerCode(),
                        profile.ownerMemberId(),
                        profile.phase(),
                        profile.touchModel(),
                        profile.removed())
                == 1;
    }

    @Override
    public Optional<CustomerHealth> findHealth(UUID customerId) {
        return database.one(
                "select * from customer_health where workspace_id = ? and customer_id = ?",
                SqlCustomerStore::readHealth,
                WorkspaceContext.current(),
                customerId);
    }

    @Override
    public void saveHealth(CustomerHealth health) {
        database.update(
                """
                insert into customer_health (workspace_id, customer_id, calculated_at, points, band, reasons)
                values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, customer_id) do update
                set calculated_at = excluded.calculated_at, points = excluded.points, band = excluded.band,
                  reasons = excluded.reasons
                where customer_health.calculated_at <= excluded.calculated_at
                """,
                WorkspaceContext.current(),
                health.customerId(),
                health.calculatedAt(),
                health.points(),
                health.band().name(),
                JsonText.write(health.reasons()));
    }

    private static CustomerProfile read(Row row) {
        return new CustomerProfile(
                row.uuid("customer_id"),
                row.number("profile_version"),
                row.text("name"),
                row.findText("name_kana"),
                row.findText("customer_code"),
                row.findUuid("owner_member_id"),
                row.findText("phase"),
                row.findText("touch_model"),
                row.flag("removed"));
    }

    private static CustomerHealth readHealth(Row row) {
        return new CustomerHealth(
                row.uuid("customer_id"),
                row.instant("calculated_at"),
                row.findDecimal("points"),
                HealthBand.valueOf(row.text("band")),
                JsonText.read(row.text("reasons"), new TypeReference<List<LocalText>>() {}));
    }
}
