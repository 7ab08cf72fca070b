package dev.minori.notification.template.qute;

import dev.minori.notification.template.TextEngine;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Qute with everything left out that is not needed: no reflection, no CDI, no includes, no eval, no loops, no methods.
 * Values are looked up by exact name in one flat map; the only section is {@code if}. So a text cannot reach program
 * state, and its running time grows with its length alone.
 */
@ApplicationScoped
class QuteTextEngine implements TextEngine {
    private final Engine engine = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(new FlatValues())
            .strictRendering(true)
            .removeStandaloneLines(false)
            .build();

    @Override
    public Optional<String> problemOf(String text, Set<String> known) {
        Template template;
        try {
            template = engine.parse(text);
        } catch (TemplateException refused) {
            return Optional.of(firstLine(refused));
        }
        return template.getExpressions().stream()
                .map(expression -> problemOf(expression, known))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problemOf(Expression expression, Set<String> known) {
        if (expression.isLiteral()) {
            return Optional.empty();
        }
        List<Expression.Part> parts = expression.getParts();
        if (expression.hasNamespace() || parts.size() != 1 || parts.getFirst().isVirtualMethod()) {
            return Optional.of("only the name of a variable is allowed here: " + expression.toOriginalString());
        }
        String name = parts.getFirst().getName();
        return known.contains(name) ? Optional.empty() : Optional.of("unknown variable: " + name);
    }

    @Override
    public String fill(String text, Map<String, String> values, int maxChars) {
        StringBuilder filled = new StringBuilder();
        CompletionStage<Void> done = engine.parse(text)
                .instance()
                .data(values)
                .consume(piece ->
                        filled.append(piece, 0, Math.max(0, Math.min(piece.length(), maxChars - filled.length()))));
        done.toCompletableFuture().join();
        return filled.toString();
    }

    private static String firstLine(TemplateException refused) {
        String message = refused.getMessage();
        return message == null ? "cannot be read" : message.lines().findFirst().orElse("cannot be read");
    }

    /** Finds a value by its name in the map of values; an empty value counts as false in {@code if}. */
    private static final class FlatValues implements ValueResolver {
        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof Map<?, ?> && context.getParams().isEmpty();
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            Object value = context.getBase() instanceof Map<?, ?> values ? values.get(context.getName()) : null;
            return value == null ? Results.notFound(context) : CompletedStage.of(value);
        }
    }
}
