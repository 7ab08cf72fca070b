package dev.minori.sync.intake.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.intake.Admission;
import dev.minori.sync.intake.Incoming;
import dev.minori.sync.intake.IntakeKeys;
import dev.minori.sync.intake.IntakeResult;
import dev.minori.sync.intake.IntakeService;
import dev.minori.sync.intake.KeyText;
import dev.minori.sync.intake.body.BatchReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where core systems send their records. A key lets in, nothing else does. */
@Path("/api/v1/intake/{connectionId}/{object}")
@RunOnVirtualThread
public class IntakeResource {
    private static final String LINES = "application/x-ndjson";
    private static final String KEY = "Minori-Key";

    private final IntakeKeys keys;
    private final IntakeService intake;
    private final Actor actor;

    IntakeResource(IntakeKeys keys, IntakeService intake, Actor actor) {
        this.keys = keys;
        this.intake = intake;
        this.actor = actor;
    }

    /**
     * Takes up to 1,000 records and 5 MB: an array of JSON objects, or an object a line; gzip is accepted. Each has an
     * {@code id}: the same content once more is nothing, other content is a new version, and of two versions the one with
     * the newer {@code updatedAt} stays. What is answered is committed.
     *
     * @param key a key of the connection
     * @param backfill whether these are records of the past, of which nobody is to be told
     */
    @POST
    @PermitAll
    @ResponseStatus(202)
    @Extension(name = SafeToRepeat.NAME, value = "a record's id and content tell that it came before")
    @Consumes({MediaType.APPLICATION_JSON, LINES})
    public IntakeView take(
            @PathParam("connectionId") UUID connectionId,
            @PathParam("object") String object,
            @HeaderParam(KEY) @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @QueryParam("backfill") @DefaultValue("false") boolean backfill,
            byte[] body) {
        KeyText presented = presented(key);
        IntakeResult result = WorkspaceContext.call(presented.workspaceId(), () -> {
            admit(connectionId, presented);
            String name = ObjectNames.require(object);
            boolean lines = type != null && type.startsWith(LINES);
            List<Incoming> batch = BatchReader.read(body, encoding, lines);
            return intake.take(connectionId, name, batch, backfill);
        });
        return IntakeView.of(result);
    }

    private KeyText presented(@Nullable String key) {
        if (!actor.isSystem()) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Wording(
                            "ここではアクセストークンではなく、連携先のキーを" + KEY + "ヘッダーで送ってください。",
                            "No access token lets in here; send a key of the connection in " + KEY + "."));
        }
        return key == null ? unknown() : KeyText.parse(key.strip()).orElseGet(IntakeResource::unknown);
    }

    private void admit(UUID connectionId, KeyText presented) {
        switch (keys.admit(connectionId, presented)) {
            case Admission.Admitted() -> {}
            case Admission.Unknown() -> unknown();
            case Admission.TooOften(long seconds) ->
                throw new ClientErrorException(Response.status(KitProblem.TOO_MANY_REQUESTS.status())
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build());
        }
    }

    private static KeyText unknown() {
        throw new ProblemException(
                KitProblem.UNAUTHENTICATED,
                new Wording(
                        "この連携先の有効なキーを" + KEY + "ヘッダーで送ってください。",
                        "Send a valid key of the connection in the header " + KEY + "."));
    }
}
