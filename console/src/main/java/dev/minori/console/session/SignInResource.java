package dev.minori.console.session;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the page sends people to sign in: the code flow happens on the way here. */
@Path("/auth/login")
@Authenticated
public class SignInResource {
    /** A path of our own page: one slash, then anything a browser would not read as another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    /** Leads back to where the person wanted to go. */
    @GET
    public RestResponse<Void> signIn(@QueryParam("return") @DefaultValue("/") String wanted) {
        return RestResponse.seeOther(URI.create(isOwnPath(wanted) ? wanted : "/"));
    }

    static boolean isOwnPath(String wanted) {
        if (!OWN_PATH.matcher(wanted).matches() || wanted.startsWith("/auth/")) {
            return false;
        }
        try {
            return URI.create(wanted).getHost() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
