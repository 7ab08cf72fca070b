package dev.minori.playbook.run.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many runs stand at a step.
 *
 * @param list the runs behind the number
 */
record StepCountView(String stepId, int runs, String list) {
    static List<StepCountView> of(UUID playbookId, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new StepCountView(
                        count.getKey(),
                        count.getValue(),
                        "/api/v1/playbook-runs?playbookId=" + playbookId + "&state=active&step="
                                + URLEncoder.encode(count.getKey(), StandardCharsets.UTF_8)))
                .toList();
    }
}
