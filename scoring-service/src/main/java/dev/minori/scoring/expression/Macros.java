package dev.minori.scoring.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/**
 * {@code usage.sum(u, u.activeUsers)} and its kind. Each becomes a call of an internal function on a fold, because a fold
 * is what CEL's checker knows to bind a variable in; the translator reads the row's name and formula back out of it.
 */
final class Macros {
    /** The fold's own variable; no user can write a name with @. */
    private static final String ROWS = "@rows";

    private Macros() {}

    static List<CelMacro> all() {
        return List.of(
                aggregate("sum"),
                aggregate("avg"),
                aggregate("min"),
                aggregate("max"),
                aggregate("latest"),
                aggregate("exists"),
                aggregate("all"),
                filter());
    }

    private static CelMacro aggregate(String name) {
        return CelMacro.newReceiverMacro(
                name,
                2,
                (factory, target, arguments) -> Optional.of(
                        isName(arguments.get(0))
                                ? factory.newGlobalCall("@" + name, fold(factory, target, arguments))
                                : rowNameExpected(factory, arguments)));
    }

    private static CelMacro filter() {
        return CelMacro.newReceiverMacro(
                "filter",
                2,
                (factory, target, arguments) -> Optional.of(
                        isName(arguments.get(0))
                                ? factory.newGlobalCall("@filter", kept(factory, target, arguments))
                                : rowNameExpected(factory, arguments)));
    }

    private static boolean isName(CelExpr argument) {
        return argument.getKind() == CelExpr.ExprKind.Kind.IDENT;
    }

    private static CelExpr rowNameExpected(CelMacroExprFactory factory, List<CelExpr> arguments) {
        return factory.reportError(
                CelIssue.formatError(factory.getSourceLocation(arguments.get(0)), IssueTexts.ROW_NAME_EXPECTED));
    }

    private static CelExpr fold(CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments) {
        return fold(
                factory,
                target,
                arguments,
                factory.newGlobalCall("@append", factory.newIdentifier(ROWS), arguments.get(1)));
    }

    private static CelExpr kept(CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments) {
        CelExpr row = factory.newIdentifier(arguments.get(0).ident().name());
        return fold(
                factory,
                target,
                arguments,
                factory.newGlobalCall("@keep", factory.newIdentifier(ROWS), arguments.get(1), row));
    }

    private static CelExpr fold(CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments, CelExpr step) {
        return factory.fold(
                arguments.get(0).ident().name(),
                target,
                ROWS,
                factory.newList(),
                factory.newBoolLiteral(true),
                step,
                factory.newIdentifier(ROWS));
    }
}
