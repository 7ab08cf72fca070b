package dev.minori.sync.mapping.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A formula over source fields, checked against their types.
 *
 * <p>An empty field is unknown, and so is every error (division by zero, a text that is no date): the result is then
 * null. {@code ||}, {@code &&} and {@code ?:} decide with what is known, as SQL does.
 */
public final class Formula {
    private final CelRuntime.Program program;
    private final FormulaType type;
    private final Map<String, String> aliases;

    private Formula(CelRuntime.Program program, FormulaType type, Map<String, String> aliases) {
        this.program = program;
        this.type = type;
        this.aliases = Map.copyOf(aliases);
    }

    /** Compiles a formula. Throws {@link FormulaException} with every mistake and its column. */
    public static Formula compile(String text, SourceSchema schema) throws FormulaException {
        FormulaRewriter.Rewritten rewritten = FormulaRewriter.rewrite(text);
        CelCompilerBuilder compiler = MinoriCel.compiler();
        declare(compiler, rewritten, schema);
        CelValidationResult checked = compiler.build().compile(rewritten.cel());
        if (checked.hasError()) {
            throw new FormulaException(checked.getErrors().stream()
                    .map(issue -> issue(issue, rewritten))
                    .toList());
        }
        try {
            return new Formula(
                    MinoriCel.RUNTIME.createProgram(checked.getAst()),
                    typeOf(checked.getAst().getResultType()),
                    rewritten.fields());
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalStateException("a checked formula cannot be planned: " + text, broken);
        }
    }

    /** Codes of the fields that a formula names; none if it is too broken to tell. */
    public static Set<String> codesIn(String text) {
        try {
            return Set.copyOf(FormulaRewriter.rewrite(text).fields().keySet());
        } catch (FormulaException _) {
            return Set.of();
        }
    }

    /** What the formula results in. */
    public FormulaType type() {
        return type;
    }

    /** Codes of the fields it reads. */
    public Set<String> fields() {
        return aliases.keySet();
    }

    /** The result for a record: String, BigDecimal, Boolean, LocalDate, Instant, a list of texts, or null if unknown. */
    public @Nullable Object evaluate(SourceRecord record) {
        Map<String, Object> variables = new HashMap<>();
        aliases.forEach((code, alias) -> {
            Object value = bound(record.value(code));
            variables.put("known_" + alias, value != null);
            if (value != null) {
                variables.put(alias, value);
            }
        });
        try {
            Object result = program.eval(variables);
            return result instanceof com.google.protobuf.NullValue || result instanceof dev.cel.common.values.NullValue
                    ? null
                    : result;
        } catch (CelEvaluationException _) {
            return null;
        }
    }

    private static void declare(CelCompilerBuilder compiler, FormulaRewriter.Rewritten rewritten, SourceSchema schema)
            throws FormulaException {
        List<FormulaIssue> unknown = new ArrayList<>();
        rewritten.fields().forEach((code, alias) -> {
            SourceField field = schema.field(code).filter(SourceField::readable).orElse(null);
            if (field == null) {
                unknown.add(new FormulaIssue(
                        1,
                        "unknown-field",
                        new Wording(
                                "「" + code + "」という項目は" + schema.label() + "にありません。",
                                schema.label() + " has no field " + code + ".")));
            } else {
                compiler.addVar(alias, celType(field.type())).addVar("known_" + alias, SimpleType.BOOL);
            }
        });
        if (!unknown.isEmpty()) {
            throw new FormulaException(unknown);
        }
    }

    private static FormulaIssue issue(CelIssue issue, FormulaRewriter.Rewritten rewritten) {
        int column = rewritten.column(Math.max(0, issue.getSourceLocation().getColumn()));
        return new FormulaIssue(
                column,
                "formula",
                new Wording(column + "文字目: " + issue.getMessage(), "Column " + column + ": " + issue.getMessage()));
    }

    private static CelType celType(SourceType type) {
        return switch (type) {
            case TEXT, STRUCTURE -> SimpleType.STRING;
            case NUMBER -> MinoriCel.DECIMAL;
            case FLAG -> SimpleType.BOOL;
            case DAY -> MinoriCel.DAY;
            case MOMENT -> SimpleType.TIMESTAMP;
            case TEXTS -> ListType.create(SimpleType.STRING);
        };
    }

    private static FormulaType typeOf(CelType type) {
        if (type.equals(MinoriCel.DECIMAL)) {
            return FormulaType.NUMBER;
        }
        if (type.equals(MinoriCel.DAY)) {
            return FormulaType.DAY;
        }
        return switch (type.kind()) {
            case STRING -> FormulaType.TEXT;
            case BOOL -> FormulaType.FLAG;
            case TIMESTAMP -> FormulaType.MOMENT;
            case LIST -> FormulaType.TEXTS;
            case NULL_TYPE -> FormulaType.NOTHING;
            default -> FormulaType.OTHER;
        };
    }

    private static @Nullable Object bound(@Nullable SourceValue value) {
        return switch (value) {
            case null -> null;
            case SourceValue.Text(String text) -> text;
            case SourceValue.Numeric(var number) -> number;
            case SourceValue.Flag(boolean flag) -> flag;
            case SourceValue.Day(var day) -> day;
            case SourceValue.Moment(Instant moment) -> moment;
            case SourceValue.Texts(var texts) -> texts;
            case SourceValue.Structure(String json) -> json;
            case SourceValue.Unreadable _ -> null;
        };
    }
}
