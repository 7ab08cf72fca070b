package dev.minori.platform.oidc;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/** What the provider writes into a token, by grant. In the code flow the sign-in form adds the user's claims. */
final class DemoTokens implements OAuth2TokenCallback {

    private final String issuerId;

    DemoTokens(String issuerId) {
        this.issuerId = issuerId;
    }

    @Override
    public String issuerId() {
        return issuerId;
    }

    @Override
    public @Nullable String subject(TokenRequest request) {
        return request.getClientAuthentication() == null
                ? null
                : request.getClientAuthentication().getClientID().getValue();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(TokenMint.AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return switch (request.getAuthorizationGrant()) {
            case ClientCredentialsGrant _ -> Map.of("roles", List.of("service"));
            case ResourceOwnerPasswordCredentialsGrant login ->
                DemoUsers.findById(login.getUsername()).map(DemoUser::claims).orElse(Map.of());
            default -> Map.of();
        };
    }

    @Override
    public long tokenExpiry() {
        return 3600;
    }
}
