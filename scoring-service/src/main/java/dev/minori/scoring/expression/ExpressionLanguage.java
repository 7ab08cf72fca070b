package dev.minori.scoring.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads minori-cel: parses, checks against the vocabulary of a scope, and refuses what cannot become SQL. */
@ApplicationScoped
public class ExpressionLanguage {
    /** Longer expressions are refused, in code points. */
    public static final int MAX_LENGTH = 4_000;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NODES = 500;

    private final Map<Scope, CelCompiler> compilers = new EnumMap<>(Scope.class);

    public ExpressionLanguage() {
        for (Scope scope : Scope.values()) {
            compilers.put(scope, compiler(scope));
        }
    }

    /** The expression, or InvalidExpressionException with everything that is wrong with it. */
    public Expression compile(Scope scope, String text) {
        CelCompiler compiler = compilers.get(scope);
        if (compiler == null) {
            throw new IllegalStateException("no compiler for " + scope);
        }
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            throw new InvalidExpressionException(IssueTexts.of(result.getErrors()));
        }
        try {
            return new Expression(text, scope, result.getAst());
        } catch (CelValidationException e) {
            throw new InvalidExpressionException(IssueTexts.of(e.getErrors()));
        }
    }

    /** As {@link #compile(Scope, String)}, and the result must have this type. */
    public Expression compile(Scope scope, String text, ValueType expected) {
        Expression expression = compile(scope, text);
        if (expression.type() != expected) {
            throw new InvalidExpressionException(List.of(new ExpressionIssue(
                    1,
                    1,
                    "wrong-result",
                    "式の結果は" + expected.japanese() + "でなければなりません(いまは"
                            + expression.type().japanese() + ")。",
                    "The result must be " + expected.english() + ", but is "
                            + expression.type().english() + ".")));
        }
        return expression;
    }

    private static CelCompiler compiler(Scope scope) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardMacros(CelStandardMacro.HAS)
                .addMacros(Macros.all())
                .setTypeProvider(new RowTypes(scope))
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAX_LENGTH)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .maxParseExpressionNodeCount(MAX_NODES)
                        .build())
                .addFunctionDeclarations(Functions.declarations())
                .addVar("today", ValueType.DATE.celType())
                .addVar("now", ValueType.TIME.celType());
        scope.rows().forEach((name, row) -> builder.addVar(name, row.type().celType()));
        Vocabulary.recordSetsByName()
                .forEach((name, set) ->
                        builder.addVar(name, ListType.create(set.rowType().celType())));
        return builder.build();
    }

    /** The row types a scope knows. */
    private static final class RowTypes implements CelTypeProvider {
        private final ImmutableMap<String, CelType> types;

        RowTypes(Scope scope) {
            Map<String, CelType> known = new LinkedHashMap<>();
            scope.rows().values().forEach(row -> known.putAll(row.type().celTypes()));
            Vocabulary.recordSetsByName()
                    .values()
                    .forEach(set -> known.putAll(set.rowType().celTypes()));
            types = ImmutableMap.copyOf(known);
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return types.values();
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(types.get(name));
        }
    }
}
