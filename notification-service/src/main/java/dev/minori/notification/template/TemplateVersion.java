package dev.minori.notification.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a template.
 *
 * @param version 1, 2, 3 …
 * @param revision grows with each change of the template, also of a draft or by its publication
 * @param publishedVersion the version of the template that messages are written with; null for none
 * @param publishedAt null while it is a draft
 * @param createdBy name of the person
 */
public record TemplateVersion(
        int version,
        long revision,
        TemplateDocument document,
        @Nullable Integer publishedVersion,
        @Nullable Instant publishedAt,
        String createdBy,
        Instant createdAt) {

    public boolean isPublished() {
        return publishedAt != null;
    }
}
