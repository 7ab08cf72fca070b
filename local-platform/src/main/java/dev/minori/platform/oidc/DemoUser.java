package dev.minori.platform.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person who can sign in on a local machine.
 *
 * @param id the token's {@code sub}; never changes
 * @param userName the token's {@code preferred_username}
 * @param name full name, family name first
 * @param title what the person does, in Japanese, for the sign-in page
 * @param titleInEnglish the same in English
 * @param workspace the one workspace the token names
 */
public record DemoUser(
        UUID id,
        String userName,
        String name,
        String title,
        String titleInEnglish,
        String email,
        List<String> roles,
        UUID workspace) {

    public DemoUser {
        roles = List.copyOf(roles);
    }

    /** The claims of a token of this user, besides the standard ones ({@code iss}, {@code exp}, …). */
    public Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", id.toString());
        claims.put("name", name);
        claims.put("email", email);
        claims.put("preferred_username", userName);
        claims.put("roles", roles);
        claims.put("workspace", workspace.toString());
        return claims;
    }
}
