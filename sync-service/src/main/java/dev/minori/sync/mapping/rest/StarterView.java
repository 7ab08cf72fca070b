package dev.minori.sync.mapping.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.sync.mapping.document.MappingFormat;
import dev.minori.sync.mapping.document.StarterMappings;

/**
 * A ready-made mapping.
 *
 * @param document the mapping as JSON, reading through the connection that was asked for
 */
public record StarterView(
        String key,
        String name,
        String object,
        String dataset,
        @JsonRawValue String document) {
    static StarterView of(StarterMappings.Starter starter, String connection) {
        return new StarterView(
                starter.key(),
                starter.document().name(),
                starter.document().object(),
                starter.document().dataset().wireName(),
                MappingFormat.JSON.write(starter.document().withConnection(connection)));
    }
}
