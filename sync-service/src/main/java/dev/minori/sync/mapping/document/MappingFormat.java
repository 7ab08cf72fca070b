package dev.minori.sync.mapping.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.MappingDocument;
import java.util.ArrayList;
import java.util.List;

/** A mapping's two spellings. Both read to the same document and write it back without loss. */
public enum MappingFormat {
    JSON,
    YAML;

    private static final ObjectMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final ObjectMapper YAML_MAPPER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final int MAX_LENGTH = 500_000;

    private ObjectMapper mapper() {
        return switch (this) {
            case JSON -> JSON_MAPPER;
            case YAML -> YAML_MAPPER;
        };
    }

    /** Reads a mapping. Throws a problem with every mistake of form. */
    public MappingDocument read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ProblemException(
                    KitProblem.PAYLOAD_TOO_LARGE, new Wording("テーブルマッピングが長すぎます。", "The mapping is too long."));
        }
        List<FieldError> errors = new ArrayList<>();
        MappingDocument document = MappingReader.read(new JsonReader(tree(text), "", errors));
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    new Wording(
                            "テーブルマッピングに" + errors.size() + "件の誤りがあります。",
                            "The mapping has " + errors.size() + " mistakes."),
                    errors);
        }
        return document;
    }

    /** Writes a mapping. */
    public String write(MappingDocument document) {
        try {
            return mapper().writeValueAsString(MappingWriter.write(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts can be written", impossible);
        }
    }

    private JsonNode tree(String text) {
        try {
            JsonNode tree = mapper().readTree(text);
            return tree == null ? mapper().createObjectNode() : tree;
        } catch (JsonProcessingException broken) {
            String where = broken.getLocation() == null
                    ? ""
                    : " (" + broken.getLocation().getLineNr() + ")";
            throw new ProblemException(
                    KitProblem.MALFORMED_JSON,
                    new Wording(
                            name() + "として読めません" + where + ": " + broken.getOriginalMessage(),
                            "Not " + name() + where + ": " + broken.getOriginalMessage()));
        }
    }
}
