package dev.minori.notification.preference;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.notification.channel.ChannelService;
import dev.minori.notification.member.MemberDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the members of a workspace chose. */
@ApplicationScoped
public class PreferenceService {
    private final PreferenceStore store;
    private final ChannelService channels;
    private final MemberDirectory members;
    private final Audit audit;
    private final Clock clock;

    PreferenceService(
            PreferenceStore store, ChannelService channels, MemberDirectory members, Audit audit, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a member chose, or what holds until they do. */
    @Transactional
    public Preference of(UUID memberId) {
        return store.find(memberId).orElseGet(() -> Preference.standard(memberId));
    }

    /** The choices of several members; each has one. */
    @Transactional
    public Map<UUID, Preference> of(Collection<UUID> memberIds) {
        Map<UUID, Preference> chosen =
                store.list(memberIds).stream().collect(Collectors.toMap(Preference::memberId, Function.identity()));
        return memberIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> chosen.getOrDefault(id, Preference.standard(id))));
    }

    /** What a member of this workspace chose; throws not-found for anybody else. */
    @Transactional
    public Preference get(UUID memberId) {
        if (members.find(memberId).isEmpty()) {
            throw ProblemException.notFound(
                    new Wording("メンバーがいません: " + memberId, "There is no member " + memberId + "."));
        }
        return of(memberId);
    }

    /** Changes the version that the client saw; version 0 is the state before any choice. */
    @Transactional
    public Preference change(@Nullable String ifMatch, Preference wanted) {
        Versions.require(ifMatch, get(wanted.memberId()).version());
        List<UUID> rooms = wanted.slackChannelIds();
        for (int i = 0; i < rooms.size(); i++) {
            requireRoom(rooms.get(i), i);
        }
        Preference changed = new Preference(
                wanted.memberId(),
                wanted.email(),
                wanted.inApp(),
                rooms.stream().distinct().toList(),
                wanted.language(),
                wanted.quietHours(),
                of(wanted.memberId()).version() + 1);
        if (!store.save(changed, clock.instant())) {
            throw ProblemException.stale();
        }
        audit.record("preference-changed", "member", changed.memberId().toString(), Map.of());
        return changed;
    }

    private void requireRoom(UUID channelId, int index) {
        if (channels.find(channelId).isEmpty()) {
            Wording detail = new Wording("チャネルがありません: " + channelId, "There is no channel " + channelId + ".");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    detail,
                    List.of(new FieldError("/slackChannelIds/" + index, "unknown", detail)));
        }
    }
}
