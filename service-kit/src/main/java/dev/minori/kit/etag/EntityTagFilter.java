package dev.minori.kit.etag;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the version of every {@link Versioned} view into the ETag header. */
class EntityTagFilter {
    @ServerResponseFilter
    void tag(ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned view
                && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, Versions.etag(view.version()));
        }
    }
}
