package dev.minori.simulators.seed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question or complaint to support.
 *
 * @param closed day it was closed, or null while it is open
 */
record Ticket(
        LocalDate opened,
        @Nullable LocalDate closed,
        String subject,
        String description,
        String status,
        String priority,
        String type) {

    private static final List<String[]> QUESTIONS = List.of(
            text("CSV取り込みの手順について", "取引先一覧をCSVで取り込みたいのですが、文字コードの指定方法を教えてください。", "質問"),
            text("権限設定の確認", "閲覧のみのユーザーを追加したいのですが、どのロールを割り当てればよいでしょうか。", "質問"),
            text("レポートの集計期間について", "月次レポートの集計期間を会計年度に合わせることはできますか。", "質問"),
            text("シングルサインオンの設定依頼", "社内の認証基盤と接続したいため、設定をお願いできますでしょうか。", "設定依頼"),
            text("通知メールの宛先変更", "担当者の異動に伴い、通知先を変更したいです。", "設定依頼"),
            text("一覧画面の並び順を保存したい", "毎回並び替えをしているので、条件を保存できるようにしてほしいという要望です。", "要望"),
            text("スマートフォンでの表示について", "外出先で確認することが多いため、画面の対応を要望します。", "要望"));
    private static final List<String[]> COMPLAINTS = List.of(
            text("画面の表示が遅い", "今週に入ってから一覧の表示に20秒以上かかることがあります。業務に支障が出ています。", "不具合"),
            text("データ連携が止まっている", "昨日から連携が更新されていません。至急ご確認ください。", "不具合"),
            text("集計値が合わない", "ダッシュボードの件数と明細の件数が一致しません。原因を教えてください。", "不具合"),
            text("ログインできないユーザーがいる", "複数の社員から、ログイン後に白い画面になるとの報告があります。", "不具合"));

    private static String[] text(String subject, String description, String type) {
        return new String[] {subject, description, type};
    }

    static List<Ticket> of(Customer customer, int days) {
        Dice dice = customer.dice("tickets");
        List<Ticket> tickets = new ArrayList<>();
        LocalDate last = customer.left() == null ? customer.today().minusDays(1) : customer.left();
        LocalDate from = customer.today().minusDays(days);
        LocalDate day = customer.started().isAfter(from) ? customer.started() : from;
        double perDay = 0.006 + customer.seats() / 9000.0;
        while (!day.isAfter(last)) {
            boolean trouble = !day.isBefore(customer.turned())
                    && (customer.course() == Course.DECLINING || customer.course() == Course.CHURNED);
            double rate = customer.worksOn(day) ? perDay * (trouble ? 2.4 : 1) : 0;
            if (dice.chance(Math.min(0.5, rate))) {
                tickets.add(one(customer, dice, day, trouble));
            }
            day = day.plusDays(1);
        }
        return tickets;
    }

    private static Ticket one(Customer customer, Dice dice, LocalDate opened, boolean trouble) {
        String[] text = dice.chance(trouble ? 0.65 : 0.2) ? dice.pick(COMPLAINTS) : dice.pick(QUESTIONS);
        int takes = trouble ? dice.between(3, 21) : dice.between(0, 6);
        LocalDate closed = opened.plusDays(takes);
        boolean open = closed.isAfter(customer.today().minusDays(1));
        String status = open
                ? ChronoUnit.DAYS.between(opened, customer.today()) < 2 ? "新規" : dice.chance(0.2) ? "保留" : "対応中"
                : "完了";
        String priority = text[2].equals("不具合") ? dice.chance(0.5) ? "高" : "中" : dice.chance(0.6) ? "中" : "低";
        return new Ticket(opened, open ? null : closed, text[0], text[1], status, priority, text[2]);
    }
}
