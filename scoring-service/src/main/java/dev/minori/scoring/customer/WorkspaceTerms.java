package dev.minori.scoring.customer;

import java.util.UUID;

/** In which currency and fiscal year a workspace thinks. */
public interface WorkspaceTerms {
    /**
     * A workspace's terms.
     *
     * @param currency ISO 4217
     * @param fiscalYearStartMonth 1 to 12
     */
    record Terms(String currency, int fiscalYearStartMonth) {}

    /** The terms; a problem while the workspace is not known. */
    Terms of(UUID workspaceId);
}
