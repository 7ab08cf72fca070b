package dev.minori.scoring.followup;

import dev.minori.events.HealthBand;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.CustomerList.DateKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says in one sentence why to call a customer today, out of the facts that count most: first what became worse, then what
 * ends soon, then how long nobody wrote. Two clauses at most: a third one nobody remembers.
 */
final class FollowUpReason {
    private static final int CLAUSES = 2;
    private static final double USAGE_FELL = -0.1;
    private static final double POINTS_FELL = -5;
    private static final long SOON = 90;
    private static final long LONG_SILENT = 30;

    private FollowUpReason() {}

    /**
     * A statement that can stand within a sentence and at its end.
     *
     * @param within Japanese, as it goes on with a comma
     * @param ending Japanese, as it ends the sentence
     * @param english without a capital letter and a full stop
     */
    private record Clause(String within, String ending, String english) {}

    static Wording of(Candidate customer) {
        List<Clause> clauses = new ArrayList<>();
        add(clauses, usage(customer.usageChange()));
        add(clauses, score(customer));
        add(clauses, date(customer));
        add(clauses, silence(customer.daysSilent()));
        add(clauses, tickets(customer.openTickets()));
        if (clauses.isEmpty()) {
            clauses.add(state(customer));
        }
        List<Clause> said = chosen(clauses, customer);
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (int i = 0; i < said.size(); i++) {
            boolean last = i == said.size() - 1;
            ja.append(last ? said.get(i).ending() + "。" : said.get(i).within() + "、");
            en.append(said.get(i).english()).append(last ? "." : ", and ");
        }
        en.setCharAt(0, Character.toUpperCase(en.charAt(0)));
        return new Wording(ja.toString(), en.toString());
    }

    /** The first clause and, if something ends soon, that; otherwise the second. */
    private static List<Clause> chosen(List<Clause> clauses, Candidate customer) {
        Clause date = date(customer);
        if (date != null && clauses.size() > CLAUSES && !clauses.getFirst().equals(date)) {
            return List.of(clauses.getFirst(), date);
        }
        return clauses.subList(0, Math.min(CLAUSES, clauses.size()));
    }

    private static void add(List<Clause> clauses, @Nullable Clause clause) {
        if (clause != null) {
            clauses.add(clause);
        }
    }

    private static @Nullable Clause usage(@Nullable Double change) {
        if (change == null || change > USAGE_FELL) {
            return null;
        }
        long percent = Math.round(-change * 100);
        return new Clause(
                "利用が4週間で" + percent + "%減り",
                "利用が4週間で" + percent + "%減りました",
                "usage fell by " + percent + "% in four weeks");
    }

    private static @Nullable Clause score(Candidate customer) {
        Double points = customer.points();
        Double change = customer.pointsChange();
        if (points != null && change != null && change <= POINTS_FELL) {
            long before = Math.round(points - change);
            long now = Math.round(points);
            return new Clause(
                    "ヘルススコアが30日で" + before + "から" + now + "に下がり",
                    "ヘルススコアが30日で" + before + "から" + now + "に下がりました",
                    "the health score fell from " + before + " to " + now + " in 30 days");
        }
        if (points != null && (customer.band() == HealthBand.AT_RISK || customer.band() == HealthBand.WATCH)) {
            String state = customer.band() == HealthBand.AT_RISK ? "危険" : "注意";
            String english = customer.band() == HealthBand.AT_RISK ? "at risk" : "to be watched";
            long now = Math.round(points);
            return new Clause(
                    "ヘルス状態が" + state + "(" + now + "点)で",
                    "ヘルス状態は" + state + "(" + now + "点)です",
                    "the customer is " + english + " with a health score of " + now);
        }
        return null;
    }

    private static @Nullable Clause date(Candidate customer) {
        Long days = customer.daysLeft();
        if (days == null || customer.nextDate() == null || days > SOON) {
            return null;
        }
        boolean notice = customer.nextDate().kind() == DateKind.NOTICE_DEADLINE;
        String what = notice ? "更新拒絶期限" : "契約終了日";
        String english = notice ? "the notice deadline" : "the end of the contract";
        if (days <= 0) {
            return new Clause(what + "が今日に迫り", what + "は今日です", english + " is today");
        }
        return new Clause(
                what + "まで" + days + "日となり",
                what + "まで" + days + "日です",
                english + " is " + days + (days == 1 ? " day" : " days") + " away");
    }

    private static @Nullable Clause silence(@Nullable Long days) {
        if (days == null || days < LONG_SILENT) {
            return null;
        }
        return new Clause(
                "最後のメールから" + days + "日がたち", "最後のメールから" + days + "日たっています", "the last mail was " + days + " days ago");
    }

    private static @Nullable Clause tickets(long open) {
        return open == 0
                ? null
                : new Clause(
                        "未完了の問い合わせが" + open + "件あり",
                        "未完了の問い合わせが" + open + "件あります",
                        open == 1 ? "one ticket is open" : open + " tickets are open");
    }

    /** Nothing but its state is known of a customer set aside after its sign was gone. */
    private static Clause state(Candidate customer) {
        Double points = customer.points();
        return points == null
                ? new Clause("ヘルススコアがまだなく", "ヘルススコアはまだありません", "there is no health score yet")
                : new Clause(
                        "ヘルススコアが" + Math.round(points) + "点で",
                        "ヘルススコアは" + Math.round(points) + "点です",
                        "the health score is " + Math.round(points));
    }
}
