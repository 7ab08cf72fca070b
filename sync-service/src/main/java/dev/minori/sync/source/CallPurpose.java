package dev.minori.sync.source;

import java.util.function.Supplier;

/** What a call to a source is made for. */
public enum CallPurpose {
    RUN("run"),
    RECONCILIATION("reconciliation"),
    DRY_RUN("dry-run"),
    CHECK("check"),
    /** Somebody looks at what the source has: objects, fields. */
    DESCRIBE("describe"),
    TEST("test");

    private static final ScopedValue<CallPurpose> CURRENT = ScopedValue.newInstance();

    private final String wireName;

    CallPurpose(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** The purpose called so. Throws IllegalArgumentException for any other name. */
    public static CallPurpose of(String wireName) {
        for (CallPurpose purpose : values()) {
            if (purpose.wireName.equals(wireName)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("unknown purpose " + wireName);
    }

    /** What calls of this thread are made for; who says nothing looks. */
    public static CallPurpose current() {
        return CURRENT.isBound() ? CURRENT.get() : DESCRIBE;
    }

    /** Does the work; calls that it makes on this thread are made for this. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** See {@link #call}. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
