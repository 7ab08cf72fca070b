package dev.minori.scoring.view.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.view.SavedView;
import dev.minori.scoring.view.SavedView.Content;
import dev.minori.scoring.view.SavedView.Sharing;
import dev.minori.scoring.view.SavedViewStore.Place;
import dev.minori.scoring.view.SavedViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views of lists that people save for themselves, their team or everybody. */
@Path("/api/v1/saved-views")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class SavedViewResource {
    private final SavedViews views;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final Actor actor;

    SavedViewResource(SavedViews views, Idempotency idempotency, Cursors cursors, Actor actor) {
        this.views = views;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.actor = actor;
    }

    /**
     * A view as somebody writes it.
     *
     * @param screen the list it is for, for example {@code customers}
     * @param sharedWith nobody unless said otherwise
     * @param filters values by parameter of the list's request
     */
    public record SavedViewRequest(
            @Nullable String screen,
            @Nullable String name,
            @Nullable Sharing sharedWith,
            @Nullable UUID teamId,
            @Nullable Map<String, List<String>> filters,
            @Nullable String sort,
            @Nullable List<String> columns) {
        /** What is missing is empty here and told where the content is checked. */
        Content content() {
            Map<String, List<String>> kept = new HashMap<>();
            if (filters != null) {
                filters.forEach((parameter, values) -> kept.put(parameter, known(values)));
            }
            return new Content(
                    Objects.requireNonNullElse(screen, ""),
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(sharedWith, Sharing.NOBODY),
                    teamId,
                    kept,
                    sort,
                    known(columns));
        }

        private static List<String> known(@Nullable List<String> values) {
            return values == null
                    ? List.of()
                    : values.stream().filter(Objects::nonNull).toList();
        }
    }

    /** The caller's views and those shared with the caller, by name. */
    @GET
    public Page<SavedView> list(
            @QueryParam("screen") @Nullable String screen,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                WorkspaceContext.current(), "saved-views", "name,id", actor.subject(), String.valueOf(screen));
        Place behind = request.cursor() == null ? Place.BEFORE_ALL : place(cursors.read(scope, request.cursor()));
        return Page.cut(
                views.list(screen, behind, request.fetchSize()),
                request,
                last -> cursors.write(scope, List.of(last.name(), last.id().toString())));
    }

    private static Place place(List<@Nullable String> position) {
        return new Place(
                Objects.requireNonNull(position.get(0)), UUID.fromString(Objects.requireNonNull(position.get(1))));
    }

    @GET
    @Path("/{id}")
    public SavedView get(@PathParam("id") UUID id) {
        return views.get(id);
    }

    @POST
    public SavedView create(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull SavedViewRequest request) {
        return idempotency.once(key, request, SavedView.class, () -> views.create(request.content()));
    }

    /** Changes a view that the caller saved. */
    @PUT
    @Path("/{id}")
    public SavedView update(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull SavedViewRequest request) {
        return views.update(id, ifMatch, request.content());
    }

    /** Removes a view that the caller saved, or, for those who steer, a shared one. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        views.delete(id, ifMatch);
    }
}
