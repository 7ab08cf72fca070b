package dev.minori.playbook.segment;

import dev.minori.playbook.text.LocalText;
import java.util.Locale;

/** What a rule or a playbook made of an entry into its segment, in words for "why" and "why not". */
public enum EntryOutcome {
    ALERT_OPENED("アラートを開きました。", "An alert was opened."),
    OCCURRENCE_ADDED("開いているアラートに発生を追加しました。", "An occurrence was added to the open alert."),
    REOPENED_QUIETLY(
            "再通知までの間隔の中だったので、通知せずにアラートを開き直しました。",
            "It came back within the cool-down: the alert was reopened without a notification."),
    RULE_PAUSED("アラート条件が停止中でした。", "The rule was paused."),
    RUN_STARTED("プレイブックを開始しました。", "A run was started."),
    ALREADY_RUNNING("この顧客ではすでに実行中でした。", "A run for this customer was under way already."),
    NEVER_AGAIN("この顧客では一度実行済みです(再実行しない設定)。", "It ran once for this customer and does not run again."),
    TOO_SOON("前回の実行から再実行までの日数が経っていませんでした。", "Too few days had passed since the last run began."),
    CUSTOMER_REMOVED("連携元でこの顧客は削除されています。", "The customer is gone in its sources."),
    SUPPRESSED_BACKFILL(
            "過去データの取り込みで判明したため、何も開きませんでした(backfill)。",
            "suppressed: backfill. It was learned from a first load or a recomputation, which opens nothing."),
    BEFORE_PUBLICATION("公開より前に条件に当てはまっていました。", "It was in the segment before this was published."),
    NEVER_ENTERED("この顧客がこのセグメントに入ったという知らせは届いていません。", "No entry of this customer into the segment has been received.");

    private final String ja;
    private final String en;

    EntryOutcome(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** The name in the database and in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for a person. */
    public LocalText text() {
        return new LocalText(ja, en);
    }

    /** The outcome called so. Throws IllegalArgumentException for any other name. */
    public static EntryOutcome of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
