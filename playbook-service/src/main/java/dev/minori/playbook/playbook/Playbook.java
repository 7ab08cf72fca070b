package dev.minori.playbook.playbook;

import dev.minori.playbook.text.LocalText;
import java.util.List;

/**
 * What a playbook's document says.
 *
 * @param segmentKey customers who enter this segment start a run
 */
public record Playbook(String key, LocalText name, String segmentKey, ReEntry reEntry, List<Step> steps) {
    /** More steps than this are several playbooks. */
    public static final int MAX_STEPS = 100;

    public Playbook {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a playbook needs a step");
        }
    }
}
