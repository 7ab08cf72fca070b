package dev.minori.scoring.record.rest;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.history.FactPages.Placed;
import dev.minori.scoring.history.FactPages.Position;
import dev.minori.scoring.history.FactPages.Question;
import dev.minori.scoring.history.FactSource.FactVersion;
import dev.minori.scoring.record.CustomerRecords;
import dev.minori.scoring.record.rest.RecordViews.ContactView;
import dev.minori.scoring.record.rest.RecordViews.MessageView;
import dev.minori.scoring.record.rest.RecordViews.SurveyResponseView;
import dev.minori.scoring.record.rest.RecordViews.TicketView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A customer's people, tickets, answers and mails, each with the link to its source record. */
@Path("/api/v1/customers/{customerId}")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class RecordResource {
    private final CustomerRecords records;
    private final Cursors cursors;

    RecordResource(CustomerRecords records, Cursors cursors) {
        this.records = records;
        this.cursors = cursors;
    }

    /** People at the customer by name. */
    @GET
    @Path("/contacts")
    public Page<ContactView> contacts(@PathParam("customerId") UUID customerId, @BeanParam RecordParameters asked) {
        return page(Dataset.CONTACT, customerId, asked, RecordViews::contact);
    }

    /** Tickets, the newest first. */
    @GET
    @Path("/tickets")
    public Page<TicketView> tickets(@PathParam("customerId") UUID customerId, @BeanParam RecordParameters asked) {
        return page(Dataset.TICKET, customerId, asked, RecordViews::ticket);
    }

    /** Answers to surveys, the newest first. */
    @GET
    @Path("/survey-responses")
    public Page<SurveyResponseView> surveyResponses(
            @PathParam("customerId") UUID customerId, @BeanParam RecordParameters asked) {
        return page(Dataset.SURVEY_RESPONSE, customerId, asked, RecordViews::surveyResponse);
    }

    /** Mails, the newest first. */
    @GET
    @Path("/messages")
    public Page<MessageView> messages(@PathParam("customerId") UUID customerId, @BeanParam RecordParameters asked) {
        return page(Dataset.MESSAGE, customerId, asked, RecordViews::message);
    }

    private <T> Page<T> page(Dataset dataset, UUID customerId, RecordParameters asked, Function<FactVersion, T> view) {
        UUID workspaceId = WorkspaceContext.current();
        PageRequest request = PageRequest.of(asked.limit, asked.cursor);
        CursorScope scope = CursorScope.of(
                workspaceId,
                "customer-" + dataset.wireName(),
                "order,id",
                customerId.toString(),
                String.valueOf(asked.asOf),
                String.valueOf(asked.knownAt));
        Position after = null;
        if (request.cursor() != null) {
            List<@Nullable String> position = cursors.read(scope, request.cursor());
            after = new Position(position.get(0), UUID.fromString(Objects.requireNonNull(position.get(1))));
        }
        Question question = new Question(workspaceId, dataset, customerId, asked.asOf, asked.knownAt);
        Page<Placed> page = Page.cut(
                records.page(question, after, request.fetchSize()),
                request,
                last -> cursors.write(
                        scope,
                        Arrays.asList(
                                last.position().value(),
                                last.position().factId().toString())));
        return page.map(placed -> view.apply(placed.fact()));
    }
}
