package dev.minori.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.notification.template.qute.TextEngineFactory;
import dev.minori.notification.template.yaml.CodecFactory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRendererTest {
    private static final TextEngine ENGINE = TextEngineFactory.create();
    private static final TemplateCodec CODEC = CodecFactory.create(ENGINE);

    private final MessageRenderer renderer = new MessageRenderer(ENGINE, () -> "https://minori.example.co.jp");
    private final TemplateDocument alert = CODEC.read(TemplateFixtures.starter("alert-opened"));

    @Test
    void writesJapaneseInTextAndHtml() {
        RenderedMessage message = render(MessageLanguage.JA, Map.of());

        assertThat(message.subject()).isEqualTo("株式会社みのり商店様: 利用が大きく減っています");
        assertThat(message.text())
                .contains("■ 利用が大きく減っています")
                .contains("佐藤花子さん、株式会社みのり商店様にアラートが発生しました。")
                .contains("対応期限: 2026年12月1日(火)")
                .contains("アラートを開く:\nhttps://minori.example.co.jp/alerts/7")
                .contains("みのりデモ株式会社のMinoriから佐藤花子様にお送りしています。");
        assertThat(message.html())
                .contains("<html lang=\"ja\">")
                .contains("<a href=\"https://minori.example.co.jp/alerts/7\"")
                .doesNotContain("<img", "http://");
    }

    @Test
    void writesEnglishToWhoReadsEnglish() {
        RenderedMessage message = render(MessageLanguage.EN, Map.of("title.en", "Usage has dropped"));

        assertThat(message.subject()).isEqualTo("株式会社みのり商店: Usage has dropped");
        assertThat(message.text()).contains("Due: Tue 1 Dec 2026");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        RenderedMessage message = render(MessageLanguage.JA, Map.of("quote", "", "dueDate", "", "alertLink", ""));

        assertThat(message.text()).doesNotContain("> ", "対応期限", "アラートを開く");
        assertThat(message.html()).doesNotContain("<blockquote", "対応期限");
    }

    @Test
    void refusesToWriteWithoutARequiredValue() {
        assertThatThrownBy(() -> render(MessageLanguage.JA, Map.of("customerName", " ")))
                .isInstanceOf(MissingValues.class)
                .hasMessageContaining("customerName");
    }

    @Test
    void aLineBreakInAValueCannotAddAHeader() {
        RenderedMessage message = render(
                MessageLanguage.JA, Map.of("title", "減少\r\nBcc: all@example.com\u0085X: 1\u2028Y: 2\r\n\r\nbody"));

        assertThat(message.subject())
                .isEqualTo("株式会社みのり商店様: 減少 Bcc: all@example.com X: 1 Y: 2 body")
                .matches("[^\\p{Cntrl}\\u2028\\u2029]*");
    }

    @Test
    void markupInAValueStaysText() {
        RenderedMessage message = render(
                MessageLanguage.JA,
                Map.of("quote", "<script>alert(1)</script> & \"x\" '", "customerName", "<b>株式会社</b>"));

        assertThat(message.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;")
                .contains("&lt;b&gt;株式会社&lt;/b&gt;")
                .doesNotContain("<script", "<b>");
        assertThat(message.text()).contains("> <script>alert(1)</script> & \"x\" '");
    }

    @Test
    void controlsAndOverridesDisappear() {
        RenderedMessage message = render(
                MessageLanguage.JA,
                Map.of("quote", "a\u0000b\u202Egpj.exe\u2066c\uD800d\uFFFEe\u001B[31m", "title", "\u202E逆\u0007"));

        assertThat(message.text()).contains("abgpj.exec\uFFFDde[31m");
        assertThat(message.subject()).endsWith(": 逆");
        assertThat(message.html()).doesNotContain("\u0000", "\u202E", "\u2066", "\u001B");
    }

    @Test
    void emojiAndRareKanjiSurvive() {
        RenderedMessage message = render(MessageLanguage.JA, Map.of("customerName", "髙﨑𠮷野家👩‍👩‍👧"));

        assertThat(message.subject()).startsWith("髙﨑𠮷野家👩‍👩‍👧様");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/a\" onclick=\"x",
                "/a b",
                "/a\r\nX: y",
                "customers/1"
            })
    void onlyConsolePathsBecomeLinks(String link) {
        RenderedMessage message = render(MessageLanguage.JA, Map.of("alertLink", link));

        assertThat(message.html()).doesNotContain("evil", "javascript", "onclick");
        assertThat(message.text()).doesNotContain("アラートを開く");
    }

    @Test
    void longValuesAreCut() {
        RenderedMessage message =
                render(MessageLanguage.JA, Map.of("quote", "長".repeat(1_000_000), "title", "題".repeat(10_000)));

        assertThat(message.subject().length()).isLessThanOrEqualTo(200);
        assertThat(message.html().length()).isLessThan(64_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert-opened",
                "task-assigned",
                "task-due",
                "playbook-mail",
                "question-asked",
                "question-answered"
            })
    void everyStarterTemplateReadsWellInBothLanguages(String key) {
        TemplateDocument document = CODEC.read(TemplateFixtures.starter(key));

        for (MessageLanguage language : MessageLanguage.values()) {
            RenderedMessage message = renderer.preview(document, language, Map.of());
            assertThat(message.subject()).contains("みのり商店").doesNotContain("{", "}");
            assertThat(message.text()).doesNotContain("{", "}").contains("https://minori.example.co.jp/customers/");
            assertThat(message.html()).contains("</html>");
        }
        assertThat(CODEC.read(CODEC.write(document))).isEqualTo(document);
    }

    private RenderedMessage render(MessageLanguage language, Map<String, String> changes) {
        Map<String, String> data = new HashMap<>(Map.of(
                "customerName", "株式会社みのり商店",
                "title", "利用が大きく減っています",
                "quote", "追加の見積もりをお願いします。",
                "dueDate", "2026-12-01",
                "alertLink", "/alerts/7"));
        data.putAll(changes);
        return renderer.render(alert, language, new MessageContext("佐藤花子", "みのりデモ株式会社", data));
    }
}
