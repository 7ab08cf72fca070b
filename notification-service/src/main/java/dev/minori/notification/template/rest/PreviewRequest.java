package dev.minori.notification.template.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to preview.
 *
 * @param language ja or en; ja if absent
 * @param data values by name; sample values where none is given
 * @param source a document that is not saved yet, as YAML or JSON text; absent for the newest version
 */
public record PreviewRequest(
        @Nullable String language,
        @Nullable Map<String, String> data,
        @Nullable String source) {}
