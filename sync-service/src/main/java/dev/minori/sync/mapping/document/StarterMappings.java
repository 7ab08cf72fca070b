package dev.minori.sync.mapping.document;

import dev.minori.sync.mapping.MappingDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ready-made mappings for what most sources have, to begin with. */
@ApplicationScoped
public class StarterMappings {
    private static final List<String> KEYS = List.of(
            "salesforce-account",
            "salesforce-contact",
            "salesforce-contract",
            "salesforce-daily-usage",
            "salesforce-case",
            "salesforce-email-message",
            "kintone-customer",
            "kintone-survey-response");

    private final List<Starter> starters;

    StarterMappings() {
        this.starters = KEYS.stream().map(StarterMappings::read).toList();
    }

    /** One of them, under a name that stays. */
    public record Starter(String key, MappingDocument document) {
        /** The kind of source it is for. */
        public String system() {
            return key.substring(0, key.indexOf('-'));
        }
    }

    /** Those for a kind of source; customers first, because the others belong to them. */
    public List<Starter> listFor(String system) {
        return starters.stream()
                .filter(starter -> starter.system().equals(system))
                .toList();
    }

    private static Starter read(String key) {
        String resource = "/starter/mappings/" + key + ".yaml";
        try (InputStream in = StarterMappings.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new Starter(key, MappingFormat.YAML.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
