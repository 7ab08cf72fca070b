package dev.minori.notification.recipient.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.security.Actor;
import dev.minori.notification.page.NamedPages;
import dev.minori.notification.recipient.RecipientService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Who can be told, and what stands in the way. */
@Path("/api/v1/recipients")
@RunOnVirtualThread
public class RecipientResource {
    private final RecipientService recipients;
    private final NamedPages pages;
    private final Actor actor;

    RecipientResource(RecipientService recipients, NamedPages pages, Actor actor) {
        this.recipients = recipients;
        this.pages = pages;
        this.actor = actor;
    }

    /** Members by name, also those who left. */
    @GET
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public Page<RecipientView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.page(
                        "recipients",
                        PageRequest.of(limit, cursor),
                        (behind, rows) -> recipients.list(behind.name(), behind.id(), rows),
                        recipient -> new NamedPages.Place(recipient.name(), recipient.memberId()))
                .map(RecipientView::of);
    }

    /** The person who asks. */
    @GET
    @Path("/me")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public RecipientView me() {
        return RecipientView.of(recipients.getBySubject(actor.subject()));
    }

    /** One member. */
    @GET
    @Path("/{memberId}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public RecipientView get(@PathParam("memberId") UUID memberId) {
        return RecipientView.of(recipients.get(memberId));
    }

    /** Sends mail to a refused address again; an address that is not refused stays as it is. */
    @DELETE
    @Path("/{memberId}/suppression")
    @Extension(name = SafeToRepeat.NAME, value = "what is lifted stays lifted")
    @RolesAllowed({"manager", "cs-ops", "admin"})
    public RecipientView lift(@PathParam("memberId") UUID memberId) {
        return RecipientView.of(recipients.lift(memberId));
    }
}
