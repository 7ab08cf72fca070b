package dev.minori.sync.workspace;

import dev.minori.kit.etag.Versions;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teams with the members in them. Membership is kept with the members; here it is read and set by team. */
@ApplicationScoped
public class TeamRoster {
    private final DirectoryService directory;
    private final DirectoryStore store;

    TeamRoster(DirectoryService directory, DirectoryStore store) {
        this.directory = directory;
        this.store = store;
    }

    /**
     * A team and who is in it.
     *
     * @param memberIds by name; also those who left
     */
    public record Entry(Team team, List<UUID> memberIds) {
        public Entry {
            memberIds = List.copyOf(memberIds);
        }
    }

    /** Teams behind an id, by id. */
    @Transactional
    public List<Entry> list(@Nullable UUID behind, int limit) {
        List<Member> members = store.listAllMembers();
        return store.listTeams(behind, limit).stream()
                .map(team -> new Entry(team, in(team.id(), members)))
                .toList();
    }

    /** Throws not-found. */
    @Transactional
    public Entry get(UUID id) {
        Team team = store.findTeam(id)
                .orElseThrow(
                        () -> ProblemException.notFound(new Wording("チームが見つかりません: " + id, "There is no team " + id)));
        return new Entry(team, in(id, store.listAllMembers()));
    }

    /**
     * Creates or changes a team and, if they are given, sets who is in it.
     *
     * @param memberIds null to leave them
     * @throws ProblemException stale-version, version-required, invalid-request for members there are not
     */
    @Transactional
    public Entry save(Team wanted, @Nullable List<UUID> memberIds, @Nullable String ifMatch) {
        store.lock();
        Optional<Team> known = store.findTeam(wanted.id());
        List<Member> members = store.listAllMembers();
        boolean others = memberIds != null && !Set.copyOf(memberIds).equals(Set.copyOf(in(wanted.id(), members)));
        if (others && known.isPresent()) {
            Versions.require(ifMatch, known.get().version());
        }
        Team saved = directory.save(wanted, ifMatch);
        if (memberIds != null) {
            set(saved.id(), memberIds, members);
        }
        return get(saved.id());
    }

    private void set(UUID teamId, List<UUID> memberIds, List<Member> members) {
        Map<UUID, Member> byId = members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
        for (int i = 0; i < memberIds.size(); i++) {
            if (!byId.containsKey(memberIds.get(i))) {
                Wording detail =
                        new Wording("メンバーがいません: " + memberIds.get(i), "There is no member " + memberIds.get(i) + ".");
                throw new ProblemException(
                        KitProblem.INVALID_REQUEST,
                        detail,
                        List.of(new FieldError("/memberIds/" + i, "unknown", detail)));
            }
        }
        Set<UUID> wanted = new HashSet<>(memberIds);
        for (Member member : members) {
            boolean is = member.teamIds().contains(teamId);
            boolean shall = wanted.contains(member.id());
            if (is != shall) {
                List<UUID> teams = new ArrayList<>(member.teamIds());
                if (shall) {
                    teams.add(teamId);
                } else {
                    teams.remove(teamId);
                }
                directory.save(member.withTeams(teams), Versions.etag(member.version()));
            }
        }
    }

    private static List<UUID> in(UUID teamId, List<Member> members) {
        return members.stream()
                .filter(member -> member.teamIds().contains(teamId))
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::id))
                .map(Member::id)
                .toList();
    }
}
