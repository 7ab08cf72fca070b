package dev.minori.scoring.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions and operators of minori-cel with their types. CEL's own standard library is switched off: what is not
 * declared here does not exist, and everything declared here has a translation to SQL.
 */
final class Functions {
    private static final CelType NUMBER = ValueType.NUMBER.celType();
    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType TEXT = ValueType.TEXT.celType();
    private static final CelType BOOLEAN = ValueType.BOOLEAN.celType();
    private static final CelType DATE = ValueType.DATE.celType();
    private static final CelType TIME = ValueType.TIME.celType();
    private static final CelType PERIOD = ValueType.PERIOD;
    private static final CelType HOURS = ValueType.HOURS;
    private static final CelType ANY = TypeParamType.create("T");
    private static final CelType ROWS = ListType.create(ANY);

    private final List<CelFunctionDecl> declarations = new ArrayList<>();

    private Functions() {}

    static List<CelFunctionDecl> declarations() {
        Functions functions = new Functions();
        functions.logic();
        functions.comparison();
        functions.arithmetic();
        functions.texts();
        functions.days();
        functions.records();
        return functions.declarations;
    }

    private void logic() {
        declare("_&&_", global("and", BOOLEAN, BOOLEAN, BOOLEAN));
        declare("_||_", global("or", BOOLEAN, BOOLEAN, BOOLEAN));
        declare("!_", global("not", BOOLEAN, BOOLEAN));
        List<CelOverloadDecl> choices = new ArrayList<>(numeric("choose", NUMBER, BOOLEAN));
        List<CelOverloadDecl> defaults = new ArrayList<>(numeric("or_else", NUMBER));
        List<CelOverloadDecl> known = new ArrayList<>();
        known.add(global("known_whole", BOOLEAN, WHOLE));
        for (ValueType type : ValueType.values()) {
            String name = name(type);
            if (type != ValueType.NUMBER) {
                choices.add(global("choose_" + name, type.celType(), BOOLEAN, type.celType(), type.celType()));
                defaults.add(global("or_else_" + name, type.celType(), type.celType(), type.celType()));
            }
            known.add(global("known_" + name, BOOLEAN, type.celType()));
        }
        declarations.add(CelFunctionDecl.newFunctionDeclaration("_?_:_", choices));
        declarations.add(CelFunctionDecl.newFunctionDeclaration("orElse", defaults));
        declarations.add(CelFunctionDecl.newFunctionDeclaration("known", known));
    }

    private void comparison() {
        for (String operator : List.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_")) {
            List<CelOverloadDecl> overloads = new ArrayList<>(numeric("compare" + operator, BOOLEAN));
            for (ValueType type : List.of(ValueType.TEXT, ValueType.DATE, ValueType.TIME)) {
                overloads.add(global("compare" + operator + name(type), BOOLEAN, type.celType(), type.celType()));
            }
            if (operator.equals("_==_") || operator.equals("_!=_")) {
                overloads.add(global("compare" + operator + "boolean", BOOLEAN, BOOLEAN, BOOLEAN));
            }
            declarations.add(CelFunctionDecl.newFunctionDeclaration(operator, overloads));
        }
        declare(
                "@in",
                global("in_text", BOOLEAN, TEXT, ListType.create(TEXT)),
                global("in_number", BOOLEAN, NUMBER, ListType.create(NUMBER)),
                global("in_whole", BOOLEAN, NUMBER, ListType.create(WHOLE)));
    }

    private void arithmetic() {
        List<CelOverloadDecl> plus = new ArrayList<>(numeric("add", NUMBER));
        List<CelOverloadDecl> minus = new ArrayList<>(numeric("subtract", NUMBER));
        plus.add(global("add_text", TEXT, TEXT, TEXT));
        plus.add(global("add_date_period", DATE, DATE, PERIOD));
        plus.add(global("add_time_period", TIME, TIME, PERIOD));
        plus.add(global("add_time_hours", TIME, TIME, HOURS));
        minus.add(global("subtract_date_period", DATE, DATE, PERIOD));
        minus.add(global("subtract_time_period", TIME, TIME, PERIOD));
        minus.add(global("subtract_time_hours", TIME, TIME, HOURS));
        declarations.add(CelFunctionDecl.newFunctionDeclaration("_+_", plus));
        declarations.add(CelFunctionDecl.newFunctionDeclaration("_-_", minus));
        declarations.add(CelFunctionDecl.newFunctionDeclaration("_*_", numeric("multiply", NUMBER)));
        declarations.add(CelFunctionDecl.newFunctionDeclaration("_/_", numeric("divide", NUMBER)));
        declare("-_", global("negate_number", NUMBER, NUMBER), global("negate_whole", NUMBER, WHOLE));
        declare("abs", global("abs_number", NUMBER, NUMBER));
    }

