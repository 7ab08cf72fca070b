package dev.minori.kit.workspace;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * Gives Hibernate the workspace for {@code @TenantId}: a second wall in front of row-level security.
 *
 * <p>Set as {@code hibernate.tenant_identifier_resolver}, not through Quarkus' TenantResolver: that one knows text
 * tenants only and answers "none" wherever no HTTP request is active, as in consumers and schedulers.
 */
public final class WorkspaceTenantIdentifierResolver implements CurrentTenantIdentifierResolver<UUID> {
    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return WorkspaceContext.current();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
