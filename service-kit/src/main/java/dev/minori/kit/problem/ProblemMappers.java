package dev.minori.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.kit.failure.Transience;
import dev.minori.kit.id.Ids;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Problems the code names, problems the framework finds, and everything nobody thought of. */
@Singleton
class ProblemMappers {
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Ids ids;

    ProblemMappers(Ids ids) {
        this.ids = ids;
    }

    @ServerExceptionMapper
    Response named(ProblemException problem, HttpHeaders request) {
        Response.ResponseBuilder answer =
                ProblemResponses.builder(problem.type(), problem.detail(), problem.errors(), null, request);
        if (problem.type() instanceof KitProblem known && known.passes()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response ofFramework(WebApplicationException failure, HttpHeaders request, UriInfo uri) {
        Response answer = failure.getResponse();
        if (answer.getStatus() < 400) {
            return answer;
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            return JsonProblems.of(json, request);
        }
        if (failure.getCause() != null && (answer.getStatus() == 400 || answer.getStatus() == 404)) {
            return ParameterProblems.of(failure, uri, request);
        }
        if (answer.getStatus() == 500) {
            return unforeseen(failure, request);
        }
        Response.ResponseBuilder problem = ProblemResponses.builder(
                KitProblem.ofStatus(answer.getStatus()), detail(failure), List.of(), null, request);
        if (answer.getStatus() == 405) {
            problem.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.of(CurrentRequestManager.get())));
        }
        copy(answer, problem, HttpHeaders.RETRY_AFTER);
        return problem.status(answer.getStatus()).build();
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, HttpHeaders request) {
        if (StaleWrites.isStale(failure)) {
            return named(ProblemException.stale(), request);
        }
        if (Transience.isTransient(failure)) {
            Log.warn("A request failed for the moment", failure);
            return ProblemResponses.builder(
                            KitProblem.UNAVAILABLE,
                            new Wording("少し待ってから、もう一度お試しください。", "Please try again in a moment."),
                            List.of(),
                            null,
                            request)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        UUID incident = ids.next();
        Log.errorf(failure, "Incident %s", incident);
        Wording detail =
                new Wording("サーバーの記録を調べるときは、incidentの番号をお使いください。", "The server's log tells more under this incident.");
        return ProblemResponses.builder(KitProblem.INTERNAL_ERROR, detail, List.of(), incident, request)
                .build();
    }

    private static void copy(Response from, Response.ResponseBuilder to, String header) {
        String value = from.getHeaderString(header);
        if (value != null) {
            to.header(header, value);
        }
    }

    private static Wording detail(WebApplicationException failure) {
        String message = failure.getMessage();
        if (message != null && !message.isBlank() && !message.startsWith("HTTP ")) {
            return Wording.same(message);
        }
        if (failure instanceof NotFoundException) {
            return new Wording("このアドレスには何もありません。", "There is nothing at this address.");
        }
        return KitProblem.ofStatus(failure.getResponse().getStatus()).title();
    }
}
