package dev.minori.scoring.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-2", "@cmd", "\tx", "＝SUM(A1)", "＋1", "－1", "＠x"})
    void whatMayBeAFormulaIsMadeHarmless(String text) {
        assertThat(new CsvRow().text(text).line()).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void aCarriageReturnInFrontIsHarmlessAndQuoted() {
        assertThat(new CsvRow().text("\r=1").line()).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void numbersStayNumbersAndTextsAreQuotedWhereNeeded() {
        assertThat(new CsvRow()
                        .plain(-12.5)
                        .text("みのり, \"実り\"")
                        .text("二行\nの名前")
                        .text(null)
                        .plain(null)
                        .line())
                .isEqualTo("-12.5,\"みのり, \"\"実り\"\"\",\"二行\nの名前\",,\r\n");
    }

    @Test
    void cp932WritesWhatWindowsReads() {
        CsvCharset.Encoded encoded = CsvCharset.CP932.encode("①髙島屋㈱ｶﾅ");
        assertThat(new String(encoded.bytes(), WINDOWS_31J)).isEqualTo("①髙島屋㈱ｶﾅ");
        assertThat(encoded.replaced()).isZero();
    }

    @Test
    void whatCp932LacksIsReplacedAndCounted() {
        CsvCharset.Encoded encoded = CsvCharset.CP932.encode("𠮷野家?😀한");
        assertThat(new String(encoded.bytes(), WINDOWS_31J)).isEqualTo("〓野家?〓〓");
        assertThat(encoded.replaced()).isEqualTo(3);
    }

    @Test
    void charactersWithATwinOfTheSameLookAreNotLost() {
        CsvCharset.Encoded encoded = CsvCharset.CP932.encode("1〜2−3‖4—5¥");
        assertThat(new String(encoded.bytes(), WINDOWS_31J)).isEqualTo("1～2－3∥4―5￥");
        assertThat(encoded.replaced()).isZero();
    }

    @Test
    void utf8BeginsWithAByteOrderMarkAndLosesNothing() {
        assertThat(CsvCharset.UTF_8.start()).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(CsvCharset.UTF_8.encode("𠮷野家😀").replaced()).isZero();
    }
}
