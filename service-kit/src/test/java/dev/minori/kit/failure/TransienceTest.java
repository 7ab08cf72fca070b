package dev.minori.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is tried again for ever must be able to pass. */
class TransienceTest {
    @Test
    void theSurroundingsPass() {
        for (Throwable passing : new Throwable[] {
            new UncheckedIOException(new SocketTimeoutException("read timed out")),
            new IOException("HTTP/1.1 header parser received no bytes"),
            new SQLException("the server is shutting down", "57P01"),
            new SQLException("Acquisition timeout while waiting for new connection"),
            new RollbackException("rolled back"),
            new TransientFailure("the other service is away", null),
            new UncheckedIOException(new JsonMappingException(null, "cut off", new IOException("connection reset")))
        }) {
            assertThat(Transience.isTransient(new IllegalStateException(passing)))
                    .as(passing.toString())
                    .isTrue();
        }
    }

    @Test
    void whatIsWrittenWrongStaysWrong() {
        Throwable noJson = catchThrowable(() -> new ObjectMapper().readTree("{\"name\": 山田"));
        assertThat(noJson).isInstanceOf(JsonProcessingException.class);
        for (Throwable lasting : new Throwable[] {
            new UncheckedIOException((IOException) noJson),
            new UncheckedIOException(new MalformedInputException(1)),
            new UncheckedIOException(new NoSuchFileException("/secrets/kek.json")),
            new SQLException("invalid byte sequence", "22021"),
            new PermanentFailure("poison", "cannot be applied"),
            new IllegalArgumentException("bad")
        }) {
            assertThat(Transience.isTransient(new IllegalStateException(lasting)))
                    .as(lasting.toString())
                    .isFalse();
        }
    }
}
