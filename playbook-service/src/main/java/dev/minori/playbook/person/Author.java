package dev.minori.playbook.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts: a person, or Minori itself.
 *
 * @param memberId the member, null if the person is no member of the workspace's directory or nobody acted
 * @param name for people to read
 */
public record Author(@Nullable UUID memberId, String name) {
    /** Acts by rule. */
    public static final Author MINORI = new Author(null, "Minori");
}
