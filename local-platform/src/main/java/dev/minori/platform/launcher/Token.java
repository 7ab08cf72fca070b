package dev.minori.platform.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.platform.oidc.DemoUser;
import dev.minori.platform.oidc.DemoUsers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/** {@code ./minori token}: asks the running provider for an access token. */
final class Token {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Token() {}

    /**
     * Gets a token of a demo user.
     *
     * @throws StartFailed when there is no such user or no running provider
     */
    static String of(String userName, String issuer) throws InterruptedException {
        if (DemoUsers.findByUserName(userName).isEmpty()) {
            throw new StartFailed("there is no demo user '" + userName + "'. Demo users: "
                    + DemoUsers.ALL.stream().map(DemoUser::userName).collect(Collectors.joining(", ")));
        }
        String form = "grant_type=password&client_id=minori-cli&password=none&username="
                + URLEncoder.encode(userName, StandardCharsets.UTF_8);
        try {
            HttpResponse<String> response = Readiness.Http.CLIENT.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/token"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StartFailed("the provider answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new StartFailed(
                    "no OIDC provider answers at " + issuer + ". Start the platform with ./minori up and try again.");
        }
    }
}
