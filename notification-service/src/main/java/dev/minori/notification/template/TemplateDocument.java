package dev.minori.notification.template;

import java.util.List;
import java.util.Map;

/**
 * What a kind of notification says. Authors write structure and wording; the service owns the layout, so that no author
 * and no value can put markup into a message.
 *
 * @param key stable name, for example {@code alert-opened}
 * @param name what people call it, by language
 * @param variables the values it may use; nothing else can be named in its texts
 * @param texts its wording by language; every language of {@link MessageLanguage} is there
 */
public record TemplateDocument(
        String key,
        Map<MessageLanguage, String> name,
        List<TemplateVariable> variables,
        Map<MessageLanguage, TemplateText> texts) {

    public TemplateDocument {
        name = Map.copyOf(name);
        variables = List.copyOf(variables);
        texts = Map.copyOf(texts);
    }

    /** The wording in a language. */
    public TemplateText text(MessageLanguage language) {
        TemplateText text = texts.get(language);
        if (text == null) {
            throw new IllegalStateException("template " + key + " has no wording in " + language.code());
        }
        return text;
    }
}
