package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app as somebody describes it and as it is stored.
 *
 * @param code the app's code, empty for none; with one, record numbers become {@code CODE-1}
 * @param fields fields without those of the system
 * @param guestSpace the guest space it lives in, or null
 * @param numberPrecision how exact its numbers are, or null for what a new app has
 * @param process its process management, or null when that is off
 * @param permissions who may do what, or null when everybody may
 * @param webhooks where changes of single records are told, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppDefinition(
        int id,
        String name,
        String code,
        String description,
        List<AppField> fields,
        @Nullable Integer guestSpace,
        @Nullable NumberPrecision numberPrecision,
        @Nullable ProcessManagement process,
        @Nullable Permissions permissions,
        @Nullable List<Webhook> webhooks) {

    public AppDefinition {
        fields = List.copyOf(fields);
    }

    /** The same app with other fields. */
    public AppDefinition withFields(List<AppField> others) {
        return new AppDefinition(
                id, name, code, description, others, guestSpace, numberPrecision, process, permissions, webhooks);
    }
}
