package dev.minori.kit.audit.rest;

import dev.minori.kit.audit.AuditRecord;
import dev.minori.kit.audit.AuditSearch;
import dev.minori.kit.audit.AuditSearch.Filter;
import dev.minori.kit.audit.AuditSearch.Position;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what in this service, newest first. Only for admins: details may tell of persons. */
@Path("/api/v1/audit-entries")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditEntriesResource {
    private final AuditSearch entries;
    private final Cursors cursors;

    AuditEntriesResource(AuditSearch entries, Cursors cursors) {
        this.entries = entries;
        this.cursors = cursors;
    }

    /** Entries that fit all filters given; {@code from} is inclusive, {@code to} is not. */
    @GET
    public Page<AuditRecord> list(
            @QueryParam("actor") @Size(max = 200) @Nullable String actor,
            @QueryParam("action") @Size(max = 200) @Nullable String action,
            @QueryParam("subjectType") @Size(max = 200) @Nullable String subjectType,
            @QueryParam("subjectId") @Size(max = 200) @Nullable String subjectId,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                WorkspaceContext.current(),
                "audit-entries",
                "-recordedAt,-id",
                String.valueOf(actor),
                String.valueOf(action),
                String.valueOf(subjectType),
                String.valueOf(subjectId),
                String.valueOf(from),
                String.valueOf(to));
        List<AuditRecord> found = entries.list(
                new Filter(actor, action, subjectType, subjectId, from, to), after(scope, page), page.fetchSize());
        return Page.cut(
                found,
                page,
                last -> cursors.write(
                        scope, List.of(last.recordedAt().toString(), last.id().toString())));
    }

    private @Nullable Position after(CursorScope scope, PageRequest page) {
        if (page.cursor() == null) {
            return null;
        }
        List<@Nullable String> values = cursors.read(scope, page.cursor());
        return new Position(
                Instant.parse(Objects.requireNonNull(values.get(0))),
                UUID.fromString(Objects.requireNonNull(values.get(1))));
    }
}
