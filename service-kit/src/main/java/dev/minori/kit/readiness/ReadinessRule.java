package dev.minori.kit.readiness;

/** One way a configuration can be too dangerous to serve. Beans; all of them are asked at every readiness probe. */
public interface ReadinessRule {

    /** What a rule says. */
    sealed interface Verdict {}

    /** Nothing speaks against serving. */
    record Ok() implements Verdict {}

    /**
     * The service must not serve so.
     *
     * @param property the setting, as an administrator knows it, for example {@code MINORI_OIDC_ISSUER}
     * @param message what is wrong and what to do; never the value of a secret
     */
    record Refused(String property, String message) implements Verdict {}

    /** Nothing speaks against serving. */
    static Verdict ok() {
        return new Ok();
    }

    /** See {@link Refused}. */
    static Verdict refuse(String property, String message) {
        return new Refused(property, message);
    }

    /** Short name, for example {@code oidc-issuer}. */
    String name();

    Verdict check();

    /** Whether the rule also holds on a developer's machine; most hold in production only. */
    default boolean alsoLocally() {
        return false;
    }
}
