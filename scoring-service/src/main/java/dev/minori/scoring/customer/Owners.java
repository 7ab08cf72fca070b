package dev.minori.scoring.customer;

import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says whose customers are meant when a request names members and teams. */
@ApplicationScoped
public class Owners {
    private final Members members;

    Owners(Members members) {
        this.members = members;
    }

    /** The member, narrowed to the team; null if neither is named. */
    public @Nullable List<UUID> of(@Nullable UUID member, @Nullable UUID team) {
        return of(member == null ? null : List.of(member), team == null ? List.of() : List.of(team));
    }

    /** These members, narrowed to those of the teams; null if neither is named, empty if nobody is in both. */
    public @Nullable List<UUID> of(@Nullable Collection<UUID> named, Collection<UUID> teams) {
        if (teams.isEmpty()) {
            return named == null ? null : List.copyOf(named);
        }
        Set<UUID> inTeams = members.list().stream()
                .filter(member -> !Collections.disjoint(member.teamIds(), teams))
                .map(Member::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (named != null) {
            inTeams.retainAll(named);
        }
        return List.copyOf(inTeams);
    }
}
