package dev.minori.simulators.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail between a customer and its CSM.
 *
 * @param incoming from the customer
 * @param minute minute of the day, in Japan
 */
record Mail(LocalDate day, int minute, boolean incoming, String subject, String body) {

    private static final List<String[]> CALM = List.of(
            text("定例会の日程について", "次回の定例会ですが、来週の木曜日15時からでいかがでしょうか。\nご都合をお知らせください。"),
            text("活用事例のご紹介ありがとうございます", "先日の活用事例の資料、社内でも好評でした。\n営業部でも同じ進め方を試してみます。"),
            text("操作研修の参加者", "来月の操作研修ですが、新しく配属された5名が参加いたします。\n当日はよろしくお願いいたします。"),
            text("設定変更のお礼", "早速のご対応ありがとうございました。\n無事に設定が反映されていることを確認いたしました。"));
    private static final List<String[]> GROWING = List.of(
            text("利用部署の拡大について", "現在の営業部に加えて、カスタマーサポート部でも利用を始めたいと考えています。\n追加ライセンスの見積もりをお願いできますでしょうか。"),
            text("上位プランについて", "上位プランの機能に興味があります。アップセルのご提案資料があればお送りください。"),
            text("機能追加の要望", "承認フローを部署ごとに分けられるようにしていただきたいという要望が現場から上がっています。"));
    private static final List<String[]> TROUBLED = List.of(
            text("利用状況のご相談", "現場での利用がなかなか広がらず、効果を社内で説明しにくくなっております。\n一度ご相談させてください。"),
            text("契約内容の見直しについて", "来期の予算の関係で、契約内容の見直しを検討しております。\n更新の条件を改めてご教示いただけますでしょうか。"),
            text("担当者変更のお知らせ", "推進担当の者が異動となりました。\n後任が決まるまで、ご連絡はこちらにお願いいたします。"));
    private static final List<String[]> OUTGOING = List.of(
            text("【みのりクラウド】今月のご利用状況", "いつもお世話になっております。\n今月のご利用状況をまとめましたので、お送りいたします。\nご不明な点がございましたらお知らせください。"),
            text("【みのりクラウド】定例会の議事録", "本日はお時間をいただきありがとうございました。\n議事録をお送りいたしますので、ご確認をお願いいたします。"));

    private static String[] text(String subject, String body) {
        return new String[] {subject, body};
    }

    static List<Mail> of(Customer customer, int days) {
        Dice dice = customer.dice("mails");
        List<Mail> mails = new ArrayList<>();
        LocalDate last = customer.left() == null ? customer.today().minusDays(1) : customer.left();
        int count = Math.min(days, 400) / 45 + dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            LocalDate day = last.minusDays(dice.between(0, Math.max(1, Math.min(days, 400))));
            while (!customer.worksOn(day)) {
                day = day.minusDays(1);
            }
            if (day.isBefore(customer.started())) {
                continue;
            }
            boolean incoming = dice.chance(0.6);
            String[] text = incoming ? incoming(customer, dice, day) : dice.pick(OUTGOING);
            mails.add(new Mail(day, dice.between(9 * 60, 18 * 60), incoming, text[0], text[1]));
        }
        return mails;
    }

    private static String[] incoming(Customer customer, Dice dice, LocalDate day) {
        boolean turned = !day.isBefore(customer.turned());
        return switch (customer.course()) {
            case GROWING -> dice.pick(turned && dice.chance(0.4) ? GROWING : CALM);
            case DECLINING, CHURNED -> dice.pick(turned && dice.chance(0.6) ? TROUBLED : CALM);
            case STEADY, STARTING -> dice.pick(CALM);
        };
    }

    /** The body as it would be sent, with greeting and signature. */
    String letter(Person sender, CompanyName company, String csm) {
        return incoming
                ? "みのりクラウド " + csm + "様\n\nお世話になっております。" + company.registered() + "の" + sender.last() + "です。\n\n" + body
                        + "\n\nどうぞよろしくお願いいたします。\n--\n" + company.registered() + "\n" + sender.last() + " "
                        + sender.first()
                : company.registered() + "\n" + sender.last() + "様\n\n" + body + "\n\n--\nみのりデモ株式会社 カスタマーサクセス部\n" + csm;
    }

    /** Time of day as {@code HH:mm:00}. */
    String time() {
        return String.format(Locale.ROOT, "%02d:%02d:00", minute / 60, minute % 60);
    }
}
