package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebServerFlowComponentTest {

    private static final String CALLBACK = "https://client.example/callback";
    private static final String USER = "integration@demo.minori-demo.example";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";

    @BeforeAll
    static void twoApplications() {
        for (String rotate : new String[] {"false", "true"}) {
            control(
                    "PUT",
                    "/orgs/demo/clients/web-" + rotate,
                    "{\"secret\":\"s\",\"username\":\"" + USER + "\",\"redirectUris\":[\"" + CALLBACK
                            + "\"],\"rotateRefreshTokens\":" + rotate + "}");
        }
    }

    private static Answer form(String path, String fields) {
        return send("POST", salesforce() + path, Map.of("Content-Type", "application/x-www-form-urlencoded"), fields);
    }

    private static String request(String client) throws NoSuchAlgorithmException {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return "response_type=code&client_id=" + client + "&redirect_uri=" + encoded(CALLBACK)
                + "&state=s%20t&code_challenge_method=S256&code_challenge=" + challenge;
    }

    private static String code(String client) throws NoSuchAlgorithmException {
        Answer answer = form("/services/oauth2/authorize", request(client) + "&decision=allow&username=" + USER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        assertThat(answer.header("location")).startsWith(CALLBACK + "?code=").endsWith("&state=s+t");
        return answer.header("location").replaceFirst(".*code=([^&]+)&.*", "$1");
    }

    private static Answer exchange(String client, String code, String verifier) {
        return form(
                "/services/oauth2/token",
                "grant_type=authorization_code&client_id=" + client + "&client_secret=s&code=" + code + "&redirect_uri="
                        + encoded(CALLBACK) + "&code_verifier=" + verifier);
    }

    private static Answer refresh(String client, String token) {
        return form(
                "/services/oauth2/token",
                "grant_type=refresh_token&client_id=" + client + "&client_secret=s&refresh_token=" + token);
    }

    private static int status(JsonNode tokens) {
        return SalesforceClient.withToken(tokens.path("access_token").asText())
                .get("/limits")
                .status();
    }

    @Test
    void aPersonApprovesAndTheCodeIsGoodOnce() throws Exception {
        Answer page = send("GET", salesforce() + "/services/oauth2/authorize?" + request("web-false"), Map.of(), "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("web-false").contains("name=\"decision\"");
        String code = code("web-false");
        Answer tokens = exchange("web-false", code, VERIFIER);
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.json().path("refresh_token").asText()).isNotBlank();
        assertThat(tokens.json().has("expires_in")).isFalse();
        assertThat(status(tokens.json())).isEqualTo(200);
        assertThat(exchange("web-false", code, VERIFIER).json().path("error").asText())
                .isEqualTo("invalid_grant");
        assertThat(exchange("web-false", code("web-false"), "wrong")
                        .json()
                        .path("error_description")
                        .asText())
                .isEqualTo("invalid code verifier");
    }

    @Test
    void refusalsNeverSendAnybodyToAForeignPlace() throws Exception {
        String foreign = request("web-false").replace("client.example", "evil.example");
        Answer mismatch = send("GET", salesforce() + "/services/oauth2/authorize?" + foreign, Map.of(), "");
        assertThat(mismatch.status()).isEqualTo(400);
        assertThat(mismatch.body()).contains("redirect_uri_mismatch");
        Answer denied = form("/services/oauth2/authorize", request("web-false") + "&decision=deny");
        assertThat(denied.header("location")).isEqualTo(CALLBACK + "?error=access_denied&state=s+t");
    }

    @Test
    void aRefreshTokenOpensNewSessionsAndRevokingItEndsThemAll() throws Exception {
        JsonNode first = exchange("web-false", code("web-false"), VERIFIER).json();
        String refresh = first.path("refresh_token").asText();
        JsonNode second = refresh("web-false", refresh).json();
        assertThat(second.has("refresh_token"))
                .as("without rotation it stays the same")
                .isFalse();
        assertThat(status(second)).isEqualTo(200);
        assertThat(refresh("web-true", refresh).json().path("error").asText())
                .as("another application's token")
                .isEqualTo("invalid_grant");
        assertThat(form("/services/oauth2/revoke", "token=" + refresh).status()).isEqualTo(200);
        assertThat(status(first)).isEqualTo(401);
        assertThat(status(second)).isEqualTo(401);
        assertThat(refresh("web-false", refresh)
                        .json()
                        .path("error_description")
                        .asText())
                .isEqualTo("expired access/refresh token");
    }

    @Test
    void aRotatedTokenThatIsUsedAgainEndsItsWholeFamily() throws Exception {
        JsonNode first = exchange("web-true", code("web-true"), VERIFIER).json();
        JsonNode other = exchange("web-true", code("web-true"), VERIFIER).json();
        JsonNode second =
                refresh("web-true", first.path("refresh_token").asText()).json();
        assertThat(second.path("refresh_token").asText())
                .isNotBlank()
                .isNotEqualTo(first.path("refresh_token").asText());
        assertThat(status(second)).isEqualTo(200);
        assertThat(refresh("web-true", first.path("refresh_token").asText()).status())
                .isEqualTo(400);
        assertThat(status(second)).isEqualTo(401);
        assertThat(refresh("web-true", second.path("refresh_token").asText()).status())
                .isEqualTo(400);
        assertThat(status(other)).as("another approval lives on").isEqualTo(200);
    }

    @Test
    void whoATokenActsForIsTold() throws Exception {
        JsonNode tokens = exchange("web-false", code("web-false"), VERIFIER).json();
        Map<String, String> bearer =
                Map.of("Authorization", "Bearer " + tokens.path("access_token").asText());
        JsonNode info = send("GET", salesforce() + "/services/oauth2/userinfo", bearer, "")
                .json();
        assertThat(info.path("preferred_username").asText()).isEqualTo(USER);
        assertThat(info.path("sub").asText()).isEqualTo(tokens.path("id").asText());
        JsonNode identity = send("GET", tokens.path("id").asText(), bearer, "").json();
        assertThat(identity.path("username").asText()).isEqualTo(USER);
        Answer nobody = send("GET", salesforce() + "/services/oauth2/userinfo", Map.of(), "");
        assertThat(nobody.status()).isEqualTo(403);
        assertThat(nobody.body()).isEqualTo("Bad_OAuth_Token");
    }
}
