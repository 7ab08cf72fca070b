package dev.minori.sync.schema.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.schema.Effects;
import dev.minori.sync.schema.SchemaChange;
import dev.minori.sync.schema.SchemaSnapshots;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the objects of a source changed, field by field, and which mappings use those fields. */
@Path("/api/v1/connections/{id}/schema-changes")
@RunOnVirtualThread
public class SchemaChangesResource {
    private final SchemaSnapshots snapshots;
    private final Effects effects;
    private final Cursors cursors;

    SchemaChangesResource(SchemaSnapshots snapshots, Effects effects, Cursors cursors) {
        this.snapshots = snapshots;
        this.effects = effects;
        this.cursors = cursors;
    }

    /** Newest first. A change is seen when a run has the object described: at full runs, else every two hours. */
    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public Page<SchemaChangeView> list(
            @PathParam("id") UUID id,
            @QueryParam("object") @Nullable String object,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "schema-changes", "-id", id + "|" + object);
        String before = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<SchemaChange> found =
                snapshots.list(id, object, before == null ? null : UUID.fromString(before), page.fetchSize());
        Page<SchemaChange> cut = Page.cut(
                found, page, last -> cursors.write(scope, List.of(last.id().toString())));
        List<List<Effects.Effect>> concerned = effects.of(id, cut.items());
        List<SchemaChangeView> views = new ArrayList<>();
        for (int i = 0; i < cut.items().size(); i++) {
            views.add(SchemaChangeView.of(cut.items().get(i), concerned.get(i)));
        }
        return new Page<>(views, cut.nextCursor());
    }
}
