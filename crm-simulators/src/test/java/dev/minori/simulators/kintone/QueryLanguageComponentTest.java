package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.control;
import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.now;
import static dev.minori.simulators.kintone.KintoneUser.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLanguageComponentTest {

    private static final KintoneUser ALL = KintoneUser.token("demo-token-all");

    private static JsonNode records(int app, String query) {
        return ALL.get("records.json?totalCount=true&app=" + app + "&query=" + encoded(query));
    }

    private static int count(int app, String query) {
        return Integer.parseInt(records(app, query).path("totalCount").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "無い項目 = \"x\" | GAIA_IQ11",
                "備考 = \"x\" | GAIA_IQ03",
                "会社名 > \"x\" | GAIA_IQ03",
                "契約プラン = \"ライト\" | GAIA_IQ03",
                "契約プラン in (\"無い\") | GAIA_IQ10",
                "製品名 = \"x\" | GAIA_IQ07",
                "会社名 === \"x\" | CB_VA01",
                "従業員数 > \"多い\" | CB_VA01",
                "契約日 = \"2026/03/31\" | CB_VA01",
                "契約日 = SOMEDAY() | CB_VA01",
                "limit 501 | GAIA_QU01",
                "offset 10001 | GAIA_QU02"
            })
    void badQueriesAreRefusedByCode(String query, String code) {
        refused(ALL.call("GET", "records.json?app=1&query=" + encoded(query), ""), 400, code);
    }

    @Test
    void operatorsSelectWhatTheySay() {
        int all = count(1, "");
        assertThat(count(1, "契約プラン in (\"ライト\")") + count(1, "契約プラン not in (\"ライト\")"))
                .isEqualTo(all);
        assertThat(count(1, "備考 is empty") + count(1, "備考 is not empty")).isEqualTo(all);
        assertThat(count(1, "従業員数 >= 100") + count(1, "従業員数 < 100")).isEqualTo(all);
        assertThat(count(1, "タグ in (\"\")") + count(1, "タグ not in (\"\")")).isEqualTo(all);
        assertThat(count(1, "会社名 like \"精機\"")).isBetween(1, all - 1);
        assertThat(count(1, "会社名 like \"精\"")).as("one character").isZero();
        assertThat(count(1, "会社名 not like \"精\"")).isEqualTo(all);
        assertThat(count(1, "(顧客コード = \"C-00001\" or 顧客コード = \"C-00002\") and $id < 100"))
                .isEqualTo(2);
        assertThat(count(1, "社内担当 in (\"hanako\")")).isEqualTo(100);
        assertThat(count(2, "回答日 < THIS_YEAR()") + count(2, "回答日 = THIS_YEAR()") + count(2, "回答日 > THIS_YEAR()"))
                .isEqualTo(count(2, ""));
        assertThat(count(3, "更新日時 <= NOW()")).isEqualTo(count(3, ""));
        assertThat(count(3, "日時 > FROM_TODAY(-30, DAYS)")).isBetween(1, count(3, "") - 1);
    }

    @Test
    void conditionsOnATableMustMeetInOneRow() {
        int options = count(1, "製品名 in (\"みのりレポート オプション\")");
        assertThat(options).isPositive();
        assertThat(count(1, "製品名 in (\"みのりレポート オプション\") and 数量 in (\"1\")")).isEqualTo(options);
        assertThat(count(1, "製品名 in (\"みのりレポート オプション\") and 数量 > 1")).isZero();
        assertThat(count(1, "製品名 not in (\"みのりレポート オプション\")")).isEqualTo(count(1, "") - options);
    }

    @Test
    void daysAreCountedWhereTheCallerIs() {
        control("PUT", "/kintone/apps/113", """
                {"name": "日", "fields": [{"code": "日", "label": "日", "type": "DATE"}],
                 "tokens": {"days": ["view", "add"]}}
                """);
        control("PUT", "/kintone/users/early", "{\"password\":\"pw\",\"zone\":\"Pacific/Kiritimati\"}");
        control("PUT", "/kintone/users/late", "{\"password\":\"pw\",\"zone\":\"Pacific/Pago_Pago\"}");
        LocalDate today = LocalDate.ofInstant(now(), ZoneId.of("Pacific/Kiritimati"));
        KintoneUser.token("days").add(113, "{\"日\":{\"value\":\"" + today + "\"}}");
        String path = "records.json?app=113&query=" + encoded("日 = TODAY()");
        assertThat(KintoneUser.person("early", "pw").get(path).path("records")).hasSize(1);
        assertThat(KintoneUser.person("late", "pw").get(path).path("records"))
                .as("25 hours behind")
                .isEmpty();
    }
}
