package dev.minori.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInResourceTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers", "/customers?q=%E6%A0%AA&band=GOOD", "/customers/1#top"})
    void leadsToOwnPages(String wanted) {
        assertThat(SignInResource.isOwnPath(wanted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/auth/logout",
                "/\t/evil.example",
                "customers",
                "/a\\b",
                "/a b"
            })
    void leadsNowhereElse(String wanted) {
        assertThat(SignInResource.isOwnPath(wanted)).isFalse();
    }
}
