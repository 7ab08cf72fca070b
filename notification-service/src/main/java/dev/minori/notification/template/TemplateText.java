package dev.minori.notification.template;

import java.util.List;

/**
 * The wording of a template in one language. Texts name values as {@code {customerName}} and may choose with
 * {@code {#if x}…{#else}…{/if}}.
 *
 * @param subject one line
 */
public record TemplateText(String subject, List<TemplateBlock> blocks) {
    public TemplateText {
        blocks = List.copyOf(blocks);
    }
}