    private void texts() {
        for (String test : List.of("contains", "startsWith", "endsWith")) {
            declare(test, member(test + "_text", BOOLEAN, TEXT, TEXT));
        }
        declare("mentions", member("mentions_texts", BOOLEAN, TEXT, ListType.create(TEXT)));
        declare("length", member("length_text", NUMBER, TEXT));
    }

    private void days() {
        declare("date", global("date_of_time", DATE, TIME), global("date_of_text", DATE, TEXT));
        for (String unit : List.of("days", "weeks", "months", "years")) {
            declare(unit, global(unit + "_period", PERIOD, WHOLE));
        }
        declare("hours", global("hours_span", HOURS, WHOLE));
        declare("daysUntil", member("days_until_date", NUMBER, DATE, DATE));
        declare("monthsUntil", member("months_until_date", NUMBER, DATE, DATE));
    }

    private void records() {
        declare("last", member("last_rows", ROWS, ROWS, PERIOD));
        declare("previous", member("previous_rows", ROWS, ROWS, PERIOD));
        declare("count", member("count_rows", NUMBER, ROWS));
        // Made by the macros; no user can write a name with @.
        declare("@append", global("append_value", ROWS, ROWS, ANY));
        declare("@keep", global("keep_row", ROWS, ROWS, BOOLEAN, ANY));
        declare("@filter", global("filter_rows", ROWS, ROWS));
        declare("@exists", global("exists_row", BOOLEAN, ListType.create(BOOLEAN)));
        declare("@all", global("all_rows", BOOLEAN, ListType.create(BOOLEAN)));
        declare("@sum", numbersOf("sum"));
        declare("@avg", numbersOf("avg"));
        declare("@min", extremes("min"));
        declare("@max", extremes("max"));
        List<CelOverloadDecl> latest = new ArrayList<>();
        latest.add(global("latest_whole", NUMBER, ListType.create(WHOLE)));
        for (ValueType type : ValueType.values()) {
            latest.add(global("latest_" + name(type), type.celType(), ListType.create(type.celType())));
        }
        declarations.add(CelFunctionDecl.newFunctionDeclaration("@latest", latest));
    }

    private static CelOverloadDecl[] numbersOf(String name) {
        return new CelOverloadDecl[] {
            global(name + "_number", NUMBER, ListType.create(NUMBER)),
            global(name + "_whole", NUMBER, ListType.create(WHOLE))
        };
    }

    private static CelOverloadDecl[] extremes(String name) {
        return new CelOverloadDecl[] {
            global(name + "_number", NUMBER, ListType.create(NUMBER)),
            global(name + "_whole", NUMBER, ListType.create(WHOLE)),
            global(name + "_date", DATE, ListType.create(DATE)),
            global(name + "_time", TIME, ListType.create(TIME))
        };
    }

    /** Overloads for two numbers after the leading parameters, each a decimal or a whole literal. */
    private static List<CelOverloadDecl> numeric(String id, CelType result, CelType... leading) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType left : List.of(NUMBER, WHOLE)) {
            for (CelType right : List.of(NUMBER, WHOLE)) {
                List<CelType> parameters = new ArrayList<>(List.of(leading));
                parameters.add(left);
                parameters.add(right);
                overloads.add(CelOverloadDecl.newGlobalOverload(
                        id + "_" + left.name() + "_" + right.name(), result, parameters));
            }
        }
        return overloads;
    }

    private static String name(ValueType type) {
        return type.celType().name();
    }

    private static CelOverloadDecl global(String id, CelType result, CelType... parameters) {
        return CelOverloadDecl.newGlobalOverload(id, result, parameters);
    }

    private static CelOverloadDecl member(String id, CelType result, CelType... parameters) {
        return CelOverloadDecl.newMemberOverload(id, result, parameters);
    }

    private void declare(String name, CelOverloadDecl... overloads) {
        declarations.add(CelFunctionDecl.newFunctionDeclaration(name, overloads));
    }
}
