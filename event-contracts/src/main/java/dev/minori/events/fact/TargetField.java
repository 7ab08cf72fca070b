package dev.minori.events.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a mapping's author and an eraser must know about one component of {@link FactValues}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TargetField {
    /** Label on Japanese screens. */
    String ja();

    /** Label on English screens. */
    String en();

    /** Whether a row without it is rejected. */
    boolean required() default false;

    /** Whether it tells of a person: erased on request, excluded from logs. */
    boolean personal() default false;

    /** Whether a last-day rule applies: the value inside is exclusive, sources mostly mean the last day. */
    boolean exclusiveEnd() default false;
}
