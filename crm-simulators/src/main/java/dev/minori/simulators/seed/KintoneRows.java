package dev.minori.simulators.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.store.CopyWriter;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the records of one demo app. */
final class KintoneRows {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int SURVEY_EVERY_DAYS = 91;

    private final Connection connection;
    private final App app;
    private final SeedPlan plan;
    private final Owners owners;
    private final List<String> codes = new ArrayList<>();
    private long nextRow = 1;

    KintoneRows(Connection connection, App app, SeedPlan plan, Owners owners) {
        this.connection = connection;
        this.app = app;
        this.plan = plan;
        this.owners = owners;
    }

    long write() throws SQLException {
        List<String> columns =
                new ArrayList<>(List.of("id", "revision", "created_at", "created_by", "updated_at", "updated_by"));
        for (AppField field : app.fields()) {
            if (!field.type().system()) {
                columns.add(app.column(field));
                codes.add(field.code());
            }
        }
        long records;
        try (CopyWriter out = new CopyWriter(connection, app.table(), columns)) {
            switch (app.name()) {
                case "顧客管理" -> customers(out);
                case "アンケート回答" -> surveys(out);
                case "対応履歴" -> activities(out);
                default -> throw new IllegalStateException("nothing is generated for app " + app.name());
            }
            out.finish();
            records = out.rows();
        }
        Sql.update(
                connection,
                "update kt_app set next_record = ?, next_row = ? where id = ?",
                records + 1,
                nextRow,
                app.id());
        Sql.execute(connection, "analyze " + app.table());
        return records;
    }

    private void add(
            CopyWriter out, LocalDate day, int minute, Owners.User author, Map<String, @Nullable Object> values)
            throws SQLException {
        Instant written =
                day.atTime(LocalTime.of(minute / 60, minute % 60)).atZone(ZONE).toInstant();
        Instant stamp = (written.isAfter(plan.now()) ? plan.now() : written).truncatedTo(ChronoUnit.MINUTES);
        String user = user(author).toString();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(out.rows() + 1);
        row.add(1);
        row.add(stamp);
        row.add(user);
        row.add(stamp);
        row.add(user);
        for (String code : codes) {
            Object value = values.get(code);
            row.add(app.field(code).filter(field -> field.type().multiple()).isPresent() ? array(value) : value);
        }
        out.add(row.toArray());
    }

    private static @Nullable String array(@Nullable Object value) {
        return value instanceof List<?> list
                ? "{"
                        + String.join(
                                ",", list.stream().map(one -> "\"" + one + "\"").toList()) + "}"
                : null;
    }

