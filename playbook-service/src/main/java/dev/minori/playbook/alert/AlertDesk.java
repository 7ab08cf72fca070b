package dev.minori.playbook.alert;

import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.alert.AlertState.Open;
import dev.minori.playbook.person.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with alerts while they are open. */
@ApplicationScoped
public class AlertDesk {
    private final AlertStore store;
    private final Ids ids;
    private final Clock clock;

    AlertDesk(AlertStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Throws not-found, stale-version, conflict unless the alert is open and the time is to come. */
    @Transactional
    public void snooze(UUID id, @Nullable String ifMatch, Instant until) {
        if (!until.isAfter(clock.instant())) {
            throw conflict("スヌーズは未来の日時までです。", "An alert is snoozed until a time to come.");
        }
        move(id, ifMatch, new Open(until));
    }

    /** Brings a snoozed alert back into sight. Throws not-found, stale-version, conflict unless the alert is open. */
    @Transactional
    public void wake(UUID id, @Nullable String ifMatch) {
        move(id, ifMatch, Open.AWAKE);
    }

    /** Oldest first. Throws not-found. */
    @Transactional
    public List<Alert.Comment> listComments(UUID id, @Nullable UUID behind, int limit) {
        require(id);
        return store.listComments(id, behind, limit);
    }

    /** Adds a remark; that is possible in every state and changes no version. Throws not-found. */
    @Transactional
    public Alert.Comment comment(UUID id, String body, Author author) {
        require(id);
        Alert.Comment comment = new Alert.Comment(ids.next(), author.memberId(), author.name(), body, clock.instant());
        store.addComment(id, comment);
        return comment;
    }

    private void require(UUID id) {
        if (store.find(id).isEmpty()) {
            throw Alerts.unknown(id);
        }
    }

    private void move(UUID id, @Nullable String ifMatch, Open next) {
        Alert alert = store.lock(id).orElseThrow(() -> Alerts.unknown(id));
        Versions.require(ifMatch, alert.revision());
        switch (alert.state()) {
            case Open _ -> store.update(alert.with(next));
            case AlertState.Closed _ -> throw conflict("このアラートは閉じられています。", "The alert is closed.");
        }
    }

    private static ProblemException conflict(String ja, String en) {
        return new ProblemException(KitProblem.CONFLICT, new Wording(ja, en));
    }
}
