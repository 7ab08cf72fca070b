package dev.minori.notification.recipient;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.notification.member.MemberDirectory;
import dev.minori.notification.preference.Preference;
import dev.minori.notification.preference.PreferenceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who can be told, how, and what stands in the way. */
@ApplicationScoped
public class RecipientService {
    private final MemberDirectory members;
    private final PreferenceService preferences;
    private final SuppressionStore suppressions;
    private final Audit audit;

    RecipientService(
            MemberDirectory members, PreferenceService preferences, SuppressionStore suppressions, Audit audit) {
        this.members = members;
        this.preferences = preferences;
        this.suppressions = suppressions;
        this.audit = audit;
    }

    /** Members as recipients, by name, beginning behind this name and id. */
    @Transactional
    public List<Recipient> list(String behindName, UUID behindId, int limit) {
        return complete(members.list(behindName, behindId, limit));
    }

    /** One recipient; empty while nothing was heard of the member. */
    @Transactional
    public Optional<Recipient> find(UUID memberId) {
        return members.find(memberId).map(person -> complete(List.of(person)).getFirst());
    }

    /** One recipient; throws not-found. */
    @Transactional
    public Recipient get(UUID memberId) {
        return find(memberId).orElseThrow(() -> notFound(memberId));
    }

    /** The recipient who is logged in; throws not-found for a person who is no member. */
    @Transactional
    public Recipient getBySubject(String subject) {
        return members.findBySubject(subject)
                .map(person -> complete(List.of(person)).getFirst())
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("このワークスペースのメンバーではありません。", "You are no member of this workspace.")));
    }

    /** What the reader's company is called. */
    @Transactional
    public String workspaceName() {
        return members.workspaceName();
    }

    /** Sends nothing to the address any more, until a person lifts it. */
    @Transactional
    public void suppress(SuppressedAddress address) {
        suppressions.add(address);
    }

    /** Sends to the member's address again. */
    @Transactional
    public Recipient lift(UUID memberId) {
        Recipient recipient = get(memberId);
        if (suppressions.remove(SuppressedAddress.normal(recipient.email()))) {
            audit.record("suppression-lifted", "member", memberId.toString(), Map.of());
        }
        return get(memberId);
    }

    private List<Recipient> complete(List<MemberDirectory.Person> people) {
        Map<UUID, Preference> chosen = preferences.of(
                people.stream().map(MemberDirectory.Person::memberId).toList());
        Map<String, SuppressedAddress> refused =
                suppressions
                        .list(people.stream()
                                .map(person -> SuppressedAddress.normal(person.email()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(SuppressedAddress::address, Function.identity()));
        return people.stream()
                .map(person -> new Recipient(
                        person.memberId(),
                        person.name(),
                        person.email(),
                        person.active(),
                        person.language(),
                        person.zone(),
                        chosen.getOrDefault(person.memberId(), Preference.standard(person.memberId())),
                        refused.get(SuppressedAddress.normal(person.email()))))
                .toList();
    }

    private static ProblemException notFound(UUID memberId) {
        return ProblemException.notFound(new Wording("メンバーがいません: " + memberId, "There is no member " + memberId + "."));
    }
}
