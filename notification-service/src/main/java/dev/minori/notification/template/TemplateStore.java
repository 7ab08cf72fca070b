package dev.minori.notification.template;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the template versions of the current workspace. Every method needs a transaction. */
public interface TemplateStore {
    /** The newest version of every template, by key, beginning behind this one. */
    List<TemplateVersion> listNewest(String behindKey, int limit);

    /** Versions of a template, the newest first, beginning behind this one. */
    List<TemplateVersion> listVersions(String key, int before, int limit);

    Optional<TemplateVersion> findVersion(String key, int version);

    /** The newest version; with {@code lock} nobody else adds or changes one until the transaction ends. */
    Optional<TemplateVersion> findNewest(String key, boolean lock);

    /** The newest published version. */
    Optional<TemplateVersion> findPublished(String key);

    void insert(TemplateVersion version);

    /** Replaces a draft. */
    void replaceDraft(TemplateVersion version);

    void publish(String key, int version, Instant now);
}
