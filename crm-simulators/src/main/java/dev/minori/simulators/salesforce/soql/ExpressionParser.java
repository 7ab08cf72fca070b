package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.soql.Query.Call;
import dev.minori.simulators.salesforce.soql.Query.Expression;
import dev.minori.simulators.salesforce.soql.Query.Path;
import java.util.Locale;

/** Reads fields and functions of fields. */
final class ExpressionParser {

    private static final String CONVERT_TIMEZONE = "CONVERTTIMEZONE";

    private final TokenReader in;

    ExpressionParser(TokenReader in) {
        this.in = in;
    }

    Expression expression() {
        Token start = in.peek();
        Path path = in.path();
        return in.acceptSymbol("(") ? call(path, start) : path;
    }

    /** A function whose opening parenthesis was read. */
    Call call(Path name, Token start) {
        if (Function.notOffered(name.dotted())) {
            throw in.notOffered("function " + name.dotted().toUpperCase(Locale.ROOT) + "()");
        }
        Function function =
                Function.named(name.dotted()).orElseThrow(() -> in.malformed(start, "unexpected token: '('"));
        if (in.peek().isSymbol(")") && function == Function.COUNT) {
            in.expectSymbol(")");
            return new Call(function, null, false, start.position());
        }
        Path argument = in.path();
        boolean converted = argument.dotted().toUpperCase(Locale.ROOT).equals(CONVERT_TIMEZONE)
                && function.kind() == Function.Kind.DATE
                && in.acceptSymbol("(");
        if (converted) {
            argument = in.path();
            in.expectSymbol(")");
        }
        in.expectSymbol(")");
        return new Call(function, argument, converted, start.position());
    }
}
