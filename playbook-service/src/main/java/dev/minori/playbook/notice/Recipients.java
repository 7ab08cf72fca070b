package dev.minori.playbook.notice;

import dev.minori.playbook.customer.CustomerProfile;
import java.util.List;
import java.util.UUID;

/** Finds the members behind an addressee. */
public interface Recipients {
    /** Active members, each once, the owner first; empty if there are none. */
    List<UUID> of(Addressee addressee, CustomerProfile customer);
}
