package dev.minori.sync.dryrun.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.sync.dryrun.FieldChange;
import java.util.List;

/** The changes of a row, in one column. */
final class ChangesJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ChangesJson() {}

    static String write(List<FieldChange> changes) {
        try {
            return MAPPER.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of texts can be written", impossible);
        }
    }

    static List<FieldChange> read(String json) {
        try {
            return List.of(MAPPER.readValue(json, FieldChange[].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("changes are read as they were written", impossible);
        }
    }
}
