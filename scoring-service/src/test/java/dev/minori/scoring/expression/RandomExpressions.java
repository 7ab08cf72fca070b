package dev.minori.scoring.expression;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes well-typed expressions that nobody would think of. */
final class RandomExpressions {
    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"見積もり\"",
            "\"O'Brien\"",
            "\"%_\\\\\"",
            "\"ｱｯﾌﾟｾﾙ\"",
            "\"導入\"",
            "\"a\"",
            "\"Ａ\"",
            "\"𠮷野家\"",
            "\";--\"");
    private static final Map<String, Fields> SETS = Map.of(
            "usage", new Fields(List.of("activeUsers", "logins"), List.of(), List.of("day"), List.of()),
            "contracts",
                    new Fields(
                            List.of("seats", "mrr.amount"),
                            List.of("productName", "mrr.currency"),
                            List.of("startDate", "endDate", "lastDay", "noticeDeadline"),
                            List.of("autoRenew", "inForce")),
            "messages", new Fields(List.of(), List.of("subject", "text"), List.of(), List.of("inbound")),
            "surveyResponses",
                    new Fields(List.of("nps", "csat"), List.of("comment"), List.of("respondedOn"), List.of()));

    private final Random random;
    private String row = "";
    private Fields fields = new Fields(List.of(), List.of(), List.of(), List.of());

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    private record Fields(List<String> numbers, List<String> texts, List<String> dates, List<String> flags) {}

    String number(int depth) {
        if (depth <= 0 || random.nextInt(5) == 0) {
            return leafNumber();
        }
        int d = depth - 1;
        return switch (random.nextInt(row.isEmpty() ? 13 : 9)) {
            case 0 -> "(" + number(d) + " + " + number(d) + ")";
            case 1 -> "(" + number(d) + " - " + number(d) + ")";
            case 2 -> "(" + number(d) + " * " + number(d) + ")";
            case 3 -> "abs(0.0 + " + number(d) + ")";
            case 4 -> "orElse(" + number(d) + ", " + number(d) + ")";
            case 5 -> "(" + truth(d) + " ? " + number(d) + " : " + number(d) + ")";
            case 6 -> text(d) + ".length()";
            case 7 -> date(d) + ".daysUntil(" + date(d) + ")";
            case 8 -> date(d) + ".monthsUntil(" + date(d) + ")";
            case 9 -> records(d) + ".count()";
            case 10 -> aggregate("sum", d, () -> number(1));
            case 11 -> aggregate(pick(List.of("min", "max")), d, () -> number(1));
            default -> aggregate("latest", d, () -> number(1));
        };
    }

    String truth(int depth) {
        if (depth <= 0) {
            return leafTruth();
        }
        int d = depth - 1;
        return switch (random.nextInt(row.isEmpty() ? 14 : 12)) {
            case 0 -> "(" + truth(d) + " && " + truth(d) + ")";
            case 1 -> "(" + truth(d) + " || " + truth(d) + ")";
            case 2 -> "(!" + truth(d) + ")";
            case 3 -> "(" + number(d) + pick(List.of(" < ", " <= ", " > ", " >= ", " == ", " != ")) + number(d) + ")";
            case 4 -> "(" + text(d) + pick(List.of(" < ", " <= ", " > ", " >= ", " == ", " != ")) + text(d) + ")";
            case 5 -> "(" + date(d) + pick(List.of(" < ", " <= ", " > ", " == ")) + date(d) + ")";
            case 6 -> text(d) + pick(List.of(".contains(", ".startsWith(", ".endsWith(")) + text(d) + ")";
            case 7 -> text(d) + ".mentions([\"アップセル\", \"見積もり\", \"a\"])";
            case 8 -> "(" + text(d) + " in [\"a\", \"導入\", " + text(0) + "])";
            case 9 -> "known(" + number(d) + ")";
            case 10 -> "(" + number(d) + " / " + number(d) + " < 1e9)";
            case 11 -> "(" + truth(d) + " ? " + truth(d) + " : " + truth(d) + ")";
            case 12 -> aggregate("exists", d, () -> truth(1));
            default -> aggregate("all", d, () -> truth(1));
        };
    }

    String text(int depth) {
        if (depth <= 0 || random.nextInt(3) == 0) {
            List<String> names = row.isEmpty()
                    ? List.of("customer.name", "customer.phase", "customer.industry")
                    : ofRow(fields.texts());
            return names.isEmpty() || random.nextInt(3) == 0 ? pick(TEXTS) : pick(names);
        }
        int d = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> "orElse(" + text(d) + ", " + text(d) + ")";
            case 1 -> "(" + text(d) + " + " + text(d) + ")";
            case 2 -> "(" + truth(d) + " ? " + text(d) + " : " + text(d) + ")";
            default -> text(0);
        };
    }

    String date(int depth) {
        if (depth <= 0 || random.nextInt(3) == 0) {
            List<String> names = row.isEmpty() ? List.of("date(now)") : ofRow(fields.dates());
            return names.isEmpty() || random.nextInt(3) == 0
                    ? pick(List.of("today", "date(\"2026-08-31\")", "date(\"2024-02-29\")"))
                    : pick(names);
        }
        int d = depth - 1;
        return switch (random.nextInt(row.isEmpty() ? 4 : 3)) {
            case 0 -> "(" + date(d) + pick(List.of(" + ", " - ")) + period() + ")";
            case 1 -> "orElse(" + date(d) + ", " + date(d) + ")";
            case 2 ->
                "date(now" + pick(List.of(" + ", " - ")) + pick(List.of("hours(7)", "days(3)", "months(1)")) + ")";
            default -> {
                String set = pick(List.of("usage", "contracts", "surveyResponses"));
                yield inside(
                        set,
                        () -> "usage".equals(set)
                                ? "r.day"
                                : ofRow(fields.dates()).getFirst(),
                        "max");
            }
        };
    }

    private String leafNumber() {
        List<String> names = row.isEmpty() ? List.of("customer.employees", "health.points") : ofRow(fields.numbers());
        return names.isEmpty() || random.nextInt(3) == 0
                ? pick(List.of("0.0", "1.5", "-3.25", "12.0", "1000000.0", "0.1", "9007199254740993.0"))
                : pick(names);
    }

    private String leafTruth() {
        List<String> names = row.isEmpty()
                ? List.of("has(customer.industry)", "known(customer.phase)", "has(health.band)")
                : ofRow(fields.flags());
        return names.isEmpty() || random.nextInt(4) == 0 ? pick(List.of("true", "false")) : pick(names);
    }

    private String aggregate(String function, int depth, java.util.function.Supplier<String> formula) {
        return inside(pick(List.copyOf(SETS.keySet().stream().sorted().toList())), formula, function, depth);
    }

    private String inside(String set, java.util.function.Supplier<String> formula, String function) {
        return inside(set, formula, function, 0);
    }

    private String inside(String set, java.util.function.Supplier<String> formula, String function, int depth) {
        String records = records(set, depth);
        return records + "." + function + "(r, " + withRow(set, formula) + ")";
    }

    private String records(int depth) {
        return records(pick(SETS.keySet().stream().sorted().toList()), depth);
    }

    private String records(String set, int depth) {
        String records = set;
        if (random.nextBoolean()) {
            records += pick(List.of(".last(", ".previous(")) + period() + ")";
        }
        if (depth > 0 && random.nextInt(3) == 0) {
            records += ".filter(r, " + withRow(set, () -> truth(1)) + ")";
        }
        return records;
    }

    private String withRow(String set, java.util.function.Supplier<String> formula) {
        String outerRow = row;
        Fields outer = fields;
        row = "r";
        fields = SETS.get(set);
        try {
            return formula.get();
        } finally {
            row = outerRow;
            fields = outer;
        }
    }

    private String period() {
        return pick(List.of("days(28)", "days(1)", "weeks(2)", "months(1)", "months(6)", "years(1)", "days(0)"));
    }

    private List<String> ofRow(List<String> names) {
        return names.stream().map(name -> row + "." + name).toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
