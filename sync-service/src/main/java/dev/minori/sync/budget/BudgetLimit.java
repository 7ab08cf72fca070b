package dev.minori.sync.budget;

import dev.minori.kit.problem.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Which limit keeps calls from being made. */
public enum BudgetLimit {
    CALLS_PER_HOUR("calls-per-hour", "1時間あたりの呼び出し回数の予算", "the budget of calls per hour"),
    CALLS_PER_DAY("calls-per-day", "1日あたりの呼び出し回数の予算", "the budget of calls per day"),
    SHARE_OF_LIMIT("share-of-limit", "連携先の1日の上限のうちMinoriに割り当てた分", "Minori's share of the source's daily limit"),
    CEILING("ceiling", "連携先全体の使用量の上限(ほかのシステムの分を含む)", "the ceiling of what everybody together may use"),
    SOURCE("source", "連携先のAPI上限", "the source's own limit");

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("M月d日 H:mm");

    private final String wireName;
    private final String ja;
    private final String en;

    BudgetLimit(String wireName, String ja, String en) {
        this.wireName = wireName;
        this.ja = ja;
        this.en = en;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Why nothing is asked now, and until when. */
    public Wording wording(Instant until) {
        return new Wording(
                ja + "を使い切ったため、" + JAPANESE.format(until.atZone(JAPAN)) + "(日本時間)まで呼び出しを止めています。続きから自動で再開します。",
                "No call is made before " + until + ": " + en
                        + " is spent. Runs go on by themselves where they stood.");
    }
}
