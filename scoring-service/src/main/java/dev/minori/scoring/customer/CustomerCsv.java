package dev.minori.scoring.customer;

import dev.minori.events.HealthBand;
import dev.minori.events.fact.Money;
import dev.minori.kit.problem.Language;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.csv.CsvRow;
import dev.minori.scoring.customer.CustomerList.DateKind;
import dev.minori.scoring.customer.CustomerList.Item;
import dev.minori.scoring.expression.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words customers as rows of a CSV file in one language, times in the workspace's zone. */
final class CustomerCsv {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm");

    private static final List<Wording> HEADER = List.of(
            new Wording("会社名", "Name"),
            new Wording("会社名カナ", "Name in kana"),
            new Wording("顧客コード", "Customer code"),
            new Wording("CS担当", "CSM"),
            new Wording("チーム", "Team"),
            new Wording("フェーズ", "Phase"),
            new Wording("タッチモデル", "Touch model"),
            new Wording("ヘルス状態", "Health"),
            new Wording("ヘルススコア", "Health score"),
            new Wording("30日間の変化", "Change in 30 days"),
            new Wording("MRR", "MRR"),
            new Wording("通貨", "Currency"),
            new Wording("ほかの通貨のMRR", "MRR in other currencies"),
            new Wording("次の期日", "Next date"),
            new Wording("期日の種類", "Kind of date"),
            new Wording("最終連絡日時", "Last contact"),
            new Wording("未完了の問い合わせ", "Open tickets"),
            new Wording("連携元のリンク", "Source record"));

    private final Language language;
    private final String currency;
    private final Moment moment;

    CustomerCsv(Language language, String currency, Moment moment) {
        this.language = language;
        this.currency = currency;
        this.moment = moment;
    }

    String today() {
        return moment.today().toString();
    }

    String header() {
        CsvRow row = new CsvRow();
        HEADER.forEach(title -> row.text(title.in(language)));
        return row.line();
    }

    String row(Item customer) {
        Money mrr = customer.mrr().stream()
                .filter(money -> money.currency().equals(currency))
                .findFirst()
                .orElse(null);
        String others = customer.mrr().stream()
                .filter(money -> !money.currency().equals(currency))
                .map(money -> money.currency() + " " + amount(money))
                .collect(Collectors.joining("; "));
        CustomerList.NextDate next = customer.nextDate();
        return new CsvRow()
                .text(customer.name())
                .text(customer.nameKana())
                .text(customer.customerCode())
                .text(customer.ownerName())
                .text(customer.teamName())
                .text(customer.phase())
                .text(customer.touchModel())
                .text(word(customer.band()).in(language))
                .plain(rounded(customer.points()))
                .plain(rounded(customer.pointsChange()))
                .plain(mrr == null ? null : amount(mrr))
                .plain(mrr == null ? null : currency)
                .text(others)
                .plain(next == null ? null : DAY.format(next.date()))
                .text(next == null ? null : word(next.kind()).in(language))
                .plain(local(customer.lastContactAt()))
                .plain(customer.openTickets())
                .text(customer.source().url())
                .line();
    }

    private @Nullable String local(@Nullable Instant at) {
        return at == null ? null : MINUTE.format(at.atZone(moment.zone()));
    }

    private static @Nullable String rounded(@Nullable Double value) {
        return value == null
                ? null
                : Objects.requireNonNull(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP))
                        .toPlainString();
    }

    /** In major units, for example 1200.50. */
    private static String amount(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minor(), digits).toPlainString();
    }

    private static Wording word(HealthBand band) {
        return switch (band) {
            case GOOD -> new Wording("良好", "Good");
            case WATCH -> new Wording("注意", "Watch");
            case AT_RISK -> new Wording("危険", "At risk");
            case UNKNOWN -> new Wording("判定不可", "Unknown");
        };
    }

    private static Wording word(DateKind kind) {
        return switch (kind) {
            case NOTICE_DEADLINE -> new Wording("更新拒絶期限", "Notice deadline");
            case CONTRACT_END -> new Wording("契約終了日", "Contract end");
        };
    }
}
