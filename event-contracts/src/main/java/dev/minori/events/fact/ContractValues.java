package dev.minori.events.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract: in force on day d if and only if {@code startDate <= d < endDate} (or endDate is null) and it was not
 * cancelled by then.
 *
 * @param endDate first day on which it is no longer in force; screens and exports show the day before
 * @param noticeDeadline last day on which notice can be given
 * @param cancelledOn day from which a cancellation takes effect
 * @param mrr monthly recurring revenue
 */
public record ContractValues(
        @TargetField(ja = "契約番号", en = "Contract number") @Nullable
        String contractNumber,

        @TargetField(ja = "製品", en = "Product") @Nullable String productName,

        @TargetField(ja = "契約開始日", en = "Start date", required = true)
        LocalDate startDate,

        @TargetField(ja = "契約終了日", en = "End date", exclusiveEnd = true) @Nullable
        LocalDate endDate,

        @TargetField(ja = "更新拒絶期限", en = "Notice deadline") @Nullable
        LocalDate noticeDeadline,

        @TargetField(ja = "自動更新", en = "Renews automatically") @Nullable
        Boolean autoRenew,

        @TargetField(ja = "解約日", en = "Cancelled on") @Nullable
        LocalDate cancelledOn,

        @TargetField(ja = "MRR", en = "MRR") @Nullable Money mrr,
        @TargetField(ja = "契約席数", en = "Seats") @Nullable Long seats)
        implements FactValues {}
