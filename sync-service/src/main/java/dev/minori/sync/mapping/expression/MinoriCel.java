package dev.minori.sync.mapping.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CEL as mappings speak it: every number is an exact decimal, days are a type of their own, texts compare by code
 * point, there are no regular expressions. Arithmetic, comparison and equality are ours; logic, conditions and text
 * functions are the standard library's.
 */
final class MinoriCel {
    static final CelType DECIMAL = OpaqueType.create("decimal");
    static final CelType DAY = OpaqueType.create("date");

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(8_000)
            .maxParseRecursionDepth(60)
            .comprehensionMaxIterations(1_000)
            .build();
    private static final Map<String, List<Overload>> FUNCTIONS = functions();

    /** Evaluates checked formulas. */
    static final CelRuntime RUNTIME = runtime();

    private MinoriCel() {}

    /** A compiler with our types and functions; the caller adds the variables. */
    static CelCompilerBuilder compiler() {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.FILTER)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(
                                StandardFunction.CONDITIONAL,
                                StandardFunction.LOGICAL_AND,
                                StandardFunction.LOGICAL_OR,
                                StandardFunction.LOGICAL_NOT,
                                StandardFunction.NOT_STRICTLY_FALSE,
                                StandardFunction.CONTAINS,
                                StandardFunction.STARTS_WITH,
                                StandardFunction.ENDS_WITH,
                                StandardFunction.INDEX)
                        .build());
        FUNCTIONS.forEach((name, overloads) -> compiler.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                name, overloads.stream().map(Overload::declaration).toList())));
        return compiler;
    }

    private static CelRuntime runtime() {
        var runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .includeFunctions(
                                CelStandardFunctions.StandardFunction.LOGICAL_NOT,
                                CelStandardFunctions.StandardFunction.NOT_STRICTLY_FALSE,
                                CelStandardFunctions.StandardFunction.CONTAINS,
                                CelStandardFunctions.StandardFunction.STARTS_WITH,
                                CelStandardFunctions.StandardFunction.ENDS_WITH,
                                CelStandardFunctions.StandardFunction.INDEX)
                        .build());
        FUNCTIONS.forEach((name, overloads) -> runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(
                name, overloads.stream().map(Overload::binding).toList())));
        return runtime.build();
    }

    private static Map<String, List<Overload>> functions() {
        Functions all = new Functions();
        arithmetic(all);
        comparison(all, "_<_", "lt", true, false);
        comparison(all, "_<=_", "le", true, true);
        comparison(all, "_>_", "gt", false, false);
        comparison(all, "_>=_", "ge", false, true);
        equality(all);
        conversions(all);
        return all.byName;
    }

    private static void arithmetic(Functions all) {
        Class<BigDecimal> number = BigDecimal.class;
        all.binary("_+_", "add_number", DECIMAL, DECIMAL, DECIMAL, number, number, BigDecimal::add);
        all.binary(
                "_+_",
                "add_text",
                SimpleType.STRING,
                SimpleType.STRING,
                SimpleType.STRING,
                String.class,
                String.class,
                String::concat);
        all.binary("_-_", "subtract_number", DECIMAL, DECIMAL, DECIMAL, number, number, BigDecimal::subtract);
        all.binary("_*_", "multiply_number", DECIMAL, DECIMAL, DECIMAL, number, number, BigDecimal::multiply);
        all.binary(
                "_/_",
                "divide_number",
                DECIMAL,
                DECIMAL,
                DECIMAL,
                number,
                number,
                (a, b) -> a.divide(b, MathContext.DECIMAL128));
        all.binary("_%_", "modulo_number", DECIMAL, DECIMAL, DECIMAL, number, number, BigDecimal::remainder);
        all.unary("-_", "negate_number", DECIMAL, DECIMAL, number, BigDecimal::negate);
    }

    /** The comparison holds for smaller values if {@code less}, else for greater ones, and for equal ones if so told. */
    private static void comparison(Functions all, String name, String id, boolean less, boolean equal) {
        CelType bool = SimpleType.BOOL;
        all.binary(
                name,
                id + "_number",
                bool,
                DECIMAL,
                DECIMAL,
                BigDecimal.class,
                BigDecimal.class,
                (a, b) -> holds(a.compareTo(b), less, equal));
        all.binary(
                name,
                id + "_text",
                bool,
                SimpleType.STRING,
                SimpleType.STRING,
                String.class,
                String.class,
                (a, b) -> holds(
                        Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()), less, equal));
        all.binary(
                name,
                id + "_day",
                bool,
                DAY,
                DAY,
                LocalDate.class,
                LocalDate.class,
                (a, b) -> holds(a.compareTo(b), less, equal));
        all.binary(
                name,
                id + "_moment",
                bool,
                SimpleType.TIMESTAMP,
                SimpleType.TIMESTAMP,
                Instant.class,
                Instant.class,
                (a, b) -> holds(a.compareTo(b), less, equal));
    }

    private static void equality(Functions all) {
        CelType any = TypeParamType.create("A");
        all.binary("_==_", "equal", SimpleType.BOOL, any, any, Object.class, Object.class, MinoriCel::same);
        all.binary("_!=_", "unequal", SimpleType.BOOL, any, any, Object.class, Object.class, (a, b) -> !same(a, b));
        all.binary(
                "@in",
                "in_list",
                SimpleType.BOOL,
                any,
                ListType.create(any),
                Object.class,
                List.class,
                (a, list) -> ((List<?>) list).stream().anyMatch(item -> same(a, item)));
    }

    private static void conversions(Functions all) {
        all.unary("decimal", "decimal_of_text", DECIMAL, SimpleType.STRING, String.class, BigDecimal::new);
        all.unary("date", "date_of_text", DAY, SimpleType.STRING, String.class, LocalDate::parse);
        all.unary(
                "string",
                "text_of_number",
                SimpleType.STRING,
                DECIMAL,
                BigDecimal.class,
                number -> number.stripTrailingZeros().toPlainString());
        all.unary("string", "text_of_day", SimpleType.STRING, DAY, LocalDate.class, LocalDate::toString);
        all.unary("string", "text_of_text", SimpleType.STRING, SimpleType.STRING, String.class, text -> text);
        all.unary(
                "size",
                "size_of_text",
                DECIMAL,
                SimpleType.STRING,
                String.class,
                text -> BigDecimal.valueOf(text.codePointCount(0, text.length())));
        all.unary(
                "size",
                "size_of_list",
                DECIMAL,
                ListType.create(TypeParamType.create("A")),
                List.class,
                list -> BigDecimal.valueOf(list.size()));
        all.binary(
                "plusDays",
                "plus_days",
                DAY,
                DAY,
                DECIMAL,
                LocalDate.class,
                BigDecimal.class,
                (day, days) -> day.plusDays(days.longValueExact()));
        all.binary(
                "plusMonths",
                "plus_months",
                DAY,
                DAY,
                DECIMAL,
                LocalDate.class,
                BigDecimal.class,
                (day, months) -> day.plusMonths(months.longValueExact()));
    }

    private static boolean holds(int order, boolean less, boolean equal) {
        return order == 0 ? equal : less == (order < 0);
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return a.equals(b);
    }

    private record Overload(CelOverloadDecl declaration, CelFunctionBinding binding) {}

    /** Collects overloads, each with its declaration and its binding. */
    private static final class Functions {
        private final Map<String, List<Overload>> byName = new LinkedHashMap<>();

        <T> void unary(
                String name,
                String id,
                CelType result,
                CelType arg,
                Class<T> type,
                CelFunctionOverload.Unary<T> apply) {
            add(
                    name,
                    new Overload(
                            CelOverloadDecl.newGlobalOverload(id, result, arg),
                            CelFunctionBinding.from(id, type, apply)));
        }

        <T, U> void binary(
                String name,
                String id,
                CelType result,
                CelType first,
                CelType second,
                Class<T> firstType,
                Class<U> secondType,
                CelFunctionOverload.Binary<T, U> apply) {
            add(
                    name,
                    new Overload(
                            CelOverloadDecl.newGlobalOverload(id, result, first, second),
                            CelFunctionBinding.from(id, firstType, secondType, apply)));
        }

        private void add(String name, Overload overload) {
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
        }
    }
}
