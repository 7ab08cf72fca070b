package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a few words what an aggregate computes. */
final class AggregateTexts {
    private AggregateTexts() {}

    /** {@code last} or {@code previous} with its ISO 8601 span. */
    record Window(String function, String iso) {}

    static String japanese(
            Dataset dataset, List<Window> windows, String function, List<Attribute> attributes, boolean filtered) {
        String window = windows.stream()
                .map(each -> (each.function.equals("last") ? "直近" : "その前の") + span(each.iso, "日", "か月", "年", "時間"))
                .collect(Collectors.joining("・"));
        String fields = attributes.stream().map(Attribute::japanese).distinct().collect(Collectors.joining("・"));
        String what = switch (function) {
            case "count" -> "件数";
            case "sum" -> fields + "の合計";
            case "avg" -> fields + "の平均";
            case "min" -> fields + "の最小";
            case "max" -> fields + "の最大";
            case "latest" -> fields + "の最新";
            case "exists" -> fields + "が当てはまるもの";
            default -> fields + "がすべて当てはまること";
        };
        return dataset.japanese()
                + (window.isEmpty() ? "" : "(" + window + ")")
                + (filtered ? "のうち条件に合うもの" : "")
                + "の" + what;
    }

    static String english(
            Dataset dataset, List<Window> windows, String function, List<Attribute> attributes, boolean filtered) {
        String window = windows.stream()
                .map(each -> each.function + " " + span(each.iso, " days", " months", " years", " hours"))
                .collect(Collectors.joining(", "));
        String fields = attributes.stream().map(Attribute::english).distinct().collect(Collectors.joining(", "));
        return dataset.english()
                + (window.isEmpty() ? "" : " (" + window + ")")
                + (filtered ? ", matching records" : "")
                + ": " + function + (fields.isEmpty() ? "" : " of " + fields);
    }

    private static String span(String iso, String days, String months, String years, String hours) {
        String number = iso.replaceAll("[^0-9]", "");
        return switch (iso.charAt(iso.length() - 1)) {
            case 'D' -> number + days;
            case 'W' -> Integer.parseInt(number) * 7 + days;
            case 'M' -> number + months;
            case 'Y' -> number + years;
            default -> number + hours;
        };
    }
}
