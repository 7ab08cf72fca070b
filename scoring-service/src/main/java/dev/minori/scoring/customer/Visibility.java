package dev.minori.scoring.customer;

import java.util.List;
import java.util.UUID;

/** Whose customers a person sees. */
public sealed interface Visibility {
    /** Every customer of the workspace. */
    record Everything() implements Visibility {}

    /** Only customers of these owners: oneself and one's teams. */
    record OwnedBy(List<UUID> memberIds) implements Visibility {
        public OwnedBy {
            memberIds = List.copyOf(memberIds);
        }
    }
}
