package dev.minori.platform.oidc;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OIDC provider on 127.0.0.1 with the demo users: discovery, code flow with PKCE and refresh, client credentials for
 * the services, password grant for the command line. The protocol is mock-oauth2-server's; who may get a token is decided
 * here ({@link DemoRules}).
 */
public final class OidcProvider implements AutoCloseable {

    private final NettyWrapper http;
    private final int port;

    private OidcProvider(NettyWrapper http, int port) {
        this.http = http;
        this.port = port;
    }

    /** Starts a provider on the port of 127.0.0.1. */
    public static OidcProvider start(SigningKey key, int port) {
        RSAKey signing = new RSAKey.Builder(key.publicKey())
                .privateKey(key.privateKey())
                .keyUse(KeyUse.SIGNATURE)
                .keyID(LocalIssuer.ID)
                .build();
        NettyWrapper http = new NettyWrapper();
        OAuth2Config config = new OAuth2Config(
                true,
                null,
                null,
                true,
                new OAuth2TokenProvider(new KeyProvider(List.of(signing), "RS256"), (Instant) null),
                Set.of(new DemoTokens(LocalIssuer.ID)),
                http);
        http.start(
                InetAddress.getLoopbackAddress(),
                port,
                new DemoRules(new OAuth2HttpRequestHandler(config).getAuthorizationServer(), new LoginPage()));
        return new OidcProvider(http, port);
    }

    /** The issuer URL; discovery is at {@code <issuer>/.well-known/openid-configuration}. */
    public String issuer() {
        return LocalIssuer.url(port);
    }

    @Override
    public void close() {
        http.close();
    }
}
