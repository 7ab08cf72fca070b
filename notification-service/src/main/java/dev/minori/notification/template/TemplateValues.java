package dev.minori.notification.template;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The values of one message, cleaned and written the way readers of its language expect. */
final class TemplateValues {
    /** Values that every template may use without declaring them. */
    static final Set<String> BUILT_IN = Set.of("recipientName", "workspaceName");

    private static final int MAX_VALUE_CHARS = 4_000;
    private static final Pattern CONSOLE_PATH = Pattern.compile("/(?!/)[A-Za-z0-9/_.~?=&%#-]{0,500}");

    private TemplateValues() {}

    /** The names that texts of this document may use. */
    static Set<String> names(List<TemplateVariable> variables) {
        Set<String> names = new HashSet<>(BUILT_IN);
        variables.forEach(variable -> names.add(variable.name()));
        return names;
    }

    /** A value for every name, empty where there is none. Throws {@link MissingValues} if a required one is empty. */
    static Map<String, String> of(
            TemplateDocument document, MessageLanguage language, MessageContext context, String consoleUrl) {
        Map<String, String> values = new HashMap<>();
        values.put("recipientName", SafeText.singleLine(context.recipientName(), 200));
        values.put("workspaceName", SafeText.singleLine(context.workspaceName(), 200));
        for (TemplateVariable variable : document.variables()) {
            String raw = lookUp(context.data(), variable.name(), language);
            values.put(variable.name(), write(variable.kind(), raw, language, consoleUrl));
        }
        List<String> missing = document.variables().stream()
                .filter(TemplateVariable::required)
                .map(TemplateVariable::name)
                .filter(name -> values.getOrDefault(name, "").isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingValues(document.key(), missing);
        }
        return values;
    }

    private static String lookUp(Map<String, String> data, String name, MessageLanguage language) {
        String exact = data.get(name + "." + language.code());
        return exact != null ? exact : data.getOrDefault(name, "");
    }

    private static String write(TemplateVariable.Kind kind, String raw, MessageLanguage language, String consoleUrl) {
        return switch (kind) {
            case TEXT -> SafeText.multiline(raw, MAX_VALUE_CHARS).strip();
            case DATE -> date(SafeText.singleLine(raw, 40), language);
            case LINK -> CONSOLE_PATH.matcher(raw).matches() ? consoleUrl + raw : "";
        };
    }

    private static String date(String raw, MessageLanguage language) {
        String pattern = switch (language) {
            case JA -> "uuuu年M月d日(E)";
            case EN -> "EEE d MMM uuuu";
        };
        try {
            return LocalDate.parse(raw).format(DateTimeFormatter.ofPattern(pattern, language.locale()));
        } catch (DateTimeParseException _) {
            return raw;
        }
    }
}
