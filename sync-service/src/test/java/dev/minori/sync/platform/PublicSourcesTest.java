package dev.minori.sync.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.http.HttpCaller;
import dev.minori.sync.testing.ScriptedSource;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSourcesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.1.10:8443/",
                "https://2130706433/"
            })
    void anAddressInsideIsNoSourceUnlessTheOperatorSaysSo(String address) {
        assertThat(new PublicSources(false).allows(URI.create(address))).isFalse();
        assertThat(new PublicSources(true).allows(URI.create(address))).isTrue();
    }

    @Test
    void anAddressOutsideIs() {
        assertThat(new PublicSources(false).allows(URI.create("https://1.1.1.1/")))
                .isTrue();
        assertThat(new PublicSources(false).allows(URI.create("https://no-such-host.invalid/")))
                .as("calling it says so by itself")
                .isTrue();
    }

    @Test
    void nothingIsSentToAnAddressInside() {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedSource inside = new ScriptedSource(_ -> {
            asked.incrementAndGet();
            return new ScriptedSource.Answer(Instant.EPOCH, "{}");
        })) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(inside.url()))
                    .header("Authorization", "Bearer himitsu")
                    .build();

            assertThatThrownBy(() -> new HttpCaller(new PublicSources(false)).read(request))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            refused -> assertThat(refused.failure()).isEqualTo(SourceFailure.REFUSED));

            assertThat(asked).hasValue(0);
        }
    }
}
