package dev.minori.sync.connection;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.sync.source.SourceUser;
import dev.minori.sync.workspace.DirectoryStore;
import dev.minori.sync.workspace.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links owners of source records to members: by equal e-mail address, or by hand. */
@ApplicationScoped
public class OwnerLinks {
    private final OwnerLinkStore store;
    private final DirectoryStore directory;
    private final Audit audit;
    private final Event<OwnersChanged> changed;

    OwnerLinks(OwnerLinkStore store, DirectoryStore directory, Audit audit, Event<OwnersChanged> changed) {
        this.store = store;
        this.directory = directory;
        this.audit = audit;
        this.changed = changed;
    }

    /** Owners of a connection are now other members than before; observed inside the transaction. */
    public record OwnersChanged(UUID connectionId) {}

    /**
     * Links of a connection.
     *
     * @param version of all the connection's links; goes up with every change
     */
    public record Links(List<OwnerLink> links, long version) {
        public Links {
            links = List.copyOf(links);
        }
    }

    /** Links behind a name and, where names are equal, an owner's id, in that order. */
    @Transactional
    public Links list(UUID connectionId, String name, String ownerId, int limit) {
        long version = store.version(connectionId); // Read first: what is newer than its version only looks stale.
        return new Links(store.list(connectionId, name, ownerId, limit), version);
    }

    /** Takes over the source's users; links that were made by hand stay. */
    @Transactional
    public void refresh(UUID connectionId, List<SourceUser> users) {
        store.lock(connectionId);
        Map<String, OwnerLink> known = byOwner(connectionId);
        Map<String, UUID> members = membersByEmail();
        List<OwnerLink> links = new ArrayList<>();
        for (SourceUser user : users) {
            OwnerLink before = known.get(user.id());
            OwnerLink link = before != null && before.byHand()
                    ? new OwnerLink(user.id(), user.name(), user.email(), before.memberId(), true)
                    : new OwnerLink(user.id(), user.name(), user.email(), byEmail(members, user), false);
            if (!link.equals(before)) {
                links.add(link);
            }
        }
        if (!links.isEmpty()) {
            store.save(connectionId, links);
        }
    }

    /**
     * Links owners to members by hand and gives these links. An owner may be named by its id or its e-mail address; null
     * unlinks. Throws stale-version if the client names another version than the one that is stored, unless nothing would
     * change.
     */
    @Transactional
    public Links link(UUID connectionId, @Nullable String ifMatch, Map<String, @Nullable UUID> memberByOwner) {
        long version = store.lock(connectionId);
        Map<String, OwnerLink> known = byOwner(connectionId);
        List<OwnerLink> links = new ArrayList<>();
        memberByOwner.forEach((owner, member) -> {
            OwnerLink before = known.values().stream()
                    .filter(link -> link.ownerId().equals(owner)
                            || (link.email() != null && lower(link.email()).equals(lower(owner))))
                    .findFirst()
                    .orElse(new OwnerLink(owner, owner, owner.contains("@") ? owner : null, null, true));
            links.add(new OwnerLink(before.ownerId(), before.name(), before.email(), member, true));
        });
        List<OwnerLink> named = List.copyOf(links);
        links.removeIf(link -> link.equals(known.get(link.ownerId())));
        if (!links.isEmpty()) {
            Versions.requireIfNamed(ifMatch, version);
            store.save(connectionId, links);
            Map<String, String> linked = new HashMap<>();
            links.forEach(link -> linked.put(link.ownerId(), String.valueOf(link.memberId())));
            audit.record("owners-linked", "connection", connectionId.toString(), linked);
            changed.fire(new OwnersChanged(connectionId));
        }
        return new Links(named, store.version(connectionId));
    }

    /** Finds the member behind an owner's id or e-mail address, as things stand now. */
    @Transactional
    public Function<String, @Nullable UUID> resolver(UUID connectionId) {
        Map<String, UUID> members = new HashMap<>(membersByEmail());
        for (OwnerLink link : store.list(connectionId)) {
            if (link.memberId() != null) {
                members.put(lower(link.ownerId()), link.memberId());
                if (link.email() != null) {
                    members.put(lower(link.email()), link.memberId());
                }
            }
        }
        return owner -> members.get(lower(owner));
    }

    private Map<String, OwnerLink> byOwner(UUID connectionId) {
        Map<String, OwnerLink> byOwner = new HashMap<>();
        store.list(connectionId).forEach(link -> byOwner.put(link.ownerId(), link));
        return byOwner;
    }

    private Map<String, UUID> membersByEmail() {
        Map<String, UUID> members = new HashMap<>();
        directory.listAllMembers().stream()
                .filter(Member::active)
                .forEach(member -> members.put(lower(member.email()), member.id()));
        return members;
    }

    private static @Nullable UUID byEmail(Map<String, UUID> members, SourceUser user) {
        String email = user.email();
        return email == null ? null : members.get(lower(email));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
