package dev.minori.kit.etag;

import org.jboss.resteasy.reactive.RestResponse;

/** An answer with an entity tag that its view does not carry itself, see {@link Versioned} for those that do. */
public final class TaggedAnswer {
    private TaggedAnswer() {}

    /** The view with the ETag of this version. */
    public static <T> RestResponse<T> of(T view, long version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(version))
                .build();
    }
}
