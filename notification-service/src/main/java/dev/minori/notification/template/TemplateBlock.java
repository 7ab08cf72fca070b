package dev.minori.notification.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a message. With {@code when} it appears only if that variable has a value. */
public sealed interface TemplateBlock {
    /** The variable that must have a value for the block to appear; null for always. */
    @Nullable
    String when();

    /** The one line that says what it is about. */
    record Heading(String text, @Nullable String when) implements TemplateBlock {}

    /** A paragraph; line breaks stay. */
    record Paragraph(String text, @Nullable String when) implements TemplateBlock {}

    /** Names and values in two columns; a row whose value is empty disappears. */
    record Facts(List<Fact> facts, @Nullable String when) implements TemplateBlock {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One row of {@link Facts}. */
    record Fact(String label, String value) {}

    /** Somebody else's words, shown as such. */
    record Quote(String text, @Nullable String when) implements TemplateBlock {}

    /**
     * A link the reader is meant to follow.
     *
     * @param link name of a variable of kind link
     */
    record Button(String label, String link, @Nullable String when) implements TemplateBlock {}
}
