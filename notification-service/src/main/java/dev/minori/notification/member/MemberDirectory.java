package dev.minori.notification.member;

import dev.minori.notification.template.MessageLanguage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The members of the current workspace, as sync-service tells of them. Every method needs a transaction. */
public interface MemberDirectory {
    /** The member; empty while nothing was heard of them. */
    Optional<Person> find(UUID memberId);

    /** The member whose tokens carry this subject. */
    Optional<Person> findBySubject(String subject);

    /** Members, also those who left, by name, beginning behind this name and id. */
    List<Person> list(String behindName, UUID behindId, int limit);

    /** The name of the workspace; empty while nothing was heard of it. */
    String workspaceName();

    /** A member. */
    record Person(UUID memberId, String name, String email, MessageLanguage language, ZoneId zone, boolean active) {}
}
