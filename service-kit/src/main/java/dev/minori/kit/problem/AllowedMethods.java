package dev.minori.kit.problem;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/** The methods that a path knows: RFC 9110 §15.5.6 wants them with every 405, and the framework leaves them out. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** Sorted; empty if the framework does not tell. */
    static Set<String> of(ResteasyReactiveRequestContext request) {
        Set<String> methods = new TreeSet<>();
        @Nullable
        RequestMatch<InitialMatch> resource =
                new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPathWithoutPrefix());
        if (resource != null) {
            String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
            for (ServerRestHandler handler : resource.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    collect(routing.getMappers(), rest, methods);
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static void collect(Map<String, RequestMapper<RuntimeResource>> mappers, String rest, Set<String> methods) {
        mappers.forEach((method, mapper) -> {
            // Locators of sub-resources have no method.
            if (method != null && mapper.map(rest) != null) {
                methods.add(method);
            }
        });
    }
}
