package dev.minori.scoring.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.events.fact.Money;
import java.util.List;

/** Sums of money as the profile keeps them: a JSON array, one entry a currency. */
public final class MoneyJson {
    private static final TypeReference<List<Money>> LIST = new TypeReference<>() {};
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MoneyJson() {}

    /** The amounts in a JSON array. */
    public static List<Money> read(String json) {
        try {
            return MAPPER.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable sums of money", e);
        }
    }
}
