package dev.minori.playbook.alert;

import dev.minori.playbook.text.LocalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a list shows it.
 *
 * @param customerName null while nothing was heard of the customer
 * @param ownerMemberId the customer's CSM
 * @param sortKey the value it is sorted by, for the cursor
 */
public record AlertRow(
        Alert alert,
        @Nullable String customerName,
        @Nullable UUID ownerMemberId,
        @Nullable String ownerName,
        String ruleKey,
        LocalText ruleName,
        String sortKey) {}
