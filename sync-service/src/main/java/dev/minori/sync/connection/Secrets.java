package dev.minori.sync.connection;

import java.util.Map;
import java.util.Set;

/** Secrets of one connection by field name. */
public final class Secrets {
    private final Map<String, String> byField;

    public Secrets(Map<String, String> byField) {
        this.byField = Map.copyOf(byField);
    }

    /** The secret. Throws IllegalStateException if the connection lacks it. */
    public String get(String field) {
        String secret = byField.get(field);
        if (secret == null) {
            throw new IllegalStateException("the connection has no secret " + field);
        }
        return secret;
    }

    public Set<String> fields() {
        return byField.keySet();
    }

    /** These secrets, completed and overwritten by others. */
    public Secrets with(Secrets newer) {
        Map<String, String> all = new java.util.HashMap<>(byField);
        all.putAll(newer.byField);
        return new Secrets(all);
    }

    /** Only the secrets with these names. */
    public Secrets only(Set<String> fields) {
        Map<String, String> kept = new java.util.HashMap<>(byField);
        kept.keySet().retainAll(fields);
        return new Secrets(kept);
    }

    public boolean sameAs(Secrets other) {
        return byField.equals(other.byField);
    }

    @Override
    public String toString() {
        return "Secrets" + byField.keySet();
    }
}
