package dev.minori.kit.problem;

import jakarta.validation.ConstraintViolation;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Codes and sentences of Bean Validation's constraints. */
final class ConstraintNames {
    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

    private ConstraintNames() {}

    /** {@code required} for the constraints that ask for presence, else the constraint's name in lower case. */
    static String code(Class<? extends Annotation> constraint) {
        String name = constraint.getSimpleName();
        return REQUIRED.contains(name)
                ? "required"
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Our sentences for the common constraints; any other speaks with its own message. */
    static Wording wording(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        if (!violation.getMessageTemplate().startsWith("{jakarta.validation.")) {
            return Wording.same(violation.getMessage());
        }
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> new Wording("必須です。", "This is required.");
            case "Size" -> size(attributes);
            case "Min", "DecimalMin" ->
                new Wording(
                        "%s以上にしてください。".formatted(attributes.get("value")),
                        "Must be at least %s.".formatted(attributes.get("value")));
            case "Max", "DecimalMax" ->
                new Wording(
                        "%s以下にしてください。".formatted(attributes.get("value")),
                        "Must be at most %s.".formatted(attributes.get("value")));
            case "Email" -> new Wording("メールアドレスの形式にしてください。", "Must be an e-mail address.");
            case "Pattern" ->
                new Wording(
                        "正しい形式ではありません(%s)。".formatted(attributes.get("regexp")),
                        "Does not match %s.".formatted(attributes.get("regexp")));
            default -> Wording.same(violation.getMessage());
        };
    }

    private static Wording size(Map<String, Object> attributes) {
        Object min = attributes.get("min");
        Object max = attributes.get("max");
        if (Integer.valueOf(Integer.MAX_VALUE).equals(max)) {
            return new Wording("長さまたは件数は%s以上にしてください。".formatted(min), "Size must be at least %s.".formatted(min));
        }
        return new Wording(
                "長さまたは件数は%sから%sまでにしてください。".formatted(min, max), "Size must be from %s to %s.".formatted(min, max));
    }
}
