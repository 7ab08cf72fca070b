package dev.minori.playbook.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads documents. JSON is YAML, so one reader serves both. */
public final class Documents {
    /** Longer documents are refused. */
    public static final int MAX_CHARACTERS = 200_000;

    private static final int MAX_DEPTH = 40;

    private static final ObjectMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(limits()).build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Documents() {}

    /** The document's outermost object. Throws unreadable-document with line and column. */
    public static DocumentNode parse(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw unreadable(new Wording("設定が長すぎます(上限20万文字)。", "The document is longer than 200,000 characters."));
        }
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException failed) {
            throw unreadable(place(failed));
        }
        if (root == null || !root.isObject()) {
            throw unreadable(new Wording("設定は項目の集まりで書いてください。", "A document is an object with fields."));
        }
        return new DocumentNode(root, "", new DocumentErrors());
    }

    static String canonical(JsonNode node) {
        try {
            return SORTED.writeValueAsString(SORTED.treeToValue(node, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static Wording place(JsonProcessingException failed) {
        JsonLocation at = failed.getLocation();
        if (at == null) {
            return new Wording("YAMLまたはJSONとして正しくありません。", "Neither valid YAML nor valid JSON.");
        }
        return new Wording(
                "%d行目、%d文字目で読めなくなりました。".formatted(at.getLineNr(), at.getColumnNr()),
                "Cannot be read at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static ProblemException unreadable(Wording detail) {
        return new ProblemException(DocumentProblem.UNREADABLE_DOCUMENT, detail);
    }
}
