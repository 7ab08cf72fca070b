package dev.minori.sync.workspace.rest;

import dev.minori.kit.id.Ids;
import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.workspace.DirectoryService;
import dev.minori.sync.workspace.Member;
import dev.minori.sync.workspace.MemberFilter;
import dev.minori.sync.workspace.MemberRoll;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of the workspace. */
@Path("/api/v1/members")
@RunOnVirtualThread
public class MembersResource {
    private final DirectoryService directory;
    private final MemberRoll roll;
    private final Cursors cursors;
    private final Idempotency idempotency;
    private final Ids ids;

    MembersResource(DirectoryService directory, MemberRoll roll, Cursors cursors, Idempotency idempotency, Ids ids) {
        this.directory = directory;
        this.roll = roll;
        this.cursors = cursors;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @GET
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public Page<MemberView> list(
            @QueryParam("active") @Nullable Boolean active,
            @QueryParam("teamId") @Nullable UUID teamId,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        MemberFilter filter = new MemberFilter(active, teamId, text);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "members", "id", filter.toString());
        String after = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<Member> members = roll.list(filter, after == null ? null : UUID.fromString(after), page.fetchSize());
        return Page.cut(
                        members,
                        page,
                        last -> cursors.write(scope, List.of(last.id().toString())))
                .map(MemberView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public MemberView get(@PathParam("id") UUID id) {
        return MemberView.of(directory.getMember(id));
    }

    /** Creates a member under a new id. */
    @POST
    @RolesAllowed("admin")
    public MemberView create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid MemberRequest request) {
        return idempotency.once(
                key,
                List.of("members", request),
                MemberView.class,
                () -> MemberView.of(directory.save(member(ids.next(), request), null)));
    }

    /** Creates the member or changes it; a member who left is set to {@code active: false} and stays on record. */
    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    public MemberView put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid MemberRequest request) {
        return MemberView.of(directory.save(member(id, request), ifMatch));
    }

    private static Member member(UUID id, MemberRequest request) {
        return new Member(
                id,
                request.subject(),
                request.name(),
                request.email(),
                request.language(),
                Zones.read(request.zone()),
                request.teamIds() == null ? List.of() : request.teamIds(),
                request.active() == null || request.active(),
                0);
    }
}
