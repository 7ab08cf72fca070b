package dev.minori.sync.workspace.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.workspace.DirectoryService;
import dev.minori.sync.workspace.Member;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
    private final Cursors cursors;

    MembersResource(DirectoryService directory, Cursors cursors) {
        this.directory = directory;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public Page<MemberView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "members", "id");
        String after = page.cursor() == null
                ? null
                : cursors.read(scope, page.cursor()).getFirst();
        List<Member> members = directory.listMembers(after == null ? null : UUID.fromString(after), page.fetchSize());
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

    /** Creates the member or changes it. */
    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    public MemberView put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid MemberRequest request) {
        Member wanted = new Member(
                id,
                request.subject(),
                request.name(),
                request.email(),
                request.language(),
                Zones.read(request.zone()),
                request.teamIds() == null ? List.of() : request.teamIds(),
                request.active() == null || request.active(),
                0);
        return MemberView.of(directory.save(wanted, ifMatch));
    }
}
