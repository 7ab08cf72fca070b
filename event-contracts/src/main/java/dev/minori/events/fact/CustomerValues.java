package dev.minori.events.fact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer company as its sources describe it.
 *
 * @param ownerMemberId the customer success manager, resolved from the source's owner
 */
public record CustomerValues(
        @TargetField(ja = "会社名", en = "Name", required = true)
        String name,

        @TargetField(ja = "会社名カナ", en = "Name in kana") @Nullable
        String nameKana,

        @TargetField(ja = "英語社名", en = "Name in English") @Nullable
        String nameEnglish,

        @TargetField(ja = "顧客コード", en = "Customer code") @Nullable
        String customerCode,

        @TargetField(ja = "法人番号", en = "Corporate number") @Nullable
        String corporateNumber,

        @TargetField(ja = "業種", en = "Industry") @Nullable String industry,

        @TargetField(ja = "従業員数", en = "Employees") @Nullable
        Long employees,

        @TargetField(ja = "ウェブサイト", en = "Website") @Nullable
        String website,

        @TargetField(ja = "フェーズ", en = "Phase") @Nullable String phase,

        @TargetField(ja = "タッチモデル", en = "Touch model") @Nullable
        String touchModel,

        @TargetField(ja = "CS担当", en = "CSM") @Nullable UUID ownerMemberId)
        implements FactValues {}
