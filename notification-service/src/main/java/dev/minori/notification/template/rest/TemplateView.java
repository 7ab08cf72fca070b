package dev.minori.notification.template.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.notification.template.MessageLanguage;
import dev.minori.notification.template.TemplateCodec;
import dev.minori.notification.template.TemplateVersion;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a template.
 *
 * @param nameJa Japanese name
 * @param nameEn English name
 * @param publishedVersion the version that messages are written with; null while none was published
 * @param publishedAt null for a draft
 * @param document the template itself
 */
public record TemplateView(
        String key,
        @Nullable String nameJa,
        @Nullable String nameEn,
        long version,
        @Nullable Integer publishedVersion,
        @Nullable Instant publishedAt,
        String createdBy,
        Instant createdAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String document) {

    static TemplateView of(TemplateVersion version, TemplateCodec codec) {
        Integer publishedVersion = version.publishedVersion();
        return new TemplateView(
                version.document().key(),
                version.document().name().get(MessageLanguage.JA),
                version.document().name().get(MessageLanguage.EN),
                version.version(),
                publishedVersion,
                version.publishedAt(),
                version.createdBy(),
                version.createdAt(),
                codec.write(version.document()));
    }
}
