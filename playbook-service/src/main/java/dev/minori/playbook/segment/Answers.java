package dev.minori.playbook.segment;

import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.page.IdPages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@link Explanations} as the API gives them. */
@ApplicationScoped
public class Answers {
    private final Explanations explanations;
    private final IdPages pages;

    Answers(Explanations explanations, IdPages pages) {
        this.explanations = explanations;
        this.pages = pages;
    }

    /** See {@link Explanations#explain}. */
    public List<ExplanationView> explain(Definition definition, UUID customerId) {
        return explanations.explain(definition, customerId).stream()
                .map(ExplanationView::of)
                .toList();
    }

    /** See {@link Explanations#wouldHave}. */
    public Page<StayView> wouldHave(Definition definition, PageRequest request) {
        Page<SegmentStay> page = pages.page(
                "would-have",
                List.of(definition.id()),
                request,
                (behind, most) -> explanations.wouldHave(definition, behind, most),
                SegmentStay::membershipId);
        Map<UUID, String> names = explanations.customerNames(page.items());
        return page.map(stay -> StayView.of(stay, names.get(stay.customerId())));
    }
}
