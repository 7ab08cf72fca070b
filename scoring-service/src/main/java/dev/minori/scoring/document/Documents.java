package dev.minori.scoring.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.util.List;

/** Reads and writes documents. A field that does not exist is an error: a typo must not silently do nothing. */
public final class Documents {
    public static final String YAML = "application/yaml";

    private static final ObjectMapper STRICT = EventJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final YAMLMapper YAML_READER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Documents() {}

    /** {@link #read(String, Class)} of a document that must have this key, the one in the URL. */
    public static <D extends VersionedDocument> D read(String body, Class<D> type, String key)
            throws MismatchedInputException {
        D document = read(body, type);
        if (!document.key().equals(key)) {
            Wording detail = new Wording("文書のkeyがURLと違います。", "The document's key differs from the URL.");
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, detail, List.of(new FieldError("/key", "mismatch", detail)));
        }
        return document;
    }

    /**
     * The document in a body that is YAML or, as YAML contains it, JSON. Throws problems that name the field or the line.
     */
    public static <T> T read(String body, Class<T> type) throws MismatchedInputException {
        JsonNode tree;
        try {
            tree = YAML_READER.readTree(body);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ProblemException(
                    KitProblem.MALFORMED_JSON,
                    new Wording(
                            "本文がJSONまたはYAMLとして正しくありません(" + line + "行目)。",
                            "The body is neither valid JSON nor YAML (line " + line + ")."));
        }
        if (!tree.isObject()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    new Wording("本文は項目を並べた文書でなければなりません。", "The body must be a document with fields."));
        }
        try {
            return STRICT.treeToValue(tree, type);
        } catch (MismatchedInputException e) {
            throw e; // Answered with the field it concerns.
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, new Wording("文書として読み取れません。", "The document cannot be read."));
        }
    }
}
