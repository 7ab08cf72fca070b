package dev.minori.kit.erasure.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.erasure.ErasureLedger;
import dev.minori.kit.erasure.Erasures;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Who was erased here, and erasing them again: after a backup of one service is restored, the entries that another
 * service lists are sent to it.
 */
@Path("/api/v1/erasures")
@RolesAllowed("admin")
@RunOnVirtualThread
public class ErasuresResource {
    private final ErasureLedger ledger;
    private final Erasures erasures;
    private final Cursors cursors;

    ErasuresResource(ErasureLedger ledger, Erasures erasures, Cursors cursors) {
        this.ledger = ledger;
        this.erasures = erasures;
        this.cursors = cursors;
    }

    /** What to erase once more. */
    record Replay(@NotNull @Size(min = 1, max = 200) List<@Valid @NotNull ErasureView> erasures) {}

    /** How many erasures were done again. */
    record Replayed(int erasures) {}

    @GET
    public Page<ErasureView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "erasures", "erasureId");
        UUID after = page.cursor() == null
                ? null
                : UUID.fromString(Objects.requireNonNull(
                        cursors.read(scope, page.cursor()).getFirst()));
        return Page.cut(
                        ledger.list(after, page.fetchSize()),
                        page,
                        entry -> cursors.write(
                                scope, List.of(entry.erasure().erasureId().toString())))
                .map(ErasureView::of);
    }

    /** Erases once more. Doing it again is harmless: what is gone is gone. */
    @POST
    @Path("/replays")
    @Extension(name = SafeToRepeat.NAME, value = "what is erased is only erased once more")
    public Replayed replay(@NotNull @Valid Replay replay) {
        erasures.replay(replay.erasures().stream().map(ErasureView::toErasure).toList());
        return new Replayed(replay.erasures().size());
    }
}
