package dev.minori.events.fact;

import org.jspecify.annotations.Nullable;

/** A person at the customer. */
public record ContactValues(
        @TargetField(ja = "氏名", en = "Name", required = true, personal = true)
        String name,

        @TargetField(ja = "氏名カナ", en = "Name in kana", personal = true) @Nullable
        String nameKana,

        @TargetField(ja = "メールアドレス", en = "E-mail", personal = true) @Nullable
        String email,

        @TargetField(ja = "電話番号", en = "Phone", personal = true) @Nullable
        String phone,

        @TargetField(ja = "部署", en = "Department") @Nullable String department,

        @TargetField(ja = "役職", en = "Title", personal = true) @Nullable
        String title)
        implements FactValues {}
