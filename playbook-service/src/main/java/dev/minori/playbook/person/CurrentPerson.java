package dev.minori.playbook.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person behind the current request. */
public interface CurrentPerson {
    /** Who writes. */
    Author author();

    /** The caller as a member; throws conflict if the directory does not know the caller. */
    UUID memberId();

    /**
     * The CSMs whose customers the person may see; null if it may see all. Where a workspace shows customers to owner
     * and team only, managers, CS ops, admins and services see all of them nevertheless.
     */
    @Nullable
    List<UUID> visibleOwners();
}
