package dev.minori.scoring.view;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.directory.Member;
import dev.minori.kit.directory.Members;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.scoring.view.SavedView.Content;
import dev.minori.scoring.view.SavedView.Sharing;
import dev.minori.scoring.view.SavedViewStore.Place;
import dev.minori.scoring.view.SavedViewStore.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Views that people save. Everybody who may read keeps views of one's own; a member of a team shares with that team; with
 * the whole workspace those share who steer. Only who saved a view changes it; who steers may also remove shared ones.
 */
@ApplicationScoped
@Transactional
public class SavedViews {
    private static final int MOST = 200;
    private static final int NAME = 100;
    private static final int FILTERS = 50;
    private static final int COLUMNS = 50;
    private static final int VALUE = 200;
    private static final List<String> STEERING = List.of("manager", "cs-ops", "admin");

    private final SavedViewStore store;
    private final Members members;
    private final Actor actor;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    SavedViews(SavedViewStore store, Members members, Actor actor, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.members = members;
        this.actor = actor;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The caller's views and those shared with the caller, by name, behind a place. */
    public List<SavedView> list(@Nullable String screen, Place behind, int limit) {
        return store.list(reader(), screen, behind, limit);
    }

    public SavedView get(UUID viewId) {
        return find(viewId);
    }

    public SavedView create(Content content) {
        Reader reader = reader();
        check(reader, content);
        if (store.countOf(reader.subject()) >= MOST) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording("保存できるビューは" + MOST + "件までです。", "At most " + MOST + " views can be saved."));
        }
        UUID viewId = ids.next();
        store.insert(viewId, reader.subject(), actor.name(), content, now());
        audit.record("view-saved", "saved-view", viewId.toString(), Map.of("name", content.name()));
        return find(viewId);
    }

    public SavedView update(UUID viewId, @Nullable String ifMatch, Content content) {
        SavedView old = find(viewId);
        if (!old.mine()) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Wording("ビューを変更できるのは保存した本人だけです。", "Only who saved a view may change it."));
        }
        Versions.require(ifMatch, old.version());
        check(reader(), content);
        store.update(viewId, content, now());
        audit.record("view-changed", "saved-view", viewId.toString(), Map.of("name", content.name()));
        return find(viewId);
    }

    public void delete(UUID viewId, @Nullable String ifMatch) {
        SavedView old = find(viewId);
        if (!old.mine() && !steers()) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN, new Wording("他の人のビューは削除できません。", "You may not remove somebody else's view."));
        }
        Versions.require(ifMatch, old.version());
        store.delete(viewId);
        audit.record("view-removed", "saved-view", viewId.toString(), Map.of("name", old.name()));
    }

    private SavedView find(UUID viewId) {
        return store.find(reader(), viewId)
                .orElseThrow(() -> ProblemException.notFound(new Wording("ビューが見つかりません。", "There is no such view.")));
    }

    private Reader reader() {
        List<UUID> teams =
                members.findBySubject(actor.subject()).map(Member::teamIds).orElse(List.of());
        return new Reader(actor.subject(), teams);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private boolean steers() {
        return STEERING.stream().anyMatch(actor::hasRole);
    }

    private void check(Reader reader, Content content) {
        List<FieldError> errors = new ArrayList<>();
        if (!content.screen().matches("[a-z][a-z0-9-]{0,39}")) {
            errors.add(error(
                    "/screen",
                    "invalid-format",
                    "screenは英小文字とハイフンの40文字までです。",
                    "screen is up to 40 small letters and hyphens."));
        }
        if (content.name().isBlank() || content.name().length() > NAME) {
            errors.add(error("/name", "invalid-length", "名前は1から100文字です。", "A name has 1 to 100 characters."));
        }
        checkSharing(reader, content, errors);
        boolean tooMuch = content.filters().size() > FILTERS
                || content.columns().size() > COLUMNS
                || content.filters().entrySet().stream()
                        .anyMatch(filter -> filter.getKey().length() > NAME
                                || filter.getValue().size() > FILTERS
                                || filter.getValue().stream().anyMatch(value -> value.length() > VALUE));
        if (tooMuch || content.columns().stream().anyMatch(column -> column.length() > NAME)) {
            errors.add(error("/filters", "too-large", "条件または列が多すぎます。", "There are too many filters or columns."));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, new Wording("ビューの内容に誤りがあります。", "The view is not valid."), errors);
        }
    }

    private void checkSharing(Reader reader, Content content, List<FieldError> errors) {
        UUID team = content.teamId();
        if ((content.sharedWith() == Sharing.TEAM) != (team != null)) {
            errors.add(error(
                    "/teamId",
                    "mismatch",
                    "teamIdはチームと共有するときだけ指定します。",
                    "teamId goes with sharing with a team, and only then."));
        } else if (team != null && !reader.teams().contains(team) && !steers()) {
            errors.add(error("/teamId", "not-a-member", "自分のチームとだけ共有できます。", "You share with a team of your own."));
        }
        if (content.sharedWith() == Sharing.WORKSPACE && !steers()) {
            errors.add(error(
                    "/sharedWith",
                    "not-allowed",
                    "全員と共有できるのはマネージャー、CS Ops、管理者です。",
                    "Managers, CS ops and admins share with everybody."));
        }
    }

    private static FieldError error(String pointer, String code, String ja, String en) {
        return new FieldError(pointer, code, new Wording(ja, en));
    }
}
