package dev.minori.simulators.kintone.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordSearchTest {

    private static boolean finds(String keyword, String text) {
        return !WordSearch.findsNothing(keyword)
                && Pattern.compile(WordSearch.pattern(keyword), Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find();
    }

    @Test
    void latinWordsAreFoundWhole() {
        assertThat(finds("kintone", "新しいKintoneの導入")).isTrue();
        assertThat(finds("kin", "kintone")).isFalse();
        assertThat(finds("tone", "kintone")).isFalse();
        assertThat(finds("2026", "予算2026年度")).isTrue();
        assertThat(finds("26", "2026")).isFalse();
    }

    @Test
    void otherWritingIsFoundAnywhere() {
        assertThat(finds("精機", "東京精機工業")).isTrue();
        assertThat(finds("機工", "東京精機工業")).isTrue();
        assertThat(finds("工機", "東京精機工業")).isFalse();
    }

    @Test
    void oneCharacterFindsNothing() {
        assertThat(finds("機", "東京精機工業")).isFalse();
        assertThat(finds("𠮷", "𠮷野家")).isFalse();
        assertThat(finds("𠮷野", "𠮷野家")).isTrue();
    }

    @Test
    void signsStandForThemselves() {
        assertThat(finds("a.c", "abc")).isFalse();
        assertThat(finds("(株)", "株")).isFalse();
        assertThat(finds("(株)", "(株)山田")).isTrue();
        assertThat(finds("50%", "50% off")).isTrue();
    }
}
