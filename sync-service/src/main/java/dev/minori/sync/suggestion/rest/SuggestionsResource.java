package dev.minori.sync.suggestion.rest;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.suggestion.SuggestionService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Suggests how an object could be mapped, with a reason for each choice. Keeps nothing. */
@Path("/api/v1/mapping-suggestions")
@RunOnVirtualThread
public class SuggestionsResource {
    private final SuggestionService suggestions;

    SuggestionsResource(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    /** Describes the object and looks at up to 100 of its records, without fields that look personal. */
    @POST
    @RolesAllowed({"integrator", "admin"})
    @Extension(name = SafeToRepeat.NAME, value = "a question: the source is only read, nothing is kept")
    public SuggestionView suggest(@Valid SuggestionRequest request) {
        return SuggestionView.of(
                suggestions.suggest(request.connectionId(), request.object(), dataset(request.dataset())));
    }

    private static @Nullable Dataset dataset(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Dataset.of(name);
        } catch (IllegalArgumentException _) {
            Wording detail = new Wording("「" + name + "」というデータの種類はありません。", "There is no dataset " + name + ".");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/dataset", "unknown-value", detail)));
        }
    }
}
