package dev.minori.kit.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeMarkTest {
    @Test
    void aMarkComesBackFromItsId() {
        ChangeMark mark = new ChangeMark(1_795_000_000L, "700:720:703,711");

        assertThat(ChangeMark.parse(mark.id())).contains(mark);
        assertThat(mark.oldest()).isEqualTo(700);
        assertThat(mark.newest()).isEqualTo(720);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "1~2",
                "1~5:4:",
                "1~0:4:",
                "1~4:9:9",
                "1~4:9:3",
                "1~4:9:6,5",
                "1~4:9:5,,6",
                "x~4:9:5",
                "1~4:9:5;drop table note"
            })
    void whatPostgresWouldRefuseIsNoMark(String id) {
        assertThat(ChangeMark.parse(id)).isEmpty();
    }
}
