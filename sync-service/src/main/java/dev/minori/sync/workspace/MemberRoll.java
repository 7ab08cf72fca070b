package dev.minori.sync.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks members up for lists. */
@ApplicationScoped
public class MemberRoll {
    private final DirectoryStore store;

    MemberRoll(DirectoryStore store) {
        this.store = store;
    }

    /** By id, beginning behind the given one. A workspace has hundreds of members, so all are read and few are given. */
    @Transactional
    public List<Member> list(MemberFilter filter, @Nullable UUID after, int limit) {
        return store.listAllMembers().stream()
                .filter(filter::shows)
                .sorted(Comparator.comparing(member -> member.id().toString()))
                .filter(member -> after == null || member.id().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .toList();
    }
}
