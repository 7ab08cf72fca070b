package dev.minori.notification.template.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.notification.template.TemplateCodec;
import dev.minori.notification.template.TemplateFixtures;
import dev.minori.notification.template.qute.TextEngineFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTemplateCodecTest {
    private final TemplateCodec codec = new JsonTemplateCodec(TextEngineFactory.create());

    @Test
    void readsJsonAsWellAsYaml() {
        String json = codec.write(codec.read(TemplateFixtures.starter("task-due")));

        assertThat(json).startsWith("{\"key\":\"task-due\"");
        assertThat(codec.write(codec.read(json))).isEqualTo(json);
    }

    @Test
    void tellsEveryErrorAtItsField() {
        String source = """
                key: Alert Opened
                name: {ja: 名前}
                variables:
                  - {name: title, kind: number, sample: x}
                  - {name: title, kind: text, sample: x}
                  - {name: link, kind: link, required: perhaps}
                texts:
                  ja:
                    subject: "{customer}"
                    block: []
                  en:
                    subject: "{title"
                    blocks:
                      - {text: "{title.class}", when: nobody}
                      - {button: {label: x, link: title}}
                """;

        assertThat(pointers(source))
                .containsExactlyInAnyOrder(
                        "/key",
                        "/name/en",
                        "/variables/0/kind",
                        "/variables/1/name",
                        "/variables/2/required",
                        "/variables/2/sample",
                        "/texts/ja/block",
                        "/texts/ja/blocks",
                        "/texts/ja/subject",
                        "/texts/en/subject",
                        "/texts/en/blocks/0/when",
                        "/texts/en/blocks/0/text",
                        "/texts/en/blocks/1/button/link");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThat(pointers("key: [unclosed")).containsExactly("");
        assertThat(pointers("key: a\nkey: b")).containsExactly("");
        assertThat(pointers("")).isNotEmpty();
        assertThat(pointers("- 1")).isNotEmpty();
    }

    @Test
    void refusesWhatWouldGrow() {
        String laughs = """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                key: *c
                """;
        assertThat(pointers(laughs)).isNotEmpty();
        assertThat(pointers("[".repeat(5_000))).containsExactly("");
        assertThat(pointers("key: " + "a".repeat(70_000))).containsExactly("");
    }

    private List<String> pointers(String source) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> codec.read(source));
        assertThat(refused).isNotNull();
        return refused.errors().stream().map(FieldError::pointer).toList();
    }
}
