package dev.minori.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {

    private final Router<String> router = new Router<String>()
            .on("GET", "/", "root")
            .on("GET", "/sobjects/{object}/describe", "describe")
            .on("GET", "/sobjects/{object}/{id}", "read")
            .on("PATCH", "/sobjects/{object}/{field}/{value}", "upsert");

    @Test
    void fixedSegmentsWinOverVariables() {
        assertThat(router.find("GET", "/sobjects/Account/Describe"))
                .isEqualTo(new Router.Outcome.Found<>("describe", Map.of("object", "Account")));
        assertThat(router.find("GET", "/sobjects/Account/001"))
                .isEqualTo(new Router.Outcome.Found<>("read", Map.of("object", "Account", "id", "001")));
    }

    @Test
    void variablesAreDecodedAndAPlusStaysAPlus() {
        assertThat(router.find("PATCH", "/sobjects/Account/Code__c/%E9%A1%A7%7C1+2"))
                .isEqualTo(new Router.Outcome.Found<>(
                        "upsert", Map.of("object", "Account", "field", "Code__c", "value", "顧|1+2")));
    }

    @Test
    void tellsAWrongMethodFromAnUnknownPath() {
        assertThat(router.find("DELETE", "/")).isInstanceOf(Router.Outcome.WrongMethod.class);
        assertThat(router.find("GET", "/nothing")).isInstanceOf(Router.Outcome.Unknown.class);
    }
}
