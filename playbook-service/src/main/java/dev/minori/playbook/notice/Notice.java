package dev.minori.playbook.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The wish that somebody be told about a customer.
 *
 * @param effect what is told, as a stable name: the same effect is told once, however often it is asked for
 * @param subjectKind what it is about: {@code alert}, {@code playbook-run}, {@code task}
 * @param subjectId the alert, run or task
 * @param data values for the template beside the customer's name
 * @param quotedFactIds records whose text stands in the data
 */
public record Notice(
        String effect,
        UUID customerId,
        String subjectKind,
        UUID subjectId,
        String templateKey,
        Addressee addressee,
        Map<String, String> data,
        List<UUID> quotedFactIds) {
    public Notice {
        data = Map.copyOf(data);
        quotedFactIds = List.copyOf(quotedFactIds);
    }
}
