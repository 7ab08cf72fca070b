package dev.minori.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.ApiDocument;
import dev.minori.kit.testing.ApiRules;
import dev.minori.notification.testing.NotificationSurroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class ApiDocumentComponentTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void checkedInDocumentTellsOfThisApi() throws IOException, InterruptedException {
        assertThat(ApiDocument.of(base).difference(Path.of("../docs/api/notification-service.yaml")))
                .isEmpty();
    }

    @Test
    void everyWriteSaysHowItMayBeRepeated() throws IOException, InterruptedException {
        assertThat(ApiRules.unrepeatable(ApiDocument.of(base))).isEmpty();
    }

    @Test
    void everyListPagesOrSaysWhyItIsShort() throws IOException, InterruptedException {
        assertThat(ApiRules.unpaged(ApiDocument.of(base))).isEmpty();
    }
}
