package dev.minori.sync.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One value as it was read. An empty field has no value at all: sources do not tell empty from missing. */
public sealed interface SourceValue {

    record Text(String text) implements SourceValue {}

    record Numeric(BigDecimal number) implements SourceValue {}

    record Flag(boolean flag) implements SourceValue {}

    record Day(LocalDate day) implements SourceValue {}

    record Moment(Instant moment) implements SourceValue {}

    record Texts(List<String> texts) implements SourceValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A structure kept as JSON text. */
    record Structure(String json) implements SourceValue {}

    /** Something the field's type does not allow. Kept exactly, never bent into shape. */
    record Unreadable(String raw, SourceType expected) implements SourceValue {}
}
