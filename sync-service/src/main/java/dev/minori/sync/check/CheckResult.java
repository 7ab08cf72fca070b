package dev.minori.sync.check;

import dev.minori.sync.source.ApiAllowance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What connecting would mean.
 *
 * @param allowance calls a day that the source allows and those used of them; null if it does not tell
 * @param permissionSet metadata to deploy at Salesforce; null elsewhere
 * @param callsMade calls that the check itself made
 */
public record CheckResult(
        List<CheckedObject> objects,
        @Nullable ApiAllowance allowance,
        @Nullable String permissionSet,
        long callsMade) {
    public CheckResult {
        objects = List.copyOf(objects);
    }

    /** What reading all of them every five minutes would cost. */
    public long callsPerDay() {
        return objects.stream()
                .filter(CheckedObject::visible)
                .mapToLong(CheckedObject::callsPerDay)
                .sum();
    }
}
