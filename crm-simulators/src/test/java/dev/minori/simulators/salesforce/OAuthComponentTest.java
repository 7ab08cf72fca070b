package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.simulators.RunningSimulators;
import dev.minori.simulators.RunningSimulators.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OAuthComponentTest {

    @Test
    void clientCredentialsOpenASessionWithoutSayingWhenItEnds() {
        Answer answer = SalesforceClient.token("minori-demo", "minori-demo-secret");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("instance_url").asText()).isEqualTo(salesforce());
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().has("expires_in")).isFalse();
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(SalesforceClient.withToken(answer.json().path("access_token").asText())
                        .get("/limits")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void wrongCredentialsAreRefusedInTheVendorsWords() {
        assertThat(SalesforceClient.token("minori-demo", "wrong").json())
                .hasToString("{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}");
        assertThat(SalesforceClient.token("nobody", "x").json().path("error").asText())
                .isEqualTo("invalid_client_id");
        Answer password =
                send("POST", salesforce() + "/services/oauth2/token", Map.of(), "grant_type=password&username=x");
        assertThat(password.status()).isEqualTo(400);
        assertThat(password.json().path("error").asText()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void credentialsMayComeInABasicHeader() {
        String basic =
                Base64.getEncoder().encodeToString("minori-demo:minori-demo-secret".getBytes(StandardCharsets.UTF_8));
        assertThat(send(
                                "POST",
                                salesforce() + "/services/oauth2/token",
                                Map.of("Authorization", "Basic " + basic),
                                "grant_type=client_credentials")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void jwtBearerIsCheckedForSignatureAudienceSubjectAndExpiry() throws Exception {
        PrivateKey key = demoKey();
        long soon = RunningSimulators.now().plusSeconds(180).getEpochSecond();
        String user = "integration@demo.minori-demo.example";
        Answer good = bearer(key, "minori-demo", user, "https://login.salesforce.com", soon);
        assertThat(good.status()).isEqualTo(200);
        assertThat(SalesforceClient.withToken(good.json().path("access_token").asText())
                        .query("SELECT COUNT() FROM Account")
                        .status())
                .isEqualTo(200);

        assertThat(error(bearer(otherKey(), "minori-demo", user, "https://login.salesforce.com", soon)))
                .isEqualTo("invalid_grant: invalid assertion");
        assertThat(error(bearer(key, "minori-demo", user, "https://evil.example", soon)))
                .isEqualTo("invalid_grant: invalid audience");
        assertThat(error(bearer(key, "minori-demo", "other@x.example", "https://login.salesforce.com", soon)))
                .isEqualTo("invalid_grant: user hasn't approved this consumer");
        assertThat(error(bearer(key, "minori-demo", user, "https://login.salesforce.com", soon - 1000)))
                .startsWith("invalid_grant: expired");
        assertThat(error(bearer(key, "minori-demo", user, "https://login.salesforce.com", soon + 600)))
                .startsWith("invalid_grant: invalid assertion: exp");
        assertThat(error(bearer(key, "nobody", user, "https://login.salesforce.com", soon)))
                .startsWith("invalid_client_id");
    }

    private static String error(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("error").asText() + ": "
                + answer.json().path("error_description").asText();
    }

    private static Answer bearer(PrivateKey key, String issuer, String subject, String audience, long expires)
            throws GeneralSecurityException {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
        String claims = base64.encodeToString(("{\"iss\":\"" + issuer + "\",\"sub\":\"" + subject + "\",\"aud\":\""
                        + audience + "\",\"exp\":" + expires + "}")
                .getBytes(StandardCharsets.UTF_8));
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
        String assertion = header + "." + claims + "." + base64.encodeToString(signer.sign());
        return send(
                "POST",
                salesforce() + "/services/oauth2/token",
                Map.of(),
                "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion=" + assertion);
    }

    private static PrivateKey demoKey() throws IOException, GeneralSecurityException {
        String pem = Files.readString(RunningSimulators.directory().resolve("jwt-private.pem"))
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static PrivateKey otherKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }

    @Test
    void callsWithoutASessionAreRefused() {
        Answer none = send("GET", salesforce() + "/services/data/v65.0/limits", Map.of(), "");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.body())
                .isEqualTo("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
        assertThat(SalesforceClient.withToken("00D!made.up").get("/limits").status())
                .isEqualTo(401);
    }

    @Test
    void revokedAndExpiredSessionsAnswer401() {
        SalesforceClient revoked = SalesforceClient.load();
        assertThat(send("POST", salesforce() + "/services/oauth2/revoke", Map.of(), "token=" + encoded(revoked.token()))
                        .status())
                .isEqualTo(200);
        assertThat(revoked.get("/limits").status()).isEqualTo(401);

        SalesforceClient ended = SalesforceClient.load();
        control("POST", "/orgs/load/sessions/expire", "");
        assertThat(ended.get("/limits").status()).isEqualTo(401);

        try {
            control("PATCH", "/orgs/load", "{\"sessionTimeout\":\"PT1S\"}");
            SalesforceClient idle = SalesforceClient.load();
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(idle.get("/limits").status()).isEqualTo(401);
        } finally {
            control("PATCH", "/orgs/load", "{\"sessionTimeout\":\"PT2H\"}");
        }
    }

    @Test
    void aSessionSeesOnlyItsOwnOrg() {
        long demo = SalesforceClient.demo()
                .query("SELECT COUNT() FROM DailyUsage__c")
                .json()
                .path("totalSize")
                .asLong();
        long load = SalesforceClient.load()
                .query("SELECT COUNT() FROM DailyUsage__c")
                .json()
                .path("totalSize")
                .asLong();
        assertThat(demo).isGreaterThan(50_000);
        assertThat(load).isZero();
    }
}
