package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who a right or a task is for.
 *
 * @param type {@code USER}, {@code GROUP}, {@code ORGANIZATION}, {@code FIELD_ENTITY} or {@code CREATOR}
 * @param code login name, group or field; null for {@code CREATOR}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entity(String type, @Nullable String code) {}