    private static ObjectNode user(Owners.User person) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("code", person.email().substring(0, person.email().indexOf('@')));
        user.put("name", person.last() + " " + person.first());
        return user;
    }

    private Owners.User csm(Customer customer) {
        return owners.csms().get(customer.index() % owners.csms().size());
    }

    private static String users(Owners.User person) {
        return JsonNodeFactory.instance.arrayNode().add(user(person)).toString();
    }

    private void customers(CopyWriter out) throws SQLException {
        for (int i = 0; i < plan.accounts(); i++) {
            Customer customer = plan.customer(i);
            Dice dice = customer.dice("kintone-customer");
            Person person = customer.people().getFirst();
            List<Term> terms = Term.of(customer);
            Term first = terms.getFirst();
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("顧客コード", customer.code());
            values.put("会社名", customer.name().registered());
            values.put("会社名カナ", customer.name().kana());
            values.put("契約プラン", plan(customer));
            values.put("月額", DirtyRows.amountText(plan, customer, terms.getLast()));
            values.put("従業員数", customer.employees());
            values.put("契約日", first.start());
            values.put("担当者名", person.last() + " " + person.first());
            values.put("担当者メール", customer.mailOf(person, 0));
            values.put("社内担当", users(csm(customer)));
            values.put("タグ", tags(customer, dice));
            values.put("備考", remark(customer, dice));
            values.put("導入製品", products(customer, first, dice));
            add(out, customer.started().minusDays(dice.between(1, 20)), dice.between(600, 1080), csm(customer), values);
        }
    }

    private static String plan(Customer customer) {
        if (customer.seats() >= 120) {
            return "エンタープライズ";
        }
        return customer.seats() >= 30 ? "スタンダード" : "ライト";
    }

    private static List<String> tags(Customer customer, Dice dice) {
        List<String> tags = new ArrayList<>();
        if (customer.seats() >= 120) {
            tags.add("重点顧客");
        }
        if (customer.course() == Course.STARTING) {
            tags.add("導入支援中");
        }
        if (customer.course() == Course.GROWING && dice.chance(0.4)) {
            tags.add("紹介可");
        }
        if (customer.course() == Course.DECLINING && dice.chance(0.3)) {
            tags.add("要フォロー");
        }
        return tags;
    }

    private static @Nullable String remark(Customer customer, Dice dice) {
        if (!dice.chance(0.35)) {
            return null;
        }
        return dice.pick(List.of(
                "毎月第2水曜に定例会。\n資料は前日までに送付する。",
                "情報システム部の承認が必要。稟議に約1か月かかる。",
                "請求書は紙で郵送。\n宛名に部署名を入れること。",
                "導入時の窓口は" + customer.people().getFirst().last() + "様。電話は午前中が望ましい。"));
    }

    private String products(Customer customer, Term first, Dice dice) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        row(rows, first.product(), customer.seats(), first.start());
        if (dice.chance(0.3)) {
            row(rows, "みのりレポート オプション", 1, first.start().plusDays(dice.between(30, 200)));
        }
        return rows.toString();
    }

    private void row(ArrayNode rows, String product, int count, LocalDate start) {
        ObjectNode row = rows.addObject();
        row.put("id", String.valueOf(nextRow++));
        ObjectNode cells = row.putObject("value");
        cells.put("製品名", product);
        cells.put("数量", String.valueOf(count));
        cells.put("利用開始日", start.toString());
    }

    private void surveys(CopyWriter out) throws SQLException {
        for (int i = 0; i < plan.accounts(); i++) {
            Customer customer = plan.customer(i);
            Dice dice = customer.dice("surveys");
            List<Person> people = customer.people();
            LocalDate left = customer.left();
            LocalDate last = left == null ? plan.today().minusDays(1) : left;
            LocalDate day = customer.started().plusDays(dice.between(40, 90));
            LocalDate from = plan.today().minusDays(Math.max(plan.usageDays(), 365));
            for (; !day.isAfter(last); day = day.plusDays(SURVEY_EVERY_DAYS)) {
                if (!day.isBefore(from) && dice.chance(0.62)) {
                    int who = dice.between(0, people.size() - 1);
                    survey(out, customer, people.get(who), who, day, dice);
                }
            }
        }
        if (plan.dirty()) {
            LocalDate day = plan.today().minusDays(7);
            add(out, day, 700, owners.csms().getFirst(), DirtyRows.surveyOutsideScale(day));
            add(out, day, 702, owners.csms().getFirst(), DirtyRows.surveyOfUnknownCustomer(day));
        }
    }

    private void survey(CopyWriter out, Customer customer, Person person, int who, LocalDate day, Dice dice)
            throws SQLException {
        // Answers follow use: who works with it every day recommends it.
        double mood = customer.adoption(day) * 9 + 2.2 + dice.between(-2.0, 2.0);
        int nps = (int) Math.round(Math.clamp(mood, 0, 10));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("顧客コード", customer.code());
        values.put("回答者名", person.last() + " " + person.first());
        values.put("回答者メール", customer.mailOf(person, who));
        values.put("NPS", nps);
        values.put("CSAT", Math.clamp(Math.round(nps / 2.0), 1, 5));
        values.put("コメント", dice.chance(0.5) ? comment(nps, dice) : null);
        values.put("回答日", day);
        values.put("回答方法", dice.chance(0.7) ? "メール" : "画面");
        add(out, day, dice.between(560, 1150), csm(customer), values);
    }

    private static String comment(int nps, Dice dice) {
        if (nps >= 9) {
            return dice.pick(List.of("毎日の業務に欠かせません。サポートの返信も早く助かっています。", "他部署にも勧めました。今後の機能追加にも期待しています。"));
        }
        if (nps >= 7) {
            return dice.pick(List.of("概ね満足していますが、集計画面がもう少し速いと嬉しいです。", "使いやすいと思います。スマートフォンでも同じように使えると助かります。"));
        }
        return dice.pick(List.of(
                "現場で使われなくなってきており、費用に見合うか検討しています。",
                "問い合わせの回答に時間がかかることがあります。改善をお願いします。",
                "操作が難しく、結局以前の表計算ソフトに戻ってしまいました。"));
    }

    private void activities(CopyWriter out) throws SQLException {
        List<String> kinds = List.of("電話", "訪問", "オンライン会議", "オンライン会議", "メール", "セミナー");
        for (int i = 0; i < plan.accounts(); i++) {
            Customer customer = plan.customer(i);
            Dice dice = customer.dice("activities");
            LocalDate left = customer.left();
            LocalDate last = left == null ? plan.today().minusDays(1) : left;
            LocalDate from = plan.today().minusDays(Math.max(plan.usageDays(), 365));
            LocalDate day = customer.started().isAfter(from) ? customer.started() : from;
            int every = customer.seats() >= 120 ? 21 : customer.seats() >= 30 ? 45 : 90;
            day = day.plusDays(dice.between(0, every));
            for (; !day.isAfter(last); day = day.plusDays(dice.between(every / 2, every + every / 2))) {
                LocalDate worked = day;
                while (!customer.worksOn(worked)) {
                    worked = worked.plusDays(1);
                }
                if (worked.isAfter(last)) {
                    break;
                }
                int minute = dice.between(9 * 4, 17 * 4) * 15;
                String when = String.format(Locale.ROOT, "%sT%02d:%02d:00+09:00", worked, minute / 60, minute % 60);
                Map<String, @Nullable Object> values = new HashMap<>();
                values.put("顧客コード", customer.code());
                values.put("種別", dice.pick(kinds));
                values.put("日時", when);
                values.put("要約", summary(customer, worked, dice));
                values.put("次の予定", dice.chance(0.5) ? worked.plusDays(dice.between(7, 40)) : null);
                values.put("対応者", users(csm(customer)));
                add(out, worked, Math.min(1430, minute + 45), csm(customer), values);
            }
        }
    }

    private static String summary(Customer customer, LocalDate day, Dice dice) {
        boolean turned = !day.isBefore(customer.turned());
        return switch (customer.course()) {
            case GROWING ->
                turned && dice.chance(0.5)
                        ? "他部署への展開について相談を受けた。追加ライセンスの見積もりを作成する。"
                        : "定例会。活用状況は良好で、次の目標として入力率90%を設定した。";
            case DECLINING, CHURNED ->
                turned
                        ? dice.pick(List.of(
                                "利用が減っている理由を確認。推進担当の異動後、現場への案内が止まっているとのこと。",
                                "費用対効果について厳しい意見があった。活用支援の計画を次回提示する。",
                                "折り返しの連絡がなく、状況を確認できなかった。来週再度連絡する。"))
                        : "定例会。操作についての質問に回答し、活用事例を紹介した。";
            case STEADY -> dice.pick(List.of("定例会。特に問題なし。新機能の案内を行った。", "問い合わせへの回答内容を電話で補足した。", "四半期の利用状況をまとめて報告した。"));
            case STARTING -> "導入支援。初期設定と権限の割り当てを一緒に行った。次回は操作研修。";
        };
    }
}
