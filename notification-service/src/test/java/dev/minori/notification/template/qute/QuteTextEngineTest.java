package dev.minori.notification.template.qute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuteTextEngineTest {
    private static final Set<String> KNOWN = Set.of("customerName", "quote");

    private final QuteTextEngine engine = new QuteTextEngine();

    @Test
    void fillsValuesIn() {
        assertThat(engine.fill("{customerName}様のお知らせ", Map.of("customerName", "株式会社みのり商店"), 100))
                .isEqualTo("株式会社みのり商店様のお知らせ");
    }

    @Test
    void choosesByValue() {
        String text = "{#if quote}「{quote}」{#else}本文なし{/if}";

        assertThat(engine.fill(text, Map.of("quote", "見積もり"), 100)).isEqualTo("「見積もり」");
        assertThat(engine.fill(text, Map.of("quote", ""), 100)).isEqualTo("本文なし");
    }

    @Test
    void aValueThatLooksLikeATemplateStaysText() {
        assertThat(engine.fill("{customerName}", Map.of("customerName", "{quote}{#for i in 9}x{/for}"), 100))
                .isEqualTo("{quote}{#for i in 9}x{/for}");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(engine.fill("{customerName}{customerName}", Map.of("customerName", "あ".repeat(90)), 100))
                .hasSize(100);
    }

    @Test
    void acceptsWhatItOffers() {
        assertThat(engine.problemOf("{#if quote}{quote}{#else}{customerName}{/if}", KNOWN))
                .isEmpty();
        assertThat(engine.problemOf("波かっこのない文", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{unknown}",
                "{customerName.class}",
                "{customerName.getClass}",
                "{customerName.length}",
                "{customerName.repeat(1000000)}",
                "{inject:dataSource}",
                "{cdi:dataSource}",
                "{config:quarkus.datasource.password}",
                "{config:['quarkus.datasource.password']}",
                "{str:fmt('%s', customerName)}",
                "{#eval customerName /}",
                "{#include base /}",
                "{#insert /}",
                "{#for i in 100000}x{/for}",
                "{#each customerName}x{/each}",
                "{#let x=customerName}{x}{/let}",
                "{#set x=customerName}{x}{/set}",
                "{#with customerName}{this}{/with}",
                "{#when customerName}{#is 'a'}x{/when}",
                "{#switch customerName}{#case 'a'}x{/switch}",
                "{#fragment id=x}x{/fragment}",
                "{#cached}x{/cached}",
                "{#if customerName.class}x{/if}",
                "{#if customerName}not closed",
                "{data:customerName.class}",
                "{this}",
                "{customerName ?: quote.class}"
            })
    void refusesEverythingElse(String text) {
        assertThat(engine.problemOf(text, KNOWN)).isPresent();
    }
}
